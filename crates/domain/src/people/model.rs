//! The facts about a person, and the rules of a name and a phone number.

use serde::{Deserialize, Serialize};

use crate::{
    Error, Result,
    access::Role,
    ids::{MemberId, PersonId, UnitId},
};

/// A language that Kontora speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Language {
    /// Русский.
    Ru,
    /// O‘zbekcha, in Latin script.
    Uz,
    /// English.
    En,
}

/// Whoever an update came from, as Telegram names them.
#[derive(Clone, Debug)]
pub struct Newcomer<'a> {
    /// Telegram's user id.
    pub telegram_id: i64,
    /// First and last name, as they call themselves.
    pub name: &'a str,
    /// Without the `@`.
    pub username: Option<&'a str>,
    /// A guess from their Telegram's language; the org's own when there is none.
    pub language: Option<Language>,
}

/// A person and what every step of a conversation needs to know of them. Cached: rights are never decided on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The person.
    pub person: PersonId,
    /// Telegram's user id: also the id of the private chat.
    pub telegram_id: i64,
    /// What to call them.
    pub name: String,
    /// The language to speak with them.
    pub language: Language,
    /// Whether they chose it; otherwise it is a guess, and worth a question.
    pub language_chosen: bool,
    /// Whether their phone number is known.
    pub has_phone: bool,
    /// Set while the bot is blocked.
    pub unreachable: bool,
    /// Their work for the org.
    pub membership: Option<(MemberId, Role)>,
    /// Where they live.
    pub homes: Vec<Home>,
}

impl Identity {
    /// What to greet them with: the name up to its first space.
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }
}

/// A unit that someone lives in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// The unit.
    pub unit: UnitId,
    /// The building's address.
    pub address: String,
    /// The unit's number.
    pub number: String,
    /// Whether the register confirmed it.
    pub verified: bool,
}

/// The longest name that is kept, in characters.
const NAME_MAX: usize = 128;

/// A name fit to be kept: trimmed, without control characters, never empty.
pub(crate) fn tidy_name(name: &str) -> String {
    let name: String = name.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
    match name.trim() {
        "" => "—".to_owned(),
        name => name.to_owned(),
    }
}

/// A phone number in E.164: Telegram leaves out the plus, people write spaces, dashes and brackets.
///
/// Source: ITU-T E.164, at most 15 digits, no leading zero.
pub fn phone_e164(phone: &str) -> Result<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let strange = phone.chars().any(|c| !(c.is_ascii_digit() || " +-().\u{a0}".contains(c)));
    if strange || !(7..=15).contains(&digits.len()) || digits.starts_with('0') {
        return Err(Error::Invalid { field: "phone", code: "phone_invalid" });
    }
    Ok(format!("+{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_becomes_e164_or_is_refused() {
        for (written, kept) in [
            ("998901234567", Some("+998901234567")),
            ("+998 (90) 123-45-67", Some("+998901234567")),
            ("12345", None),
            ("0901234567", None),
            ("+99890abc4567", None),
            ("1234567890123456", None),
        ] {
            assert_eq!(phone_e164(written).ok().as_deref(), kept, "{written}");
        }
    }

    #[test]
    fn a_name_is_tidied_and_never_empty() {
        assert_eq!(tidy_name("  Анна\u{0} \n"), "Анна");
        assert_eq!(tidy_name("\u{7}"), "—");
        assert_eq!(tidy_name(&"я".repeat(500)).chars().count(), NAME_MAX);
    }
}
