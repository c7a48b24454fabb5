//! A deadline that can be stopped: it runs in working time, and not while somebody waits for something else.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::WorkTime;

/// A clock that was started with so many minutes to go. It holds facts alone; what follows from them depends on the
/// calendar, so that another holiday moves every open deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlaClock {
    /// When it was started.
    pub started: DateTime<Utc>,
    /// How many minutes of work there are.
    pub limit: i64,
    /// When it stood still, in order; only the last may go on.
    #[serde(default)]
    pub pauses: Vec<Pause>,
}

/// A time in which a clock stood still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Since when.
    pub from: DateTime<Utc>,
    /// Until when; none while it goes on.
    pub until: Option<DateTime<Utc>>,
    /// Why, as a code of whoever stopped it: `waiting_for_resident`.
    pub reason: String,
}

impl SlaClock {
    /// A clock that runs from now on.
    pub fn start(at: DateTime<Utc>, limit: i64) -> Self {
        Self { started: at, limit, pauses: vec![] }
    }

    /// Stops it; a clock that stands still goes on standing, for the reason that it had.
    pub fn pause(&mut self, at: DateTime<Utc>, reason: &str) {
        if !self.is_paused() {
            let from = self.latest().max(at);
            self.pauses.push(Pause { from, until: None, reason: reason.to_owned() });
        }
    }

    /// Lets it run again; one that runs goes on running.
    pub fn resume(&mut self, at: DateTime<Utc>) {
        if let Some(pause) = self.pauses.last_mut().filter(|pause| pause.until.is_none()) {
            pause.until = Some(at.max(pause.from));
        }
    }

    /// Whether it stands still.
    pub fn is_paused(&self) -> bool {
        self.pauses.last().is_some_and(|pause| pause.until.is_none())
    }

    /// When its time is over, or was: none while it stands still with some of it left.
    pub fn due_at(&self, time: &WorkTime) -> Option<DateTime<Utc>> {
        let mut left = self.whole();
        for (from, to) in self.running() {
            let Some(to) = to else { return Some(time.after(from, left)) };
            let worked = time.worked(from, to);
            if worked >= left {
                return Some(time.after(from, left));
            }
            left -= worked;
        }
        None
    }

    /// How much of its time is left at this moment; less than nothing when it is over.
    pub fn remaining(&self, time: &WorkTime, at: DateTime<Utc>) -> TimeDelta {
        let used = self.running().map(|(from, to)| time.worked(from, to.map_or(at, |to| to.min(at))));
        used.fold(self.whole(), |left, used| left - used)
    }

    /// Whether its time is over at this moment.
    pub fn is_breached(&self, time: &WorkTime, at: DateTime<Utc>) -> bool {
        self.due_at(time).is_some_and(|due| due <= at)
    }

    fn whole(&self) -> TimeDelta {
        TimeDelta::try_minutes(self.limit.max(0)).unwrap_or(super::HORIZON)
    }

    fn latest(&self) -> DateTime<Utc> {
        self.pauses.last().and_then(|pause| pause.until).unwrap_or(self.started)
    }

    /// From when to when it ran; the last one has no end when it still does.
    fn running(&self) -> impl Iterator<Item = (DateTime<Utc>, Option<DateTime<Utc>>)> {
        let begins = std::iter::once(Some(self.started)).chain(self.pauses.iter().map(|pause| pause.until));
        let ends = self.pauses.iter().map(|pause| Some(pause.from)).chain(std::iter::once(None));
        begins.zip(ends).filter_map(|(from, to)| Some((from?, to)))
    }
}

#[cfg(test)]
mod tests {
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
        let time = office();
        let mut clock = SlaClock::start(at("2026-11-20T16:00:00Z"), 180); // Friday, two hours before the end
        assert_eq!(clock.due_at(&time), Some(at("2026-11-23T10:00:00Z")));
        clock.pause(at("2026-11-20T17:00:00Z"), "waiting_for_resident");
        clock.pause(at("2026-11-20T17:30:00Z"), "no_part");
        assert_eq!((clock.due_at(&time), clock.pauses.len()), (None, 1));
        assert_eq!(clock.remaining(&time, at("2026-12-20T00:00:00Z")), TimeDelta::minutes(120), "it stands still");
        assert!(!clock.is_breached(&time, at("2026-12-20T00:00:00Z")));
        clock.resume(at("2026-11-24T17:00:00Z"));
        clock.resume(at("2026-11-25T17:00:00Z"));
        assert_eq!(clock.due_at(&time), Some(at("2026-11-25T10:00:00Z")));
        assert_eq!(clock.remaining(&time, at("2026-11-25T09:30:00Z")), TimeDelta::minutes(30));
        assert!(!clock.is_breached(&time, at("2026-11-25T09:59:59Z")));
        assert!(clock.is_breached(&time, at("2026-11-25T10:00:00Z")));
        assert_eq!(clock.remaining(&time, at("2026-11-25T11:00:00Z")), TimeDelta::minutes(-60));
    }

    #[test]
    fn a_clock_that_was_over_stays_over_when_it_is_stopped() {
        let time = office();
        let mut clock = SlaClock::start(at("2026-11-20T09:00:00Z"), 60);
        clock.pause(at("2026-11-20T12:00:00Z"), "no_access");
        assert_eq!(clock.due_at(&time), Some(at("2026-11-20T10:00:00Z")));
        assert!(clock.is_breached(&time, at("2026-11-20T12:00:00Z")));
    }

    proptest! {
        #[test]
        fn a_pause_gives_exactly_the_work_that_it_lasted(limit in 1_i64..3_000, stops in proptest::collection::vec((0_i64..5_000, 0_i64..5_000), 0..6)) {
            let (time, start) = (office(), at("2026-11-19T00:00:00Z"));
            let (mut clock, mut now) = (SlaClock::start(start, limit), start);
            let mut paused = TimeDelta::zero();
            for (run, stand) in stops {
                now += TimeDelta::minutes(run);
                if clock.is_breached(&time, now) { break }
                clock.pause(now, "x");
                let from = now;
                now += TimeDelta::minutes(stand);
                clock.resume(now);
                paused += time.worked(from, now);
            }
            let due = clock.due_at(&time).unwrap();
            prop_assert_eq!(time.worked(start, due), TimeDelta::minutes(limit) + paused);
            prop_assert_eq!(clock.remaining(&time, due), TimeDelta::zero());
            prop_assert!(clock.is_breached(&time, due) && !clock.is_breached(&time, due - TimeDelta::seconds(1)));
            let read: SlaClock = serde_json::from_value(serde_json::to_value(&clock).unwrap()).unwrap();
            prop_assert_eq!(read, clock);
        }
    }
}
