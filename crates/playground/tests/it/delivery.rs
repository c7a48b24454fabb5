//! Webhooks: order, parallelism, retries, the secret, and answers that are calls.

use std::sync::atomic::Ordering;

use anyhow::Result;
use playground::Person;
use serde_json::json;

use crate::bot::{Bot, Hook, person, playground};

#[tokio::test]
async fn a_chat_is_in_order_and_chats_are_parallel() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({"secret_token": "s3-cret_"})).await?;
    let people: Vec<Person> = ["A", "B", "C"].into_iter().map(|name| person(&playground, name)).collect();
    for text in ["1", "2"] {
        for person in &people {
            person.chat(&bot.account).says(text)?;
        }
    }
    // All three first messages are open at once; no second one is before its first is confirmed.
    let first = [hook.next().await?, hook.next().await?, hook.next().await?];
    assert_eq!(hook.open.load(Ordering::SeqCst), 3);
    assert!(first.iter().all(|delivery| delivery.text() == "1" && delivery.secret.as_deref() == Some("s3-cret_")));
    let mut ids: Vec<i64> = first.iter().map(|delivery| delivery.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 3);
    assert!(hook.is_idle());
    for delivery in first {
        let chat = delivery.update["message"]["chat"]["id"].clone();
        delivery.accept();
        let second = hook.next().await?;
        assert_eq!(second.text(), "2");
        assert_eq!(second.update["message"]["chat"]["id"], chat);
        second.accept();
    }
    playground.settled(&bot.account).await?;
    assert_eq!(bot.call("getWebhookInfo", json!({})).await?["pending_update_count"], 0);
    Ok(())
}

#[tokio::test]
async fn a_callback_may_overtake_a_message() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.starts("")?;
    hook.take().await?;
    let keyboard = json!({"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]});
    bot.call("sendMessage", json!({"chat_id": anna.id(), "text": "x", "reply_markup": keyboard})).await?;
    chat.says("slow")?;
    let slow = hook.next().await?;
    chat.taps("A")?;
    let tap = hook.take().await?;
    assert_eq!(tap["callback_query"]["data"], "a");
    assert_eq!(slow.text(), "slow");
    slow.accept();
    playground.settled(&bot.account).await?;
    Ok(())
}

#[tokio::test]
async fn max_connections_bounds_the_queues() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let hook = Hook::of(&bot, json!({"max_connections": 2})).await?;
    let most = std::sync::Arc::clone(&hook.most);
    let updates = hook.accept_all();
    for index in 0..20 {
        person(&playground, &format!("P{index}")).chat(&bot.account).says("x")?;
    }
    playground.settled(&bot.account).await?;
    assert_eq!(updates.lock().expect("not poisoned").len(), 20);
    assert!(most.load(Ordering::SeqCst) <= 2);
    Ok(())
}

#[tokio::test]
async fn an_update_is_retried_until_a_2xx_and_keeps_its_place() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let chat = person(&playground, "Anna").chat(&bot.account);
    chat.says("first")?;
    chat.says("second")?;
    let mut ids = Vec::new();
    for status in [500, 404, 302, 503] {
        let delivery = hook.next().await?;
        assert_eq!(delivery.text(), "first");
        ids.push(delivery.id());
        delivery.fail(status);
    }
    let delivery = hook.next().await?;
    let info = bot.call("getWebhookInfo", json!({})).await?;
    assert_eq!(info["pending_update_count"], 2);
    assert!(info["last_error_message"].as_str().is_some_and(|words| words.contains("503")), "{info}");
    delivery.respond(429, Some("3"), "");
    let delivery = hook.next().await?;
    ids.push(delivery.id());
    delivery.respond(204, None, "");
    ids.dedup();
    assert_eq!(ids.len(), 1, "a retry is the same update");
    let second = hook.take().await?;
    assert_eq!(second["message"]["text"], "second");
    playground.settled(&bot.account).await?;
    Ok(())
}

#[tokio::test]
async fn a_bot_that_comes_back_gets_what_it_missed() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    // Nothing listens on this port: it was free a moment ago and is closed again.
    let closed = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    bot.call("setWebhook", json!({"url": format!("http://{closed}/")})).await?;
    let chat = person(&playground, "Anna").chat(&bot.account);
    for text in ["1", "2", "3"] {
        chat.says(text)?;
    }
    let mut hook = Hook::of(&bot, json!({})).await?;
    for text in ["1", "2", "3"] {
        assert_eq!(hook.take().await?["message"]["text"], text);
    }
    Ok(())
}

#[tokio::test]
async fn the_answer_may_be_a_call() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.says("hi")?;
    let body = json!({"method": "sendMessage", "chat_id": anna.id(), "text": "from the answer"}).to_string();
    hook.next().await?.respond(200, None, &body);
    chat.waits_for("from the answer").await?;
    Ok(())
}

#[tokio::test]
async fn who_sees_what_a_call_did_finds_it_in_the_log() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.says("hi")?;
    let calls = (0..20).map(|index| {
        let (bot, chat, playground) = (bot.clone(), chat.clone(), playground.clone());
        async move {
            let text = format!("number {index}.");
            let (said, seen) = tokio::join!(bot.says(chat_id(&chat), &text), async {
                chat.waits_for(&text).await?;
                anyhow::Ok(playground.calls(&bot.account).iter().any(|call| call.params["text"] == text))
            });
            said?;
            anyhow::Ok(seen?)
        }
    });
    for is_logged in futures::future::try_join_all(calls).await? {
        assert!(is_logged);
    }
    Ok(())
}

fn chat_id(chat: &playground::Talk) -> i64 {
    chat.place().id_for_bots()
}

#[tokio::test]
async fn allowed_updates_are_kept_until_they_are_named_again() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({"allowed_updates": ["callback_query", "edited_message"]})).await?;
    let chat = person(&playground, "Anna").chat(&bot.account);
    let first = chat.says("not delivered")?;
    hook.set(&bot, json!({})).await?;
    chat.edits(first.id(), "delivered")?;
    assert_eq!(hook.take().await?["edited_message"]["text"], "delivered");
    hook.set(&bot, json!({"allowed_updates": []})).await?;
    chat.says("now delivered")?;
    assert_eq!(hook.take().await?["message"]["text"], "now delivered");
    Ok(())
}

#[tokio::test]
async fn pending_updates_can_be_dropped() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let chat = person(&playground, "Anna").chat(&bot.account);
    chat.says("old")?;
    let mut hook = Hook::of(&bot, json!({"drop_pending_updates": true})).await?;
    chat.says("in flight")?;
    let flying = hook.next().await?;
    hook.set(&bot, json!({"drop_pending_updates": true})).await?;
    flying.fail(500);
    chat.says("new")?;
    assert_eq!(hook.take().await?["message"]["text"], "new");
    playground.settled(&bot.account).await?;
    Ok(())
}

#[tokio::test]
async fn two_hundred_chats_are_served() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let updates = Hook::of(&bot, json!({})).await?.accept_all();
    let people: Vec<Person> = (0..200).map(|index| person(&playground, &format!("P{index}"))).collect();
    for text in 0..5 {
        for person in &people {
            person.chat(&bot.account).says(&text.to_string())?;
        }
    }
    playground.settled(&bot.account).await?;
    let updates = updates.lock().expect("not poisoned");
    for person in &people {
        let of_person = updates.iter().filter(|update| update["message"]["chat"]["id"] == person.id());
        let texts: Vec<&str> = of_person.filter_map(|update| update["message"]["text"].as_str()).collect();
        assert_eq!(texts, ["0", "1", "2", "3", "4"]);
    }
    Ok(())
}
