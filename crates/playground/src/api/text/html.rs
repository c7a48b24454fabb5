//! `parse_mode=HTML`: the tags that Telegram knows, turned into entities. Anything else is an
//! error in Telegram's words, so that an unescaped `<` in a text shows in a test.

use serde_json::{Map, Value, json};

use super::Formatted;
use crate::schema::utf16;

struct Open {
    name: String,
    entity: Map<String, Value>,
    offset: usize,
}

/// Parses `text`; the error is what follows "can't parse entities: ".
pub(super) fn parse(text: &str) -> Result<Formatted, String> {
    let mut out = String::with_capacity(text.len());
    let mut length = 0;
    let mut open: Vec<Open> = Vec::new();
    let mut entities: Vec<Value> = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        match letter {
            '&' => {
                let (decoded, used) = reference(&text[at..]).unwrap_or(('&', 1));
                out.push(decoded);
                length += decoded.len_utf16();
                at += used;
            }
            '<' => {
                let end = text[at..].find('>').ok_or_else(|| format!("Unclosed start tag at byte offset {at}"))? + at;
                let tag = &text[at + 1..end];
                match tag.strip_prefix('/') {
                    Some(name) => close(name.trim(), &mut open, &mut entities, length, at)?,
                    None => open.push(start(tag, length, at)?),
                }
                at = end + 1;
            }
            letter => {
                out.push(letter);
                length += letter.len_utf16();
                at += letter.len_utf8();
            }
        }
    }
    if let Some(open) = open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.name));
    }
    debug_assert_eq!(length, utf16(&out));
    entities.sort_by_key(|entity| (entity["offset"].as_u64(), std::cmp::Reverse(entity["length"].as_u64())));
    Ok(Formatted { text: out, entities })
}

fn start(tag: &str, offset: usize, at: usize) -> Result<Open, String> {
    let (name, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let name = name.to_lowercase();
    let attribute = |wanted: &str| attributes(rest).into_iter().find(|(key, _)| key == wanted).map(|(_, value)| value);
    let unsupported = || format!("Unsupported start tag \"{name}\" at byte offset {at}");
    let mut entity = Map::new();
    let kind = match name.as_str() {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "underline",
        "s" | "strike" | "del" => "strikethrough",
        "tg-spoiler" => "spoiler",
        "span" if attribute("class").as_deref() == Some("tg-spoiler") => "spoiler",
        "span" => return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {at}")),
        "code" => {
            if let Some(class) = attribute("class")
                && let Some(language) = class.strip_prefix("language-")
            {
                entity.insert("language".into(), language.into());
            }
            "code"
        }
        "pre" => "pre",
        "blockquote" if attribute("expandable").is_some() => "expandable_blockquote",
        "blockquote" => "blockquote",
        "a" => {
            entity.insert("url".into(), attribute("href").unwrap_or_default().into());
            "text_link"
        }
        "tg-emoji" => {
            let id = attribute("emoji-id").ok_or_else(unsupported)?;
            entity.insert("custom_emoji_id".into(), id.into());
            "custom_emoji"
        }
        _ => return Err(unsupported()),
    };
    entity.insert("type".into(), kind.into());
    Ok(Open { name, entity, offset })
}

fn close(name: &str, open: &mut Vec<Open>, entities: &mut Vec<Value>, length: usize, at: usize) -> Result<(), String> {
    let Some(last) = open.pop() else { return Err(format!("Unexpected end tag at byte offset {at}")) };
    if !name.is_empty() && !last.name.eq_ignore_ascii_case(name) {
        return Err(format!(
            "Unmatched end tag at byte offset {at}, expected \"</{}>\", found \"</{name}>\"",
            last.name
        ));
    }
    let Open { mut entity, offset, .. } = last;
    if length == offset {
        return Ok(());
    }
    let long = length - offset;
    if entity["type"] == "code" {
        // <pre><code class="language-x"> is one entity with a language.
        let language = entity.remove("language");
        if let Some(pre) = open.last_mut().filter(|open| open.entity["type"] == "pre" && open.offset == offset) {
            if let Some(language) = language {
                pre.entity.insert("language".into(), language);
            }
            return Ok(());
        }
    }
    if entity["type"] == "text_link" && entity["url"].as_str().is_none_or(|url| !url.contains([':', '.'])) {
        // Telegram silently drops a link to nowhere.
        return Ok(());
    }
    entity.insert("offset".into(), json!(offset));
    entity.insert("length".into(), json!(long));
    entities.push(Value::Object(entity));
    Ok(())
}

/// `a="1" b='2' c` → pairs, with references decoded.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let key = rest[..end].to_lowercase();
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            out.push((key, String::new()));
            continue;
        };
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, tail) = match quote {
            Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        out.push((key, decoded(value)));
        rest = tail.trim_start();
    }
    out
}

fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let (letter, used) = reference(&text[at..]).unwrap_or((letter, letter.len_utf8()));
        out.push(letter);
        at += used;
    }
    out
}

/// A character reference at the beginning of `text` and how many bytes it takes.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.find(';').filter(|end| *end <= 10)?;
    let letter = match text.strip_prefix('&')?.get(..end - 1)? {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        number => {
            let number = number.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((letter, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_entities() {
        let out = parse("😀<b>a<i>b</i></b> &lt;&#33; <a href=\"https://x.uz/?a=1&amp;b=2\">l</a>").expect("valid");
        assert_eq!(out.text, "😀ab <! l");
        assert_eq!(
            out.entities,
            [
                json!({"type": "bold", "offset": 2, "length": 2}),
                json!({"type": "italic", "offset": 3, "length": 1}),
                json!({"type": "text_link", "offset": 8, "length": 1, "url": "https://x.uz/?a=1&b=2"}),
            ]
        );
        let code = parse("<pre><code class=\"language-rust\">fn</code></pre>").expect("valid");
        assert_eq!(code.entities, [json!({"type": "pre", "offset": 0, "length": 2, "language": "rust"})]);
    }

    #[test]
    fn mistakes_are_told_in_telegrams_words() {
        for (text, words) in [
            ("a <x>b</x>", "Unsupported start tag \"x\" at byte offset 2"),
            ("a < b", "Unclosed start tag at byte offset 2"),
            ("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
            ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
            ("a</b>", "Unexpected end tag at byte offset 1"),
        ] {
            assert_eq!(parse(text).unwrap_err(), words, "{text}");
        }
    }
}
