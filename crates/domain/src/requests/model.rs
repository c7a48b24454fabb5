//! The facts of a request and the rules of its life. Pure: nothing here asks the database.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Error, Result,
    access::Standing,
    ids::{BotId, BuildingId, CommentId, MemberId, PersonId, RequestId, TeamId, UnitId},
};

/// The longest text of a request or a comment, in characters: two full messages of Telegram.
pub const WORDS_MAX: usize = 8192;
/// The most attachments of a request or a comment: an album holds ten, and somebody sends two.
pub const ATTACHMENTS_MAX: usize = 20;

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Status {
    /// Filed, nobody has it yet.
    New,
    /// Somebody took it.
    InProgress,
    /// The worker says that it is done; the resident is asked.
    Done,
    /// The resident says that it is not solved.
    Returned,
    /// Accepted: the end.
    Closed,
    /// Withdrawn by whoever filed it: the end.
    Cancelled,
}

/// What can be done to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// «Беру».
    Take,
    /// «Готово».
    Complete,
    /// The resident accepts the work.
    Accept,
    /// The resident returns it.
    Return,
    /// The resident withdraws it.
    Cancel,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 6] =
        [Status::New, Status::InProgress, Status::Done, Status::Returned, Status::Closed, Status::Cancelled];

    /// Where `verb` leads from here; none where it cannot be done. The one transition table of the product.
    pub fn after(self, verb: Verb) -> Option<Status> {
        use Status::*;
        match (self, verb) {
            (New | Returned, Verb::Take) => Some(InProgress),
            (InProgress, Verb::Complete) => Some(Done),
            (Done, Verb::Accept) => Some(Closed),
            (Done, Verb::Return) => Some(Returned),
            (New | InProgress | Returned, Verb::Cancel) => Some(Cancelled),
            _ => None,
        }
    }

    /// Whether anything can still happen to it.
    pub fn is_open(self) -> bool {
        !matches!(self, Status::Closed | Status::Cancelled)
    }
}

impl Verb {
    /// All of them.
    pub const ALL: [Verb; 5] = [Verb::Take, Verb::Complete, Verb::Accept, Verb::Return, Verb::Cancel];
}

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Category {
    /// Water and sewage.
    Plumbing,
    /// Light and sockets.
    Electricity,
    /// Radiators, warm floors.
    Heating,
    /// The lift.
    Elevator,
    /// The yard, the playground, the parking.
    Yard,
    /// None of these.
    Other,
}

impl Category {
    /// All of them, in the order of the buttons.
    pub const ALL: [Category; 6] = [
        Category::Plumbing,
        Category::Electricity,
        Category::Heating,
        Category::Elevator,
        Category::Yard,
        Category::Other,
    ];
}

/// Where it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In the unit.
    Unit(UnitId),
    /// In the entrance, on the stairs.
    Entrance,
    /// In the yard.
    Yard,
    /// At a point of the map that the resident sent.
    Point {
        /// Degrees north.
        latitude: f64,
        /// Degrees east.
        longitude: f64,
    },
}

/// What kind of file an attachment is. Telegram keeps them apart, and so must whoever sends them on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum AttachmentKind {
    /// A picture.
    Photo,
    /// A film.
    Video,
    /// A voice message.
    Voice,
    /// A round film.
    VideoNote,
    /// Music.
    Audio,
    /// Any file.
    Document,
    /// A silent film.
    Animation,
    /// A sticker.
    Sticker,
}

/// A file that Telegram keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What kind.
    #[serde(rename = "k")]
    pub kind: AttachmentKind,
    /// What the bot that received it opens it with.
    #[serde(rename = "f")]
    pub file_id: String,
    /// The same for the same bytes.
    #[serde(rename = "u")]
    pub file_unique_id: String,
}

/// A request to be filed.
#[derive(Clone, Debug)]
pub struct NewRequest<'a> {
    /// What it is about.
    pub category: Category,
    /// Where it is.
    pub place: Place,
    /// The home it is filed from, for every place.
    pub unit: Option<UnitId>,
    /// In the resident's words; may be empty when there are attachments.
    pub words: &'a str,
    /// Photos, voice and files.
    pub attachments: &'a [Attachment],
    /// The bot that it came through.
    pub bot: BotId,
    /// The message of the draft, which becomes the live card.
    pub draft_message: Option<i64>,
}

impl NewRequest<'_> {
    /// Whether it says anything, and not too much.
    pub fn check(&self) -> Result<()> {
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
    /// The words; may be empty when there are attachments.
    pub words: &'a str,
    /// Photos, voice and files.
    pub attachments: &'a [Attachment],
    /// The album that it is part of: its parts become one comment.
    pub album: Option<&'a str>,
}

impl NewComment<'_> {
    /// Whether it says anything, and not too much.
    pub fn check(&self) -> Result<()> {
        check_content(self.words, self.attachments)
    }
}

fn check_content(words: &str, attachments: &[Attachment]) -> Result<()> {
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

/// A request with what a card of it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// Its number within the org, without gaps.
    pub number: i64,
    /// Where it stands.
    pub status: Status,
    /// What it is about.
    pub category: Category,
    /// Where it is.
    pub place: Place,
    /// In the resident's words.
    pub words: String,
    /// The home that it was filed from: address and number.
    pub home: Option<(String, String)>,
    /// The building of that home.
    pub building: Option<BuildingId>,
    /// Whether the reporter is a verified resident of that home.
    pub verified: bool,
    /// Who filed it.
    pub reporter: PersonId,
    /// What to call them.
    pub reporter_name: String,
    /// Who has it.
    pub assignee: Option<MemberId>,
    /// What to call them.
    pub assignee_name: Option<String>,
    /// The teams of whoever has it.
    pub teams: Vec<TeamId>,
    /// One to five stars.
    pub rating: Option<i16>,
    /// How often it was returned.
    pub returns: i16,
    /// How many attachments it was filed with.
    pub attachments: i64,
    /// How many words were exchanged about it since.
    pub comments: i64,
    /// Grows with each change.
    pub version: i32,
    /// When it was filed.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Request {
    /// Where it stands, for asking whether a right reaches it.
    pub fn standing(&self) -> Standing<'_> {
        Standing { made_by: Some(self.reporter), assignee: self.assignee, teams: &self.teams, building: self.building }
    }
}

/// A line of a list of requests.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Its id.
    pub id: RequestId,
    /// Its number.
    pub number: i64,
    /// Where it stands.
    pub status: Status,
    /// What it is about.
    pub category: Category,
    /// The beginning of what it says.
    pub words: String,
}

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

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table, written out: a change of a rule must be a change here.
    #[test]
    fn transitions() {
        let mut table = String::new();
        for status in Status::ALL {
            for verb in Verb::ALL {
                let to = status.after(verb).map_or("—".to_owned(), |to| format!("{to:?}"));
                table.push_str(&format!("{status:?} + {verb:?} = {to}\n"));
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn an_ended_request_stays_ended() {
        for status in Status::ALL.into_iter().filter(|status| !status.is_open()) {
            for verb in Verb::ALL {
                assert_eq!(status.after(verb), None, "{status:?} {verb:?}");
            }
        }
    }

    #[test]
    fn content_says_something_and_not_too_much() {
        let photo = Attachment { kind: AttachmentKind::Photo, file_id: "f".into(), file_unique_id: "u".into() };
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
