//! The languages that Kontora speaks, their codes and names, and the guess
//! from what Telegram says about a person's app.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language of the product. Serialized as its code: `"ru"`, `"uz"`, `"en"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Russian, the language that texts are written in first.
    Ru,
    /// Uzbek in Latin script.
    Uz,
    /// English.
    En,
}

/// A language code that is not one of [`Lang::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language code")]
pub struct UnknownLang;

impl Lang {
    /// Every language, in the order in which a person is offered them.
    pub const ALL: [Self; 3] = [Self::Ru, Self::Uz, Self::En];

    /// ISO 639-1 code, two lowercase letters.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::Uz => "uz",
            Self::En => "en",
        }
    }

    /// The language's name in itself, for a button that its speakers must recognize.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::Ru => "Русский",
            Self::Uz => "O‘zbekcha",
            Self::En => "English",
        }
    }

    /// The language behind Telegram's `User.language_code`, an IETF tag such as
    /// `ru` or `en-US` that many users do not have. `None` when it is absent or
    /// none of ours: then the person should be asked.
    pub fn guess(language_code: Option<&str>) -> Option<Self> {
        let primary = language_code?.split(['-', '_']).next()?;
        primary.to_ascii_lowercase().parse().ok()
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Accepts exactly what [`Lang::code`] gives.
    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        Self::ALL.into_iter().find(|lang| lang.code() == code).ok_or(UnknownLang)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip_through_text_and_json() {
        for lang in Lang::ALL {
            assert_eq!(lang.code().parse(), Ok(lang));
            assert_eq!(lang.to_string(), lang.code());
            let json = serde_json::to_string(&lang).unwrap();
            assert_eq!(json, format!("\"{}\"", lang.code()));
            assert_eq!(serde_json::from_str::<Lang>(&json).unwrap(), lang);
        }
        assert_eq!("kk".parse::<Lang>(), Err(UnknownLang));
        assert_eq!("RU".parse::<Lang>(), Err(UnknownLang));
    }

    #[test]
    fn telegram_tags_are_guessed_by_their_primary_part() {
        for (tag, lang) in
            [("ru", Lang::Ru), ("uz", Lang::Uz), ("uz-Cyrl-UZ", Lang::Uz), ("en-US", Lang::En), ("EN_gb", Lang::En)]
        {
            assert_eq!(Lang::guess(Some(tag)), Some(lang), "{tag}");
        }
        for tag in [None, Some(""), Some("de"), Some("english"), Some("-ru")] {
            assert_eq!(Lang::guess(tag), None, "{tag:?}");
        }
    }
}
