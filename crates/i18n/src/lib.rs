//! Every word that a person reads, as typed functions generated from
//! `locales/{ru,uz,en}/<capability>.ftl`: the message `requests-card-title`
//! with `$number` is `i18n::t::requests::card_title(lang, number)`. A text that
//! is missing in a language or misuses a variable does not compile; how to add
//! one is in this crate's README.

mod catalog;
mod lang;

#[cfg(test)]
mod fixture;

mod generated {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use generated::{ERROR_CODES, error_text, t};
pub use lang::{Lang, UnknownLang};
