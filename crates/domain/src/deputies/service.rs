//! The verbs of absences and deputies.

use chrono::{DateTime, Utc};

use super::{
    away::{Away, goes_round},
    model::{Absence, NewAbsence},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::{AbsenceId, MemberId},
};

/// Who is away, or will be: what is not over yet, in order; at most 500.
pub async fn list(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Absence>> {
    actor.require(Permission::ShiftsRead)?;
    store::list(tx, None).await
}

/// Notes that somebody will be away: one's own absence, or by whoever plans the shifts. Refused when they are away
/// then anyway, and when work would go round in a circle.
pub async fn appoint(tx: &mut TenantTx, actor: &Actor, new: &NewAbsence) -> Result<Absence> {
    may_for(actor, new.member)?;
    new.check(tx.source().now())?;
    let deputy = store::lock(tx, new.member, new.deputy).await?;
    let others = store::list(tx, None).await?;
    let at_once = |other: &&Absence| other.starts_at < new.ends_at && new.starts_at < other.ends_at;
    if others.iter().filter(at_once).any(|other| other.member == new.member) {
        return Err(Error::Refused("absence_overlaps"));
    }
    if let Some(deputy) = new.deputy
        && goes_round(&others, new.member, deputy, new.starts_at, new.ends_at)
    {
        return Err(Error::Refused("deputy_circle"));
    }
    let absence = store::insert(tx, new).await?;
    let (person, from, until) = (absence.person, new.starts_at, new.ends_at);
    events::record(tx, actor, &Event::AbsenceNoted { absence: absence.id, person, deputy, from, until }).await?;
    Ok(absence)
}

/// Somebody is back, or does not go: what has begun ends now, what has not is taken back.
pub async fn end(tx: &mut TenantTx, actor: &Actor, id: AbsenceId) -> Result<()> {
    actor.require(Permission::ShiftsRead)?;
    let absence = store::list(tx, Some(id)).await?.pop().ok_or(Error::NotFound("absence"))?;
    may_for(actor, absence.member)?;
    let now = tx.source().now();
    if absence.starts_at < now {
        store::set_end(tx, id).await?;
    } else {
        store::delete(tx, id).await?;
    }
    let deputy = absence.deputy.map(|deputy| deputy.person);
    events::record(tx, actor, &Event::AbsenceEnded { absence: id, person: absence.person, deputy }).await
}

/// Who is away at this moment.
pub async fn away(tx: &mut TenantTx, at: DateTime<Utc>) -> Result<Away> {
    Ok(Away::at(&store::at(tx, at).await?, at))
}

/// Whom this member's work goes to at this moment: see [`Away::stand_in`].
pub async fn resolve_deputy(tx: &mut TenantTx, member: MemberId, at: DateTime<Utc>) -> Result<Option<MemberId>> {
    Ok(away(tx, at).await?.stand_in(member))
}

fn may_for(actor: &Actor, member: MemberId) -> Result<()> {
    let needed = if actor.member() == Some(member) { Permission::ShiftsRead } else { Permission::ShiftsManage };
    actor.require(needed).map(drop)
}
