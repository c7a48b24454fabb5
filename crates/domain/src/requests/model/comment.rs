//! Words that were passed on, and what may still become of them.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::Attachment;
use crate::ids::{BotId, CommentId, PersonId, RequestId};

/// How long a word can be changed: as long as Telegram lets people edit their messages.
pub const EDIT_WITHIN: TimeDelta = TimeDelta::hours(48);
/// How long a word can be taken back, and changed on the pages.
pub const TAKE_BACK_WITHIN: TimeDelta = TimeDelta::minutes(10);

/// A word that was passed on.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// Which request.
    pub request: RequestId,
    /// Its number.
    pub number: i64,
    /// Who spoke.
    pub side: Side,
    /// Who it was.
    pub author: PersonId,
    /// What to call them.
    pub author_name: String,
    /// Staff wait for an answer.
    pub is_question: bool,
    /// For the staff only.
    pub is_internal: bool,
    /// The words.
    pub words: String,
    /// The comment that it answers.
    pub answers: Option<CommentId>,
    /// Degrees north of a point of the map that was sent.
    pub latitude: Option<f64>,
    /// Degrees east of it.
    pub longitude: Option<f64>,
    /// When it was said.
    pub created_at: DateTime<Utc>,
    /// When it was taken back.
    pub deleted_at: Option<DateTime<Utc>>,
}

impl Comment {
    /// The point of the map that was sent: degrees north and east.
    pub fn point(&self) -> Option<(f64, f64)> {
        self.latitude.zip(self.longitude)
    }
}

/// The message in which a comment was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The bot that heard it.
    pub bot: BotId,
    /// The chat.
    pub chat_id: i64,
    /// The message.
    pub message_id: i64,
    /// The comment that it answers.
    pub answers: Option<CommentId>,
}

/// What has become of words that were said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reworded<'a> {
    /// The comment says this now.
    Words(&'a str),
    /// The message in which it, or a part of its album, was written says this now.
    Message {
        /// The message.
        origin: Origin,
        /// Its words or caption.
        words: &'a str,
        /// Its file.
        file: Option<&'a Attachment>,
    },
}

/// Who speaks in the conversation about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Side {
    /// Whoever filed it.
    Resident,
    /// Whoever works on it.
    Staff,
}
