//! Telegram cuts blank space from both ends of a text and moves the entities along.

use serde_json::Value;

use super::Formatted;
use crate::schema::utf16;

pub(super) fn trimmed(formatted: Formatted) -> Formatted {
    let Formatted { text, entities } = formatted;
    let kept = text.trim();
    if kept.len() == text.len() {
        return Formatted { text, entities };
    }
    let cut = text.len() - text.trim_start().len();
    let cut = utf16(&text[..cut]) as i64;
    let length = utf16(kept) as i64;
    let entities = entities.into_iter().filter_map(|entity| moved(entity, cut, length)).collect();
    Formatted { text: kept.to_owned(), entities }
}

fn moved(mut entity: Value, cut: i64, length: i64) -> Option<Value> {
    let start = entity["offset"].as_i64()? - cut;
    let end = (start + entity["length"].as_i64()?).min(length);
    let start = start.max(0);
    if start >= end {
        return None;
    }
    entity["offset"] = start.into();
    entity["length"] = (end - start).into();
    Some(entity)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn entities_move_with_the_text() {
        let formatted = Formatted {
            text: "  ab  ".to_owned(),
            entities: vec![
                json!({"type": "bold", "offset": 1, "length": 4}),
                json!({"type": "code", "offset": 5, "length": 1}),
            ],
        };
        let out = trimmed(formatted);
        assert_eq!(out.text, "ab");
        assert_eq!(out.entities, [json!({"type": "bold", "offset": 0, "length": 2})]);
    }
}
