//! Updates as Telegram sends them.

use serde_json::{Value, json};

use crate::telegram::{
    AttachmentKind, CallbackQuery, ChatKind, Content, DecodeError, MemberStatus, Message, Service, Update, UpdateKind,
};

fn decode(update: &Value) -> Update {
    Update::decode(update.to_string().as_bytes()).unwrap()
}

/// A message of a person in a private chat, with more fields.
fn message(fields: Value) -> Message {
    let mut message = json!({
        "message_id": 11, "date": 1_700_000_000,
        "chat": {"id": 42, "type": "private", "first_name": "Гулноза"},
        "from": {"id": 42, "is_bot": false, "first_name": "Гулноза", "language_code": "uz"},
    });
    message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    match decode(&json!({"update_id": 1, "message": message})).kind {
        UpdateKind::Message(message) => *message,
        other => panic!("{other:?}"),
    }
}

fn tap(fields: Value) -> CallbackQuery {
    let mut query = json!({
        "id": "77", "from": {"id": 42, "is_bot": false, "first_name": "A"}, "chat_instance": "9", "data": "r:1",
    });
    query.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    match decode(&json!({"update_id": 1, "callback_query": query})).kind {
        UpdateKind::CallbackQuery(query) => *query,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text_in_a_topic() {
    let body = r#"{"update_id":900,"edited_message":{"message_id":5,"from":{"id":7,"is_bot":false,
        "first_name":"Ali","last_name":"V","username":"ali","language_code":"ru"},
        "sender_chat":{"id":-9,"type":"channel","title":"K"},
        "chat":{"id":-1001,"type":"supergroup","title":"Staff","username":"st","is_forum":true},
        "date":10,"edit_date":20,"message_thread_id":3,"is_topic_message":true,
        "reply_to_message":{"message_id":3,"from":{"id":1,"is_bot":true,"first_name":"B"},
            "chat":{"id":-1001,"type":"supergroup"},"date":1,"message_thread_id":3,
            "forum_topic_created":{"name":"T","icon_color":1}},
        "text":"\u0418 \"кавычки\"\n🙂","entities":[{"type":"date_time","offset":0,"length":1}]}}"#;
    let Update { update_id, kind: UpdateKind::EditedMessage(it) } = Update::decode(body.as_bytes()).unwrap() else {
        panic!("another kind");
    };
    assert_eq!((update_id, it.message_id, it.date, it.edit_date), (900, 5, 10, Some(20)));
    assert_eq!(it.words(), Some("И \"кавычки\"\n🙂"));
    assert_eq!((it.chat.id, it.chat.kind, it.chat.is_forum), (-1001, ChatKind::Supergroup, true));
    assert_eq!((it.chat.title.as_deref(), it.chat.username.as_deref()), (Some("Staff"), Some("st")));
    let from = it.from.as_ref().unwrap();
    assert_eq!((from.id, from.is_bot, from.first_name.as_str()), (7, false, "Ali"));
    assert_eq!((from.last_name.as_deref(), from.username.as_deref()), (Some("V"), Some("ali")));
    assert_eq!(from.language_code.as_deref(), Some("ru"));
    assert_eq!(it.sender_chat.as_ref().unwrap().id, -9);
    assert_eq!((it.message_thread_id, it.is_topic_message), (Some(3), true));
    let reply = it.reply_to_message.as_ref().unwrap();
    assert_eq!((reply.message_id, reply.message_thread_id), (3, Some(3)));
    assert_eq!((reply.from.as_ref().unwrap().id, reply.forum_topic_created), (1, true));
    assert_eq!(it.answers(), None, "the message that opened the topic is no real reply");
}

#[test]
fn every_sort_of_file() {
    let file = json!({"file_id": "F", "file_unique_id": "U", "file_size": 9, "file_name": "a.bin", "duration": 1});
    let sorts = [
        (AttachmentKind::Video, "video"),
        (AttachmentKind::Voice, "voice"),
        (AttachmentKind::VideoNote, "video_note"),
        (AttachmentKind::Audio, "audio"),
        (AttachmentKind::Document, "document"),
        (AttachmentKind::Sticker, "sticker"),
        (AttachmentKind::Animation, "animation"),
    ];
    for (kind, field) in sorts {
        assert_eq!(kind.field(), field);
        let it = message(json!({ field: file, "caption": "words", "media_group_id": "g" }));
        let Content::Attachment(attachment) = it.content() else { panic!("{field}") };
        assert_eq!((attachment.kind, attachment.file_id.as_str()), (kind, "F"));
        assert_eq!((attachment.file_unique_id.as_str(), attachment.size), ("U", Some(9)));
        assert_eq!(attachment.name.as_deref(), Some("a.bin"));
        assert_eq!((it.words(), it.media_group_id.as_deref()), (Some("words"), Some("g")));
    }
}

