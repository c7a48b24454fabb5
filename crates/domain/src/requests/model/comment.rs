//! Words that were passed on.

use serde::{Deserialize, Serialize};

use crate::ids::{CommentId, RequestId};

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
    /// What to call them.
    pub author_name: String,
    /// Staff wait for an answer.
    pub is_question: bool,
    /// For the staff only.
    pub is_internal: bool,
    /// The words.
    pub words: String,
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
