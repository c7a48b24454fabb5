//! Whatever else an update holds, the words arrive.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::telegram::{Update, UpdateKind};

/// Every field that the decoder knows at some level, but not those that the
/// words and the message stand on.
const KNOWN: &[&str] = &[
    "animation",
    "audio",
    "bio",
    "caption",
    "contact",
    "date",
    "document",
    "edit_date",
    "entities",
    "first_name",
    "forum_topic_created",
    "from",
    "group_chat_created",
    "is_bot",
    "is_forum",
    "is_topic_message",
    "language_code",
    "left_chat_member",
    "location",
    "media_group_id",
    "message_id",
    "message_thread_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "photo",
    "pinned_message",
    "poll",
    "quote",
    "reply_to_message",
    "rich_message",
    "sender_chat",
    "sticker",
    "title",
    "type",
    "username",
    "venue",
    "video",
    "video_note",
    "voice",
];

/// Any JSON value, with known names inside so that shapes nearly fit.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![vec(inner.clone(), 0..4).prop_map(Value::from), fields_of(inner).prop_map(Value::from)]
    })
}

fn fields_of(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    let name = prop_oneof![
        4 => proptest::sample::select(KNOWN).prop_map(str::to_owned),
        1 => proptest::sample::select(&["file_id", "phone_number", "latitude", "user_id"][..]).prop_map(str::to_owned),
        2 => "[a-z_\"\\\\é]{1,12}",
    ];
    btree_map(name, value, 0..8).prop_map(|fields| {
        // These decide what the test is about; see `KNOWN`.
        fields.into_iter().filter(|(name, _)| !["text", "chat", "id", "update_id"].contains(&name.as_str())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn words_survive_everything_around_them(
        text in ".{0,40}[^\\pC].{0,40}",
        message in fields_of(any_value()),
        chat in fields_of(any_value()),
        update in fields_of(any_value()),
        kind in proptest::sample::select(&["message", "edited_message"][..]),
    ) {
        let (mut message, mut chat, mut update) = (message, chat, update);
        chat.insert("id".into(), json!(42));
        message.insert("chat".into(), chat.into());
        message.insert("text".into(), json!(text));
        update.insert("update_id".into(), json!(7));
        update.insert(kind.into(), message.into());

        let body = Value::from(update).to_string();
        let decoded = Update::decode(body.as_bytes()).unwrap();
        prop_assert_eq!(decoded.update_id, 7);
        match decoded.kind {
            UpdateKind::Message(it) | UpdateKind::EditedMessage(it) => {
                prop_assert_eq!(it.words(), Some(text.as_str()));
                prop_assert_eq!(it.chat.id, 42);
                prop_assert!(!it.is_service());
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn nothing_with_an_id_is_refused(
        update in fields_of(any_value()),
        kind in proptest::sample::select(&[
            "message", "callback_query", "my_chat_member", "chat_member", "chat_join_request", "message_reaction", "new",
        ][..]),
        value in any_value(),
    ) {
        let mut update = update;
        update.insert("update_id".into(), json!(7));
        update.insert(kind.into(), value);
        let decoded = Update::decode(Value::from(update).to_string().as_bytes()).unwrap();
        prop_assert_eq!(decoded.update_id, 7);
    }
}
