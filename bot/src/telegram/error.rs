//! What went wrong with a call, in the words of what to do about it.
//!
//! Telegram tells most of it in a human description only, and the wording
//! changes in its details, so the match is by the part that carries meaning.
//! Source: the error texts of the official Bot API server.

use serde::Deserialize;

use super::lenient::{lenient, lenient_object};

/// Why a call had no effect, or is not known to have had one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// Too many calls: none before this many seconds have passed.
    #[error("too many requests: retry after {0} s")]
    RetryAfter(u64),
    /// The person blocked the bot, never started it, or deleted the account.
    #[error("the person cannot be written to: {0}")]
    Blocked(String),
    /// The bot is not in the chat, or there is no such chat.
    #[error("the chat cannot be reached: {0}")]
    Kicked(String),
    /// The group became a supergroup with this id.
    #[error("the group became the supergroup {to}")]
    Migrated {
        /// Its new id.
        to: i64,
    },
    /// It already is as asked for: success, for most.
    #[error("not modified")]
    NotModified,
    /// The message is not there or can no longer be changed.
    #[error("the message is gone: {0}")]
    MessageGone(String),
    /// The topic is not there.
    #[error("the topic is gone: {0}")]
    ThreadGone(String),
    /// The group has no topics.
    #[error("the chat is not a forum")]
    NotForum,
    /// The tap was too long ago to be answered.
    #[error("the callback query is too old")]
    QueryTooOld,
    /// The token is not, or no longer, good.
    #[error("the token is refused")]
    Unauthorized,
    /// Any other refusal: ours to repair, trying again is of no use.
    #[error("refused with {code}: {description}")]
    Rejected {
        /// HTTP status.
        code: u16,
        /// As Telegram puts it.
        description: String,
    },
    /// Telegram or the network fails; the call may or may not have worked.
    #[error("Telegram is unavailable: {0}")]
    Unavailable(String),
}

/// The `parameters` of a refusal.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct Parameters {
    #[serde(deserialize_with = "lenient")]
    pub(super) retry_after: Option<i64>,
    #[serde(deserialize_with = "lenient")]
    pub(super) migrate_to_chat_id: Option<i64>,
}

lenient_object!(Parameters, it => true);

impl CallError {
    /// The name under which metrics count it.
    #[must_use]
    pub fn outcome(&self) -> &'static str {
        match self {
            Self::RetryAfter(_) => "retry_after",
            Self::Blocked(_) => "blocked",
            Self::Kicked(_) => "kicked",
            Self::Migrated { .. } => "migrated",
            Self::NotModified => "not_modified",
            Self::MessageGone(_) => "message_gone",
            Self::ThreadGone(_) => "thread_gone",
            Self::NotForum => "not_forum",
            Self::QueryTooOld => "query_too_old",
            Self::Unauthorized => "unauthorized",
            Self::Rejected { .. } => "rejected",
            Self::Unavailable(_) => "unavailable",
        }
    }

    /// From Telegram's answer. `code` is its `error_code` or the HTTP status.
    pub(super) fn classify(code: u16, description: &str, parameters: Parameters) -> Self {
        if let Some(to) = parameters.migrate_to_chat_id {
            return Self::Migrated { to };
        }
        if code == 429 {
            return Self::RetryAfter(seconds(description, parameters));
        }
        if code >= 500 {
            return Self::Unavailable(description.to_owned());
        }
        let text = description.to_lowercase();
        if code == 401 || (code == 404 && !text.contains("method not found")) {
            return Self::Unauthorized;
        }
        let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
        if says(NOT_MODIFIED) {
            Self::NotModified
        } else if says(QUERY_TOO_OLD) {
            Self::QueryTooOld
        } else if says(THREAD_GONE) {
            Self::ThreadGone(description.to_owned())
        } else if says(NOT_FORUM) {
            Self::NotForum
        } else if says(MESSAGE_GONE) {
            Self::MessageGone(description.to_owned())
        } else if says(KICKED) {
            Self::Kicked(description.to_owned())
        } else if says(BLOCKED) {
            Self::Blocked(description.to_owned())
        } else {
            Self::Rejected { code, description: description.to_owned() }
        }
    }
}

/// The parameter, else the number in the text, else the shortest wait.
fn seconds(description: &str, parameters: Parameters) -> u64 {
    let told = parameters.retry_after.and_then(|it| u64::try_from(it).ok());
    let written = || description.rsplit("retry after ").next().and_then(|it| it.trim().parse().ok());
    told.or_else(written).unwrap_or(1).max(1)
}

const NOT_MODIFIED: &[&str] = &["message is not modified", "topic_not_modified", "message_not_modified"];

const QUERY_TOO_OLD: &[&str] = &["query is too old", "query id is invalid", "query_id_invalid"];

const THREAD_GONE: &[&str] =
    &["message thread not found", "topic_deleted", "topic_id_invalid", "topic not found", "thread_not_found"];

const NOT_FORUM: &[&str] = &["not a forum", "channel_forum_missing", "not a supergroup"];

const MESSAGE_GONE: &[&str] = &[
    "there is no text in the message to edit", // a picture stands there: a screen takes a message of its own
    "message to edit not found",
    "message to delete not found",
    "message to be replied not found",
    "replied message not found",
    "reply message not found",
    "message to reply not found",
    "message to copy not found",
    "message to forward not found",
    "message to pin not found",
    "message to unpin not found",
    "message to react not found",
    "message not found",
    "message can't be edited",
    "message can't be deleted",
    "message can't be copied",
    "message_id_invalid",
    "message_delete_forbidden",
    "message_edit_time_expired",
];

const KICKED: &[&str] = &[
    "chat not found",
    "bot was kicked",
    "bot is not a member",
    "bot is not a participant",
    "group chat was deleted",
    "group is deactivated",
    "chat was deleted",
    "group chat was upgraded",
    "peer_id_invalid",
    "channel_private",
    "chat_id_invalid",
    "channel_invalid",
];

const BLOCKED: &[&str] = &[
    "bot was blocked",
    "user is deactivated",
    "can't initiate conversation",
    "can't send messages to",
    "user_is_blocked",
    "input_user_deactivated",
    "user_is_bot",
];
