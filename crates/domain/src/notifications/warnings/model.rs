//! The rules, and what a warning shows: pure.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::super::{forum::FixedTopic, preferences::Subject};
use crate::{
    OrgId,
    assignment::Ranked,
    categories::Priority,
    ids::RequestId,
    requests::{Request, Status},
    timeouts,
};

/// What a request is warned of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Rule {
    /// Nobody has it.
    Unassigned,
    /// Whoever it was given to has not answered.
    NotAccepted,
    /// It is late soon.
    DueSoon,
    /// It is late.
    Overdue,
    /// One star or two.
    LowRating,
    /// The resident says that it is not solved.
    Returned,
}

impl Rule {
    /// All of them.
    pub const ALL: [Rule; 6] =
        [Rule::Unassigned, Rule::NotAccepted, Rule::DueSoon, Rule::Overdue, Rule::LowRating, Rule::Returned];

    /// What people choose who is told.
    pub(in crate::notifications) fn subject(self) -> Subject {
        match self {
            Rule::Unassigned => Subject::Unassigned,
            Rule::NotAccepted => Subject::NotAccepted,
            Rule::DueSoon => Subject::DueSoon,
            Rule::Overdue => Subject::Overdue,
            Rule::LowRating => Subject::LowRating,
            Rule::Returned => Subject::Returned,
        }
    }
}

/// Whether the cause of a warning is there, as of `now`. Stars stay: somebody has to say that they dealt with them.
pub fn holds(rule: Rule, request: &Request, now: DateTime<Utc>) -> bool {
    let at_work = request.status.is_open() && request.status != Status::Done && request.stopped_at.is_none();
    match rule {
        Rule::Unassigned => request.status == Status::New,
        Rule::NotAccepted => request.status == Status::Assigned && request.offered_at.is_some(),
        Rule::DueSoon => at_work && request.due_at.is_some_and(|due| due - timeouts::SOON <= now),
        Rule::Overdue => request.is_overdue(now),
        Rule::LowRating => request.rating.is_some_and(|stars| stars <= 2),
        Rule::Returned => request.status == Status::Returned,
    }
}

/// The fixed topic of a staff's forum that it goes to.
pub(in crate::notifications) fn topic(request: &Request) -> FixedTopic {
    if request.priority == Priority::Emergency { FixedTopic::Emergencies } else { FixedTopic::Manager }
}

/// A warning, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Since when.
    pub raised_at: DateTime<Utc>,
    /// How many further along the chain of duty it went.
    pub level: i16,
    /// Until when it goes no further.
    pub quiet_until: Option<DateTime<Utc>>,
    /// Since when its cause is gone, or somebody has dealt with it.
    pub settled_at: Option<DateTime<Utc>>,
    /// Who has.
    pub settled_by: Option<String>,
}

/// A warning with everything that its message shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Which rule.
    pub rule: Rule,
    /// What is kept of it.
    pub warning: Warning,
    /// The request, as it is now.
    pub request: Request,
    /// Whether there is something to do about it.
    pub is_open: bool,
    /// Who could have the request, the best first: two at most, and not whoever has it.
    pub picks: Vec<Ranked>,
    /// Whether the org knows the phone of whoever is to be called.
    pub has_phone: bool,
    /// The topic of the forum that it stands in, in a group.
    pub thread_id: Option<i64>,
    /// When this was looked at.
    pub now: DateTime<Utc>,
}

/// The job: a warning that nobody has dealt with goes one further. Its runner is `bot/src/jobs/warning_timeout.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalate {
    /// Whose; written by the database.
    pub org_id: OrgId,
    /// About which request.
    pub request: RequestId,
    /// By which rule.
    pub rule: Rule,
    /// When it was raised: another one is not this one.
    pub raised_at: DateTime<Utc>,
}

impl Escalate {
    /// Its name in the queue.
    pub const TASK: &'static str = "warning_timeout";
    /// How long it waits for an answer.
    pub const AFTER: TimeDelta = TimeDelta::hours(4);
}
