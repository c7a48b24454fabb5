//! How long an org waits.

use serde::{Deserialize, Serialize};

use crate::{Error, Result};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_those_of_the_design_and_pass() {
        let Timeouts { unassigned, unassigned_emergency, not_accepted, .. } = Timeouts::default().checked().unwrap();
        assert_eq!((unassigned, unassigned_emergency, not_accepted), (10, 2, 15));
        let Timeouts { answer_reminder, answer_overdue, answer_close, done_reminder, done_accept, .. } =
            Timeouts::default();
        let minutes = [answer_reminder, answer_overdue, answer_close, done_reminder, done_accept];
        assert_eq!(minutes.map(|it| it / 60), [24, 72, 7 * 24, 24, 48]);
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
