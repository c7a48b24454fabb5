//! Forum topics of supergroups, and of private chats since the Bot API 9.4.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{ForumTopic, TopicIcon, method};

/// Opens a topic. It counts as a message against the chat's budget.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CreateForumTopic {
    /// Where.
    pub chat_id: i64,
    /// 1-128 characters.
    pub name: String,
    /// One of the six colours that the API lists, as RGB.
    pub icon_color: Option<u32>,
    /// An emoji from `getForumTopicIconStickers`.
    pub icon_custom_emoji_id: Option<String>,
}
method!(CreateForumTopic, "createForumTopic" => ForumTopic, chat);

/// Renames a topic or gives it another icon.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct EditForumTopic {
    /// Where.
    pub chat_id: i64,
    /// Which topic.
    pub message_thread_id: i64,
    /// 1-128 characters; absent keeps it.
    pub name: Option<String>,
    /// Empty takes the icon away; absent keeps it.
    pub icon_custom_emoji_id: Option<String>,
}
method!(EditForumTopic, "editForumTopic" => bool, chat);

/// Closes a topic.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct CloseForumTopic {
    /// Where.
    pub chat_id: i64,
    /// Which topic.
    pub message_thread_id: i64,
}
method!(CloseForumTopic, "closeForumTopic" => bool, chat);

/// Opens a closed topic again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ReopenForumTopic {
    /// Where.
    pub chat_id: i64,
    /// Which topic.
    pub message_thread_id: i64,
}
method!(ReopenForumTopic, "reopenForumTopic" => bool, chat);

/// Asks for the emoji that may be icons of topics.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct GetForumTopicIconStickers {}
method!(GetForumTopicIconStickers, "getForumTopicIconStickers" => Vec<TopicIcon>);
