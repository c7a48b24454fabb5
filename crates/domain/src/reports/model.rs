//! What reports say, and of which days.

use chrono::{DateTime, Days, NaiveDate, TimeZone as _, Utc};
use chrono_tz::Tz;
use serde::Deserialize;

use crate::{
    Error, Result,
    categories::{Names, Priority},
    ids::{BuildingId, CategoryId, MemberId, RequestId},
};

/// The most days of one report.
pub const DAYS_MAX: u64 = 92;

/// Some days, the first and the last included, by the clocks of a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// Where midnight is looked up.
    pub zone: Tz,
}

impl Period {
    /// The days that end with the one on which `now` is. A zone that there is not counts as UTC.
    pub fn last(days: u64, time_zone: &str, now: DateTime<Utc>) -> Self {
        let zone: Tz = time_zone.parse().unwrap_or(Tz::UTC);
        let to = now.with_timezone(&zone).date_naive();
        Self { from: to.checked_sub_days(Days::new(days.saturating_sub(1))).unwrap_or(to), to, zone }
    }

    /// From this day to that one, the first and the last included. Without a last one it ends today; without a first one
    /// it has seven days.
    pub fn between(from: Option<NaiveDate>, to: Option<NaiveDate>, time_zone: &str, now: DateTime<Utc>) -> Self {
        let week = Self::last(7, time_zone, now);
        let to = to.unwrap_or(week.to);
        let from = from.or_else(|| to.checked_sub_days(Days::new(6))).unwrap_or(to);
        Self { from, to, ..week }
    }

    /// How many days it has.
    pub fn days(&self) -> u64 {
        u64::try_from((self.to - self.from).num_days() + 1).unwrap_or(0)
    }

    /// The same, when it has a day and not too many of them.
    pub(super) fn checked(self) -> Result<Self> {
        if (1..=DAYS_MAX).contains(&self.days()) {
            Ok(self)
        } else {
            Err(Error::Invalid { field: "to", code: "period_invalid" })
        }
    }

    /// Its days and as many before them, each with the instants at which it begins and ends.
    pub(super) fn with_those_before(&self) -> Vec<(NaiveDate, DateTime<Utc>, DateTime<Utc>)> {
        let first = self.from.checked_sub_days(Days::new(self.days())).unwrap_or(self.from);
        first
            .iter_days()
            .take_while(|day| *day <= self.to)
            .filter_map(|day| Some((day, self.midnight(day)?, self.midnight(day.succ_opt()?)?)))
            .collect()
    }

    /// When its first day begins, and when its last one ends.
    pub(super) fn instants(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let end = self.to.succ_opt().and_then(|day| self.midnight(day));
        (self.midnight(self.from).unwrap_or_default(), end.unwrap_or_default())
    }

    /// When the day begins: where clocks are put forward over midnight, with the first hour that there is.
    fn midnight(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        (0..4).find_map(|hour| {
            let local = day.and_hms_opt(hour, 0, 0)?;
            self.zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc))
        })
    }
}

/// The numbers of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Day {
    /// Which.
    pub day: NaiveDate,
    /// Requests that came.
    pub created: i64,
    /// Requests that were closed.
    pub closed: i64,
    /// Requests that were late at its end, or are now.
    pub overdue: i64,
    /// The stars that those which were closed got, added up.
    pub stars: i64,
    /// How many of these have stars.
    pub ratings: i64,
}

/// The numbers of some days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Requests that came.
    pub created: i64,
    /// Requests that were closed.
    pub closed: i64,
    /// Requests that were late at the end of the last of them.
    pub overdue: i64,
    /// The mean of the stars in hundredths, when there are any.
    pub rating: Option<i64>,
    /// How many gave stars.
    pub ratings: i64,
}

impl Totals {
    /// Of these days, which stand in their order.
    pub fn of<'a>(days: impl IntoIterator<Item = &'a Day>) -> Self {
        let (mut totals, mut stars) = (Self::default(), 0);
        for day in days {
            totals.created += day.created;
            totals.closed += day.closed;
            totals.overdue = day.overdue;
            totals.ratings += day.ratings;
            stars += day.stars;
        }
        totals.rating = (totals.ratings > 0).then(|| (stars * 100 + totals.ratings / 2) / totals.ratings);
        totals
    }
}

/// How the desk stands at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Now {
    /// Requests on which the work has not ended.
    pub open: i64,
    /// Of these, those that nobody has.
    pub unassigned: i64,
    /// Those that are late.
    pub overdue: i64,
    /// Those that wait: paused, or for the resident.
    pub waiting: i64,
}

/// Why somebody has to look at a request; the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// An emergency that nobody has.
    Emergency,
    /// The resident says that it is not solved.
    Returned,
    /// It is late.
    Overdue,
    /// Whoever it was given to has not answered.
    NotAccepted,
    /// Nobody has it, and somebody should by now.
    Unassigned,
    /// Closed since yesterday, with one star or two.
    LowRating,
}

