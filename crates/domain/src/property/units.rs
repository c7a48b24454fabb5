//! Units: flats, offices, parking places, store rooms.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    buildings, entrances,
    model::{PAGE_MAX, Thing, UnitKind, line_or_none, note, number, within},
    reached::{self, Reached},
    search,
    store::units as store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
    ids::{BuildingId, ComplexId, EntranceId, RiserId, UnitId},
    people,
};

/// What the payload of a unit's deep link begins with: `start=f_<invite>`.
pub const INVITE_PREFIX: &str = "f_";

/// What is said of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitFacts {
    /// Its number, as on its door: 1 to 20 characters, unique in the building.
    pub number: String,
    /// Its entrance; of the same building.
    pub entrance: Option<EntranceId>,
    /// Which floor, -9 to 200.
    pub floor: Option<i16>,
    /// What it is.
    pub kind: UnitKind,
    /// Its area, in square centimetres.
    pub area_cm2: Option<i32>,
    /// The personal account that is paid to, at most 40 characters; unique in the org.
    pub account: Option<String>,
    /// For those who work there, at most 1000 characters.
    pub note: Option<String>,
}

impl UnitFacts {
    /// A flat with nothing else said of it.
    pub fn flat(number: &str) -> Self {
        let number = number.to_owned();
        Self { number, entrance: None, floor: None, kind: UnitKind::Flat, area_cm2: None, account: None, note: None }
    }
}

/// A unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The building.
    pub building: BuildingId,
    /// The building's address.
    pub address: String,
    /// What is said of it.
    pub facts: UnitFacts,
    /// The number of its entrance.
    pub entrance_number: Option<i16>,
    /// The token of its deep link: `start=f_<invite>`. Whoever has it may say that they live there.
    pub invite: String,
    /// How many people live there, verified.
    pub residents: i64,
    /// How many say so, and wait for an answer.
    pub waiting: i64,
    /// Grows with each change.
    pub version: i32,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    pub archived_at: Option<DateTime<Utc>>,
}

/// Which units, and from where on.
#[derive(Clone, Debug)]
pub struct UnitsWanted<'a> {
    /// In this complex.
    pub complex: Option<ComplexId>,
    /// In this building.
    pub building: Option<BuildingId>,
    /// In this entrance.
    pub entrance: Option<EntranceId>,
    /// On this riser.
    pub riser: Option<RiserId>,
    /// On this floor.
    pub floor: Option<i16>,
    /// Of this kind.
    pub kind: Option<UnitKind>,
    /// Whose number or account begin with these words, whose address has them, or whose people are called so or have
    /// such a phone.
    pub q: Option<&'a str>,
    /// Those that are no longer there, instead of those that are.
    pub archived: bool,
    /// The last one of the page before.
    pub after: Option<UnitId>,
    /// At most so many; never more than [`PAGE_MAX`].
    pub limit: i64,
}

impl Default for UnitsWanted<'_> {
    fn default() -> Self {
        Self {
            complex: None,
            building: None,
            entrance: None,
            riser: None,
            floor: None,
            kind: None,
            q: None,
            archived: false,
            after: None,
            limit: PAGE_MAX,
        }
    }
}

/// A unit to be added by its address; its building and entrance are made when they are not there yet.
#[derive(Clone, Debug)]
pub struct NewUnit<'a> {
    /// The building's address.
    pub address: &'a str,
    /// The unit's number, as on its door.
    pub number: &'a str,
    /// Which entrance.
    pub entrance: Option<i16>,
    /// Which floor.
    pub floor: Option<i16>,
    /// The phone that the register has for it.
    pub phone: Option<&'a str>,
}

/// A unit and the token of its deep link: `start=f_<invite>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLink {
    /// The unit.
    pub unit: UnitId,
    /// The token.
    pub invite: String,
}

/// The units that the actor sees, by address and number. Names and phones are searched for whoever sees residents.
pub async fn list_units(tx: &mut TenantTx, actor: &Actor, wanted: &UnitsWanted<'_>) -> Result<Vec<Unit>> {
    let reached = Reached::of(actor, Permission::PropertyRead)?;
    let people = Reached::or_nothing(actor, Permission::ResidentsRead);
    let limit = wanted.limit.clamp(1, PAGE_MAX + 1);
    store::list(tx, &reached, &people, &search::words(wanted.q), wanted, None, limit).await
}

/// One of them.
pub async fn unit(tx: &mut TenantTx, actor: &Actor, id: UnitId) -> Result<Unit> {
    actor.require(Permission::PropertyRead)?;
    let found = find(tx, id).await?;
    reached::check(actor, Permission::PropertyRead, found.building, "unit")?;
    Ok(found)
}

