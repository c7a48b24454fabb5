//! A tap on a button under a message: the type `CallbackQuery` of the Bot API.

use serde::Deserialize;

use super::chat::User;
use super::lenient::{lenient, lenient_object};
use super::message::Message;

/// A tap. It must be answered, or the button spins; after 150 seconds Telegram
/// no longer takes the answer.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct CallbackQuery {
    /// For `answerCallbackQuery`.
    #[serde(deserialize_with = "lenient")]
    pub id: String,
    /// Who tapped.
    #[serde(deserialize_with = "lenient")]
    pub from: User,
    /// Where the button is; with date 0 when the bot can no longer see it
    /// ([`Message::is_accessible`]), absent for one sent through inline mode.
    #[serde(deserialize_with = "lenient")]
    pub message: Option<Box<Message>>,
    /// What the button means, 1-64 bytes.
    #[serde(deserialize_with = "lenient")]
    pub data: Option<String>,
}

lenient_object!(CallbackQuery, it => !it.id.is_empty() && it.from.id != 0);