/// A request that somebody has to look at.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Attention {
    /// Which.
    pub id: RequestId,
    /// Its number.
    pub number: i64,
    /// Why.
    pub why: Why,
    /// Since when.
    pub since: DateTime<Utc>,
    /// How urgent it is.
    pub priority: Priority,
    /// The picture of what it is about.
    pub icon: String,
    /// What it is about.
    pub names: Names,
    /// The address of the building where it is.
    pub address: Option<String>,
    /// The number of the flat.
    pub unit: Option<String>,
    /// Who has it.
    pub assignee: Option<String>,
}

/// How the desk stands, and how it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Of which days.
    pub period: Period,
    /// Each of them, in order.
    pub days: Vec<Day>,
    /// As many before them.
    pub before: Vec<Day>,
    /// At this moment.
    pub now: Now,
    /// What has to be looked at, the most pressing first.
    pub attention: Vec<Attention>,
}

impl Overview {
    /// The numbers of its days.
    pub fn totals(&self) -> Totals {
        Totals::of(&self.days)
    }

    /// Those of as many days before.
    pub fn totals_before(&self) -> Totals {
        Totals::of(&self.before)
    }

    /// The last but one of its days, and the one before that: yesterday, when it ends today.
    pub fn yesterday(&self) -> Option<(Day, Day)> {
        let all: Vec<&Day> = self.before.iter().chain(&self.days).collect();
        let at = all.len().checked_sub(2)?;
        Some((**all.get(at)?, **all.get(at.checked_sub(1)?)?))
    }
}

/// The numbers of a building.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct House {
    /// Which; none: requests at no address.
    pub building: Option<BuildingId>,
    /// Its address.
    pub address: Option<String>,
    /// Requests that came in these days.
    pub created: i64,
    /// Those that are open now.
    pub open: i64,
    /// Those that are late now.
    pub overdue: i64,
}

/// The numbers of a kind of requests.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Kind {
    /// Which.
    pub category: CategoryId,
    /// Its picture.
    pub icon: String,
    /// Its names.
    pub names: Names,
    /// Requests that came in these days.
    pub created: i64,
    /// Those that are open now.
    pub open: i64,
    /// Those that are late now.
    pub overdue: i64,
}

/// How much somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performance {
    /// Who.
    pub member: MemberId,
    /// What they are called.
    pub name: String,
    /// What they have said to be done in these days, and was not returned since.
    pub done: i64,
    /// Of these, what was done later than it should.
    pub late: i64,
    /// How often residents returned it before.
    pub returns: i64,
    /// Minutes from taking it to having it done, in the mean.
    pub minutes: Option<i64>,
    /// What they have now.
    pub open: i64,
    /// Of this, what is late.
    pub overdue: i64,
    /// The mean of the stars that it got, in hundredths.
    pub rating: Option<i64>,
    /// How many gave stars.
    pub ratings: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_week_ends_today_by_the_clocks_of_the_org() {
        let period = Period::last(7, "Asia/Tashkent", at("2026-11-20T20:30:00Z"));
        assert_eq!((period.from.to_string(), period.to.to_string()), ("2026-11-15".into(), "2026-11-21".into()));
        let days = period.with_those_before();
        assert_eq!(days.len(), 14);
        assert_eq!(days[13].1, at("2026-11-20T19:00:00Z"), "midnight in Tashkent");
        assert!(days.windows(2).all(|two| two[0].2 == two[1].1), "no moment is left out, none counts twice");
    }

    #[test]
    fn a_day_is_as_long_as_it_is() {
        let autumn = Period::last(1, "Europe/Berlin", at("2026-10-25T12:00:00Z"));
        let (begins, ends) = autumn.instants();
        assert_eq!((ends - begins).num_hours(), 25);
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let period = |from, to| Period { from: day(from), to: day(to), zone: Tz::UTC }.checked();
        assert!(period("2026-11-01", "2026-11-01").is_ok());
        assert!(period("2026-11-02", "2026-11-01").is_err());
        assert!(period("2026-01-01", "2026-04-02").is_ok(), "92 days");
        assert!(period("2026-01-01", "2026-04-03").is_err());
    }

    #[test]
    fn a_mean_is_of_those_who_gave_stars() {
        let day =
            |stars, ratings, overdue| Day { day: NaiveDate::default(), created: 2, closed: 1, overdue, stars, ratings };
        let totals = Totals::of(&[day(9, 2, 5), day(5, 1, 3), day(0, 0, 4)]);
        assert_eq!((totals.created, totals.closed, totals.overdue), (6, 3, 4), "late is who is late at the end");
        assert_eq!((totals.rating, totals.ratings), (Some(467), 3));
        assert_eq!(Totals::of(&[]).rating, None);
    }
}
