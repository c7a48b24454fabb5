//! The facts about an absence.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    Error, Result,
    ids::{AbsenceId, MemberId, PersonId},
};

/// The longest absence.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// A time in which somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// Who is away.
    pub member: MemberId,
    /// The person behind them.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Who stands in for them; none: their work waits for whoever gives it out.
    pub deputy: Option<StandIn>,
    /// From when on.
    pub starts_at: DateTime<Utc>,
    /// Until when.
    pub ends_at: DateTime<Utc>,
}

/// Whoever stands in for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// Who.
    pub member: MemberId,
    /// The person behind them.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
}

/// An absence to be noted.
#[derive(Clone, Copy, Debug)]
pub struct NewAbsence {
    /// Who will be away.
    pub member: MemberId,
    /// Who stands in for them.
    pub deputy: Option<MemberId>,
    /// From when on.
    pub starts_at: DateTime<Utc>,
    /// Until when; at most a year later.
    pub ends_at: DateTime<Utc>,
}

impl NewAbsence {
    /// Whether it makes sense now.
    pub(super) fn check(&self, now: DateTime<Utc>) -> Result<()> {
        if self.starts_at >= self.ends_at || self.ends_at <= now || self.ends_at - self.starts_at > LONGEST {
            return Err(Error::Invalid { field: "ends_at", code: "period_invalid" });
        }
        if self.deputy == Some(self.member) {
            return Err(Error::Invalid { field: "deputy_id", code: "deputy_oneself" });
        }
        Ok(())
    }
}
