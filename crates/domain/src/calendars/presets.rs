//! Calendars that are ready to be taken, and what the law says about the time that work may take.

use super::{Interval, Timetable};
use crate::orgs::{Clock, Day};

/// A calendar that is ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// An emergency dispatch in Russia: day and night, with the terms of decree 416.
    Emergency416,
    /// Day and night, as a dispatch in Uzbekistan works. The terms are the org's own.
    AroundTheClock,
    /// Monday to Friday, 9 to 18. The terms are the org's own.
    FiveDays,
}

/// How long something may take, by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Norm {
    /// What, as a code: its words are the screen's.
    pub what: &'static str,
    /// Minutes from the moment when the request was registered.
    pub minutes: i64,
    /// Who says so.
    pub rule: Rule,
}

/// Where a norm is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The rules of managing apartment houses, approved by the decree of the Government of the Russian Federation of
    /// 15 May 2013 No. 416, point 13.
    Decree416,
}

impl Preset {
    /// All of them.
    pub const ALL: [Preset; 3] = [Preset::Emergency416, Preset::AroundTheClock, Preset::FiveDays];

    /// Its name in the API.
    pub fn code(self) -> &'static str {
        match self {
            Preset::Emergency416 => "emergency_416",
            Preset::AroundTheClock => "around_the_clock",
            Preset::FiveDays => "five_days",
        }
    }

    /// Its hours. Holidays are not in it: each year decides them anew.
    pub fn timetable(self) -> Timetable {
        match self {
            Preset::Emergency416 | Preset::AroundTheClock => Timetable::always(),
            Preset::FiveDays => {
                Timetable::on(&Day::ALL[..5], Interval { from: Clock::at(9 * 60), to: Clock::at(18 * 60) })
            }
        }
    }

    /// What the law says that goes with it.
    pub fn norms(self) -> &'static [Norm] {
        const fn decree(what: &'static str, minutes: i64) -> Norm {
            Norm { what, minutes, rule: Rule::Decree416 }
        }
        match self {
            Preset::Emergency416 => {
                const {
                    &[
                        decree("answer_call", 5),
                        decree("localise_damage", 30),
                        decree("clear_sewer", 2 * 60),
                        // Where requests are taken day and night: not before 8:00 and not after 23:00.
                        decree("clear_chute", 2 * 60),
                        decree("repair_damage", 3 * 24 * 60),
                    ]
                }
            }
            Preset::AroundTheClock | Preset::FiveDays => &[],
        }
    }
}

impl Rule {
    /// Its name in the API.
    pub fn code(self) -> &'static str {
        match self {
            Rule::Decree416 => "ru_416_13",
        }
    }
}

impl std::str::FromStr for Preset {
    type Err = crate::Error;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let found = Preset::ALL.into_iter().find(|preset| preset.code() == code);
        found.ok_or(crate::Error::Invalid { field: "preset", code: "preset_unknown" })
    }
}
