//! New messages of words, contacts and places.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Sent, method};
use crate::telegram::keyboard::ReplyMarkup;
use crate::telegram::text::{LinkPreviewOptions, MessageEntity, ReplyParameters};

/// Sends words.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SendMessage {
    /// Where to.
    pub chat_id: i64,
    /// The topic.
    pub message_thread_id: Option<i64>,
    /// 1-4096 UTF-16 units.
    pub text: String,
    /// Its formatting.
    pub entities: Option<Vec<MessageEntity>>,
    /// Whether links show a preview.
    pub link_preview_options: Option<LinkPreviewOptions>,
    /// Without a sound.
    pub disable_notification: Option<bool>,
    /// What it answers.
    pub reply_parameters: Option<ReplyParameters>,
    /// Buttons.
    pub reply_markup: Option<ReplyMarkup>,
}
method!(SendMessage, "sendMessage" => Sent, chat);

/// Sends a point on the map.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SendLocation {
    /// Where to.
    pub chat_id: i64,
    /// The topic.
    pub message_thread_id: Option<i64>,
    /// Degrees, north is positive.
    pub latitude: f64,
    /// Degrees, east is positive.
    pub longitude: f64,
    /// Without a sound.
    pub disable_notification: Option<bool>,
    /// What it answers.
    pub reply_parameters: Option<ReplyParameters>,
    /// Buttons.
    pub reply_markup: Option<ReplyMarkup>,
}
method!(SendLocation, "sendLocation" => Sent, chat);

/// Sends a contact.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SendContact {
    /// Where to.
    pub chat_id: i64,
    /// The topic.
    pub message_thread_id: Option<i64>,
    /// The number.
    pub phone_number: String,
    /// Not empty.
    pub first_name: String,
    /// May be absent.
    pub last_name: Option<String>,
    /// Without a sound.
    pub disable_notification: Option<bool>,
    /// What it answers.
    pub reply_parameters: Option<ReplyParameters>,
    /// Buttons.
    pub reply_markup: Option<ReplyMarkup>,
}
method!(SendContact, "sendContact" => Sent, chat);

/// Sends the content of another message, without saying where it is from.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CopyMessage {
    /// Where to.
    pub chat_id: i64,
    /// The topic.
    pub message_thread_id: Option<i64>,
    /// Where the message is.
    pub from_chat_id: i64,
    /// Which message.
    pub message_id: i64,
    /// A new caption; absent keeps the old one.
    pub caption: Option<String>,
    /// Its formatting.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Without a sound.
    pub disable_notification: Option<bool>,
    /// What it answers.
    pub reply_parameters: Option<ReplyParameters>,
    /// Buttons.
    pub reply_markup: Option<ReplyMarkup>,
}
method!(CopyMessage, "copyMessage" => Sent, chat);

/// Shows for at most five seconds that the bot is at work.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SendChatAction {
    /// Where.
    pub chat_id: i64,
    /// The topic.
    pub message_thread_id: Option<i64>,
    /// What it seems to do.
    pub action: ChatAction,
}
method!(SendChatAction, "sendChatAction" => bool, chat);

/// What the bot seems to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChatAction {
    /// Writes.
    Typing,
    /// Sends a picture.
    UploadPhoto,
    /// Sends a file.
    UploadDocument,
}
