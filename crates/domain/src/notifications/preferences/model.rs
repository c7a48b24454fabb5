//! What somebody may choose, and what becomes of a push by it: pure.

use chrono::{DateTime, Days, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{Error, Result, access::Role, alerts};

/// What a push is about: a kind of thing, or the rule of an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Subject {
    /// How one's requests stand.
    Requests,
    /// What the other side writes.
    Comments,
    /// What concerns oneself in the team.
    Team,
    /// The digest of the morning.
    Digest,
    /// Alert: a sign-in on a new device.
    NewDevice,
    /// Alert: sign-ins that were refused.
    ManyFailures,
    /// Alert: much was taken away as files.
    MassExport,
    /// Alert: somebody may do more than before.
    RoleRaised,
    /// Alert: a bot has another token.
    BotTokenChanged,
    /// Alert: a sign-in outside working hours.
    OddHours,
    /// Alert: the bot was taken out of the staff's group.
    StaffChatLost,
    /// Warning: nobody has a request.
    Unassigned,
    /// Warning: whoever a request was given to does not answer.
    NotAccepted,
    /// Warning: a request is late soon.
    DueSoon,
    /// Warning: a request is late.
    Overdue,
    /// Warning: a request got one star or two.
    LowRating,
    /// Warning: a request was returned.
    Returned,
}

/// How much of a subject somebody wants to hear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Level {
    /// Everything.
    #[default]
    All,
    /// What they have to act on.
    Important,
    /// Nothing; live cards go on changing.
    None,
}

/// How much a push matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Good to know.
    News,
    /// They have to act, and it can wait for the morning.
    Matter,
    /// A word that somebody waits for: it comes at night too, without a sound.
    Word,
    /// It cannot wait.
    Urgent,
}

/// What becomes of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Way {
    /// With a sound.
    Now,
    /// Without one.
    Silently,
    /// In the morning, with the others.
    Bundled,
}

/// When somebody is left in peace, by the clock on their wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// Whether they are at all.
    pub on: bool,
    /// The first minute.
    #[serde(with = "clock")]
    pub from: NaiveTime,
    /// The minute after the last; the next day when it is before `from`.
    #[serde(with = "clock")]
    pub to: NaiveTime,
}

/// One subject, as a person has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SubjectPreference {
    /// Which.
    pub subject: Subject,
    /// How much of it they hear.
    pub level: Level,
}

/// What a person has chosen, with what the org has for whoever has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// When they are left in peace.
    pub quiet: Quiet,
    /// Whether that is their own choice.
    pub quiet_chosen: bool,
    /// Where the clock hangs.
    pub time_zone: String,
    /// The subjects that can reach them, in order.
    pub subjects: Vec<SubjectPreference>,
}

/// How one person is told of one subject.
#[derive(Clone, Debug)]
pub struct Manners {
    /// How much of it.
    pub level: Level,
    /// When not.
    pub quiet: Quiet,
    /// Where the clock hangs.
    pub time_zone: String,
}

impl Subject {
    /// All of them, in the order of screens.
    pub const ALL: [Subject; 17] = [
        Subject::Requests,
        Subject::Comments,
        Subject::Team,
        Subject::Digest,
        Subject::NewDevice,
        Subject::ManyFailures,
        Subject::MassExport,
        Subject::RoleRaised,
        Subject::BotTokenChanged,
        Subject::OddHours,
        Subject::StaffChatLost,
        Subject::Unassigned,
        Subject::NotAccepted,
        Subject::DueSoon,
        Subject::Overdue,
        Subject::LowRating,
        Subject::Returned,
    ];

    /// Whether it is the rule of an alert, whose recipients an admin chooses.
    pub fn is_alert(self) -> bool {
        !matches!(self, Subject::Requests | Subject::Comments | Subject::Team | Subject::Digest)
    }

    /// Whether a member with this role gets the alert when nobody has chosen.
    pub fn told_by_default(self, role: Role) -> bool {
        match self {
            Subject::Requests | Subject::Comments | Subject::Team => true,
            Subject::Digest => matches!(role, Role::Owner | Role::Manager),
            Subject::StaffChatLost => matches!(role, Role::Owner | Role::Admin),
            // Whoever the chain of duty calls.
            Subject::Unassigned
            | Subject::NotAccepted
            | Subject::DueSoon
            | Subject::Overdue
            | Subject::LowRating
            | Subject::Returned => matches!(role, Role::Owner | Role::Manager | Role::Dispatcher),
            _ => role == Role::Owner,
        }
    }
}

impl From<alerts::Kind> for Subject {
    fn from(kind: alerts::Kind) -> Self {
        match kind {
            alerts::Kind::NewDevice => Subject::NewDevice,
            alerts::Kind::ManyFailures => Subject::ManyFailures,
            alerts::Kind::MassExport => Subject::MassExport,
            alerts::Kind::RoleRaised => Subject::RoleRaised,
            alerts::Kind::BotTokenChanged => Subject::BotTokenChanged,
            alerts::Kind::OddHours => Subject::OddHours,
        }
    }
}

