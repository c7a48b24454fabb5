//! Texts and captions: `parse_mode` or explicit entities, trimmed and measured as Telegram does,
//! with links, commands and mentions found by the server itself.

mod detect;
mod html;
mod trim;

use serde_json::{Map, Value};

use super::Refusal;
use crate::schema::utf16;

pub(crate) use detect::detect;

/// A text with its Bot API entities.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Formatted {
    pub text: String,
    pub entities: Vec<Value>,
}

/// Entity types that a bot may send.
const ENTITIES: [&str; 20] = [
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
];

/// The content of a text message: `text` and `entities`.
pub(super) fn message(params: &Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    let formatted = formatted(params, "text", "entities")?;
    if formatted.text.is_empty() {
        let given = params.get("text").and_then(Value::as_str).unwrap_or_default();
        return Err(Refusal::bad(if given.is_empty() { "message text is empty" } else { "text must be non-empty" }));
    }
    if utf16(&formatted.text) > 4096 {
        return Err(Refusal::bad("message is too long"));
    }
    Ok(content(formatted, "text", "entities"))
}

/// The caption fields of a message with a file; empty without a caption.
pub(super) fn caption(params: &Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    let formatted = formatted(params, "caption", "caption_entities")?;
    if utf16(&formatted.text) > 1024 {
        return Err(Refusal::bad("message caption is too long"));
    }
    Ok(content(formatted, "caption", "caption_entities"))
}

/// What a person types, with what the server finds in it.
pub(crate) fn typed(text: &str, text_key: &str, entities_key: &str) -> Map<String, Value> {
    let formatted = Formatted { text: text.to_owned(), entities: Vec::new() };
    content(trim::trimmed(formatted), text_key, entities_key)
}

fn content(formatted: Formatted, text_key: &str, entities_key: &str) -> Map<String, Value> {
    let mut out = Map::new();
    if formatted.text.is_empty() {
        return out;
    }
    let entities = detect(&formatted.text, formatted.entities);
    if !entities.is_empty() {
        out.insert(entities_key.to_owned(), entities.into());
    }
    out.insert(text_key.to_owned(), formatted.text.into());
    out
}

fn formatted(params: &Map<String, Value>, text_key: &str, entities_key: &str) -> Result<Formatted, Refusal> {
    let text = params.get(text_key).and_then(Value::as_str).unwrap_or_default();
    let mode = params.get("parse_mode").and_then(Value::as_str).unwrap_or_default();
    let formatted = match mode.to_lowercase().as_str() {
        "html" => html::parse(text).map_err(|why| Refusal::bad(format!("can't parse entities: {why}")))?,
        "" => {
            let entities = params.get(entities_key).and_then(Value::as_array).cloned().unwrap_or_default();
            check(text, &entities)?;
            Formatted { text: text.to_owned(), entities }
        }
        "markdown" | "markdownv2" => {
            return Err(Refusal::bad("Markdown is not supported by the playground: send entities or HTML"));
        }
        _ => return Err(Refusal::bad("unsupported parse_mode")),
    };
    Ok(trim::trimmed(formatted))
}

/// Explicit entities: known types, in range, on borders of characters.
fn check(text: &str, entities: &[Value]) -> Result<(), Refusal> {
    let units: Vec<u16> = text.encode_utf16().collect();
    for entity in entities {
        let kind = entity["type"].as_str().unwrap_or_default();
        if !ENTITIES.contains(&kind) {
            return Err(Refusal::bad(format!("can't parse entities: unsupported entity type \"{kind}\"")));
        }
        let number = |key: &str| entity[key].as_i64().and_then(|number| usize::try_from(number).ok());
        let (Some(offset), Some(length)) = (number("offset"), number("length")) else {
            return Err(Refusal::bad("can't parse entities: entity offset and length must be positive"));
        };
        let end = offset.saturating_add(length);
        if length == 0 || end > units.len() {
            return Err(Refusal::bad(format!(
                "entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {}",
                units.len()
            )));
        }
        // A low surrogate at a border means that the border is inside a character.
        if [offset, end].iter().any(|at| units.get(*at).is_some_and(|unit| (0xDC00..0xE000).contains(unit))) {
            return Err(Refusal::bad(format!(
                "entity beginning at UTF-16 offset {offset} begins or ends in a middle of a UTF-16 symbol"
            )));
        }
        let needs = match kind {
            "text_link" => Some("url"),
            "text_mention" => Some("user"),
            "custom_emoji" => Some("custom_emoji_id"),
            _ => None,
        };
        if let Some(field) = needs.filter(|field| entity.get(*field).is_none()) {
            return Err(Refusal::bad(format!("can't parse entities: {kind} needs \"{field}\"")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(params: Value) -> Result<Map<String, Value>, Refusal> {
        message(params.as_object().expect("an object"))
    }

    #[test]
    fn characters_are_counted_in_utf16_after_parsing() {
        assert!(of(json!({"text": "😀".repeat(2048)})).is_ok());
        assert_eq!(of(json!({"text": "😀".repeat(2049)})).unwrap_err().description, "Bad Request: message is too long");
        let bold = format!("<b>{}</b>", "a".repeat(4096));
        assert!(of(json!({"text": bold, "parse_mode": "HTML"})).is_ok());
    }

    #[test]
    fn entities_must_lie_on_characters() {
        for (offset, length) in [(0, 6), (5, 1), (-1, 2), (0, 0), (1, 1)] {
            let params = json!({"text": "😀ab!", "entities": [{"type": "bold", "offset": offset, "length": length}]});
            assert!(of(params).is_err(), "{offset}+{length}");
        }
        let params = json!({"text": "😀ab!", "entities": [{"type": "bold", "offset": 2, "length": 3}]});
        assert!(of(params).is_ok());
    }

    #[test]
    fn blank_text_is_refused() {
        assert_eq!(of(json!({"text": ""})).unwrap_err().description, "Bad Request: message text is empty");
        assert_eq!(of(json!({"text": " \n"})).unwrap_err().description, "Bad Request: text must be non-empty");
    }
}
