//! Risers: what runs through a building from floor to floor, and which units hang on it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    model::{RiserKind, Thing, name, note},
    reached,
    store::risers as store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
    ids::{BuildingId, EntranceId, RiserId, UnitId},
};

/// The most units of one riser.
const UNITS_MAX: usize = 1000;

/// What is said of a riser.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RiserFacts {
    /// The entrance that it is in; none: of the whole building.
    pub entrance: Option<EntranceId>,
    /// What runs in it.
    pub kind: RiserKind,
    /// Its name, 1 to 60 characters; unique among its kind in the building.
    pub name: String,
    /// Where it is shut, at most 1000 characters.
    pub note: Option<String>,
    /// The units on it; of the same building.
    pub units: Vec<UnitId>,
}

/// A riser.
#[derive(Clone, Debug, PartialEq)]
pub struct Riser {
    /// Its id.
    pub id: RiserId,
    /// Where it is.
    pub building: BuildingId,
    /// What is said of it.
    pub facts: RiserFacts,
    /// Grows with each change.
    pub version: i32,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    pub archived_at: Option<DateTime<Utc>>,
}

/// The risers of a building, by kind and name.
pub async fn list_risers(tx: &mut TenantTx, actor: &Actor, building: BuildingId) -> Result<Vec<Riser>> {
    super::building(tx, actor, building).await?;
    store::list(tx, Some(building), None).await
}

/// One of them.
pub async fn riser(tx: &mut TenantTx, actor: &Actor, id: RiserId) -> Result<Riser> {
    actor.require(Permission::PropertyRead)?;
    let found = find(tx, id).await?;
    reached::check(actor, Permission::PropertyRead, found.building, "riser")?;
    Ok(found)
}

/// The units on a riser that are there: whom it concerns when it is shut.
pub async fn riser_units(tx: &mut TenantTx, actor: &Actor, id: RiserId) -> Result<Vec<UnitId>> {
    Ok(riser(tx, actor, id).await?.facts.units)
}

/// Adds a riser. [`Error::Refused`] `riser_exists` when there is one of this kind and name.
pub async fn add_riser(tx: &mut TenantTx, actor: &Actor, building: BuildingId, facts: &RiserFacts) -> Result<Riser> {
    reached::check(actor, Permission::PropertyManage, building, "building")?;
    super::store::buildings::lock(tx, building).await?;
    let facts = checked(facts)?;
    let id = store::insert(tx, building, &facts).await?;
    store::set_units(tx, building, id, &facts.units).await?;
    events::record(tx, actor, &Event::PropertyAdded { what: Thing::Riser(id), name: facts.name }).await?;
    find(tx, id).await
}

/// Says other things of a riser. With `version`, only when nobody else has changed it since: [`Error::Refused`]
/// `changed_meanwhile`.
pub async fn edit_riser(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RiserId,
    version: Option<i32>,
    facts: &RiserFacts,
) -> Result<Riser> {
    let old = lock(tx, actor, id, version).await?;
    let facts = checked(facts)?;
    let changes = Changes::between(&old.facts, &facts)?;
    if changes.is_empty() {
        return Ok(old);
    }
    store::save(tx, id, &facts).await?;
    if old.facts.units != facts.units {
        store::set_units(tx, old.building, id, &facts.units).await?;
    }
    events::record(tx, actor, &Event::PropertyEdited { what: Thing::Riser(id), changes }).await?;
    find(tx, id).await
}

/// Archives a riser.
pub async fn archive_riser(tx: &mut TenantTx, actor: &Actor, id: RiserId, version: Option<i32>) -> Result<()> {
    let old = lock(tx, actor, id, version).await?;
    store::archive(tx, id).await?;
    let archived = Event::PropertyArchived { what: Thing::Riser(id), name: old.facts.name };
    events::record(tx, actor, &archived).await
}

fn checked(facts: &RiserFacts) -> Result<RiserFacts> {
    let mut units = facts.units.clone();
    units.sort_unstable();
    units.dedup();
    if units.len() > UNITS_MAX {
        return Err(Error::Invalid { field: "unit_ids", code: "units_invalid" });
    }
    Ok(RiserFacts { name: name(&facts.name, 60)?, note: note(facts.note.as_deref())?, units, ..facts.clone() })
}

async fn find(tx: &mut TenantTx, id: RiserId) -> Result<Riser> {
    store::list(tx, None, Some(id)).await?.pop().ok_or(Error::NotFound("riser"))
}

async fn lock(tx: &mut TenantTx, actor: &Actor, id: RiserId, version: Option<i32>) -> Result<Riser> {
    actor.require(Permission::PropertyManage)?;
    store::lock(tx, id).await?;
    let old = find(tx, id).await?;
    reached::check(actor, Permission::PropertyManage, old.building, "riser")?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
