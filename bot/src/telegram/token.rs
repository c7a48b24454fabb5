//! A bot's token. Whoever has it *is* the bot, so it shows up nowhere but in
//! the address of a call.

use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};

/// A bot's token, well-formed. Its `Debug` shows nothing.
#[derive(Debug, Clone)]
pub struct Token {
    bot_id: i64,
    secret: SecretString,
}

/// Not `<bot id>:<letters, digits, _ and ->`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a bot token")]
pub struct BadToken;

impl Token {
    /// The bot's own id in Telegram.
    #[must_use]
    pub fn bot_id(&self) -> i64 {
        self.bot_id
    }
}

impl ExposeSecret<str> for Token {
    fn expose_secret(&self) -> &str {
        self.secret.expose_secret()
    }
}

impl FromStr for Token {
    type Err = BadToken;

    /// The token becomes part of a path, so nothing else may be in it.
    fn from_str(token: &str) -> Result<Self, BadToken> {
        let token = token.trim();
        let (id, secret) = token.split_once(':').ok_or(BadToken)?;
        let bot_id = id.parse().ok().filter(|id| *id > 0).ok_or(BadToken)?;
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if secret.is_empty() || !secret.chars().all(fits) || !id.chars().all(|c| c.is_ascii_digit()) {
            return Err(BadToken);
        }
        Ok(Self { bot_id, secret: token.into() })
    }
}