#[test]
fn a_photo_is_its_largest_size() {
    let size = |id: &str, side: i64| json!({"file_id": id, "file_unique_id": id, "width": side, "height": side});
    let it = message(json!({"photo": [size("s", 90), size("l", 1280), size("m", 320)]}));
    let attachment = it.attachment().unwrap();
    assert_eq!((attachment.kind, attachment.file_id.as_str()), (AttachmentKind::Photo, "l"));
}

#[test]
fn an_animation_is_not_the_document_that_comes_with_it() {
    let file = |id: &str| json!({"file_id": id, "file_unique_id": id});
    for fields in [
        r#""animation": {"file_id": "A"}, "document": {"file_id": "D"}"#,
        r#""document": {"file_id": "D"}, "animation": {"file_id": "A"}"#,
    ] {
        let body = format!(r#"{{"update_id": 1, "message": {{"chat": {{"id": 1}}, {fields}}}}}"#);
        let UpdateKind::Message(it) = Update::decode(body.as_bytes()).unwrap().kind else { panic!("{body}") };
        assert_eq!(it.attachment().unwrap().kind, AttachmentKind::Animation, "{fields}");
    }
    assert_eq!(message(json!({"document": file("D")})).attachment().unwrap().kind, AttachmentKind::Document);
}

#[test]
fn a_contact_and_places() {
    let it = message(json!({"contact": {"phone_number": "+998901234567", "first_name": "A", "user_id": 42}}));
    let Content::Contact(contact) = it.content() else { panic!("{it:?}") };
    assert_eq!((contact.phone_number.as_str(), contact.user_id), ("+998901234567", Some(42)));

    let point = json!({"latitude": 41.3, "longitude": 69});
    for fields in [json!({"location": point}), json!({"venue": {"location": point, "title": "T"}})] {
        let Content::Location(place) = message(fields).content() else { panic!("no place") };
        assert_eq!((place.latitude, place.longitude), (41.3, 69.0));
    }
    assert_eq!(message(json!({"location": {"latitude": 41.3}})).content(), Content::Unknown);
}

#[test]
fn service_messages() {
    let cases = [
        (json!({"new_chat_members": [{"id": 1}]}), Service::NewMembers),
        (json!({"left_chat_member": {"id": 1}}), Service::MemberLeft),
        (json!({"pinned_message": {"message_id": 1, "text": "someone's"}}), Service::Pinned),
        (json!({"forum_topic_created": {"name": "T", "icon_color": 1}}), Service::TopicCreated { name: "T".into() }),
        (json!({"forum_topic_edited": {}}), Service::TopicEdited),
        (json!({"forum_topic_closed": {}}), Service::TopicClosed),
        (json!({"forum_topic_reopened": {}}), Service::TopicReopened),
        (json!({"group_chat_created": true}), Service::ChatCreated),
        (json!({"migrate_to_chat_id": -100_123}), Service::MigratedTo(-100_123)),
        (json!({"migrate_from_chat_id": -5}), Service::MigratedFrom(-5)),
        (json!({"write_access_allowed": {}}), Service::Other),
        (json!({"new_chat_title": "T"}), Service::Other),
    ];
    for (fields, service) in cases {
        let it = message(fields.clone());
        assert_eq!(it.content(), Content::Service(&service), "{fields}");
        assert!(it.is_service(), "{fields}");
    }
    assert_eq!(message(json!({"migrate_to_chat_id": -100_123})).migrate_to_chat_id(), Some(-100_123));
    assert!(!message(json!({"text": "hi"})).is_service());
    assert!(!message(json!({"group_chat_created": false, "pinned_message": null})).is_service());
}

#[test]
fn content_of_a_newer_kind_is_unknown_but_its_words_are_found() {
    for fields in [json!({}), json!({"dice": {"emoji": "🎲", "value": 3}}), json!({"hologram": {"id": 1}})] {
        let it = message(fields.clone());
        assert_eq!((it.content(), it.is_salvaged), (Content::Unknown, false), "{fields}");
    }
    let rich = message(json!({"rich_message": {"blocks": [
        {"type": "paragraph", "text": ["Протекает ", {"type": "bold", "text": "кран"}]},
        {"type": "list", "items": [{"label": "1", "blocks": [{"type": "paragraph", "text": "кв. 12"}]}]},
        {"type": "buttons", "buttons": [[{"text": "Нажми"}]]},
    ]}, "reply_markup": {"inline_keyboard": [[{"text": "Кнопка"}]]}, "quote": {"text": "чужое"}}));
    assert_eq!(rich.content(), Content::Text("Протекает кран\nкв. 12"));
    assert!(rich.is_salvaged);
    let checklist =
        message(json!({"checklist": {"title": "T", "tasks": [{"id": 1, "text": "a"}, {"id": 2, "text": "b"}]}}));
    assert_eq!(checklist.words(), Some("a\nb"));
    let poll = message(json!({"poll": {"question": "Q", "options": [{"text": "yes"}]}}));
    assert_eq!(poll.content(), Content::Unknown, "options of a poll are no words of theirs");
}

#[test]
fn taps() {
    let button = |date: i64| json!({"message": {"message_id": 6, "date": date, "chat": {"id": 42, "type": "private"}}});
    let it = tap(button(5));
    assert_eq!((it.id.as_str(), it.from.id, it.data.as_deref()), ("77", 42, Some("r:1")));
    let under = it.message.unwrap();
    assert_eq!((under.message_id, under.chat.id, under.is_accessible()), (6, 42, true));
    assert!(!tap(button(0)).message.unwrap().is_accessible());
    assert_eq!(tap(json!({"inline_message_id": "x"})).message, None);
}

#[test]
fn membership_joining_and_reactions() {
    let chat = json!({"id": -1, "type": "group", "title": "G"});
    let from = json!({"id": 7, "is_bot": false, "first_name": "A"});
    let change = json!({"chat": chat, "from": from, "date": 3,
        "old_chat_member": {"status": "left", "user": {"id": 1}},
        "new_chat_member": {"status": "administrator", "user": {"id": 1}, "can_manage_topics": true}});
    let UpdateKind::MyChatMember(it) = decode(&json!({"update_id": 1, "my_chat_member": change})).kind else {
        panic!("another kind");
    };
    assert_eq!((it.chat.id, it.from.id, it.old_chat_member.status), (-1, 7, MemberStatus::Left));
    assert!(it.new_chat_member.is_admin() && it.new_chat_member.is_in() && it.new_chat_member.can_manage_topics);
    assert!(!it.old_chat_member.is_in());
    let kind = decode(&json!({"update_id": 1, "chat_member": change})).kind;
    assert!(matches!(kind, UpdateKind::ChatMember(_)), "{kind:?}");

    let join = json!({"chat": chat, "from": from, "user_chat_id": 7, "date": 3, "bio": "b"});
    let UpdateKind::ChatJoinRequest(it) = decode(&json!({"update_id": 1, "chat_join_request": join})).kind else {
        panic!("another kind");
    };
    assert_eq!((it.user_chat_id, it.bio.as_deref()), (7, Some("b")));

    let reaction = json!({"chat": chat, "message_id": 4, "user": from, "date": 3, "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "👍"}, {"type": "paid"}]});
    let UpdateKind::MessageReaction(it) = decode(&json!({"update_id": 1, "message_reaction": reaction})).kind else {
        panic!("another kind");
    };
    assert_eq!((it.old_reaction.len(), it.new_reaction.len()), (0, 2));
    assert_eq!(it.new_reaction[0].emoji.as_deref(), Some("👍"));
}

#[test]
fn other_kinds_keep_their_name() {
    let other = |update: Value| match decode(&update).kind {
        UpdateKind::Other(name) => name,
        known => panic!("{known:?}"),
    };
    assert_eq!(other(json!({"update_id": 1, "poll_answer": {"poll_id": "1"}})), "poll_answer");
    assert_eq!(other(json!({"update_id": 1, "message": {"text": "no chat"}})), "message");
    assert_eq!(other(json!({"update_id": 1})), "");
}

#[test]
fn what_is_no_update() {
    for body in ["", "{", "[]", "17", "{\"update_id\":1}x", "{\"update_id\":1,\"message\":{\"chat\":{\"id\":}}}"] {
        let error = Update::decode(body.as_bytes()).unwrap_err();
        assert!(matches!(error, DecodeError::BadJson(_)), "{body}: {error}");
    }
    for body in ["{}", "{\"update_id\":\"1\"}", "{\"message\":{}}"] {
        let error = Update::decode(body.as_bytes()).unwrap_err();
        assert!(matches!(error, DecodeError::NoUpdateId), "{body}: {error}");
    }
}
