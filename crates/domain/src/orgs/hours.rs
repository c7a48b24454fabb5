//! When an org works: from and to of each weekday, in the org's own time zone.

use std::{collections::BTreeMap, fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDateTime, Timelike as _, Weekday};
use serde::{Deserialize, Serialize};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use crate::{Error, Result};

/// The hours of each weekday; a day that is not there is a day off. Nothing at all: the org has not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WorkingHours(pub BTreeMap<Day, Hours>);

/// A weekday: `mon` to `sun`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// From and to of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The first minute.
    pub from: Clock,
    /// The minute after the last; later than `from`.
    pub to: Clock,
}

/// A time of the day as `HH:MM`, from `00:00` to `24:00`: minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, SerializeDisplay, DeserializeFromStr)]
pub struct Clock(u16);

impl WorkingHours {
    /// The same hours from Monday to Friday.
    pub fn weekdays(hours: Hours) -> Self {
        Self([Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri].map(|day| (day, hours)).into())
    }

    /// Whether the org works at this moment of its own clock; always when it has not said.
    pub fn includes(&self, local: NaiveDateTime) -> bool {
        let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(0);
        self.0.is_empty()
            || self.0.get(&Day::of(local.weekday())).is_some_and(|hours| (hours.from.0..hours.to.0).contains(&minute))
    }

    /// The same, when every day begins before it ends.
    pub(super) fn checked(self) -> Result<Self> {
        if self.0.values().all(|hours| hours.from < hours.to) {
            Ok(self)
        } else {
            Err(Error::Invalid { field: "working_hours", code: "working_hours_invalid" })
        }
    }
}

impl Day {
    /// All of them, from Monday.
    pub const ALL: [Day; 7] = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri, Day::Sat, Day::Sun];

    /// Its name on the command line and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Day::Mon => "mon",
            Day::Tue => "tue",
            Day::Wed => "wed",
            Day::Thu => "thu",
            Day::Fri => "fri",
            Day::Sat => "sat",
            Day::Sun => "sun",
        }
    }

    /// Which of them a date is.
    pub fn of(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Day::Mon,
            Weekday::Tue => Day::Tue,
            Weekday::Wed => Day::Wed,
            Weekday::Thu => Day::Thu,
            Weekday::Fri => Day::Fri,
            Weekday::Sat => Day::Sat,
            Weekday::Sun => Day::Sun,
        }
    }
}

impl Clock {
    /// Midnight, at the beginning of a day.
    pub const MIDNIGHT: Clock = Clock(0);
    /// Midnight, at the end of a day.
    pub const DAY_END: Clock = Clock(24 * 60);

    /// This many minutes after midnight, up to the end of the day.
    pub fn at(minutes: u16) -> Self {
        Self(minutes.min(Self::DAY_END.0))
    }

    /// Minutes since midnight: 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for Clock {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "a time of the day is HH:MM, from 00:00 to 24:00";
        let (hours, minutes) = text.split_once(':').filter(|_| text.len() == 5).ok_or(WRONG)?;
        let number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u16>().ok());
        let (hours, minutes) = (number(hours).flatten().ok_or(WRONG)?, number(minutes).flatten().ok_or(WRONG)?);
        let at = hours * 60 + minutes;
        if minutes < 60 && at <= 24 * 60 { Ok(Self(at)) } else { Err(WRONG) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(from: &str, to: &str) -> Hours {
        Hours { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn a_time_of_the_day_is_read_strictly() {
        for (text, kept) in [("09:00", true), ("24:00", true), ("24:01", false), ("9:00", false), ("09:60", false)] {
            assert_eq!(text.parse::<Clock>().is_ok(), kept, "{text}");
        }
        assert_eq!("07:05".parse::<Clock>().unwrap().to_string(), "07:05");
        assert!("+9:00".parse::<Clock>().is_err());
    }

    #[test]
    fn hours_hold_their_first_minute_and_not_their_end() {
        let week = WorkingHours::weekdays(hours("09:00", "18:00"));
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%F %R").unwrap();
        assert!(week.includes(at("2026-11-20 09:00")) && week.includes(at("2026-11-20 17:59")));
        assert!(!week.includes(at("2026-11-20 18:00")) && !week.includes(at("2026-11-21 12:00")), "Saturday");
        assert!(WorkingHours::default().includes(at("2026-11-21 03:00")), "it has not said");
    }

    #[test]
    fn a_day_that_ends_before_it_begins_is_refused() {
        assert!(WorkingHours::weekdays(hours("18:00", "09:00")).checked().is_err());
        assert!(WorkingHours::weekdays(hours("00:00", "24:00")).checked().is_ok());
    }
}
