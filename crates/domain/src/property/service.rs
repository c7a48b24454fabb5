//! What is done about property.

use super::store;
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::{BuildingId, PersonId, UnitId},
    people,
};

/// What a unit's deep link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The unit.
    pub unit: UnitId,
    /// The building's address.
    pub address: String,
    /// The unit's number.
    pub number: String,
}

/// A unit to be added; its building is made when it is not there yet.
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

/// Adds a unit. Added again, it keeps its link and takes the new particulars.
pub async fn add_unit(tx: &mut TenantTx, new: &NewUnit<'_>) -> Result<UnitLink> {
    let phone = new.phone.map(people::phone_e164).transpose()?;
    let building = store::upsert_building(tx, new.address).await?;
    let link = store::upsert_unit(tx, building, new).await?;
    if let Some(phone) = phone {
        store::insert_contact(tx, link.unit, &phone).await?;
    }
    Ok(link)
}

/// The org's buildings by address, at most `limit`, for whoever sees them.
pub async fn list_buildings(tx: &mut TenantTx, actor: &Actor, limit: i64) -> Result<Vec<(BuildingId, String)>> {
    actor.require(Permission::PropertyRead)?;
    store::buildings(tx, limit).await
}

/// Which unit a deep link is of.
pub async fn invitation(tx: &mut TenantTx, invite: &str) -> Result<Invitation> {
    store::by_invite(tx, invite).await?.ok_or(Error::Refused("unit_unknown"))
}

/// The person says that they live there. Verified when their confirmed phone is in the register for this unit;
/// returns whether it is.
pub async fn move_in(tx: &mut TenantTx, person: PersonId, unit: UnitId) -> Result<bool> {
    let verified = store::settle(tx, person, unit).await?;
    events::record(tx, &Actor::Contact { person }, &Event::ResidentJoined { person, unit, verified }).await?;
    Ok(verified)
}

/// Makes every unit that the register knows under `phone` the person's own. Returns how many it knows.
pub async fn settle_by_phone(tx: &mut TenantTx, person: PersonId, phone: &str) -> Result<u64> {
    let units = store::settle_by_phone(tx, person, phone).await?;
    for unit in &units {
        let joined = Event::ResidentJoined { person, unit: *unit, verified: true };
        events::record(tx, &Actor::Contact { person }, &joined).await?;
    }
    Ok(units.len() as u64)
}
