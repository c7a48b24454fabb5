//! Bad days on demand.

use anyhow::Result;
use playground::{Fault, When};
use serde_json::json;

use crate::bot::{Bot, Hook, person, playground};

#[tokio::test]
async fn calls_fail_as_told() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let (anna, boris) = (person(&playground, "Anna"), person(&playground, "Boris"));
    let (a, b) = (anna.chat(&bot.account), boris.chat(&bot.account));
    a.starts("")?;
    b.starts("")?;
    let faults = playground.faults(&bot.account);

    faults.answer(When::next(2).of("sendmessage").to(anna.id()), Fault::TooManyRequests { retry_after: 7 });
    bot.says(boris.id(), "another chat").await?;
    bot.call("getMe", json!({})).await?;
    let answer = bot.answer("sendMessage", json!({"chat_id": anna.id(), "text": "x"})).await?;
    assert_eq!(
        answer,
        json!({
            "ok": false, "error_code": 429, "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        })
    );
    let response = bot.http().post(bot.address("sendMessage")).json(&json!({"chat_id": anna.id(), "text": "x"})).send();
    assert_eq!(response.await?.headers()["retry-after"], "7");
    bot.says(anna.id(), "after").await?;
    assert_eq!(a.messages().len(), 2, "a refused call does nothing");

    faults.server_errors(1);
    assert_eq!(bot.refusal("getMe", json!({})).await?, "500 Internal Server Error");
    faults.answer(When::default(), Fault::Forbidden("user is deactivated".into()));
    assert_eq!(bot.refusal("getMe", json!({})).await?, "403 Forbidden: user is deactivated");

    faults.lose_answers(1);
    let lost = bot.answer("sendMessage", json!({"chat_id": anna.id(), "text": "arrives"})).await;
    assert!(lost.is_err(), "the answer was not lost: {lost:?}");
    a.sees("arrives").await?;
    let calls = playground.calls(&bot.account);
    let last = calls.last().expect("there were calls");
    assert_eq!((last.method.as_str(), last.status), ("sendMessage", 0));
    assert_eq!(last.params["text"], "arrives");
    Ok(())
}

#[tokio::test]
async fn updates_come_twice_again_and_in_another_order() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({"secret_token": "abc"})).await?;
    let chat = person(&playground, "Anna").chat(&bot.account);
    let faults = playground.faults(&bot.account);

    faults.deliver_twice(true);
    chat.says("twice")?;
    let (first, second) = (hook.take().await?, hook.take().await?);
    assert_eq!(first, second);
    playground.settled(&bot.account).await?;
    faults.deliver_twice(false);

    assert_eq!(faults.redeliver_last()?, first["update_id"].as_i64().unwrap_or_default());
    assert_eq!(hook.take().await?, first);
    chat.says("later")?;
    hook.take().await?;
    playground.settled(&bot.account).await?;
    faults.redeliver(first["update_id"].as_i64().unwrap_or_default())?;
    assert_eq!(hook.take().await?, first);
    assert!(faults.redeliver(1).is_err());

    faults.reorder(3);
    for text in ["1", "2", "3"] {
        chat.says(text)?;
    }
    for text in ["3", "2", "1"] {
        assert_eq!(hook.take().await?["message"]["text"], text);
    }
    playground.settled(&bot.account).await?;

    let raw = tokio::spawn(async move { faults.deliver_raw(r#"{"update_id": 5, "new_kind": {}}"#).await });
    let delivery = hook.next().await?;
    assert_eq!(delivery.secret.as_deref(), Some("abc"));
    assert_eq!(delivery.update["new_kind"], json!({}));
    delivery.fail(418);
    assert_eq!(raw.await??, 418);
    Ok(())
}

#[tokio::test]
async fn a_group_takes_so_many_messages_topics_and_edits_and_no_more() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let group = playground.add_group("Staff", &anna, true, &[]);
    group.promotes(&bot.account);
    playground.faults(&bot.account).limit_groups(3, std::time::Duration::from_secs(3600));
    let sent = bot.says(group.id(), "one").await?;
    let edit = json!({"chat_id": group.id(), "message_id": sent["message_id"], "text": "two"});
    bot.call("editMessageText", edit).await?;
    bot.call("createForumTopic", json!({"chat_id": group.id(), "name": "three"})).await?;
    let one_more = bot.refusal("sendMessage", json!({"chat_id": group.id(), "text": "four"})).await?;
    assert_eq!(one_more, "429 Too Many Requests: retry after 1");
    bot.call("sendChatAction", json!({"chat_id": group.id(), "action": "typing"})).await?;
    anna.chat(&bot.account).starts("")?;
    bot.says(anna.id(), "a private chat is another matter").await?;
    Ok(())
}
