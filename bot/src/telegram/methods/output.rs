//! What Telegram answers to a method, as much as is used of it.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::telegram::lenient::lenient;
use crate::telegram::message::Message;

/// A message that was sent, edited or copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// Unique within the chat; 0 only if Telegram did not say (an edit may be
    /// answered by a bare `true`).
    pub message_id: i64,
    /// The chat, unless only the id was given back. May differ from the one
    /// addressed when a username was.
    pub chat_id: Option<i64>,
    /// The file that it carries, to send again without its bytes.
    pub file_id: Option<String>,
}

impl<'de> Deserialize<'de> for Sent {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(SentVisitor)
    }
}

struct SentVisitor;

impl<'de> Visitor<'de> for SentVisitor {
    type Value = Sent;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message or true")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Sent, E> {
        Ok(Sent::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sent, A::Error> {
        let message = Message::read(&mut map)?;
        Ok(Sent {
            message_id: message.message_id,
            chat_id: (message.chat.id != 0).then_some(message.chat.id),
            file_id: message.attachment().map(|it| it.file_id.clone()),
        })
    }
}

/// A topic that was created.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ForumTopic {
    /// Its id, as in a message's thread.
    #[serde(deserialize_with = "lenient")]
    pub message_thread_id: i64,
}

/// An emoji that may be the icon of a topic.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct TopicIcon {
    /// What it looks like.
    #[serde(deserialize_with = "lenient")]
    pub emoji: String,
    /// What a topic is told to have it.
    #[serde(deserialize_with = "lenient")]
    pub custom_emoji_id: String,
}

/// The bot itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Me {
    /// Its id, also the part of the token before the colon.
    #[serde(deserialize_with = "lenient")]
    pub id: i64,
    /// Without the `@`.
    #[serde(deserialize_with = "lenient")]
    pub username: String,
    /// Its shown name.
    #[serde(deserialize_with = "lenient")]
    pub first_name: String,
    /// Whether it may be added to groups.
    #[serde(deserialize_with = "lenient")]
    pub can_join_groups: bool,
    /// Whether privacy mode is off.
    #[serde(deserialize_with = "lenient")]
    pub can_read_all_group_messages: bool,
}

/// Where updates go, and how that fares.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct WebhookInfo {
    /// Empty when no webhook is set.
    #[serde(deserialize_with = "lenient")]
    pub url: String,
    /// Updates that wait for delivery.
    #[serde(deserialize_with = "lenient")]
    pub pending_update_count: i64,
    /// Unix seconds of the last failed delivery.
    #[serde(deserialize_with = "lenient")]
    pub last_error_date: Option<i64>,
    /// Why it failed, as Telegram puts it.
    #[serde(deserialize_with = "lenient")]
    pub last_error_message: Option<String>,
    /// Deliveries at once.
    #[serde(deserialize_with = "lenient")]
    pub max_connections: Option<i64>,
    /// Kinds that are delivered; empty for the default ones.
    #[serde(deserialize_with = "lenient")]
    pub allowed_updates: Vec<String>,
}

/// A file ready to be fetched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct File {
    /// The id that was asked for.
    #[serde(deserialize_with = "lenient")]
    pub file_id: String,
    /// The same for all bots.
    #[serde(deserialize_with = "lenient")]
    pub file_unique_id: String,
    /// Bytes, when told.
    #[serde(deserialize_with = "lenient")]
    pub file_size: Option<i64>,
    /// For [`Client::download`](crate::telegram::Client::download), good for an
    /// hour at least.
    #[serde(deserialize_with = "lenient")]
    pub file_path: Option<String>,
}
