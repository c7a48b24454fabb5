//! Taps: what the bot gets, how often and how long it may answer.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use crate::bot::{Bot, Hook, person, playground};

#[tokio::test]
async fn a_tap_is_answered_once() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let anna = person(&playground, "Анна");
    let chat = anna.chat(&bot.account);

    chat.starts("")?;
    let start = hook.take().await?;
    assert_eq!(start["message"]["text"], "/start");
    assert_eq!(start["message"]["entities"][0]["type"], "bot_command");
    bot.call(
        "sendMessage",
        json!({
            "chat_id": anna.id(), "text": "Выберите",
            "reply_markup": {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}, {"text": "Нет", "callback_data": "no"}]]},
        }),
    )
    .await?;
    let menu = chat.waits_for("Выберите").await?;
    assert_eq!(menu.buttons(), [["Да", "Нет"]]);

    let tap = chat.taps("Нет")?;
    let update = hook.take().await?;
    let query = &update["callback_query"];
    assert_eq!(query["data"], "no");
    assert_eq!(query["from"]["id"], anna.id());
    assert_eq!(query["message"]["chat"]["id"], anna.id());
    assert_eq!(query["message"]["message_id"], menu.id());
    let answer = json!({"callback_query_id": query["id"], "text": "Хорошо", "show_alert": true});
    bot.call("answerCallbackQuery", answer.clone()).await?;
    let seen = tap.answered().await?;
    assert_eq!((seen.text.as_str(), seen.show_alert), ("Хорошо", true));
    let again = bot.refusal("answerCallbackQuery", answer).await?;
    assert_eq!(again, "400 query is too old and response timeout expired or query ID is invalid");
    playground.settled(&bot.account).await?;
    Ok(())
}

#[tokio::test]
async fn a_tap_can_be_answered_for_150_seconds_and_is_delivered_no_longer() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Анна");
    let chat = anna.chat(&bot.account);
    chat.starts("")?;
    let keyboard = json!({"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]});
    bot.call("sendMessage", json!({"chat_id": anna.id(), "text": "x", "reply_markup": keyboard})).await?;
    let tap = chat.taps("A")?;
    playground.advance(Duration::from_secs(149));
    let updates = bot.call("getUpdates", json!({})).await?;
    assert_eq!(updates.as_array().map(Vec::len), Some(2));
    playground.advance(Duration::from_secs(3));
    let updates = bot.call("getUpdates", json!({})).await?;
    assert_eq!(updates.as_array().map(Vec::len), Some(1), "the tap is gone: {updates}");
    let late = bot.refusal("answerCallbackQuery", json!({"callback_query_id": tap.callback_id()})).await?;
    assert!(late.contains("query is too old"), "{late}");
    Ok(())
}

#[tokio::test]
async fn labels_find_the_newest_button_and_links_open() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Анна");
    let chat = anna.chat(&bot.account);
    chat.starts("")?;
    for data in ["old", "new"] {
        let rows = json!([[{"text": "Открыть", "callback_data": data}], [{"text": "📍 Сайт", "url": "https://a.uz"}]]);
        bot.call("sendMessage", json!({"chat_id": anna.id(), "text": data, "reply_markup": {"inline_keyboard": rows}}))
            .await?;
    }
    chat.taps("Открыть")?;
    assert_eq!(chat.taps("Сайт")?.url(), Some("https://a.uz"));
    let updates = bot.call("getUpdates", json!({"allowed_updates": ["message", "callback_query"]})).await?;
    assert_eq!(updates[1]["callback_query"]["data"], "new");
    let missing = chat.taps("Нет такой").expect_err("there is no such button").to_string();
    assert!(missing.contains("[Открыть]"), "{missing}");
    Ok(())
}
