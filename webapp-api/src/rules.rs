//! What garde finds wrong, as codes: the words are found later, when the reader's language is known.
//!
//! A rule of our own (`#[garde(custom(…))]`) gives its code as the message of its error.

use std::{borrow::Cow, fmt::Display};

use garde::i18n::{I18n, InvalidCreditCard, InvalidEmail, InvalidPhoneNumber, InvalidUrl, IpKind, with_i18n};

/// Between a code and the bound that was passed.
const BOUND: char = '=';

/// Runs a validation whose messages are codes.
pub(crate) fn speaking_codes<T>(validate: impl FnOnce() -> T) -> T {
    with_i18n(Codes, validate)
}

/// The code in a message of garde's, and the bound that was passed.
pub(crate) fn code_of(message: &str) -> (String, Option<String>) {
    let (code, bound) = message.split_once(BOUND).map_or((message, None), |(code, bound)| (code, Some(bound)));
    let is_code = !code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if is_code { (code.to_owned(), bound.map(str::to_owned)) } else { ("invalid".to_owned(), None) }
}

struct Codes;

fn with(code: &str, bound: impl Display) -> Cow<'static, str> {
    format!("{code}{BOUND}{bound}").into()
}

impl I18n for Codes {
    fn length_lower_than(&self, min: usize) -> Cow<'static, str> {
        with("too_short", min)
    }

    fn length_greater_than(&self, max: usize) -> Cow<'static, str> {
        with("too_long", max)
    }

    fn range_lower_than(&self, min: &dyn Display) -> Cow<'static, str> {
        with("too_small", min)
    }

    fn range_greater_than(&self, max: &dyn Display) -> Cow<'static, str> {
        with("too_great", max)
    }

    fn credit_card_invalid(&self, _: InvalidCreditCard) -> Cow<'static, str> {
        "invalid".into()
    }

    fn pattern_no_match(&self, _: &dyn Display) -> Cow<'static, str> {
        "invalid".into()
    }

    fn contains_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        "invalid".into()
    }

    fn url_invalid(&self, _: InvalidUrl) -> Cow<'static, str> {
        "url_invalid".into()
    }

    fn prefix_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        "invalid".into()
    }

    fn suffix_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        "invalid".into()
    }

    fn phone_number_invalid(&self, _: InvalidPhoneNumber) -> Cow<'static, str> {
        "phone_invalid".into()
    }

    fn ip_invalid(&self, _: IpKind) -> Cow<'static, str> {
        "invalid".into()
    }

    fn matches_field_mismatch(&self, _: &dyn Display) -> Cow<'static, str> {
        "invalid".into()
    }

    fn email_invalid(&self, _: InvalidEmail) -> Cow<'static, str> {
        "email_invalid".into()
    }

    fn ascii_invalid(&self) -> Cow<'static, str> {
        "invalid".into()
    }

    fn alphanumeric_invalid(&self) -> Cow<'static, str> {
        "invalid".into()
    }

    fn required_not_set(&self) -> Cow<'static, str> {
        "missing".into()
    }
}

#[cfg(test)]
mod tests {
    use super::code_of;

    #[test]
    fn a_message_is_a_code_or_it_is_not_shown() {
        assert_eq!(code_of("too_long=200"), ("too_long".to_owned(), Some("200".to_owned())));
        assert_eq!(code_of("name_taken"), ("name_taken".to_owned(), None));
        assert_eq!(code_of("Something said in English"), ("invalid".to_owned(), None));
    }
}