/// Adds a unit. [`Error::Refused`] `unit_exists` when the building has one of this number.
pub async fn create_unit(tx: &mut TenantTx, actor: &Actor, building: BuildingId, facts: &UnitFacts) -> Result<Unit> {
    reached::check(actor, Permission::PropertyManage, building, "building")?;
    super::store::buildings::lock(tx, building).await?;
    let facts = checked(facts)?;
    let id = store::insert(tx, building, &facts).await?;
    events::record(tx, actor, &Event::PropertyAdded { what: Thing::Unit(id), name: facts.number }).await?;
    find(tx, id).await
}

/// Adds a unit by its address. Added again, it keeps its link and takes the new particulars.
pub async fn add_unit(tx: &mut TenantTx, actor: &Actor, new: &NewUnit<'_>) -> Result<UnitLink> {
    let phone = new.phone.map(people::phone_e164).transpose()?;
    let building = buildings::at_address(tx, actor, new.address).await?;
    let entrance = match new.entrance {
        Some(number) => Some(entrances::of_number(tx, actor, building, number).await?),
        None => None,
    };
    let unit = match store::of_number(tx, building, &number(new.number)?).await? {
        Some(id) => {
            let old = find(tx, id).await?;
            let facts = UnitFacts {
                entrance: entrance.or(old.facts.entrance),
                floor: new.floor.or(old.facts.floor),
                ..old.facts
            };
            edit_unit(tx, actor, id, None, &facts).await?
        }
        None => {
            let facts = UnitFacts { entrance, floor: new.floor, ..UnitFacts::flat(new.number) };
            create_unit(tx, actor, building, &facts).await?
        }
    };
    if let Some(phone) = phone {
        super::residents::enlist(tx, actor, unit.id, Some(&phone), None, None).await?;
    }
    Ok(UnitLink { unit: unit.id, invite: unit.invite })
}

/// Says other things of a unit. With `version`, only when nobody else has changed it since: [`Error::Refused`]
/// `changed_meanwhile`.
pub async fn edit_unit(
    tx: &mut TenantTx,
    actor: &Actor,
    id: UnitId,
    version: Option<i32>,
    facts: &UnitFacts,
) -> Result<Unit> {
    let old = lock(tx, actor, id, version).await?;
    let facts = checked(facts)?;
    let changes = Changes::between(&old.facts, &facts)?;
    if changes.is_empty() {
        return Ok(old);
    }
    store::save(tx, id, &facts).await?;
    events::record(tx, actor, &Event::PropertyEdited { what: Thing::Unit(id), changes }).await?;
    find(tx, id).await
}

/// Archives a unit where nobody lives any more: [`Error::Refused`] `not_empty`.
pub async fn archive_unit(tx: &mut TenantTx, actor: &Actor, id: UnitId, version: Option<i32>) -> Result<()> {
    let old = lock(tx, actor, id, version).await?;
    if old.residents + old.waiting > 0 {
        return Err(Error::Refused("not_empty"));
    }
    store::archive(tx, id).await?;
    events::record(tx, actor, &Event::PropertyArchived { what: Thing::Unit(id), name: old.facts.number }).await
}

/// Draws a new link: the one of before, and its QR code, lead nowhere from now on.
pub async fn renew_invite(tx: &mut TenantTx, actor: &Actor, id: UnitId) -> Result<Unit> {
    let old = lock(tx, actor, id, None).await?;
    store::renew(tx, id).await?;
    let renewed = Event::PropertyLinkRenewed { what: Thing::Unit(id), name: old.facts.number };
    events::record(tx, actor, &renewed).await?;
    find(tx, id).await
}

fn checked(facts: &UnitFacts) -> Result<UnitFacts> {
    within(facts.floor, -9, 200, Error::Invalid { field: "floor", code: "floor_invalid" })?;
    if facts.area_cm2.is_some_and(|area| !(1..=2_000_000_000).contains(&area)) {
        return Err(Error::Invalid { field: "area", code: "area_invalid" });
    }
    let wrong = Error::Invalid { field: "account", code: "account_invalid" };
    Ok(UnitFacts {
        number: number(&facts.number)?,
        account: line_or_none(facts.account.as_deref(), 40, wrong)?,
        note: note(facts.note.as_deref())?,
        ..facts.clone()
    })
}

pub(super) async fn find(tx: &mut TenantTx, id: UnitId) -> Result<Unit> {
    let all = Reached { all: true, buildings: vec![] };
    let found = store::list(tx, &all, &all, &[], &UnitsWanted::default(), Some(id), 1).await?.pop();
    found.ok_or(Error::NotFound("unit"))
}

async fn lock(tx: &mut TenantTx, actor: &Actor, id: UnitId, version: Option<i32>) -> Result<Unit> {
    actor.require(Permission::PropertyManage)?;
    store::lock(tx, id).await?;
    let old = find(tx, id).await?;
    reached::check(actor, Permission::PropertyManage, old.building, "unit")?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
