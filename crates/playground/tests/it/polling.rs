//! Long polling.

use anyhow::Result;
use serde_json::{Value, json};

use crate::bot::{Bot, Hook, person, playground};

fn ids(updates: &Value) -> Vec<i64> {
    updates.as_array().into_iter().flatten().filter_map(|update| update["update_id"].as_i64()).collect()
}

#[tokio::test]
async fn an_offset_confirms_and_a_poll_waits() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let chat = person(&playground, "Anna").chat(&bot.account);
    for text in ["1", "2", "3"] {
        chat.says(text)?;
    }
    let all = ids(&bot.call("getUpdates", json!({})).await?);
    assert_eq!(all.len(), 3);
    assert!(all.is_sorted());
    assert_eq!(ids(&bot.call("getUpdates", json!({"limit": 1})).await?), all[..1]);
    assert_eq!(ids(&bot.call("getUpdates", json!({"offset": all[1]})).await?), all[1..]);
    assert_eq!(ids(&bot.call("getUpdates", json!({"offset": -1})).await?), all[2..]);

    let waiting = tokio::spawn({
        let bot = bot.clone();
        async move { bot.call("getUpdates", json!({"offset": all[2] + 1, "timeout": 30})).await }
    });
    playground.settled(&bot.account).await?;
    chat.says("4")?;
    let got = waiting.await??;
    assert_eq!(got[0]["message"]["text"], "4");
    bot.call("getUpdates", json!({"offset": ids(&got)[0] + 1})).await?;
    playground.settled(&bot.account).await?;
    Ok(())
}

#[tokio::test]
async fn a_second_poll_ends_the_first_and_a_webhook_forbids_both() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let first = bot.address("getUpdates");
    let first = bot.http().get(format!("{first}?timeout=30")).send();
    let second = async {
        // The first poll is known to wait once the playground has counted it.
        let id = bot.account.id;
        playground.wait("the first poll", |world| world.bot(id).filter(|bot| bot.is_polled()).map(|_| ())).await?;
        bot.answer("getUpdates", json!({})).await
    };
    let (first, second) = tokio::join!(first, second);
    assert_eq!(second?["ok"], true);
    let first = first?;
    assert_eq!(first.status(), 409);
    assert!(first.text().await?.contains("terminated by other getUpdates request"));

    let mut hook = Hook::of(&bot, json!({})).await?;
    let refused = bot.refusal("getUpdates", json!({})).await?;
    assert!(refused.starts_with("409 Conflict: can't use getUpdates method while webhook is active"), "{refused}");
    let chat = person(&playground, "Anna").chat(&bot.account);
    chat.says("x")?;
    let delivery = hook.next().await?;
    bot.call("deleteWebhook", json!({})).await?;
    delivery.fail(500);
    let updates = bot.call("getUpdates", json!({"timeout": 10})).await?;
    assert_eq!(updates[0]["message"]["text"], "x", "an update that was not confirmed is not lost");
    Ok(())
}
