//! The arithmetic of working time: is it open, when does it open, when is something due, how much has passed.
//!
//! All of it is on instants. A time of the day that a change of the clock skips is the moment of the change; one that
//! comes twice is its first coming. So a night shift of that day is an hour shorter or longer, as it is for whoever
//! works it, and nothing is counted twice.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::timetable::Timetable;

/// How far is looked for a deadline: ten years are as good as never.
pub const HORIZON: TimeDelta = TimeDelta::days(3_650);

/// A timetable where it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkTime {
    /// The hours.
    pub timetable: Timetable,
    /// Whose clock they are read on.
    pub zone: Tz,
}

impl WorkTime {
    /// Day and night; the zone does not matter then.
    pub fn always() -> Self {
        Self { timetable: Timetable::always(), zone: Tz::UTC }
    }

    /// Whether this moment is worked.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.stretches(at).next().is_some_and(|(from, _)| from <= at)
    }

    /// The first moment from `at` on that is worked: `at` itself when it is.
    pub fn next_opening(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.stretches(at).next().map_or(at + HORIZON, |(from, _)| from.max(at))
    }

    /// The first moment by which so many minutes of work have passed since `from`; at most [`HORIZON`] later.
    pub fn due(&self, from: DateTime<Utc>, minutes: i64) -> DateTime<Utc> {
        self.after(from, TimeDelta::try_minutes(minutes).unwrap_or(HORIZON))
    }

    /// How many whole minutes of work have passed; none when `to` is before `from`.
    pub fn elapsed(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        self.worked(from, to).num_minutes()
    }

    /// The same as [`WorkTime::due`], to the second.
    pub fn after(&self, from: DateTime<Utc>, length: TimeDelta) -> DateTime<Utc> {
        let mut left = length.clamp(TimeDelta::zero(), HORIZON);
        if left.is_zero() || self.timetable.is_always() {
            return from + left;
        }
        for (begins, ends) in self.stretches(from) {
            let begins = begins.max(from);
            if ends - begins >= left {
                return begins + left;
            }
            left -= ends - begins;
        }
        from + HORIZON
    }

    /// The same as [`WorkTime::elapsed`], to the second.
    pub fn worked(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
        if to <= from {
            return TimeDelta::zero();
        }
        if self.timetable.is_always() {
            return to - from;
        }
        let within = self.stretches(from).take_while(|(begins, _)| *begins < to);
        within.fold(TimeDelta::zero(), |sum, (begins, ends)| sum + (ends.min(to) - begins.max(from)))
    }

    /// What is worked and not over by `at`, in order, for as long as the horizon reaches: beginning and end. One may
    /// follow the other without a break, none overlaps another.
    fn stretches(&self, at: DateTime<Utc>) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        let today = at.with_timezone(&self.zone).date_naive();
        let days = today.pred_opt().unwrap_or(today).iter_days().take(HORIZON.num_days() as usize);
        let hours = days.flat_map(|date| self.timetable.on_date(date).iter().map(move |interval| (date, *interval)));
        let mut covered = DateTime::<Utc>::MIN_UTC;
        hours.filter_map(move |(date, interval)| {
            let (from, to) = interval.minutes();
            let (from, to) = (self.instant(date, from).max(covered), self.instant(date, to));
            covered = covered.max(to);
            (from < to && to > at).then_some((from, to))
        })
    }

    /// When the clock of the zone shows so many minutes after the midnight of this date.
    fn instant(&self, date: NaiveDate, minutes: u16) -> DateTime<Utc> {
        let (days, minutes) = (minutes / (24 * 60), minutes % (24 * 60));
        let date = date.checked_add_days(Days::new(days.into())).unwrap_or(date);
        let mut local: NaiveDateTime = date.into();
        local += TimeDelta::minutes(minutes.into());
        // Clocks are set forward by a day at the most (Samoa, 2011).
        for _ in 0..=24 * 60 {
            if let Some(found) = self.zone.from_local_datetime(&local).earliest() {
                return found.to_utc();
            }
            local += TimeDelta::minutes(1);
        }
        self.zone.from_utc_datetime(&local).to_utc()
    }
}

#[cfg(test)]
mod tests;
