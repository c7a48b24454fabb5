//! The facts of a request and the rules of its life. Pure: nothing here asks the database.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::status::Status;
use crate::{
    Error, Result,
    access::Standing,
    categories::{Names, PlaceKind, Priority},
    ids::{BotId, BuildingId, CategoryId, CommentId, MaterialId, MemberId, PersonId, RequestId, TeamId, UnitId},
};

/// The longest text of a request or a comment, in characters: two full messages of Telegram.
pub const WORDS_MAX: usize = 8192;
/// The most attachments of a request or a comment: an album holds ten, and somebody sends two.
pub const ATTACHMENTS_MAX: usize = 20;
/// How long a closed request can be opened again.
pub const REOPEN: TimeDelta = TimeDelta::days(14);
/// How many requests one person files within 24 hours.
pub const FILED_MAX: i64 = 10;
/// How many of them may be about the same at the same place while they are open.
pub const EQUAL_MAX: i64 = 2;
/// Within which time a neighbour's request about the same is offered instead.
pub const ALIKE_WITHIN: TimeDelta = TimeDelta::hours(24);

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

impl Place {
    /// What kind of place it is; a point of the map can be any.
    pub fn kind(&self) -> Option<PlaceKind> {
        match self {
            Place::Unit(_) => Some(PlaceKind::Unit),
            Place::Entrance => Some(PlaceKind::Entrance),
            Place::Yard => Some(PlaceKind::Yard),
            Place::Point { .. } => None,
        }
    }

    /// Whether what can be at `places` can be here.
    pub(super) fn fits(&self, places: &[PlaceKind]) -> bool {
        self.kind().is_none_or(|kind| places.contains(&kind))
    }
}

/// When the resident can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when: later than `from`, by a day at most.
    pub to: DateTime<Utc>,
}

impl Slot {
    /// Whether it has a length, and not too much of it.
    pub(super) fn is_right(&self) -> bool {
        self.from < self.to && self.to - self.from <= TimeDelta::days(1)
    }
}

/// Why a request waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum PauseReason {
    /// The resident has to do or say something.
    Resident,
    /// A part has to be bought.
    Part,
    /// It takes a contractor.
    Contractor,
    /// Nobody opened.
    Access,
    /// Something else.
    Other,
}

impl PauseReason {
    /// All of them.
    pub const ALL: [PauseReason; 5] =
        [PauseReason::Resident, PauseReason::Part, PauseReason::Contractor, PauseReason::Access, PauseReason::Other];
}

/// A rest that a request takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Why.
    pub reason: PauseReason,
    /// When somebody looks at it again.
    pub until: DateTime<Utc>,
}

/// How a request was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Closing {
    /// The resident accepted the work.
    Accepted,
    /// The resident did not say anything in time.
    Unanswered,
    /// The org ended it.
    ByStaff,
    /// It went on as part of another.
    Merged,
}

/// What a request is about, as a card names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The category.
    pub category: CategoryId,
    /// Its kind; itself where it is one.
    pub kind: CategoryId,
    /// The preset that its kind began as.
    pub kind_code: Option<String>,
    /// Its picture.
    pub icon: String,
    /// What it is called.
    pub names: Names,
    /// What its kind is called; none where it is one.
    pub kind_names: Option<Names>,
    /// What whoever does it should be able to do.
    pub skill: Option<String>,
    /// «Готово» takes a photo from before the work.
    pub photo_before: bool,
    /// «Готово» takes a photo from after the work.
    pub photo_after: bool,
    /// Minutes of working time until somebody should have taken it.
    pub respond_minutes: i32,
    /// Minutes of working time until it should be done.
    pub resolve_minutes: i32,
}

/// When a photo of the work was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Stage {
    /// Before the work.
    Before,
    /// After it.
    After,
}

/// A step of the work's checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkStep {
    /// Its place in the list, from 0.
    pub position: i16,
    /// What to do.
    pub words: String,
    /// Whether it is done.
    pub is_done: bool,
}

/// Something that the work took.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// Its id.
    pub id: MaterialId,
    /// What it is.
    pub name: String,
    /// How much of it, in thousandths.
    pub quantity: i64,
    /// What all of it cost, in minor units of the org's currency.
    pub cost: i64,
}

/// What the work has to show so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The checklist.
    pub steps: Vec<WorkStep>,
    /// What it took.
    pub materials: Vec<Material>,
    /// How many photos there are from before.
    pub photos_before: i64,
    /// How many photos there are from after.
    pub photos_after: i64,
}

