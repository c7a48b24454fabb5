//! Payloads as the Bot API wants them.

use serde_json::{Value, json, to_value};

use crate::telegram::methods::*;
use crate::telegram::{
    AttachmentKind, ButtonStyle, EntityKind, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton,
    MessageEntity, ReplyKeyboardMarkup, ReplyKeyboardRemove, ReplyMarkup, ReplyParameters, WebAppInfo,
};

#[test]
fn absent_parameters_are_not_sent() {
    let method = SendMessage { chat_id: 42, text: "салом".into(), ..SendMessage::default() };
    assert_eq!(to_value(&method).unwrap(), json!({"chat_id": 42, "text": "салом"}));
    assert_eq!((SendMessage::NAME, method.chat()), ("sendMessage", Some(42)));
    assert_eq!(to_value(GetMe {}).unwrap(), json!({}));
    assert_eq!(to_value(DeleteWebhook::default()).unwrap(), json!({}));
}

#[test]
fn a_full_message() {
    let button = InlineKeyboardButton { style: Some(ButtonStyle::Danger), ..InlineKeyboardButton::callback("No", "n") };
    let row = vec![button, InlineKeyboardButton::url("Site", "https://example.org")];
    let entity =
        MessageEntity { kind: EntityKind::TextLink, offset: 0, length: 4, url: Some("u".into()), language: None };
    let method = SendMessage {
        chat_id: -5,
        message_thread_id: Some(3),
        text: "text".into(),
        entities: Some(vec![entity]),
        reply_parameters: Some(ReplyParameters::to(9)),
        reply_markup: Some(ReplyMarkup::Inline(InlineKeyboardMarkup { inline_keyboard: vec![row] })),
        ..SendMessage::default()
    };
    let expected = json!({
        "chat_id": -5, "message_thread_id": 3, "text": "text",
        "entities": [{"type": "text_link", "offset": 0, "length": 4, "url": "u"}],
        "reply_parameters": {"message_id": 9, "allow_sending_without_reply": true},
        "reply_markup": {"inline_keyboard": [[
            {"text": "No", "callback_data": "n", "style": "danger"}, {"text": "Site", "url": "https://example.org"},
        ]]},
    });
    assert_eq!(to_value(&method).unwrap(), expected);
}

#[test]
fn keyboards_in_place_of_the_phone_s() {
    let contact = KeyboardButton { text: "My number".into(), request_contact: true, ..KeyboardButton::default() };
    let keyboard = ReplyKeyboardMarkup {
        keyboard: vec![vec![contact]],
        resize_keyboard: true,
        input_field_placeholder: Some("+998".into()),
        ..ReplyKeyboardMarkup::default()
    };
    let sent: Vec<Value> = [
        ReplyMarkup::Keyboard(keyboard),
        ReplyMarkup::Remove(ReplyKeyboardRemove::default()),
        ReplyMarkup::ForceReply(ForceReply { selective: true, ..ForceReply::default() }),
    ]
    .iter()
    .map(|markup| to_value(markup).unwrap())
    .collect();
    let expected = [
        json!({"keyboard": [[{"text": "My number", "request_contact": true}]], "is_persistent": false,
            "resize_keyboard": true, "one_time_keyboard": false, "input_field_placeholder": "+998"}),
        json!({"remove_keyboard": true, "selective": false}),
        json!({"force_reply": true, "selective": true}),
    ];
    assert_eq!(sent, expected);
}

#[test]
fn a_file_decides_method_and_parameter() {
    let cases = [
        (AttachmentKind::Photo, "sendPhoto", "photo"),
        (AttachmentKind::Video, "sendVideo", "video"),
        (AttachmentKind::Voice, "sendVoice", "voice"),
        (AttachmentKind::VideoNote, "sendVideoNote", "video_note"),
        (AttachmentKind::Audio, "sendAudio", "audio"),
        (AttachmentKind::Document, "sendDocument", "document"),
        (AttachmentKind::Sticker, "sendSticker", "sticker"),
        (AttachmentKind::Animation, "sendAnimation", "animation"),
    ];
    for (kind, name, field) in cases {
        let method = SendFile { caption: Some("c".into()), ..SendFile::new(42, kind, "F") };
        assert_eq!(method.name(), name);
        assert_eq!(to_value(&method).unwrap(), json!({"chat_id": 42, field: "F", "caption": "c"}));
    }
}

