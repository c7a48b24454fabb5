//! The facts of a request and the rules of its life. Pure: nothing here asks the database.

mod comment;
mod content;
mod evidence;
mod history;
mod incident;
mod job;
mod listing;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::status::Status;
use crate::{
    access::Standing,
    categories::{Names, PlaceKind, Priority},
    ids::{BuildingId, CategoryId, MemberId, PersonId, RequestId, TeamId, UnitId},
};

pub use comment::{Comment, EDIT_WITHIN, Origin, Reworded, Side, TAKE_BACK_WITHIN};
pub use content::{Attachment, AttachmentKind, FileOf, NewComment, NewRequest};
pub use evidence::{Evidence, Material, Missing, Stage, WorkStep};
pub use history::Happening;
pub use incident::{Incident, Stage as IncidentStage};
pub use job::{Job, Part, Phone, Turnout};
pub use listing::{Filter, Summary, Whose, Worker};

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
    /// It is a trouble of many homes, or is thought to be one.
    pub incident: Option<Incident>,
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
