//! Words inside content that is newer than this code. A rich message of the
//! Bot API 10.1 is blocks of nested texts where an old one has `text`; the next
//! kind will look different again, but will still call words text or caption.
//! This runs only when nothing known was found, so it may take a second pass.

use serde_json::{Map, Value};

/// Parts of a message that hold somebody else's words, or no words.
const NOT_THEIRS: [&str; 14] = [
    "button",
    "buttons",
    "chat",
    "entities",
    "external_reply",
    "forward_origin",
    "from",
    "game",
    "poll",
    "quote",
    "reply_markup",
    "reply_to_message",
    "reply_to_story",
    "sender_chat",
];

/// The words of the message under `kind` in an update's body, one piece a line.
pub(super) fn words(body: &[u8], kind: &str) -> Option<String> {
    let update: Map<String, Value> = serde_json::from_slice(body).ok()?;
    let mut pieces = Vec::new();
    collect(update.get(kind)?, &mut pieces);
    (!pieces.is_empty()).then(|| pieces.join("\n"))
}

fn collect(value: &Value, pieces: &mut Vec<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| collect(one, pieces)),
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !NOT_THEIRS.contains(&name.as_str())) {
                if is_words(name) {
                    let mut piece = String::new();
                    append(value, &mut piece);
                    if !piece.trim().is_empty() {
                        pieces.push(piece);
                    }
                } else {
                    collect(value, pieces);
                }
            }
        }
        _ => {}
    }
}

/// A text is a string, a list of texts, or an object around a text.
fn append(value: &Value, piece: &mut String) {
    match value {
        Value::String(text) => piece.push_str(text),
        Value::Array(all) => all.iter().for_each(|one| append(one, piece)),
        Value::Object(fields) => {
            for (_, value) in fields.iter().filter(|(name, _)| is_words(name)) {
                append(value, piece);
            }
        }
        _ => {}
    }
}

fn is_words(field: &str) -> bool {
    field == "text" || field == "caption"
}
