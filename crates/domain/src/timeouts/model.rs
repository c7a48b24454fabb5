//! The moments to look again, and how long the org waits until each.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{Error, OrgId, Result, ids::RequestId};

/// How long an org waits, in minutes each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeouts {
    /// Until the desk hears of a new request that nobody has; and until the next one hears of it.
    pub unassigned: i32,
    /// The same in an emergency.
    pub unassigned_emergency: i32,
    /// Until what somebody was given and did not answer is anybody's.
    pub not_accepted: i32,
    /// Until the resident is reminded of a question.
    pub answer_reminder: i32,
    /// Until the desk hears that there is no answer.
    pub answer_overdue: i32,
    /// Until the request is closed without it.
    pub answer_close: i32,
    /// Until the resident is reminded to look at the work.
    pub done_reminder: i32,
    /// Until the work counts as accepted.
    pub done_accept: i32,
}

impl Default for Timeouts {
    fn default() -> Self {
        const DAY: i32 = 24 * 60;
        Self {
            unassigned: 10,
            unassigned_emergency: 2,
            not_accepted: 15,
            answer_reminder: DAY,
            answer_overdue: 3 * DAY,
            answer_close: 7 * DAY,
            done_reminder: DAY,
            done_accept: 2 * DAY,
        }
    }
}

impl Timeouts {
    /// The same, when each is a time that makes sense, and what comes first comes first.
    pub(super) fn checked(self) -> Result<Self> {
        const MONTH: i32 = 30 * 24 * 60;
        let day = |field, minutes: i32| within(field, minutes, 24 * 60);
        let month = |field, minutes: i32| within(field, minutes, MONTH);
        day("unassigned", self.unassigned)?;
        day("unassigned_emergency", self.unassigned_emergency)?;
        day("not_accepted", self.not_accepted)?;
        month("answer_reminder", self.answer_reminder)?;
        month("answer_overdue", self.answer_overdue)?;
        month("answer_close", self.answer_close)?;
        month("done_reminder", self.done_reminder)?;
        month("done_accept", self.done_accept)?;
        if self.answer_reminder >= self.answer_overdue || self.answer_overdue >= self.answer_close {
            return Err(Error::Invalid { field: "answer_close", code: "timeouts_order" });
        }
        if self.done_reminder >= self.done_accept {
            return Err(Error::Invalid { field: "done_accept", code: "timeouts_order" });
        }
        Ok(self)
    }
}

fn within(field: &'static str, minutes: i32, most: i32) -> Result<()> {
    if (1..=most).contains(&minutes) { Ok(()) } else { Err(Error::Invalid { field, code: "timeout_invalid" }) }
}

/// So long before something is late the desk is warned.
pub const SOON: TimeDelta = TimeDelta::minutes(20);

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Nobody has it.
    Unassigned,
    /// It was given to somebody who has not answered.
    NotAccepted,
    /// The resident was asked: remind them.
    AnswerReminder,
    /// The resident was asked: tell the desk.
    AnswerOverdue,
    /// The resident was asked: close it.
    AnswerClose,
    /// It is done: remind the resident.
    DoneReminder,
    /// It is done: it counts as accepted.
    DoneAccept,
    /// A rest is over: whoever has it looks at it again.
    PauseOver,
    /// It is an incident, or is thought to be one, and nobody sees to it.
    Alarm,
    /// It is late soon: the desk is warned.
    DueSoon,
    /// It is late: the desk is warned.
    Overdue,
}

impl Check {
    /// How long after the beginning of the waiting it is looked at.
    pub(super) fn after(self, timeouts: &Timeouts, is_emergency: bool) -> TimeDelta {
        let minutes = match self {
            Check::Alarm => timeouts.unassigned_emergency,
            Check::Unassigned if is_emergency => timeouts.unassigned_emergency,
            Check::Unassigned => timeouts.unassigned,
            Check::NotAccepted => timeouts.not_accepted,
            Check::AnswerReminder => timeouts.answer_reminder,
            Check::AnswerOverdue => timeouts.answer_overdue,
            Check::AnswerClose => timeouts.answer_close,
            Check::DoneReminder => timeouts.done_reminder,
            Check::DoneAccept => timeouts.done_accept,
            Check::PauseOver | Check::DueSoon | Check::Overdue => 0,
        };
        TimeDelta::minutes(minutes.into())
    }
}

/// The job: look at a request again. Its runner is `bot/src/jobs/request_timeout.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Whose request; written by the database.
    pub org_id: OrgId,
    /// Which.
    pub request: RequestId,
    /// For what.
    pub check: Check,
    /// Since when somebody waits: when that is over, so is this.
    pub since: DateTime<Utc>,
    /// How many were told before: the next one in the chain of duty is told now.
    #[serde(default)]
    pub told: u16,
}

impl Look {
    /// Its name in the queue.
    pub const TASK: &'static str = "request_timeout";
}

/// What a look came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nobody waits any more.
    Over,
    /// It is looked at again later: the org waits longer now, or the moment has not come.
    Later,
    /// What was to happen has happened.
    Done,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_those_of_the_design_and_pass() {
        let Timeouts { unassigned, unassigned_emergency, not_accepted, .. } = Timeouts::default().checked().unwrap();
        assert_eq!((unassigned, unassigned_emergency, not_accepted), (10, 2, 15));
        let hours = |check: Check| check.after(&Timeouts::default(), false).num_hours();
        let answers = [Check::AnswerReminder, Check::AnswerOverdue, Check::AnswerClose];
        assert_eq!(answers.map(hours), [24, 72, 7 * 24]);
        assert_eq!([Check::DoneReminder, Check::DoneAccept].map(hours), [24, 48]);
    }

    #[test]
    fn what_makes_no_sense_is_told_by_its_field() {
        let fine = Timeouts::default();
        for (wrong, code) in [
            (Timeouts { unassigned: 0, ..fine }, "timeout_invalid"),
            (Timeouts { not_accepted: 1441, ..fine }, "timeout_invalid"),
            (Timeouts { answer_close: 43_201, ..fine }, "timeout_invalid"),
            (Timeouts { answer_overdue: fine.answer_reminder, ..fine }, "timeouts_order"),
            (Timeouts { done_reminder: fine.done_accept, ..fine }, "timeouts_order"),
        ] {
            assert_eq!(wrong.checked().unwrap_err().code(), code, "{wrong:?}");
        }
    }
}
