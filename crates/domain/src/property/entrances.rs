//! Entrances of a building, each with the sticker that leads to it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    model::{Thing, line_or_none, note, within},
    reached,
    store::entrances as store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
    ids::{BuildingId, EntranceId},
};

/// What the payload of a sticker's deep link begins with: `start=e_<sticker>`.
pub const STICKER_PREFIX: &str = "e_";

/// What is said of an entrance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntranceFacts {
    /// Its number, 1 to 99; unique in the building.
    pub number: i16,
    /// What opens the door, at most 20 characters.
    pub door_code: Option<String>,
    /// For those who work there, at most 1000 characters.
    pub note: Option<String>,
}

/// An entrance.
#[derive(Clone, Debug, PartialEq)]
pub struct Entrance {
    /// Its id.
    pub id: EntranceId,
    /// Where it is.
    pub building: BuildingId,
    /// What is said of it.
    pub facts: EntranceFacts,
    /// The token on its door: `start=e_<sticker>`.
    pub sticker: String,
    /// How many units it has.
    pub units: i64,
    /// Grows with each change.
    pub version: i32,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    pub archived_at: Option<DateTime<Utc>>,
}

/// What a sticker leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sticker {
    /// The entrance.
    pub entrance: EntranceId,
    /// Its number.
    pub number: i16,
    /// The building.
    pub building: BuildingId,
    /// The building's address.
    pub address: String,
}

/// The entrances of a building, by number.
pub async fn list_entrances(tx: &mut TenantTx, actor: &Actor, building: BuildingId) -> Result<Vec<Entrance>> {
    super::building(tx, actor, building).await?;
    store::list(tx, Some(building), None).await
}

/// One of them.
pub async fn entrance(tx: &mut TenantTx, actor: &Actor, id: EntranceId) -> Result<Entrance> {
    actor.require(Permission::PropertyRead)?;
    let found = find(tx, id).await?;
    reached::check(actor, Permission::PropertyRead, found.building, "entrance")?;
    Ok(found)
}

/// Adds an entrance. [`Error::Refused`] `entrance_exists` when the building has one of this number.
pub async fn add_entrance(
    tx: &mut TenantTx,
    actor: &Actor,
    building: BuildingId,
    facts: &EntranceFacts,
) -> Result<Entrance> {
    reached::check(actor, Permission::PropertyManage, building, "building")?;
    super::store::buildings::lock(tx, building).await?;
    let facts = checked(facts)?;
    let id = store::insert(tx, building, &facts).await?;
    let added = Event::PropertyAdded { what: Thing::Entrance(id), name: facts.number.to_string() };
    events::record(tx, actor, &added).await?;
    find(tx, id).await
}

/// Says other things of an entrance. With `version`, only when nobody else has changed it since: [`Error::Refused`]
/// `changed_meanwhile`.
pub async fn edit_entrance(
    tx: &mut TenantTx,
    actor: &Actor,
    id: EntranceId,
    version: Option<i32>,
    facts: &EntranceFacts,
) -> Result<Entrance> {
    let old = lock(tx, actor, id, version).await?;
    let facts = checked(facts)?;
    // That the code is another one is told, what it is never.
    let told = |facts: &EntranceFacts, code: &str| EntranceFacts {
        door_code: facts.door_code.as_ref().map(|_| code.to_owned()),
        ..facts.clone()
    };
    let code = if old.facts.door_code == facts.door_code { "•" } else { "••" };
    let changes = Changes::between(&told(&old.facts, "•"), &told(&facts, code))?;
    if changes.is_empty() {
        return Ok(old);
    }
    store::save(tx, id, &facts).await?;
    events::record(tx, actor, &Event::PropertyEdited { what: Thing::Entrance(id), changes }).await?;
    find(tx, id).await
}

/// Archives an entrance that has no units any more: [`Error::Refused`] `not_empty`.
pub async fn archive_entrance(tx: &mut TenantTx, actor: &Actor, id: EntranceId, version: Option<i32>) -> Result<()> {
    let old = lock(tx, actor, id, version).await?;
    if old.units > 0 {
        return Err(Error::Refused("not_empty"));
    }
    store::archive(tx, id).await?;
    let archived = Event::PropertyArchived { what: Thing::Entrance(id), name: old.facts.number.to_string() };
    events::record(tx, actor, &archived).await
}

/// Draws a new sticker: the one of before leads nowhere from now on.
pub async fn renew_sticker(tx: &mut TenantTx, actor: &Actor, id: EntranceId) -> Result<Entrance> {
    let old = lock(tx, actor, id, None).await?;
    store::renew(tx, id).await?;
    let renewed = Event::PropertyLinkRenewed { what: Thing::Entrance(id), name: old.facts.number.to_string() };
    events::record(tx, actor, &renewed).await?;
    find(tx, id).await
}

/// Which entrance a sticker is of. [`Error::Refused`] `unit_unknown` when of none.
pub async fn sticker(tx: &mut TenantTx, token: &str) -> Result<Sticker> {
    store::by_sticker(tx, token).await?.ok_or(Error::Refused("unit_unknown"))
}

/// The entrance of this number, made when it is not there yet.
pub(super) async fn of_number(
    tx: &mut TenantTx,
    actor: &Actor,
    building: BuildingId,
    number: i16,
) -> Result<EntranceId> {
    match store::of_number(tx, building, number).await? {
        Some(id) => Ok(id),
        None => {
            let facts = EntranceFacts { number, ..EntranceFacts::default() };
            Ok(add_entrance(tx, actor, building, &facts).await?.id)
        }
    }
}

fn checked(facts: &EntranceFacts) -> Result<EntranceFacts> {
    within(Some(facts.number), 1, 99, Error::Invalid { field: "number", code: "entrance_number_invalid" })?;
    let wrong = Error::Invalid { field: "door_code", code: "door_code_invalid" };
    Ok(EntranceFacts {
        number: facts.number,
        door_code: line_or_none(facts.door_code.as_deref(), 20, wrong)?,
        note: note(facts.note.as_deref())?,
    })
}

async fn find(tx: &mut TenantTx, id: EntranceId) -> Result<Entrance> {
    store::list(tx, None, Some(id)).await?.pop().ok_or(Error::NotFound("entrance"))
}

async fn lock(tx: &mut TenantTx, actor: &Actor, id: EntranceId, version: Option<i32>) -> Result<Entrance> {
    actor.require(Permission::PropertyManage)?;
    store::lock(tx, id).await?;
    let old = find(tx, id).await?;
    reached::check(actor, Permission::PropertyManage, old.building, "entrance")?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
