//! Editing, deleting, pinning, forwarding and copying.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use crate::bot::{Bot, person, playground};

#[tokio::test]
async fn an_edit_without_buttons_takes_them_away() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.starts("")?;
    let keyboard = json!({"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]});
    let sent = bot.call("sendMessage", json!({"chat_id": anna.id(), "text": "x", "reply_markup": keyboard})).await?;
    let id = &sent["message_id"];
    bot.call("editMessageText", json!({"chat_id": anna.id(), "message_id": id, "text": "y", "reply_markup": keyboard}))
        .await?;
    assert_eq!(chat.waits_for_edit("y").await?.buttons(), [["A"]]);
    // The same text again, but without buttons, is a change.
    bot.call("editMessageText", json!({"chat_id": anna.id(), "message_id": id, "text": "y"})).await?;
    let seen = chat.last().expect("a message");
    assert!(seen.buttons().is_empty() && seen.edited());
    let markup = json!({"chat_id": anna.id(), "message_id": id, "reply_markup": keyboard});
    bot.call("editMessageReplyMarkup", markup.clone()).await?;
    assert!(bot.refusal("editMessageReplyMarkup", markup).await?.contains("message is not modified"));

    let reply = json!({"keyboard": [["one"]]});
    let sent = bot.call("sendMessage", json!({"chat_id": anna.id(), "text": "k", "reply_markup": reply})).await?;
    let refused = bot
        .refusal("editMessageText", json!({"chat_id": anna.id(), "message_id": sent["message_id"], "text": "z"}))
        .await?;
    assert_eq!(refused, "400 message can't be edited");
    Ok(())
}

#[tokio::test]
async fn messages_are_deleted_for_48_hours_only() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    let own = chat.says("of Anna")?;
    let ids = [bot.says(anna.id(), "1").await?, bot.says(anna.id(), "2").await?].map(|sent| sent["message_id"].clone());
    bot.call("deleteMessage", json!({"chat_id": anna.id(), "message_id": own.id()})).await?;
    playground.advance(Duration::from_secs(48 * 3600 + 1));
    let refused = bot.refusal("deleteMessage", json!({"chat_id": anna.id(), "message_id": ids[0]})).await?;
    assert_eq!(refused, "400 message can't be deleted for everyone");
    let new = bot.says(anna.id(), "3").await?["message_id"].clone();
    bot.call("deleteMessages", json!({"chat_id": anna.id(), "message_ids": [ids[0], 77, new]})).await?;
    let left: Vec<String> = chat.messages().iter().map(|message| message.text().to_owned()).collect();
    assert_eq!(left, ["1", "2"]);
    let next = bot.says(anna.id(), "4").await?["message_id"].as_i64();
    assert!(next > new.as_i64(), "an id is never given out again");
    Ok(())
}

#[tokio::test]
async fn messages_are_pinned_forwarded_and_copied() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let (anna, boris) = (person(&playground, "Anna"), person(&playground, "Boris"));
    let (a, b) = (anna.chat(&bot.account), boris.chat(&bot.account));
    a.starts("")?;
    b.starts("")?;
    let text = a.says("see https://a.uz")?;
    let to_boris = json!({"chat_id": boris.id(), "from_chat_id": anna.id(), "message_id": text.id()});
    let forwarded = bot.call("forwardMessage", to_boris.clone()).await?;
    assert_eq!(forwarded["forward_origin"]["sender_user"]["id"], anna.id());
    let copied = bot.call("copyMessage", to_boris).await?;
    assert_eq!(copied.as_object().map(serde_json::Map::len), Some(1));
    let seen = b.last().expect("a message");
    assert_eq!(Some(seen.id()), copied["message_id"].as_i64());
    assert!(seen.raw().get("forward_origin").is_none());
    assert_eq!(seen.raw()["entities"][0]["type"], "url");
    let many = json!({"chat_id": boris.id(), "from_chat_id": anna.id(), "message_ids": [text.id(), 99]});
    assert_eq!(bot.call("copyMessages", many).await?.as_array().map(Vec::len), Some(1));

    bot.call("pinChatMessage", json!({"chat_id": boris.id(), "message_id": seen.id()})).await?;
    let full = bot.call("getChat", json!({"chat_id": boris.id()})).await?;
    assert_eq!(full["pinned_message"]["message_id"], seen.id());
    assert_eq!(b.last().expect("a message").raw()["pinned_message"]["text"], "see https://a.uz");
    bot.call("unpinChatMessage", json!({"chat_id": boris.id()})).await?;
    assert_eq!(
        bot.refusal("unpinChatMessage", json!({"chat_id": boris.id()})).await?,
        "400 message to unpin not found"
    );
    Ok(())
}
