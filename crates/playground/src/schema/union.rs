//! Which member of a union an object is. The Bot API tells by a constant `type` field named after
//! the member (`InputMediaPhoto` of `InputMedia` → `photo`), or, for keyboards, by the one field
//! that only that member has.

use serde_json::{Map, Value};

use super::Schema;

/// Fields that name a keyboard, since keyboards have no `type`.
const MARKS: [(&str, &str); 4] = [
    ("InlineKeyboardMarkup", "inline_keyboard"),
    ("ReplyKeyboardMarkup", "keyboard"),
    ("ReplyKeyboardRemove", "remove_keyboard"),
    ("ForceReply", "force_reply"),
];

/// The member of `names` that `object` is meant to be.
pub(super) fn choose<'a>(schema: &Schema, names: &[&'a str], object: &Map<String, Value>) -> Option<&'a str> {
    if let [only] = names {
        return Some(only);
    }
    if let Some((name, _)) = MARKS.iter().find(|(name, mark)| names.contains(name) && object.contains_key(*mark)) {
        return names.iter().find(|candidate| candidate == &name).copied();
    }
    if let Some(kind) = object.get("type").and_then(Value::as_str) {
        let prefix = common_prefix(names);
        return names
            .iter()
            .filter(|name| schema.shape(name).is_some_and(|shape| shape.field("type").is_some()))
            .find(|name| snake_case(&name[prefix..]) == kind)
            .copied();
    }
    None
}

/// The length of what all names begin with, cut back to where a capital letter starts a word.
fn common_prefix(names: &[&str]) -> usize {
    let Some((first, rest)) = names.split_first() else { return 0 };
    let mut length = first.len();
    for name in rest {
        length = first.bytes().zip(name.bytes()).take(length).take_while(|(a, b)| a == b).count();
    }
    while length > 0 && !names.iter().all(|name| name[length..].starts_with(|c: char| c.is_ascii_uppercase())) {
        length -= 1;
    }
    length
}

fn snake_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for (index, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && index > 0 {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_members_name_tells_its_type() {
        let names = ["InputMediaAudio", "InputMediaDocument", "InputMediaPhoto"];
        assert_eq!(common_prefix(&names), "InputMedia".len());
        assert_eq!(common_prefix(&["MenuButtonCommands", "MenuButtonWebApp"]), "MenuButton".len());
        assert_eq!(common_prefix(&["BotCommandScopeChat", "BotCommandScopeChatMember", "BotCommandScopeDefault"]), 15);
        assert_eq!(snake_case("AllChatAdministrators"), "all_chat_administrators");
    }
}
