//! A message as it is kept. Who sees it and how is [`render`](super::render).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A message as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Stored {
    /// Ascends in its chat.
    pub id: i64,
    /// The user id of the bot or person who sent it.
    pub from: i64,
    /// Unix seconds.
    pub date: i64,
    /// When its content or buttons were last changed.
    pub edit_date: Option<i64>,
    /// The topic.
    pub thread: Option<i64>,
    /// The message that it answers; in a topic without an explicit answer the one that made the topic.
    pub reply_to: Option<i64>,
    /// The fields of the Bot API `Message` that hold what was sent: `text`, `entities`, `photo`, `caption` …
    pub content: Map<String, Value>,
    /// Inline buttons.
    pub markup: Option<Value>,
    /// Messages with a reply keyboard cannot be edited.
    pub has_reply_keyboard: bool,
    /// Reactions by user.
    pub reactions: BTreeMap<i64, Vec<Value>>,
    /// Sequence number of its making.
    pub(crate) made: u64,
    /// Sequence number of its last change, 0 when never changed.
    pub(crate) changed: u64,
}

/// Content fields of service messages: things that happened rather than were said.
const SERVICE: [&str; 9] = [
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
    "pinned_id",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "new_chat_title",
];

impl Stored {
    /// Its text, or its caption.
    pub fn text(&self) -> &str {
        ["text", "caption"].iter().find_map(|key| self.content.get(*key)).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether it tells what happened instead of what somebody said.
    pub fn is_service(&self) -> bool {
        SERVICE.iter().any(|key| self.content.contains_key(*key))
    }

    /// The rows of inline buttons.
    pub fn buttons(&self) -> &[Value] {
        self.markup
            .as_ref()
            .and_then(|markup| markup.get("inline_keyboard"))
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }
}
