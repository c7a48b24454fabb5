//! Security and activity, by person and day.

use chrono::{DateTime, NaiveDate, Utc};

use super::store;
use crate::{
    Result, TenantTx,
    access::{Actor, Permission, Scope},
    error::Error,
    ids::PersonId,
};

/// The longest time that a report covers, in days.
const DAYS_MAX: i64 = 92;

/// What happened to the security of one person on one day of the org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityDay {
    /// The day, in the org's time zone.
    pub day: NaiveDate,
    /// Whose account it is about, or who did it; none for programs and the system.
    pub person: Option<PersonId>,
    /// Their name, as it is now.
    pub name: Option<String>,
    /// Sign-ins.
    pub sign_ins: i64,
    /// Of these, on devices that were new.
    pub new_devices: i64,
    /// Sign-ins that were refused.
    pub failures: i64,
    /// Exports.
    pub exports: i64,
    /// Rows that they took away.
    pub rows_exported: i64,
    /// Changes of their role.
    pub role_changes: i64,
    /// Times that their sessions were ended.
    pub sessions_ended: i64,
}

/// How active one person was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Deeds.
    pub events: i64,
    /// Days of the org on which there were any.
    pub days: i64,
    /// The last one.
    pub last_at: DateTime<Utc>,
    /// The ways in that they used.
    pub surfaces: Vec<String>,
}

/// Sign-ins, failures, exports and changes of roles, by day (the latest first) and person.
pub async fn security_report(
    tx: &mut TenantTx,
    actor: &Actor,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<SecurityDay>> {
    require_all(actor)?;
    check(from, to)?;
    store::security(tx, from, to).await
}

/// Who did how much, the busiest first.
pub async fn activity(
    tx: &mut TenantTx,
    actor: &Actor,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Activity>> {
    require_all(actor)?;
    check(from, to)?;
    store::activity(tx, from, to).await
}

pub(crate) fn require_all(actor: &Actor) -> Result<()> {
    match actor.require(Permission::AuditRead)? {
        Scope::All => Ok(()),
        _ => Err(Error::Forbidden(Permission::AuditRead)),
    }
}

fn check(from: DateTime<Utc>, to: DateTime<Utc>) -> Result<()> {
    if to < from || (to - from).num_days() > DAYS_MAX {
        return Err(Error::Invalid { field: "to", code: "period_invalid" });
    }
    Ok(())
}
