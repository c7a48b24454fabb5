//! The verbs of shifts.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    chain::{OnCall, chain},
    model::{Duty, NewShift, OnDuty, Shift, ShiftEdit, UNPLANNED, check_note},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    deputies,
    events::{self, Event},
    ids::{BuildingId, MemberId, PersonId, ShiftId},
};

/// The longest time of one roster.
const PERIOD_MAX: TimeDelta = TimeDelta::days(92);

/// What was handed over by whoever left the team: nothing.
const NOTHING: &str = "—";

/// The roster between two moments, at most 92 days apart: what touches them, at most 500 shifts, in order. Of everybody, or of one member.
pub async fn list(
    tx: &mut TenantTx,
    actor: &Actor,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    member: Option<MemberId>,
) -> Result<Vec<Shift>> {
    actor.require(Permission::ShiftsRead)?;
    if from >= to || to - from > PERIOD_MAX {
        return Err(Error::Invalid { field: "to", code: "period_invalid" });
    }
    store::list(tx, from, to, member).await
}

/// One shift.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: ShiftId) -> Result<Shift> {
    actor.require(Permission::ShiftsRead)?;
    store::find(tx, id).await
}

/// One's own shift: that which goes on, or else the next one that is planned.
pub async fn own(tx: &mut TenantTx, actor: &Actor) -> Result<Option<Shift>> {
    actor.require(Permission::ShiftsRead)?;
    match actor.member() {
        Some(member) => store::own(tx, member, false).await,
        None => Ok(None),
    }
}

/// What the last one handed over who was on duty as this.
pub async fn last_note(tx: &mut TenantTx, actor: &Actor, duty: Duty) -> Result<Option<Shift>> {
    actor.require(Permission::ShiftsRead)?;
    store::last_handed_over(tx, duty).await
}

/// Who is on duty at this moment, in the order in which they are told.
pub async fn on_duty(tx: &mut TenantTx, actor: &Actor, at: DateTime<Utc>) -> Result<Vec<OnDuty>> {
    actor.require(Permission::ShiftsRead)?;
    let mut there = store::staff(tx, at).await?;
    there.retain(|who| who.shift.is_some());
    there.sort_by_key(|who| who.shift.as_ref().map(|turn| (turn.duty, !turn.is_begun, turn.since)));
    Ok(there)
}

/// Who is told of something at this building, and who when nobody answers: see [`chain`].
pub async fn duty_chain(tx: &mut TenantTx, at: DateTime<Utc>, building: Option<BuildingId>) -> Result<Vec<OnCall>> {
    let staff = store::staff(tx, at).await?;
    let away = deputies::away(tx, at).await?;
    Ok(chain(&staff, &away, building))
}

/// Plans a shift. Refused when it overlaps another one of the same member.
pub async fn plan(tx: &mut TenantTx, actor: &Actor, new: NewShift) -> Result<Shift> {
    actor.require(Permission::ShiftsManage)?;
    let new = new.checked()?;
    let person = store::lock_member(tx, new.member).await?;
    apart(tx, &new, None).await?;
    let shift = store::insert(tx, &new, None).await?;
    let (from, until) = (new.starts_at, new.ends_at);
    events::record(tx, actor, &Event::ShiftPlanned { shift: shift.id, person, from, until }).await?;
    Ok(shift)
}

/// Changes a shift that was not taken yet. With `version`, only when nobody else has changed it since:
/// [`Error::Refused`] `changed_meanwhile`.
pub async fn edit(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ShiftId,
    version: Option<i32>,
    edit: &ShiftEdit,
) -> Result<Shift> {
    actor.require(Permission::ShiftsManage)?;
    let old = locked(tx, id, version).await?;
    let (new, changes) = edit.apply(&old)?;
    if changes.is_empty() {
        return Ok(old);
    }
    apart(tx, &new, Some(id)).await?;
    let saved = store::save(tx, id, &new).await?;
    let (person, from, until) = (old.person, new.starts_at, new.ends_at);
    events::record(tx, actor, &Event::ShiftEdited { shift: id, person, from, until, changes }).await?;
    Ok(saved)
}

