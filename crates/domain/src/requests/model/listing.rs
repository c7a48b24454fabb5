//! Requests in lists, and who works on them.

use chrono::{DateTime, Utc};

use super::Status;
use crate::{
    categories::{Names, Priority},
    ids::{BuildingId, CategoryId, MemberId, PersonId, RequestId},
};

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
    /// Those that this member has, or helps with.
    pub works: Option<MemberId>,
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
    /// Their name in Telegram, without the `@`.
    pub username: Option<String>,
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
    /// The address of the building where it is.
    pub address: Option<String>,
    /// The number of the home that it was filed from.
    pub unit: Option<String>,
    /// Who has it.
    pub assignee_name: Option<String>,
    /// When it was filed.
    pub created_at: DateTime<Utc>,
    /// It should be done by then.
    pub due_at: Option<DateTime<Utc>>,
    /// Since when the clock stands still.
    pub stopped_at: Option<DateTime<Utc>>,
}
