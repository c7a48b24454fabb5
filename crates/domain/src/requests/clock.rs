//! The clock of a request: when somebody should have taken it, and when it should be done. It stands still while the
//! work has to wait for something, or the resident is asked.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::Request;
use crate::categories::Priority;

/// In an emergency somebody should have it within this many minutes, whatever it is about.
const EMERGENCY_RESPOND: i32 = 5;
/// And it should be done within this many, unless its category is quicker.
const EMERGENCY_RESOLVE: i32 = 120;
/// What was returned is due in half the time, though never sooner than this many minutes.
const RETURNED_RESOLVE_MIN: i32 = 60;

/// The minutes that something so urgent gets, of those that its category gives: until it is taken, until it is done.
pub(super) fn minutes(priority: Priority, respond: i32, resolve: i32) -> (i32, i32) {
    match priority {
        Priority::Emergency => (respond.min(EMERGENCY_RESPOND), resolve.min(EMERGENCY_RESOLVE)),
        Priority::High => (respond.min((respond / 2).max(EMERGENCY_RESPOND)), resolve),
        Priority::Normal | Priority::Low => (respond, resolve),
    }
}

/// The moment this many minutes after `from`.
pub(super) fn after(from: DateTime<Utc>, minutes: i32) -> DateTime<Utc> {
    from + TimeDelta::minutes(i64::from(minutes))
}

impl Request {
    /// The clock begins anew: filed as something else, or more urgent.
    pub(super) fn restart_clock(&mut self) {
        let (respond, resolve) = minutes(self.priority, self.about.respond_minutes, self.about.resolve_minutes);
        if self.taken_at.is_none() {
            self.respond_by = Some(after(self.created_at, respond));
        }
        self.due_at = Some(after(self.created_at, resolve));
    }

    /// The clock begins anew in the shorter lane of what was not solved.
    pub(super) fn return_clock(&mut self, now: DateTime<Utc>) {
        let (respond, resolve) = minutes(self.priority, self.about.respond_minutes, self.about.resolve_minutes);
        self.respond_by = Some(after(now, respond));
        self.due_at = Some(after(now, (resolve / 2).max(RETURNED_RESOLVE_MIN.min(resolve))));
        self.stopped_at = None;
    }

    /// The clock stands still from now on; it may do so already.
    pub(super) fn stop_clock(&mut self, now: DateTime<Utc>) {
        self.stopped_at.get_or_insert(now);
    }

    /// The clock runs again, unless there is another reason for it to stand still.
    pub(super) fn run_clock(&mut self, now: DateTime<Utc>) {
        if self.pause.is_some() || self.asked_at.is_some() {
            return;
        }
        if let Some(stopped) = self.stopped_at.take() {
            let rest = now - stopped;
            self.due_at = self.due_at.map(|due| due + rest);
            self.respond_by = self.respond_by.map(|by| if self.taken_at.is_none() { by + rest } else { by });
        }
    }
}