/// Takes a shift out of the roster that was not taken yet.
pub async fn cancel(tx: &mut TenantTx, actor: &Actor, id: ShiftId, version: Option<i32>) -> Result<()> {
    actor.require(Permission::ShiftsManage)?;
    let old = locked(tx, id, version).await?;
    if old.begun_at.is_some() {
        return Err(Error::Refused("shift_begun"));
    }
    store::delete(tx, id).await?;
    let (person, from, until) = (old.person, old.starts_at, old.ends_at);
    events::record(tx, actor, &Event::ShiftCancelled { shift: id, person, from, until }).await
}

/// «Принял смену»: one's own shift of about now, or one that nobody planned.
pub async fn begin(tx: &mut TenantTx, actor: &Actor) -> Result<Shift> {
    actor.require(Permission::ShiftsRead)?;
    let &Actor::Member { member, role, .. } = actor else { return Err(Error::NotFound("member")) };
    store::lock_member(tx, member).await?;
    let now = tx.source().now();
    let own = store::own(tx, member, false).await?;
    let begun = match own {
        Some(shift) if shift.goes_on(now) => return Err(Error::Refused("shift_begun")),
        Some(shift) if shift.can_begin(now) => store::set_begun(tx, shift.id).await?,
        next => {
            // Until the next one that is planned, so that the two do not overlap.
            let ends_at = next.map_or(now + UNPLANNED, |next| next.starts_at.min(now + UNPLANNED));
            let new = NewShift { member, duty: Duty::of(role), starts_at: now, ends_at, buildings: vec![] };
            store::insert(tx, &new, Some(now)).await?
        }
    };
    events::record(tx, actor, &Event::ShiftBegun { shift: begun.id, person: begun.person }).await?;
    Ok(begun)
}

/// «Сдал смену», with a word to whoever comes next.
pub async fn end(tx: &mut TenantTx, actor: &Actor, note: &str) -> Result<Shift> {
    actor.require(Permission::ShiftsRead)?;
    let member = actor.member().ok_or(Error::NotFound("member"))?;
    let note = check_note(note)?;
    store::lock_member(tx, member).await?;
    let own = store::own(tx, member, true).await?.ok_or(Error::Refused("shift_not_begun"))?;
    let ended = store::set_ended(tx, own.id, note).await?;
    events::record(tx, actor, &Event::ShiftEnded { shift: ended.id, person: ended.person }).await?;
    Ok(ended)
}

/// Whoever left the team has no shifts: those that are planned are taken out of the roster, the one that goes on ends.
/// Safe to repeat.
pub(crate) async fn end_all(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    let system = Actor::System;
    for (id, is_begun) in store::to_end(tx, person).await? {
        let shift = store::find(tx, id).await?;
        if is_begun {
            store::set_ended(tx, id, NOTHING).await?;
            events::record(tx, &system, &Event::ShiftEnded { shift: id, person }).await?;
        } else {
            store::delete(tx, id).await?;
            let (from, until) = (shift.starts_at, shift.ends_at);
            events::record(tx, &system, &Event::ShiftCancelled { shift: id, person, from, until }).await?;
        }
    }
    Ok(())
}

async fn apart(tx: &mut TenantTx, new: &NewShift, but: Option<ShiftId>) -> Result<()> {
    let (overlaps, buildings) = store::conflicts(tx, new, but).await?;
    if overlaps {
        return Err(Error::Refused("shift_overlaps"));
    }
    if buildings != new.buildings.len() as i64 {
        return Err(Error::Invalid { field: "building_ids", code: "building_unknown" });
    }
    Ok(())
}

async fn locked(tx: &mut TenantTx, id: ShiftId, version: Option<i32>) -> Result<Shift> {
    let found = store::find(tx, id).await?;
    store::lock_member(tx, found.member).await?;
    let now = store::find(tx, id).await?;
    if version.is_some_and(|version| version != now.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(now)
}
