//! The two JSON shapes of the Bot API as far as the conversation needs them: updates going in (as complete as
//! Telegram's own, since decoding them is part of the cost), and the parameters of calls coming out.
//!
//! Source: the types `Update` and `Message` and the methods of the Bot API.

use serde::Deserialize;
use serde_json::{Value, json};

/// The bot's id with Telegram.
pub(crate) const BOT_ID: i64 = 7_000_000_001;
/// The staff's group.
pub(crate) const STAFF_CHAT: i64 = -1_002_000_000_001;
/// The date of every message, in Unix seconds: nothing measured depends on it.
pub(crate) const DATE: i64 = 1_790_000_000;

/// What a call may say, of any method.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Parameters {
    pub chat_id: i64,
    pub message_id: Option<i64>,
    pub message_thread_id: Option<i64>,
    pub callback_query_id: String,
    pub text: String,
    pub name: String,
    pub entities: Option<Value>,
    pub reply_markup: Option<Value>,
}

/// A message of the bot, as it stands in its chat: what `sendMessage` and `editMessageText` answer with.
pub(crate) fn bot_message(message_id: i64, chat_id: i64, said: &Parameters) -> Value {
    let chat = if chat_id < 0 {
        json!({"id": chat_id, "title": "Диспетчерская", "type": "supergroup", "is_forum": true})
    } else {
        json!({"id": chat_id, "first_name": "Житель", "type": "private"})
    };
    let mut message = json!({
        "message_id": message_id,
        "from": {"id": BOT_ID, "is_bot": true, "first_name": "Контора", "username": "office_bench_bot"},
        "chat": chat,
        "date": DATE,
        "text": said.text,
    });
    for (field, value) in [("entities", &said.entities), ("reply_markup", &said.reply_markup)] {
        // Telegram keeps a keyboard under the input field to itself.
        let shown = value.as_ref().filter(|value| field == "entities" || value.get("inline_keyboard").is_some());
        if let Some(value) = shown {
            message[field] = value.clone();
        }
    }
    message
}

/// Somebody wrote `words`.
pub(crate) fn message_update(update_id: i64, chat_id: i64, message_id: i64, words: &str) -> Vec<u8> {
    let chat =
        json!({"id": chat_id, "first_name": "Житель", "username": format!("resident{chat_id}"), "type": "private"});
    let mut message = said(chat_id, chat, message_id, words);
    if words.starts_with('/') {
        message["entities"] = json!([{"offset": 0, "length": words.len(), "type": "bot_command"}]);
    }
    json!({"update_id": update_id, "message": message}).to_string().into_bytes()
}

/// `person` answered `message` with `words` where it stands.
pub(crate) fn reply_update(update_id: i64, person: i64, message_id: i64, message: &Value, words: &str) -> Vec<u8> {
    let mut reply = said(person, message["chat"].clone(), message_id, words);
    for field in ["message_thread_id", "is_topic_message"] {
        if let Some(place) = message.get(field) {
            reply[field] = place.clone();
        }
    }
    reply["reply_to_message"] = message.clone();
    json!({"update_id": update_id, "message": reply}).to_string().into_bytes()
}

fn said(from: i64, chat: Value, message_id: i64, words: &str) -> Value {
    json!({"message_id": message_id, "from": person(from), "chat": chat, "date": DATE, "text": words})
}

/// Somebody tapped the button with `data` under `message`. The query's id begins with the chat's.
pub(crate) fn tap_update(update_id: i64, chat_id: i64, message: &Value, data: &str) -> Vec<u8> {
    let query = json!({
        "id": format!("{chat_id}-{update_id}"),
        "from": person(chat_id),
        "message": message,
        "chat_instance": "-4243837623672538671",
        "data": data,
    });
    json!({"update_id": update_id, "callback_query": query}).to_string().into_bytes()
}

/// The chat whose tap is answered.
pub(crate) fn chat_of_query(query: &str) -> Option<i64> {
    query.split_once('-')?.0.parse().ok()
}

fn person(id: i64) -> Value {
    json!({
        "id": id,
        "is_bot": false,
        "first_name": "Житель",
        "last_name": format!("Номер {id}"),
        "username": format!("resident{id}"),
        "language_code": "ru",
    })
}
