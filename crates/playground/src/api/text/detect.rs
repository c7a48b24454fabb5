//! What the server finds in every text by itself: commands, mentions, hashtags, links and mail
//! addresses. Words are taken at blank space; what an explicit entity covers is left alone.

use serde_json::{Value, json};

use crate::schema::utf16;

/// Adds the entities found in `text` to the given ones, in the order of their offsets.
pub(crate) fn detect(text: &str, mut entities: Vec<Value>) -> Vec<Value> {
    let covered: Vec<(i64, i64)> = entities
        .iter()
        .filter(|entity| matches!(entity["type"].as_str(), Some("code" | "pre" | "text_link" | "url" | "mention")))
        .filter_map(|entity| Some((entity["offset"].as_i64()?, entity["length"].as_i64()?)))
        .collect();
    let mut offset = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let inner = word.trim_start_matches(['(', '"', '«', '[']);
        let start = offset + utf16(&word[..word.len() - inner.len()]) as i64;
        offset += utf16(piece) as i64;
        let Some((kind, found)) = of_word(inner) else { continue };
        let length = utf16(found) as i64;
        if !covered.iter().any(|(from, long)| start < from + long && *from < start + length) {
            entities.push(json!({"type": kind, "offset": start, "length": length}));
        }
    }
    entities.sort_by_key(|entity| (entity["offset"].as_i64(), entity["length"].as_i64().map(|length| -length)));
    entities
}

fn of_word(word: &str) -> Option<(&'static str, &str)> {
    let name = |rest: &str| rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let ascii = |rest: &str| rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
    if let Some(rest) = word.strip_prefix('/') {
        let command = ascii(rest);
        let tail = rest[command..].strip_prefix('@').map_or(0, |bot| 1 + ascii(bot));
        return (1..=32).contains(&command).then(|| ("bot_command", &word[..1 + command + tail]));
    }
    if let Some(rest) = word.strip_prefix('@') {
        return (ascii(rest) >= 4).then(|| ("mention", &word[..1 + ascii(rest)]));
    }
    if let Some(rest) = word.strip_prefix('#') {
        return (name(rest) > 0).then(|| ("hashtag", &word[..1 + name(rest)]));
    }
    let bare = word.trim_end_matches(['.', ',', '!', '?', ')', ']', ':', ';', '"', '»']);
    if ["http://", "https://", "tg://", "t.me/"].iter().any(|start| bare.starts_with(start) && bare.len() > start.len())
    {
        return Some(("url", bare));
    }
    let (user, host) = bare.split_once('@')?;
    (!user.is_empty() && host.contains('.') && !host.contains('@')).then_some(("email", bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_telegram_marks() {
        let found = |text: &str| -> Vec<String> {
            let units: Vec<u16> = text.encode_utf16().collect();
            let part = |entity: &Value| {
                let start = entity["offset"].as_u64().unwrap_or(0) as usize;
                let end = start + entity["length"].as_u64().unwrap_or(0) as usize;
                format!("{}={}", entity["type"].as_str().unwrap_or(""), String::from_utf16_lossy(&units[start..end]))
            };
            detect(text, Vec::new()).iter().map(part).collect()
        };
        assert_eq!(found("/start@kontora_bot abc"), ["bot_command=/start@kontora_bot"]);
        assert_eq!(found("😀 см. (https://a.uz/x?y), #тег!"), ["url=https://a.uz/x?y", "hashtag=#тег"]);
        assert_eq!(found("@anna_k a@b.uz a/b / 5"), ["mention=@anna_k", "email=a@b.uz"]);
    }
}
