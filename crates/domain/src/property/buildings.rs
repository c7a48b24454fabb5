//! Buildings: an address, and what whoever is sent there has to know.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    model::{PAGE_MAX, Point, Thing, address, line_or_none, note, within},
    reached::{self, Reached},
    search,
    store::buildings as store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
    ids::{BuildingId, ComplexId},
};

/// What is said of a building.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BuildingFacts {
    /// Where it is, 1 to 200 characters; unique in the org.
    pub address: String,
    /// What people call it, besides.
    pub name: Option<String>,
    /// The complex that it belongs to.
    pub complex: Option<ComplexId>,
    /// Where on the map.
    pub point: Option<Point>,
    /// How many entrances it has, 1 to 99.
    pub entrances: Option<i16>,
    /// How many floors, 1 to 200.
    pub floors: Option<i16>,
    /// For those who work there, at most 1000 characters.
    pub note: Option<String>,
}

/// A building.
#[derive(Clone, Debug, PartialEq)]
pub struct Building {
    /// Its id.
    pub id: BuildingId,
    /// What is said of it.
    pub facts: BuildingFacts,
    /// The name of its complex.
    pub complex_name: Option<String>,
    /// How many units it has.
    pub units: i64,
    /// In how many of them somebody verified lives.
    pub inhabited: i64,
    /// Grows with each change.
    pub version: i32,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    pub archived_at: Option<DateTime<Utc>>,
}

/// Which buildings, and from where on.
#[derive(Clone, Debug)]
pub struct BuildingsWanted<'a> {
    /// Of this complex.
    pub complex: Option<ComplexId>,
    /// Whose address, name or complex has these words.
    pub q: Option<&'a str>,
    /// Those that are no longer there, instead of those that are.
    pub archived: bool,
    /// The last one of the page before.
    pub after: Option<BuildingId>,
    /// At most so many; never more than [`PAGE_MAX`].
    pub limit: i64,
}

impl Default for BuildingsWanted<'_> {
    fn default() -> Self {
        Self { complex: None, q: None, archived: false, after: None, limit: PAGE_MAX }
    }
}

/// The buildings that the actor sees, by address.
pub async fn list_buildings(tx: &mut TenantTx, actor: &Actor, wanted: &BuildingsWanted<'_>) -> Result<Vec<Building>> {
    let reached = Reached::of(actor, Permission::PropertyRead)?;
    let limit = wanted.limit.clamp(1, PAGE_MAX + 1);
    store::list(tx, &reached, &search::words(wanted.q), wanted, None, limit).await
}

/// One of them.
pub async fn building(tx: &mut TenantTx, actor: &Actor, id: BuildingId) -> Result<Building> {
    reached::check(actor, Permission::PropertyRead, id, "building")?;
    find(tx, id).await
}

/// Adds a building. [`Error::Refused`] `building_exists` when there is one at the address.
pub async fn add_building(tx: &mut TenantTx, actor: &Actor, facts: &BuildingFacts) -> Result<Building> {
    if !Reached::of(actor, Permission::PropertyManage)?.all {
        return Err(Error::Forbidden(Permission::PropertyManage)); // it would be outside their filter
    }
    let facts = checked(facts)?;
    let id = store::insert(tx, &facts).await?;
    events::record(tx, actor, &Event::PropertyAdded { what: Thing::Building(id), name: facts.address }).await?;
    find(tx, id).await
}

/// Says other things of a building. With `version`, only when nobody else has changed it since: [`Error::Refused`]
/// `changed_meanwhile`.
pub async fn edit_building(
    tx: &mut TenantTx,
    actor: &Actor,
    id: BuildingId,
    version: Option<i32>,
    facts: &BuildingFacts,
) -> Result<Building> {
    let old = lock(tx, actor, id, version).await?;
    let facts = checked(facts)?;
    let changes = Changes::between(&old.facts, &facts)?;
    if changes.is_empty() {
        return Ok(old);
    }
    store::save(tx, id, &facts).await?;
    events::record(tx, actor, &Event::PropertyEdited { what: Thing::Building(id), changes }).await?;
    find(tx, id).await
}

/// Archives a building that has no units any more: [`Error::Refused`] `not_empty`.
pub async fn archive_building(tx: &mut TenantTx, actor: &Actor, id: BuildingId, version: Option<i32>) -> Result<()> {
    let old = lock(tx, actor, id, version).await?;
    if old.units > 0 {
        return Err(Error::Refused("not_empty"));
    }
    store::archive(tx, id).await?;
    let archived = Event::PropertyArchived { what: Thing::Building(id), name: old.facts.address };
    events::record(tx, actor, &archived).await
}

/// The building at an address, made when it is not there yet.
pub(super) async fn at_address(tx: &mut TenantTx, actor: &Actor, text: &str) -> Result<BuildingId> {
    let address = address(text)?;
    if let Some(id) = store::at_address(tx, &address).await? {
        reached::check(actor, Permission::PropertyManage, id, "building")?;
        return Ok(id);
    }
    Ok(add_building(tx, actor, &BuildingFacts { address, ..BuildingFacts::default() }).await?.id)
}

fn checked(facts: &BuildingFacts) -> Result<BuildingFacts> {
    facts.point.map_or(Ok(()), Point::check)?;
    within(facts.entrances, 1, 99, Error::Invalid { field: "entrances", code: "entrances_invalid" })?;
    within(facts.floors, 1, 200, Error::Invalid { field: "floors", code: "floors_invalid" })?;
    Ok(BuildingFacts {
        address: address(&facts.address)?,
        name: line_or_none(facts.name.as_deref(), 120, Error::Invalid { field: "name", code: "name_invalid" })?,
        note: note(facts.note.as_deref())?,
        ..facts.clone()
    })
}

async fn find(tx: &mut TenantTx, id: BuildingId) -> Result<Building> {
    let all = Reached { all: true, buildings: vec![] };
    let found = store::list(tx, &all, &[], &BuildingsWanted::default(), Some(id), 1).await?.pop();
    found.ok_or(Error::NotFound("building"))
}

async fn lock(tx: &mut TenantTx, actor: &Actor, id: BuildingId, version: Option<i32>) -> Result<Building> {
    reached::check(actor, Permission::PropertyManage, id, "building")?;
    store::lock(tx, id).await?;
    let old = find(tx, id).await?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
