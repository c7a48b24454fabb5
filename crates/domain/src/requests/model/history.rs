//! What happened to a request.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Side;
use crate::ids::{CommentId, FileId};

/// A step of a request's life, with what was said at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What: the kind of an [`Event`](crate::events::Event).
    pub kind: String,
    /// Who did it; none: the time, or a program.
    pub by: Option<String>,
    /// To whom it was given.
    pub to: Option<String>,
    /// The words of a comment; otherwise a reason, the step of a checklist, or a material.
    pub words: Option<String>,
    /// Stars, or a price in minor units.
    pub number: Option<i64>,
    /// Whether a step is done, or a price is agreed to.
    pub is_yes: Option<bool>,
    /// Who spoke.
    pub side: Option<Side>,
    /// For the staff only.
    pub is_internal: bool,
    /// Staff wait for an answer.
    pub is_question: bool,
    /// How many files came with the words.
    pub files: i64,
    /// Those of them that are in our storage, or will be.
    pub file_ids: Vec<FileId>,
    /// The comment that was said, changed or taken back. Of a change, `words` are those before it.
    pub comment: Option<CommentId>,
    /// Whether the comment was changed since.
    pub is_edited: bool,
    /// Whether it was taken back since.
    pub is_deleted: bool,
    /// Whether whoever looks said it, and can still change it or take it back here.
    pub is_open: bool,
}