#[test]
fn nested_payloads() {
    let item = AlbumItem { kind: AttachmentKind::Photo, file_id: "F".into(), caption: None, caption_entities: None };
    let album = SendMediaGroup { chat_id: 1, media: vec![item], ..SendMediaGroup::default() };
    assert_eq!(to_value(&album).unwrap(), json!({"chat_id": 1, "media": [{"type": "photo", "media": "F"}]}));

    let mut reaction = SetMessageReaction { chat_id: 1, message_id: 2, reaction: Some("👀".into()) };
    let expected = json!({"chat_id": 1, "message_id": 2, "reaction": [{"type": "emoji", "emoji": "👀"}]});
    assert_eq!(to_value(&reaction).unwrap(), expected);
    reaction.reaction = None;
    assert_eq!(to_value(&reaction).unwrap()["reaction"], json!([]));

    let web_app = WebAppInfo { url: "https://a".into() };
    let menu = SetChatMenuButton { chat_id: None, menu_button: MenuButton::WebApp { text: "Open".into(), web_app } };
    let expected = json!({"menu_button": {"type": "web_app", "text": "Open", "web_app": {"url": "https://a"}}});
    assert_eq!(to_value(&menu).unwrap(), expected);

    let command = BotCommand { command: "menu".into(), description: "Menu".into() };
    let scope = Some(BotCommandScope::AllPrivateChats);
    let commands = SetMyCommands { commands: vec![command], scope, language_code: Some("uz".into()) };
    let expected = json!({"commands": [{"command": "menu", "description": "Menu"}],
        "scope": {"type": "all_private_chats"}, "language_code": "uz"});
    assert_eq!(to_value(&commands).unwrap(), expected);
}

#[test]
fn what_is_edited_keeps_its_file_in_the_media() {
    let edit = EditMessageMedia::photo(1, 2, "Вчера".into(), None);
    assert_eq!(
        to_value(&edit).unwrap(),
        json!({"chat_id": 1, "message_id": 2, "media": {"type": "photo", "media": "attach://file", "caption": "Вчера"}})
    );
    assert_eq!((edit.part(), edit.replaces()), ("file", None));
    let send = SendFile::new(1, AttachmentKind::Photo, "");
    assert_eq!((send.part(), send.replaces()), ("photo", Some("photo")));
    let caption = EditMessageCaption { chat_id: 1, message_id: 2, caption: Some("c".into()), ..Default::default() };
    assert_eq!(to_value(&caption).unwrap(), json!({"chat_id": 1, "message_id": 2, "caption": "c"}));
}

#[test]
fn a_long_poll_is_waited_for() {
    let method = GetUpdates { offset: Some(5), timeout: 50, ..GetUpdates::default() };
    assert_eq!(to_value(&method).unwrap(), json!({"offset": 5, "timeout": 50}));
    assert_eq!(Method::timeout(&method).as_secs(), 60);
    assert_eq!(Method::timeout(&GetMe {}).as_secs(), 15);
}

#[test]
fn a_webhook_s_secret_is_not_in_debug() {
    let method = SetWebhook {
        url: "https://h/telegram/path-secret".into(),
        secret_token: Some("header-secret".into()),
        ..SetWebhook::default()
    };
    let shown = format!("{method:?}");
    assert!(!shown.contains("path-secret") && !shown.contains("header-secret"), "{shown}");
    assert_eq!(to_value(&method).unwrap()["secret_token"], "header-secret");
}
