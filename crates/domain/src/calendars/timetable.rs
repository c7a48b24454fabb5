//! The hours of a calendar as they are written down: by weekday, and by date where a date differs.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Error, Result,
    orgs::{Clock, Day, WorkingHours},
};

/// The most intervals of one day.
pub const INTERVALS_MAX: usize = 6;

/// The most dates that differ: a year of them, and the holidays of the next.
pub const EXCEPTIONS_MAX: usize = 400;

/// The most characters of the words about such a date.
const NOTE_MAX: usize = 80;

/// From and to of a stretch of work. One whose end is not after its beginning ends on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// The first minute.
    pub from: Clock,
    /// The minute after the last.
    pub to: Clock,
}

/// A date whose hours are not those of its weekday.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Its hours; none on a holiday.
    pub hours: Vec<Interval>,
    /// What day it is, at most 80 characters: «Навруз», «короткий день».
    pub note: Option<String>,
}

/// When somebody works: always at some time of some weekday. An interval belongs to the day on which it begins, so the
/// night before a holiday is worked to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timetable {
    week: BTreeMap<Day, Vec<Interval>>,
    exceptions: BTreeMap<NaiveDate, Exception>,
}

impl Interval {
    /// The whole day.
    pub const DAY: Interval = Interval { from: Clock::MIDNIGHT, to: Clock::DAY_END };

    /// Beginning and end in minutes after the midnight before; the end is at most a day after the beginning.
    pub(super) fn minutes(self) -> (u16, u16) {
        let (from, to) = (self.from.minutes(), self.to.minutes());
        (from, if to <= from { to + 24 * 60 } else { to })
    }
}

impl Timetable {
    /// What was written, checked and in order. Refused: intervals that overlap or last no minute, more of them or of
    /// dates than there is place for, and a week in which nobody ever works.
    pub fn new(week: BTreeMap<Day, Vec<Interval>>, exceptions: BTreeMap<NaiveDate, Exception>) -> Result<Self> {
        let week = week
            .into_iter()
            .map(|(day, hours)| Ok((day, ordered(hours, "week")?)))
            .filter(|day: &Result<_>| day.as_ref().map_or(true, |(_, hours)| !hours.is_empty()))
            .collect::<Result<BTreeMap<_, _>>>()?;
        if week.is_empty() {
            return Err(Error::Invalid { field: "week", code: "calendar_never_open" });
        }
        if exceptions.len() > EXCEPTIONS_MAX {
            return Err(Error::Invalid { field: "exceptions", code: "exceptions_too_many" });
        }
        let exceptions = exceptions
            .into_iter()
            .map(|(date, Exception { hours, note })| {
                Ok((date, Exception { hours: ordered(hours, "exceptions")?, note: words(note)? }))
            })
            .collect::<Result<_>>()?;
        Ok(Self { week, exceptions })
    }

    /// Day and night.
    pub fn always() -> Self {
        Self { week: Day::ALL.map(|day| (day, vec![Interval::DAY])).into(), exceptions: BTreeMap::new() }
    }

    /// The same hours on these days.
    pub(super) fn on(days: &[Day], hours: Interval) -> Self {
        Self { week: days.iter().map(|day| (*day, vec![hours])).collect(), exceptions: BTreeMap::new() }
    }

    /// The hours of each weekday; a day off is not there.
    pub fn week(&self) -> &BTreeMap<Day, Vec<Interval>> {
        &self.week
    }

    /// The dates that differ.
    pub fn exceptions(&self) -> &BTreeMap<NaiveDate, Exception> {
        &self.exceptions
    }

    /// Whether it is day and night, without a holiday.
    pub(super) fn is_always(&self) -> bool {
        self.exceptions.is_empty() && self.week.len() == 7 && self.week.values().all(|hours| *hours == [Interval::DAY])
    }

    /// What begins on this date, in order.
    pub(super) fn on_date(&self, date: NaiveDate) -> &[Interval] {
        match self.exceptions.get(&date) {
            Some(exception) => &exception.hours,
            None => self.week.get(&Day::of(date.weekday())).map_or(&[], Vec::as_slice),
        }
    }
}

