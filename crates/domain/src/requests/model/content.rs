//! What people send: requests and words about them, with their files.

use serde::{Deserialize, Serialize};

use super::{ATTACHMENTS_MAX, Origin, Place, Side, Slot, Stage, WORDS_MAX};
use crate::{
    Error, Result,
    categories::Priority,
    files::File,
    ids::{BotId, CategoryId, CommentId, FileId, PersonId, RequestId, UnitId},
};

pub use crate::files::AttachmentKind;

/// A file: of Telegram's, of our own storage, or of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What kind.
    #[serde(rename = "k")]
    pub kind: AttachmentKind,
    /// What the bot that received it opens it with; empty: it was uploaded on a page.
    #[serde(rename = "f")]
    pub file_id: String,
    /// The same for the same bytes.
    #[serde(rename = "u")]
    pub file_unique_id: String,
    /// Our own copy. Of what is sent to us: what was uploaded before; none for what comes through Telegram.
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    pub stored: Option<FileId>,
}

impl Attachment {
    /// What was uploaded on a page; its kind is what it was taken for then.
    pub fn uploaded(id: FileId) -> Self {
        let kind = AttachmentKind::Document;
        Self { kind, file_id: String::new(), file_unique_id: String::new(), stored: Some(id) }
    }
}

/// A file of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOf {
    /// The file.
    pub file: File,
    /// When the work was photographed; none: it came with the request or with a word about it.
    pub stage: Option<Stage>,
    /// The word that it came with.
    pub comment: Option<CommentId>,
}

/// A request to be filed.
#[derive(Clone, Debug)]
pub struct NewRequest<'a> {
    /// What it is about.
    pub category: CategoryId,
    /// Where it is.
    pub place: Place,
    /// The home it is filed from, for every place.
    pub unit: Option<UnitId>,
    /// How urgent it is; none: as the category has it.
    pub priority: Option<Priority>,
    /// When the resident can be found; none: at any time.
    pub slot: Option<Slot>,
    /// For whom somebody of the staff files it; none: for oneself.
    pub reporter: Option<PersonId>,
    /// In the resident's words; may be empty when there are attachments.
    pub words: &'a str,
    /// Photos, voice and files.
    pub attachments: &'a [Attachment],
    /// The bot that it came through; none for the API.
    pub bot: Option<BotId>,
    /// The message of the draft, which becomes the live card.
    pub draft_message: Option<i64>,
}

impl NewRequest<'_> {
    /// The unit that it is filed from.
    pub(in crate::requests) fn unit(&self) -> Option<UnitId> {
        match self.place {
            Place::Unit(unit) => Some(unit),
            _ => self.unit,
        }
    }

    /// Whether it says anything, and not too much.
    pub fn check(&self) -> Result<()> {
        if self.slot.is_some_and(|slot| !slot.is_right()) {
            return Err(Error::Invalid { field: "slot", code: "slot_invalid" });
        }
        check_content(self.words, self.attachments)
    }
}

/// A word about a request, to be passed on.
#[derive(Clone, Debug)]
pub struct NewComment<'a> {
    /// Which request.
    pub request: RequestId,
    /// Who speaks: the other side is told.
    pub side: Side,
    /// Staff wait for an answer.
    pub is_question: bool,
    /// For the staff only.
    pub is_internal: bool,
    /// The words; may be empty when there are attachments.
    pub words: &'a str,
    /// Photos, voice and files.
    pub attachments: &'a [Attachment],
    /// The album that it is part of: its parts become one comment.
    pub album: Option<&'a str>,
    /// A point of the map: degrees north and east.
    pub point: Option<(f64, f64)>,
    /// The message that it was written in; none for the pages.
    pub origin: Option<Origin>,
}

impl NewComment<'_> {
    /// Whether it says anything, and not too much.
    pub fn check(&self) -> Result<()> {
        if self.point.is_some_and(|(north, east)| north.abs() <= 90.0 && east.abs() <= 180.0)
            && self.words.trim().is_empty()
        {
            return Ok(());
        }
        check_content(self.words, self.attachments)
    }
}

pub(in crate::requests) fn check_content(words: &str, attachments: &[Attachment]) -> Result<()> {
    if words.trim().is_empty() && attachments.is_empty() {
        return Err(Error::Invalid { field: "words", code: "words_missing" });
    }
    if words.chars().count() > WORDS_MAX {
        return Err(Error::Invalid { field: "words", code: "words_too_long" });
    }
    if attachments.len() > ATTACHMENTS_MAX {
        return Err(Error::Invalid { field: "attachments", code: "too_many_attachments" });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_says_something_and_not_too_much() {
        let photo =
            Attachment { kind: AttachmentKind::Photo, file_id: "f".into(), file_unique_id: "u".into(), stored: None };
        assert_eq!(check_content("  \n", &[]).unwrap_err().code(), "words_missing");
        assert_eq!(check_content(&"я".repeat(WORDS_MAX + 1), &[]).unwrap_err().code(), "words_too_long");
        assert_eq!(
            check_content("", &vec![photo.clone(); ATTACHMENTS_MAX + 1]).unwrap_err().code(),
            "too_many_attachments"
        );
        assert!(check_content("", &[photo]).is_ok());
        assert!(check_content(&"я".repeat(WORDS_MAX), &[]).is_ok());
    }
}
