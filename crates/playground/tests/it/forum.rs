//! Forums: every message of a topic says so, and service messages tell what happened.

use anyhow::Result;
use playground::Right;
use serde_json::json;

use crate::bot::{Bot, Hook, person, playground};

#[tokio::test]
async fn messages_of_a_topic_answer_its_creation() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let anna = person(&playground, "Anna");
    let group = playground.add_group("Staff", &anna, true, &[]);
    group.promotes(&bot.account);
    let added = hook.take().await?;
    assert_eq!(added["my_chat_member"]["new_chat_member"]["status"], "administrator");
    assert_eq!(added["my_chat_member"]["new_chat_member"]["can_manage_topics"], true);
    assert_eq!(added["my_chat_member"]["old_chat_member"]["status"], "left");
    assert_eq!(hook.take().await?["message"]["new_chat_members"][0]["id"], bot.account.id);

    let topic = bot.call("createForumTopic", json!({"chat_id": group.id(), "name": "Заявка 7"})).await?;
    let thread = topic["message_thread_id"].as_i64().unwrap_or_default();
    assert_eq!((topic["name"].as_str(), topic["icon_color"].as_i64()), (Some("Заявка 7"), Some(7_322_096)));
    assert_eq!(group.topic("Заявка 7")?, thread);
    let card = json!({"chat_id": group.id(), "message_thread_id": thread, "text": "card"});
    let sent = bot.call("sendMessage", card).await?;
    assert_eq!(sent["message_thread_id"], thread);
    assert_eq!(sent["is_topic_message"], true);
    assert_eq!(sent["reply_to_message"]["message_id"], thread);
    assert_eq!(sent["reply_to_message"]["forum_topic_created"]["name"], "Заявка 7");
    assert_eq!(sent["chat"]["is_forum"], true);

    let talk = anna.chat(&group).in_topic(thread);
    talk.waits_for("card").await?;
    talk.replies(sent["message_id"].as_i64().unwrap_or_default(), "взял")?;
    let reply = hook.take().await?["message"].clone();
    assert_eq!(reply["message_thread_id"], thread);
    assert_eq!(reply["reply_to_message"]["text"], "card");
    talk.says("ещё")?;
    assert_eq!(hook.take().await?["message"]["reply_to_message"]["message_id"], thread);
    anna.chat(&group).says("general")?;
    let general = hook.take().await?["message"].clone();
    assert!(general.get("message_thread_id").is_none() && general.get("is_topic_message").is_none());
    assert_eq!(talk.messages().len(), 4, "the topic's creation and three messages");
    Ok(())
}

#[tokio::test]
async fn topics_are_changed_closed_and_deleted() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let (anna, boris) = (person(&playground, "Anna"), person(&playground, "Boris"));
    let group = playground.add_group("Staff", &anna, true, &[&boris]);
    group.promotes(&bot.account);
    let topic = bot.call("createForumTopic", json!({"chat_id": group.id(), "name": "T"})).await?;
    let thread = topic["message_thread_id"].as_i64().unwrap_or_default();
    let at = |more: serde_json::Value| {
        let mut params = json!({"chat_id": group.id(), "message_thread_id": thread});
        params
            .as_object_mut()
            .into_iter()
            .for_each(|object| object.extend(more.as_object().cloned().unwrap_or_default()));
        params
    };
    bot.call("editForumTopic", at(json!({"name": "U"}))).await?;
    assert_eq!(bot.refusal("editForumTopic", at(json!({"name": "U"}))).await?, "400 TOPIC_NOT_MODIFIED");
    bot.call("closeForumTopic", at(json!({}))).await?;
    assert_eq!(bot.refusal("closeForumTopic", at(json!({}))).await?, "400 TOPIC_NOT_MODIFIED");
    let closed = boris.chat(&group).in_topic(thread).says("may I?");
    assert!(closed.is_err_and(|error| error.to_string().contains("closed topic")));
    bot.call("sendMessage", at(json!({"text": "an administrator may"}))).await?;
    let transcript = boris.chat(&group).in_topic(thread).transcript();
    assert_eq!(
        transcript,
        "— Kontora: topic \"T\" opened\n\
         — Kontora: topic changed {\"name\":\"U\"}\n\
         — Kontora: topic closed\n\
         Kontora: an administrator may\n"
    );
    bot.call("deleteForumTopic", at(json!({}))).await?;
    assert_eq!(bot.refusal("sendMessage", at(json!({"text": "x"}))).await?, "400 message thread not found");

    group.promotes_with(&bot.account, &[Right::CanDeleteMessages]);
    let refused = bot.refusal("createForumTopic", json!({"chat_id": group.id(), "name": "V"})).await?;
    assert_eq!(refused, "400 not enough rights to create a topic");
    Ok(())
}

#[tokio::test]
async fn a_topic_has_an_icon_that_there_is() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let group = playground.add_group("Staff", &anna, true, &[]);
    group.promotes(&bot.account);
    let icons = bot.call("getForumTopicIconStickers", json!({})).await?;
    let done = icons.as_array().into_iter().flatten().find(|icon| icon["emoji"] == "✅").cloned().unwrap_or_default();
    assert_eq!((done["type"].as_str(), done["custom_emoji_id"].is_string()), (Some("custom_emoji"), true));

    let wrong = json!({"chat_id": group.id(), "name": "T", "icon_custom_emoji_id": "17"});
    assert_eq!(bot.refusal("createForumTopic", wrong).await?, "400 DOCUMENT_INVALID");
    let topic = bot.call("createForumTopic", json!({"chat_id": group.id(), "name": "T"})).await?;
    let thread = topic["message_thread_id"].clone();
    let icon =
        json!({"chat_id": group.id(), "message_thread_id": thread, "icon_custom_emoji_id": done["custom_emoji_id"]});
    bot.call("editForumTopic", icon.clone()).await?;
    assert_eq!(bot.refusal("editForumTopic", icon).await?, "400 TOPIC_NOT_MODIFIED");
    Ok(())
}
