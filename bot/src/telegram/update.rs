//! An update, decoded from Telegram's bytes in one pass. Whatever is newer or
//! of another shape than expected is left out; only broken JSON and a missing
//! `update_id` are errors, since neither can come from Telegram.
//!
//! Source: the type `Update` of the Bot API 10.3.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::callback::CallbackQuery;
use super::chat::{ChatJoinRequest, ChatMemberUpdated, MessageReaction};
use super::lenient::value;
use super::message::{Content, Message};
use super::salvage;

/// Something that happened to a bot.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// Grows by one per update, but starts anew at random after a quiet week:
    /// good to know a repetition by, not to order by.
    pub update_id: i64,
    /// What happened.
    pub kind: UpdateKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum UpdateKind {
    /// Somebody wrote.
    Message(Box<Message>),
    /// Somebody changed what they wrote.
    EditedMessage(Box<Message>),
    /// Somebody tapped a button under a message.
    CallbackQuery(Box<CallbackQuery>),
    /// The bot was let in, thrown out, blocked, or given rights.
    MyChatMember(Box<ChatMemberUpdated>),
    /// The same of somebody else.
    ChatMember(Box<ChatMemberUpdated>),
    /// Somebody asks to be let into a chat.
    ChatJoinRequest(Box<ChatJoinRequest>),
    /// Somebody reacted to a message.
    MessageReaction(Box<MessageReaction>),
    /// Any other kind, by its name in the API, or one of the above without its
    /// essentials; empty when there is none.
    Other(String),
}

/// Why a body is not an update.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// Not JSON, or not an object.
    #[error("not a JSON object: {0}")]
    BadJson(#[from] serde_json::Error),
    /// An object without a numeric `update_id`.
    #[error("an update without update_id")]
    NoUpdateId,
}

impl Update {
    /// Decodes a webhook's body or one element of `getUpdates`.
    ///
    /// # Errors
    /// Only for what is no update at all: see [`DecodeError`].
    pub fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        let mut read = serde_json::Deserializer::from_slice(body);
        let raw = read.deserialize_map(UpdateVisitor)?;
        read.end()?;
        let mut update = Self { update_id: raw.update_id.ok_or(DecodeError::NoUpdateId)?, kind: raw.kind };
        let (field, message) = match &mut update.kind {
            UpdateKind::Message(message) => ("message", message),
            UpdateKind::EditedMessage(message) => ("edited_message", message),
            _ => return Ok(update),
        };
        if message.content() == Content::Unknown {
            message.text = salvage::words(body, field);
            message.is_salvaged = message.text.is_some();
        }
        Ok(update)
    }
}

struct RawUpdate {
    update_id: Option<i64>,
    kind: UpdateKind,
}

struct UpdateVisitor;

impl<'de> Visitor<'de> for UpdateVisitor {
    type Value = RawUpdate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an update")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawUpdate, A::Error> {
        let mut update = RawUpdate { update_id: None, kind: UpdateKind::Other(String::new()) };
        while let Some(field) = map.next_key_seed(FieldName)? {
            let map = &mut map;
            let kind = match field.as_ref() {
                "update_id" => {
                    update.update_id = value(map)?;
                    continue;
                }
                "message" => value(map)?.map(UpdateKind::Message),
                "edited_message" => value(map)?.map(UpdateKind::EditedMessage),
                "callback_query" => value(map)?.map(UpdateKind::CallbackQuery),
                "my_chat_member" => value(map)?.map(UpdateKind::MyChatMember),
                "chat_member" => value(map)?.map(UpdateKind::ChatMember),
                "chat_join_request" => value(map)?.map(UpdateKind::ChatJoinRequest),
                "message_reaction" => value(map)?.map(UpdateKind::MessageReaction),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    None
                }
            };
            // A kind that is understood wins over whatever else came along.
            if matches!(update.kind, UpdateKind::Other(_)) {
                update.kind = kind.unwrap_or_else(|| UpdateKind::Other(field.into_owned()));
            }
        }
        Ok(update)
    }
}

/// The name of a field, borrowed unless it holds an escape.
pub(super) struct FieldName;

impl<'de> DeserializeSeed<'de> for FieldName {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for FieldName {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }
}

/// The answer to `getUpdates`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Updates(pub Vec<Update>);

impl<'de> Deserialize<'de> for Updates {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bodies: Vec<&RawValue> = Deserialize::deserialize(from)?;
        let decode = |body: &&RawValue| {
            Update::decode(body.get().as_bytes())
                .inspect_err(|error| tracing::warn!(%error, "an element of getUpdates is no update"))
                .ok()
        };
        Ok(Self(bodies.iter().filter_map(decode).collect()))
    }
}
