//! Groups: who hears what, coming and going, reactions, join requests.

use anyhow::Result;
use serde_json::json;

use crate::bot::{Bot, Hook, person, playground};

#[tokio::test]
async fn bots_hear_people_and_never_bots() -> Result<()> {
    let playground = playground().await?;
    let (bot, other) = (Bot::new(&playground)?, Bot::named(&playground, "other_bot")?);
    other.account.privacy_mode(true);
    let anna = person(&playground, "Anna");
    let group = playground.add_group("Staff", &anna, false, &[]);
    group.adds_bot(&bot.account);
    group.adds_bot(&other.account);
    let talk = anna.chat(&group);
    let (of_bot, of_other) = (
        Hook::of(&bot, json!({"drop_pending_updates": true})).await?,
        Hook::of(&other, json!({"drop_pending_updates": true})).await?,
    );
    let (of_bot, of_other) = (of_bot.accept_all(), of_other.accept_all());

    talk.says("plain")?;
    talk.says("/command")?;
    talk.says("hey @other_bot")?;
    let own = other.says(group.id(), "from a bot").await?;
    talk.replies(own["message_id"].as_i64().unwrap_or_default(), "answer")?;
    playground.settled(&bot.account).await?;
    playground.settled(&other.account).await?;
    let texts = |updates: &std::sync::Mutex<Vec<serde_json::Value>>| -> Vec<String> {
        let updates = updates.lock().expect("not poisoned");
        updates.iter().filter_map(|update| update["message"]["text"].as_str().map(str::to_owned)).collect()
    };
    assert_eq!(texts(&of_bot), ["plain", "/command", "hey @other_bot", "answer"]);
    assert_eq!(texts(&of_other), ["/command", "hey @other_bot", "answer"], "privacy mode");
    Ok(())
}

#[tokio::test]
async fn a_bot_that_is_thrown_out_hears_of_it_and_cannot_write() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let group = playground.add_group("Staff", &anna, false, &[]);
    group.promotes(&bot.account);
    let mut hook = Hook::of(&bot, json!({"drop_pending_updates": true})).await?;
    let admins = bot.call("getChatAdministrators", json!({"chat_id": group.id()})).await?;
    assert_eq!(admins.as_array().map(Vec::len), Some(2));
    assert_eq!(bot.call("getChatMemberCount", json!({"chat_id": group.id()})).await?, 2);
    let member = bot.call("getChatMember", json!({"chat_id": group.id(), "user_id": anna.id()})).await?;
    assert_eq!(member["status"], "creator");
    group.kicks_bot(&bot.account);
    let update = hook.take().await?;
    assert_eq!(update["my_chat_member"]["new_chat_member"]["status"], "kicked");
    let refused = bot.refusal("sendMessage", json!({"chat_id": group.id(), "text": "x"})).await?;
    assert_eq!(refused, "403 Forbidden: bot was kicked from the supergroup chat");
    group.adds_bot(&bot.account);
    bot.call("leaveChat", json!({"chat_id": group.id()})).await?;
    let refused = bot.refusal("sendMessage", json!({"chat_id": group.id(), "text": "x"})).await?;
    assert_eq!(refused, "403 Forbidden: bot is not a member of the supergroup chat");
    Ok(())
}

#[tokio::test]
async fn reactions_reach_administrators_that_asked() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let group = playground.add_group("Staff", &anna, false, &[]);
    group.promotes(&bot.account);
    let mut hook =
        Hook::of(&bot, json!({"drop_pending_updates": true, "allowed_updates": ["message", "message_reaction"]}))
            .await?;
    let talk = anna.chat(&group);
    let said = talk.says("done?")?;
    hook.take().await?;
    talk.reacts(said.id(), Some("👍"))?;
    let update = hook.take().await?["message_reaction"].clone();
    assert_eq!(update["new_reaction"], json!([{"type": "emoji", "emoji": "👍"}]));
    assert_eq!(update["old_reaction"], json!([]));
    let eyes = json!({"chat_id": group.id(), "message_id": said.id(), "reaction": [{"type": "emoji", "emoji": "👀"}]});
    bot.call("setMessageReaction", eyes).await?;
    assert!(talk.transcript().ends_with("Anna: done?\n    👍 Anna\n    👀 Kontora\n"), "{}", talk.transcript());

    let private = anna.chat(&bot.account);
    let said = private.says("alone")?;
    hook.take().await?;
    private.reacts(said.id(), Some("👍"))?;
    playground.settled(&bot.account).await?;
    assert!(hook.is_idle(), "nobody hears of reactions in a private chat");
    Ok(())
}

#[tokio::test]
async fn people_are_let_in_on_request() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let (anna, boris) = (person(&playground, "Anna"), person(&playground, "Boris"));
    let group = playground.add_group("House", &anna, false, &[]);
    group.promotes(&bot.account);
    let mut hook = Hook::of(&bot, json!({"drop_pending_updates": true})).await?;
    let link = bot.call("createChatInviteLink", json!({"chat_id": group.id(), "creates_join_request": true})).await?;
    assert!(link["invite_link"].as_str().is_some_and(|link| link.starts_with("https://t.me/+")));
    assert!(boris.chat(&group).says("let me in").is_err());
    boris.asks_to_join(&group);
    assert_eq!(hook.take().await?["chat_join_request"]["from"]["id"], boris.id());
    let decision = json!({"chat_id": group.id(), "user_id": boris.id()});
    bot.call("approveChatJoinRequest", decision.clone()).await?;
    assert_eq!(hook.take().await?["message"]["new_chat_members"][0]["id"], boris.id());
    boris.chat(&group).says("thanks")?;
    assert_eq!(bot.refusal("declineChatJoinRequest", decision).await?, "400 HIDE_REQUESTER_MISSING");
    Ok(())
}
