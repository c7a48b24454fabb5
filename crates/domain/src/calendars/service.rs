//! The verbs of calendars.

use super::{
    model::{CALENDARS_MAX, Calendar, CalendarEdit, NewCalendar},
    store,
    work_time::WorkTime,
};
use crate::{
    Error, Result, TenantTx,
    access::{self, Actor, Permission},
    events::{self, Event},
    ids::CalendarId,
};

/// The org's calendars by name.
pub async fn list(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Calendar>> {
    actor.require(Permission::SettingsRead)?;
    store::list(tx, None).await
}

/// One of them.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: CalendarId) -> Result<Calendar> {
    actor.require(Permission::SettingsRead)?;
    find(tx, id).await
}

/// The working time that counts: of this calendar, or else of the org's own. An org without one has the hours that it
/// tells of itself, and works day and night when it tells none. A calendar that is there no more counts as the org's.
pub async fn work_time(tx: &mut TenantTx, calendar: Option<CalendarId>) -> Result<WorkTime> {
    store::work_time(tx, calendar).await
}

/// Makes a calendar. The first one is the org's own.
pub async fn create(tx: &mut TenantTx, actor: &Actor, new: &NewCalendar<'_>) -> Result<Calendar> {
    actor.require(Permission::SettingsManage)?;
    let name = access::tidy(new.name)?;
    let there = store::lock_all(tx).await?;
    if there.len() >= CALENDARS_MAX {
        return Err(Error::Refused("calendars_too_many"));
    }
    let calendar = store::insert(tx, &name, &new.timetable, there.is_empty()).await?;
    events::record(tx, actor, &Event::CalendarCreated { calendar: calendar.id, name, chosen: calendar.is_chosen })
        .await?;
    Ok(calendar)
}

/// Changes a calendar. With `version`, only when nobody else has changed it since: [`Error::Refused`]
/// `changed_meanwhile`.
pub async fn edit(
    tx: &mut TenantTx,
    actor: &Actor,
    id: CalendarId,
    version: Option<i32>,
    edit: &CalendarEdit,
) -> Result<Calendar> {
    actor.require(Permission::SettingsManage)?;
    let old = lock(tx, id, version).await?;
    let (new, changes) = edit.apply(&old)?;
    if changes.is_empty() {
        return Ok(old);
    }
    let saved = store::save(tx, &new).await?;
    events::record(tx, actor, &Event::CalendarEdited { calendar: id, changes }).await?;
    Ok(saved)
}

/// Makes this calendar the org's own.
pub async fn choose(tx: &mut TenantTx, actor: &Actor, id: CalendarId) -> Result<Calendar> {
    actor.require(Permission::SettingsManage)?;
    let was = store::lock_all(tx).await?.into_iter().find(|(_, is_chosen)| *is_chosen).map(|(id, _)| id);
    let calendar = find(tx, id).await?;
    if calendar.is_chosen {
        return Ok(calendar);
    }
    let chosen = store::choose(tx, id).await?;
    events::record(tx, actor, &Event::CalendarChosen { calendar: id, name: chosen.name.clone(), was }).await?;
    Ok(chosen)
}

/// Deletes a calendar. The org's own stays as long as there are others: [`Error::Refused`] `calendar_in_use`.
pub async fn delete(tx: &mut TenantTx, actor: &Actor, id: CalendarId, version: Option<i32>) -> Result<()> {
    actor.require(Permission::SettingsManage)?;
    let others = store::lock_all(tx).await?.len() > 1;
    let old = lock(tx, id, version).await?;
    if old.is_chosen && others {
        return Err(Error::Refused("calendar_in_use"));
    }
    store::delete(tx, id).await?;
    events::record(tx, actor, &Event::CalendarDeleted { calendar: id, name: old.name }).await
}

async fn find(tx: &mut TenantTx, id: CalendarId) -> Result<Calendar> {
    store::list(tx, Some(id)).await?.pop().ok_or(Error::NotFound("calendar"))
}

async fn lock(tx: &mut TenantTx, id: CalendarId, version: Option<i32>) -> Result<Calendar> {
    let old = store::lock(tx, id).await?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
