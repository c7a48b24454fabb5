//! Methods that no step uses yet, against the strict local Telegram.

use bot::telegram::{
    Upload,
    methods::{
        EditForumTopic, EditMessageCaption, EditMessageMedia, GetForumTopicIconStickers, PinChatMessage, SendMessage,
        UnpinChatMessage,
    },
};
use testkit::office::Office;

use crate::Test;

/// One white pixel.
pub const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0xb1, 0x38, 0xf6, 0x14, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

#[tokio::test]
async fn words_become_a_chart_and_another_chart_in_the_same_message() -> Test {
    let office = Office::open().await?;
    let token = office.account.token.parse()?;
    let owner = office.owner.chat(&office.account);
    owner.starts("")?;
    office.rests().await?;
    let words = SendMessage { chat_id: office.owner.id(), text: "Сводка".into(), ..SendMessage::default() };
    let sent = office.app.telegram.call(&token, &words).await?;
    for caption in ["Вчера", "Сегодня"] {
        let chart = EditMessageMedia::photo(office.owner.id(), sent.message_id, caption.into(), None);
        let file = Upload { name: "chart.png".into(), bytes: PNG.into() };
        let shown = office.app.telegram.upload(&token, &chart, file).await?;
        assert_eq!((shown.message_id, shown.file_id.is_some()), (sent.message_id, true));
    }
    let caption = EditMessageCaption {
        chat_id: office.owner.id(),
        message_id: sent.message_id,
        caption: Some("Сегодня, 14:05".into()),
        ..EditMessageCaption::default()
    };
    office.app.telegram.call(&token, &caption).await?;
    let message = owner.sees("Сегодня, 14:05").await?;
    assert_eq!(message.id(), sent.message_id);

    let pin =
        PinChatMessage { chat_id: office.owner.id(), message_id: sent.message_id, disable_notification: Some(true) };
    assert!(office.app.telegram.call(&token, &pin).await?);
    let unpin = UnpinChatMessage { chat_id: office.owner.id(), message_id: Some(sent.message_id) };
    assert!(office.app.telegram.call(&token, &unpin).await?);
    Ok(())
}

#[tokio::test]
async fn a_topic_gets_the_icon_that_telegram_has_for_an_emoji() -> Test {
    let office = Office::open().await?;
    let token = office.account.token.parse()?;
    let anna = office.resident("Анна", "ru", "42").await?;
    crate::filing::file(&anna, "Помогите").await?;
    let topic = office.topic(&office.owner, 1).await?;
    let thread = topic.waits_for("№1").await?.thread_id().unwrap();
    let icons = office.app.telegram.call(&token, &GetForumTopicIconStickers {}).await?;
    let done = icons.iter().find(|icon| icon.emoji == "✅").unwrap();
    let edit = EditForumTopic {
        chat_id: office.group.id(),
        message_thread_id: thread,
        name: None,
        icon_custom_emoji_id: Some(done.custom_emoji_id.clone()),
    };
    assert!(office.app.telegram.call(&token, &edit).await?);
    Ok(())
}