impl Default for Quiet {
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self { on: true, from: hour(22), to: hour(8) }
    }
}

impl Quiet {
    /// Refuses what has no length.
    pub(super) fn checked(self) -> Result<Self> {
        if self.from == self.to {
            return Err(Error::Invalid { field: "quiet", code: "quiet_hours_invalid" });
        }
        Ok(self)
    }

    fn includes(&self, time: NaiveTime) -> bool {
        self.on
            && if self.from < self.to {
                (self.from..self.to).contains(&time)
            } else {
                time >= self.from || time < self.to
            }
    }
}

impl Manners {
    /// What becomes of a push that matters so much; nothing when they do not want to hear of it.
    pub fn way(&self, weight: Weight, now: DateTime<Utc>) -> Option<Way> {
        let wanted = match self.level {
            Level::All => true,
            Level::Important => weight != Weight::News,
            Level::None => false,
        };
        wanted.then_some(match weight {
            _ if !self.quiet.includes(now.with_timezone(&self.zone()).time()) => Way::Now,
            Weight::News | Weight::Matter => Way::Bundled,
            Weight::Word => Way::Silently,
            Weight::Urgent => Way::Now,
        })
    }

    /// When the quiet that reigns `now` ends.
    pub fn morning(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let zone = self.zone();
        let local = now.with_timezone(&zone).naive_local();
        let today = local.date();
        let day =
            if local.time() < self.quiet.to { today } else { today.checked_add_days(Days::new(1)).unwrap_or(today) };
        // Where clocks are put forward over it, it ends with the hour that there is.
        let end = zone.from_local_datetime(&day.and_time(self.quiet.to)).earliest();
        end.map_or(now, |end| end.with_timezone(&Utc)).max(now)
    }

    fn zone(&self) -> Tz {
        self.time_zone.parse().unwrap_or(Tz::UTC)
    }
}

/// A time of the day as `HH:MM`.
pub(crate) mod clock {
    use chrono::NaiveTime;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    const FORMAT: &str = "%H:%M";

    pub(crate) fn serialize<S: Serializer>(time: &NaiveTime, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&time.format(FORMAT))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
        let text = String::deserialize(from)?;
        NaiveTime::parse_from_str(&text, FORMAT).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manners(level: Level, from: u32, to: u32) -> Manners {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        Manners { level, quiet: Quiet { on: true, from: hour(from), to: hour(to) }, time_zone: "Asia/Tashkent".into() }
    }

    fn at(local: &str) -> DateTime<Utc> {
        format!("2026-11-21T{local}:00+05:00").parse().unwrap()
    }

    #[test]
    fn what_becomes_of_a_push() {
        let mut table = String::new();
        for level in [Level::All, Level::Important, Level::None] {
            for (when, time) in [("day", "14:00"), ("night", "23:30")] {
                for weight in [Weight::News, Weight::Matter, Weight::Word, Weight::Urgent] {
                    let way = manners(level, 22, 8).way(weight, at(time));
                    let way = way.map_or("-".to_owned(), |way| format!("{way:?}"));
                    table += &format!("{level:?} · {when} · {weight:?} → {way}\n");
                }
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn the_night_goes_over_midnight_and_a_nap_does_not() {
        for (from, to, time, quiet) in [
            (22, 8, "21:59", false),
            (22, 8, "22:00", true),
            (22, 8, "00:00", true),
            (22, 8, "07:59", true),
            (22, 8, "08:00", false),
            (13, 15, "12:59", false),
            (13, 15, "14:00", true),
            (13, 15, "15:00", false),
        ] {
            let way = manners(Level::All, from, to).way(Weight::News, at(time));
            assert_eq!(way == Some(Way::Bundled), quiet, "{from}-{to} at {time}");
        }
        let off = Manners { quiet: Quiet { on: false, ..Quiet::default() }, ..manners(Level::All, 22, 8) };
        assert_eq!(off.way(Weight::News, at("23:00")), Some(Way::Now));
    }

    #[test]
    fn the_morning_is_the_next_one() {
        let night = manners(Level::All, 22, 8);
        assert_eq!(night.morning(at("23:30")), "2026-11-22T08:00:00+05:00".parse::<DateTime<Utc>>().unwrap());
        assert_eq!(night.morning(at("03:00")), at("08:00"));
        // Where the clock jumps from two to three, half past two is not there: then it is over at once.
        let berlin = Manners { time_zone: "Europe/Berlin".into(), ..manners(Level::All, 1, 2) };
        let berlin =
            Manners { quiet: Quiet { to: NaiveTime::from_hms_opt(2, 30, 0).unwrap(), ..berlin.quiet }, ..berlin };
        let now = "2027-03-28T01:45:00+01:00".parse().unwrap();
        assert_eq!(berlin.morning(now), now);
    }

    #[test]
    fn a_night_without_length_is_refused() {
        let quiet = Quiet { to: Quiet::default().from, ..Quiet::default() };
        assert!(quiet.checked().is_err());
        assert!(Quiet::default().checked().is_ok());
    }
}