/// The hours that the org tells of itself; day and night when it has not said.
impl From<&WorkingHours> for Timetable {
    fn from(hours: &WorkingHours) -> Self {
        if hours.0.is_empty() {
            return Self::always();
        }
        let interval = |hours: &crate::orgs::Hours| vec![Interval { from: hours.from, to: hours.to }];
        Self { week: hours.0.iter().map(|(day, hours)| (*day, interval(hours))).collect(), exceptions: BTreeMap::new() }
    }
}

fn ordered(mut hours: Vec<Interval>, field: &'static str) -> Result<Vec<Interval>> {
    hours.sort_by_key(|interval| interval.from);
    let apart = hours.windows(2).all(|pair| pair[0].minutes().1 <= pair[1].from.minutes());
    let lasting = hours.iter().all(|interval| interval.from != interval.to && interval.from < Clock::DAY_END);
    if apart && lasting && hours.len() <= INTERVALS_MAX {
        Ok(hours)
    } else {
        Err(Error::Invalid { field, code: "hours_invalid" })
    }
}

fn words(note: Option<String>) -> Result<Option<String>> {
    let Some(note) = note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty()) else { return Ok(None) };
    if note.chars().count() > NOTE_MAX || note.chars().any(char::is_control) {
        return Err(Error::Invalid { field: "exceptions", code: "title_invalid" });
    }
    Ok(Some(note))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(from: &str, to: &str) -> Interval {
        Interval { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    fn monday(hours: &[Interval]) -> Result<Timetable> {
        Timetable::new([(Day::Mon, hours.to_vec())].into(), BTreeMap::new())
    }

    #[test]
    fn hours_are_kept_in_order_and_never_overlap() {
        let (morning, evening, night) =
            (interval("09:00", "13:00"), interval("14:00", "18:00"), interval("22:00", "06:00"));
        assert_eq!(monday(&[night, evening, morning]).unwrap().week()[&Day::Mon], [morning, evening, night]);
        let wrong = [
            vec![interval("09:00", "13:00"), interval("12:59", "18:00")],
            vec![night, interval("23:00", "24:00")],
            vec![interval("09:00", "09:00")],
            vec![interval("24:00", "06:00")],
            (0..7).map(|hour| Interval { from: Clock::at(hour * 60), to: Clock::at(hour * 60 + 30) }).collect(),
        ];
        for hours in wrong {
            assert_eq!(monday(&hours).unwrap_err().code(), "hours_invalid", "{hours:?}");
        }
    }

    #[test]
    fn a_calendar_opens_at_some_time_of_the_week() {
        assert_eq!(monday(&[]).unwrap_err().code(), "calendar_never_open");
        let holiday =
            |n: u64| (NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(n), Exception::default());
        let week = || BTreeMap::from([(Day::Mon, vec![Interval::DAY])]);
        let many = Timetable::new(week(), (0..=EXCEPTIONS_MAX as u64).map(holiday).collect());
        assert_eq!(many.unwrap_err().code(), "exceptions_too_many");
        let wordy = Exception { note: Some("я".repeat(81)), ..Exception::default() };
        let wordy = Timetable::new(week(), [(holiday(0).0, wordy)].into());
        assert_eq!(wordy.unwrap_err().code(), "title_invalid");
    }

    #[test]
    fn an_org_that_has_not_said_works_day_and_night() {
        assert!(Timetable::from(&WorkingHours::default()).is_always());
        let hours = crate::orgs::Hours { from: Clock::at(540), to: Clock::at(1080) };
        let week = Timetable::from(&WorkingHours::weekdays(hours));
        assert_eq!(week, super::super::Preset::FiveDays.timetable());
    }

    #[test]
    fn it_is_written_as_people_would() {
        let mut week = Timetable::on(&[Day::Fri], interval("22:00", "06:00"));
        let note = Some("Навруз".to_owned());
        week.exceptions.insert(NaiveDate::from_ymd_opt(2026, 3, 21).unwrap(), Exception { hours: vec![], note });
        let written = serde_json::to_string(&week).unwrap();
        assert_eq!(
            written,
            r#"{"week":{"fri":[{"from":"22:00","to":"06:00"}]},"exceptions":{"2026-03-21":{"hours":[],"note":"Навруз"}}}"#
        );
        assert_eq!(serde_json::from_str::<Timetable>(&written).unwrap(), week);
    }
}
