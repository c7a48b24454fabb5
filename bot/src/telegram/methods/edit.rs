//! What is done to messages and taps that are already there.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use serde_json::json;
use serde_with::skip_serializing_none;

use super::{AlbumItem, Attaches, Sent, method};
use crate::telegram::attachment::AttachmentKind;
use crate::telegram::keyboard::InlineKeyboardMarkup;
use crate::telegram::text::{LinkPreviewOptions, MessageEntity};

/// Replaces the words and the buttons of a message of the bot's own.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EditMessageText {
    /// Where.
    pub chat_id: i64,
    /// Which message.
    pub message_id: i64,
    /// 1-4096 UTF-16 units.
    pub text: String,
    /// Its formatting.
    pub entities: Option<Vec<MessageEntity>>,
    /// Whether links show a preview.
    pub link_preview_options: Option<LinkPreviewOptions>,
    /// Its buttons; absent takes them away.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}
method!(EditMessageText, "editMessageText" => Sent, chat);

/// Replaces the words under a file of the bot's own, and the buttons.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EditMessageCaption {
    /// Where.
    pub chat_id: i64,
    /// Which message.
    pub message_id: i64,
    /// 0-1024 UTF-16 units; absent takes them away.
    pub caption: Option<String>,
    /// Its formatting.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Its buttons; absent takes them away.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}
method!(EditMessageCaption, "editMessageCaption" => Sent, chat);

/// Replaces what a message of the bot's own shows by a file that Telegram has; with
/// [`Client::upload`](crate::telegram::Client::upload), by one that it has not. A message of words may become one
/// with a picture, but never the other way.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EditMessageMedia {
    /// Where.
    pub chat_id: i64,
    /// Which message.
    pub message_id: i64,
    /// The file and the words under it.
    pub media: AlbumItem,
    /// Its buttons; absent takes them away.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}
method!(EditMessageMedia, "editMessageMedia" => Sent, chat);

impl EditMessageMedia {
    /// A picture that comes with the call.
    #[must_use]
    pub fn photo(chat_id: i64, message_id: i64, caption: String, caption_entities: Option<Vec<MessageEntity>>) -> Self {
        let media = AlbumItem {
            kind: AttachmentKind::Photo,
            file_id: format!("attach://{ATTACHED}"),
            caption: Some(caption),
            caption_entities,
        };
        Self { chat_id, message_id, media, reply_markup: None }
    }
}

impl Attaches for EditMessageMedia {
    fn part(&self) -> &'static str {
        ATTACHED
    }

    fn replaces(&self) -> Option<&'static str> {
        None // `media` says where the file is
    }
}

/// The part of the form that holds the file.
const ATTACHED: &str = "file";

/// Replaces the buttons of a message of the bot's own.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EditMessageReplyMarkup {
    /// Where.
    pub chat_id: i64,
    /// Which message.
    pub message_id: i64,
    /// Absent takes them away.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}
method!(EditMessageReplyMarkup, "editMessageReplyMarkup" => Sent, chat);

/// Deletes a message: within 48 hours, or any time by rights in a group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct DeleteMessage {
    /// Where.
    pub chat_id: i64,
    /// Which message.
    pub message_id: i64,
}
method!(DeleteMessage, "deleteMessage" => bool, chat);

/// Ends the spinning of a tapped button.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AnswerCallbackQuery {
    /// The tap.
    pub callback_query_id: String,
    /// A toast, 0-200 characters.
    pub text: Option<String>,
    /// An alert to be closed instead of a toast.
    pub show_alert: Option<bool>,
}
method!(AnswerCallbackQuery, "answerCallbackQuery" => bool);

/// Sets the bot's reaction to a message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SetMessageReaction {
    /// Where.
    pub chat_id: i64,
    /// Which message.
    pub message_id: i64,
    /// One of Telegram's reaction emoji; absent takes the reaction away.
    #[serde(serialize_with = "as_reactions")]
    pub reaction: Option<String>,
}
method!(SetMessageReaction, "setMessageReaction" => bool, chat);

/// A bot may set at most one, but the API wants a list.
fn as_reactions<S: Serializer>(emoji: &Option<String>, to: S) -> Result<S::Ok, S::Error> {
    let mut all = to.serialize_seq(None)?;
    if let Some(emoji) = emoji {
        all.serialize_element(&json!({ "type": "emoji", "emoji": emoji }))?;
    }
    all.end()
}

/// Pins a message.
#[skip_serializing_none]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct PinChatMessage {
    /// Where.
    pub chat_id: i64,
    /// Which message.
    pub message_id: i64,
    /// Without telling everybody.
    pub disable_notification: Option<bool>,
}
method!(PinChatMessage, "pinChatMessage" => bool, chat);

/// Unpins a message.
#[skip_serializing_none]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct UnpinChatMessage {
    /// Where.
    pub chat_id: i64,
    /// Which message; absent for the one pinned last.
    pub message_id: Option<i64>,
}
method!(UnpinChatMessage, "unpinChatMessage" => bool, chat);