impl Evidence {
    /// Refuses what does not show all that its category wants.
    pub(super) fn check(&self, about: &About) -> Result<()> {
        if about.photo_before && self.photos_before == 0 {
            return Err(Error::Refused("photo_before_missing"));
        }
        if about.photo_after && self.photos_after == 0 {
            return Err(Error::Refused("photo_after_missing"));
        }
        if self.steps.iter().any(|step| !step.is_done) {
            return Err(Error::Refused("steps_missing"));
        }
        Ok(())
    }
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
    pub(super) fn unit(&self) -> Option<UnitId> {
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
    pub about: About,
    /// How urgent it is.
    pub priority: Priority,
    /// Where it is.
    pub place: Place,
    /// In the resident's words.
    pub words: String,
    /// The home that it was filed from: address and number.
    pub home: Option<(String, String)>,
    /// The building where it is.
    pub building: Option<BuildingId>,
    /// Which entrance.
    pub entrance: Option<i16>,
    /// Whether the reporter is a verified resident of that home.
    pub verified: bool,
    /// When the resident can be found.
    pub slot: Option<Slot>,
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
    /// Those who help.
    pub helpers: Vec<MemberId>,
    /// How many neighbours follow it.
    pub followers: i64,
    /// The request that it goes with.
    pub parent: Option<RequestId>,
    /// Somebody should have taken it by then.
    pub respond_by: Option<DateTime<Utc>>,
    /// It should be done by then, as far as the clock has run.
    pub due_at: Option<DateTime<Utc>>,
    /// Since when the clock stands still.
    pub stopped_at: Option<DateTime<Utc>>,
    /// Since when staff wait for the resident's answer.
    pub asked_at: Option<DateTime<Utc>>,
    /// When it was given to whoever has it.
    pub assigned_at: Option<DateTime<Utc>>,
    /// When they took it.
    pub taken_at: Option<DateTime<Utc>>,
    /// Since when anybody may take it, though it was given to somebody.
    pub offered_at: Option<DateTime<Utc>>,
    /// Why it waits, while it does.
    pub pause: Option<Pause>,
    /// When it was said to be done.
    pub done_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// How it was closed.
    pub closing: Option<Closing>,
    /// What was done, in the worker's words.
    pub result: Option<String>,
    /// What it costs the resident, in minor units of the org's currency.
    pub price: Option<i64>,
    /// Whether they agreed to that; none: they have not said.
    pub price_agreed: Option<bool>,
    /// One to five stars.
    pub rating: Option<i16>,
    /// What they said with the stars: codes.
    pub rating_tags: Vec<String>,
    /// And in their own words.
    pub rating_words: Option<String>,
    /// How often it was returned.
    pub returns: i16,
    /// How many attachments it was filed with.
    pub attachments: i64,
    /// How many words were exchanged about it since, those among the staff not counted.
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

    /// Until when the resident may open it again, once it is closed.
    pub fn reopenable_until(&self) -> Option<DateTime<Utc>> {
        self.ended_at.filter(|_| self.status == Status::Closed).map(|ended| ended + REOPEN)
    }

    /// Whether it was not done in time, as of `now`.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        let at_work = self.status.is_open() && self.status != Status::Done && self.stopped_at.is_none();
        at_work && self.due_at.is_some_and(|due| due < now)
    }
}

/// Which requests a list shows. What is not said limits nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Only those on which the work has not ended.
    pub is_open: bool,
    /// Only those that should be done by now.
    pub is_overdue: bool,
    /// Those that stand so.
    pub statuses: Vec<Status>,
    /// Those that are so urgent.
    pub priorities: Vec<Priority>,
    /// Those about this; of a kind, also about its problems.
    pub category: Option<CategoryId>,
    /// Those in this building.
    pub building: Option<BuildingId>,
    /// Those that somebody has, or nobody.
    pub whose: Option<Whose>,
    /// Those that this person filed.
    pub reporter: Option<PersonId>,
    /// Filed at that time or later.
    pub from: Option<DateTime<Utc>>,
    /// Filed before that time.
    pub to: Option<DateTime<Utc>>,
    /// Those that say these words, or have this number.
    pub text: Option<String>,
}

/// Who has a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Nobody.
    Nobodys,
    /// This member.
    Of(MemberId),
}

/// Somebody who could have a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Their membership.
    pub member: MemberId,
    /// What to call them.
    pub name: String,
    /// How many open requests they have.
    pub open: i64,
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
    /// How urgent it is.
    pub priority: Priority,
    /// The picture of what it is about.
    pub icon: String,
    /// What it is about.
    pub names: Names,
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

#[cfg(test)]
mod tests {
    use super::*;

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
