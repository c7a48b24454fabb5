//! The clock of a request: when somebody should have taken it, and when it should be done, in the working time of the
//! org; an emergency knows no closing time. It stands still while the work has to wait for something, or the resident is
//! asked.

use chrono::{DateTime, Utc};

use super::model::Request;
use crate::{
    Result, TenantTx,
    calendars::{self, WorkTime},
    categories::Priority,
};

/// In an emergency somebody should have it within this many minutes, whatever it is about.
const EMERGENCY_RESPOND: i32 = 5;
/// And it should be done within this many, unless its category is quicker.
const EMERGENCY_RESOLVE: i32 = 120;
/// What was returned is due in half the time, though never sooner than this many minutes.
const RETURNED_RESOLVE_MIN: i32 = 60;

/// The time in which the clock of something so urgent runs.
pub(super) async fn time(tx: &mut TenantTx, priority: Priority) -> Result<WorkTime> {
    match priority {
        Priority::Emergency => Ok(WorkTime::always()),
        Priority::High | Priority::Normal | Priority::Low => calendars::work_time(tx, None).await,
    }
}

/// The minutes that something so urgent gets, of those that its category gives: until it is taken, until it is done.
pub(super) fn minutes(priority: Priority, respond: i32, resolve: i32) -> (i64, i64) {
    let (respond, resolve) = match priority {
        Priority::Emergency => (respond.min(EMERGENCY_RESPOND), resolve.min(EMERGENCY_RESOLVE)),
        Priority::High => (respond.min((respond / 2).max(EMERGENCY_RESPOND)), resolve),
        Priority::Normal | Priority::Low => (respond, resolve),
    };
    (i64::from(respond), i64::from(resolve))
}

impl Request {
    /// The clock begins anew: filed as something else, or more urgent.
    pub(super) fn restart_clock(&mut self, time: &WorkTime) {
        let (respond, resolve) = minutes(self.priority, self.about.respond_minutes, self.about.resolve_minutes);
        if self.taken_at.is_none() {
            self.respond_by = Some(time.due(self.created_at, respond));
        }
        self.due_at = Some(time.due(self.created_at, resolve));
    }

    /// The clock begins anew in the shorter lane of what was not solved.
    pub(super) fn return_clock(&mut self, time: &WorkTime, now: DateTime<Utc>) {
        let (respond, resolve) = minutes(self.priority, self.about.respond_minutes, self.about.resolve_minutes);
        let least = i64::from(RETURNED_RESOLVE_MIN).min(resolve);
        self.respond_by = Some(time.due(now, respond));
        self.due_at = Some(time.due(now, (resolve / 2).max(least)));
        self.stopped_at = None;
    }

    /// The clock stands still from now on; it may do so already.
    pub(super) fn stop_clock(&mut self, now: DateTime<Utc>) {
        self.stopped_at.get_or_insert(now);
    }

    /// The clock runs again, unless there is another reason for it to stand still: what was left of the time is left.
    pub(super) fn run_clock(&mut self, time: &WorkTime, now: DateTime<Utc>) {
        if self.pause.is_some() || self.asked_at.is_some() {
            return;
        }
        let Some(stopped) = self.stopped_at.take() else { return };
        let moved = |by| moved(time, by, stopped, now);
        self.due_at = self.due_at.map(moved);
        if self.taken_at.is_none() {
            self.respond_by = self.respond_by.map(moved);
        }
    }
}

/// The deadline of a clock that stood still in between. What was late when it stopped stays as late as it was.
fn moved(time: &WorkTime, by: DateTime<Utc>, stopped: DateTime<Utc>, goes_on: DateTime<Utc>) -> DateTime<Utc> {
    if by > stopped { time.after(goes_on, time.worked(stopped, by)) } else { by }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use chrono_tz::Tz;
    use proptest::prelude::*;

    use super::*;
    use crate::calendars::Preset;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn office() -> WorkTime {
        WorkTime { timetable: Preset::FiveDays.timetable(), zone: Tz::UTC }
    }

    #[test]
    fn a_clock_waits_for_the_resident_and_for_monday() {
        let friday = at("2026-11-20T16:00:00Z"); // two hours before the end
        let due = office().due(friday, 180);
        assert_eq!(due, at("2026-11-23T10:00:00Z"));
        let due = moved(&office(), due, at("2026-11-20T17:00:00Z"), at("2026-11-24T17:00:00Z"));
        assert_eq!(due, at("2026-11-25T10:00:00Z"), "two hours were left");
    }

    #[test]
    fn what_was_late_stays_as_late_as_it_was() {
        let due = at("2026-11-20T10:00:00Z");
        assert_eq!(moved(&office(), due, at("2026-11-20T12:00:00Z"), at("2026-11-24T17:00:00Z")), due);
    }

    proptest! {
        #[test]
        fn a_rest_gives_exactly_the_work_that_it_lasted(
            limit in 1_i64..3_000,
            rests in proptest::collection::vec((0_i64..5_000, 0_i64..5_000), 0..6),
        ) {
            let (time, start) = (office(), at("2026-11-19T00:00:00Z"));
            let (mut due, mut now, mut rested) = (time.due(start, limit), start, TimeDelta::zero());
            for (run, stand) in rests {
                let stopped = now + TimeDelta::seconds(run);
                if stopped >= due { break }
                now = stopped + TimeDelta::seconds(stand);
                due = moved(&time, due, stopped, now);
                rested += time.worked(stopped, now);
            }
            prop_assert_eq!(time.worked(start, due), TimeDelta::minutes(limit) + rested);
        }
    }
}
