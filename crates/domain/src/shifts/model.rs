//! The facts about a shift, and the rules of planning one.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Error, Result,
    access::{Filter, Role},
    events::Changes,
    ids::{BuildingId, MemberId, PersonId, ShiftId},
};

/// How long before its time a shift can be begun.
pub const EARLY: TimeDelta = TimeDelta::hours(2);

/// How long after its end a shift that nobody handed over still counts.
pub const FORGOTTEN: TimeDelta = TimeDelta::hours(4);

/// How long a shift is that was begun without being planned.
pub const UNPLANNED: TimeDelta = TimeDelta::hours(12);

/// The longest shift.
const LONGEST: TimeDelta = TimeDelta::days(7);

/// The most characters of a hand-over note.
pub const NOTE_MAX: usize = 1000;

/// The most buildings of one shift.
const BUILDINGS_MAX: usize = 500;

/// What somebody is on duty as. In this order they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Duty {
    /// Gives the work out.
    Dispatcher,
    /// Goes and does it.
    Worker,
    /// Answers for it.
    Manager,
}

impl Duty {
    /// All of them, in the order of the chain.
    pub const ALL: [Duty; 3] = [Duty::Dispatcher, Duty::Worker, Duty::Manager];

    /// Its name in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Duty::Dispatcher => "dispatcher",
            Duty::Worker => "worker",
            Duty::Manager => "manager",
        }
    }

    /// What somebody of this role is on duty as, when nobody planned it.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Dispatcher => Duty::Dispatcher,
            Role::Owner | Role::Admin | Role::Manager | Role::TeamLead => Duty::Manager,
            Role::Worker | Role::Member | Role::Partner | Role::Caller | Role::Analyst | Role::Accountant => {
                Duty::Worker
            }
        }
    }
}

impl std::str::FromStr for Duty {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let found = Duty::ALL.into_iter().find(|duty| duty.code() == code);
        found.ok_or(Error::Invalid { field: "duty", code: "duty_unknown" })
    }
}

/// A shift of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Its id.
    pub id: ShiftId,
    /// Whose.
    pub member: MemberId,
    /// The person behind them.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// As what.
    pub duty: Duty,
    /// From when on, as planned.
    pub starts_at: DateTime<Utc>,
    /// Until when, as planned.
    pub ends_at: DateTime<Utc>,
    /// Where; nothing: everywhere.
    pub buildings: Vec<BuildingId>,
    /// When it was taken: «Принял смену».
    pub begun_at: Option<DateTime<Utc>>,
    /// When it was handed over: «Сдал смену».
    pub ended_at: Option<DateTime<Utc>>,
    /// What was handed over.
    pub note: Option<String>,
    /// Grows with each change.
    pub version: i32,
}

impl Shift {
    /// Whether it goes on at this moment: taken, not handed over, and not forgotten.
    pub fn goes_on(&self, at: DateTime<Utc>) -> bool {
        self.begun_at.is_some() && self.ended_at.is_none() && at < self.ends_at + FORGOTTEN
    }

    /// Whether its member may take it now.
    pub fn can_begin(&self, at: DateTime<Utc>) -> bool {
        self.begun_at.is_none() && self.starts_at - EARLY <= at && at < self.ends_at
    }
}

/// A shift to be planned.
#[derive(Clone, Debug)]
pub struct NewShift {
    /// Whose.
    pub member: MemberId,
    /// As what.
    pub duty: Duty,
    /// From when on.
    pub starts_at: DateTime<Utc>,
    /// Until when; at most a week later.
    pub ends_at: DateTime<Utc>,
    /// Where; nothing: everywhere.
    pub buildings: Vec<BuildingId>,
}

impl NewShift {
    /// The same in order, when it makes sense.
    pub(super) fn checked(mut self) -> Result<Self> {
        check_times(self.starts_at, self.ends_at)?;
        self.buildings.sort_unstable();
        self.buildings.dedup();
        if self.buildings.len() > BUILDINGS_MAX {
            return Err(Error::Invalid { field: "building_ids", code: "building_unknown" });
        }
        Ok(self)
    }
}

/// What is to be different about a shift; none stays as it is.
#[derive(Clone, Debug, Default)]
pub struct ShiftEdit {
    /// As what.
    pub duty: Option<Duty>,
    /// From when on.
    pub starts_at: Option<DateTime<Utc>>,
    /// Until when.
    pub ends_at: Option<DateTime<Utc>>,
    /// Where.
    pub buildings: Option<Vec<BuildingId>>,
}

impl ShiftEdit {
    /// The shift as it is afterwards, and what differs. One that was taken stays as it is.
    pub(super) fn apply(&self, old: &Shift) -> Result<(NewShift, Changes)> {
        if old.begun_at.is_some() {
            return Err(Error::Refused("shift_begun"));
        }
        let new = NewShift {
            member: old.member,
            duty: self.duty.unwrap_or(old.duty),
            starts_at: self.starts_at.unwrap_or(old.starts_at),
            ends_at: self.ends_at.unwrap_or(old.ends_at),
            buildings: self.buildings.clone().unwrap_or_else(|| old.buildings.clone()),
        };
        let new = new.checked()?;
        let changes = Changes::of("duty", &old.duty, &new.duty)
            .and("starts_at", &old.starts_at, &new.starts_at)
            .and("ends_at", &old.ends_at, &new.ends_at)
            .and("buildings", &old.buildings, &new.buildings);
        Ok((new, changes))
    }
}

/// Somebody who is on duty, or could be called without being it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDuty {
    /// Who.
    pub member: MemberId,
    /// The person behind them.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// What their work is limited to.
    pub filter: Filter,
    /// The shift that makes them on duty; none when they have none now.
    pub shift: Option<Turn>,
}

/// The shift that somebody is on duty by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Which.
    pub id: ShiftId,
    /// As what.
    pub duty: Duty,
    /// Where; nothing: everywhere.
    pub buildings: Vec<BuildingId>,
    /// Whether they took it; else the roster alone says so.
    pub is_begun: bool,
    /// Since when: taken, or planned.
    pub since: DateTime<Utc>,
    /// Until when, as planned.
    pub until: DateTime<Utc>,
}

pub(crate) fn check_times(from: DateTime<Utc>, to: DateTime<Utc>) -> Result<()> {
    if from < to && to - from <= LONGEST {
        Ok(())
    } else {
        Err(Error::Invalid { field: "ends_at", code: "period_invalid" })
    }
}

/// What is handed over: 1 to [`NOTE_MAX`] characters.
pub(super) fn check_note(note: &str) -> Result<&str> {
    let note = note.trim();
    if note.is_empty() {
        return Err(Error::Invalid { field: "note", code: "handover_missing" });
    }
    if note.chars().count() > NOTE_MAX {
        return Err(Error::Invalid { field: "note", code: "words_too_long" });
    }
    Ok(note)
}
