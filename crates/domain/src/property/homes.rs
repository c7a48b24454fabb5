//! A person's own homes: how they come into one, and who lives there with them.

use super::{
    model::{ResidentRole, ResidentState},
    residents::{self, Resident},
    store::{homes as store, residents as all},
};
use crate::{
    Error, Result, TenantTx,
    access::Actor,
    events::{self, Event},
    ids::{BuildingId, PersonId, ResidentId, UnitId},
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

/// Which unit a deep link is of.
pub async fn invitation(tx: &mut TenantTx, invite: &str) -> Result<Invitation> {
    store::by_invite(tx, invite).await?.ok_or(Error::Refused("unit_unknown"))
}

/// The unit of this number in a building: for somebody whose link leads nowhere.
pub async fn find_unit(tx: &mut TenantTx, building: BuildingId, number: &str) -> Result<Invitation> {
    store::by_number(tx, building, number.trim()).await?.ok_or(Error::Refused("unit_unknown"))
}

/// The buildings whose address or name has all of these words, at most eight: for somebody who looks for their flat.
pub async fn find_buildings(tx: &mut TenantTx, words: &str) -> Result<Vec<(BuildingId, String)>> {
    let words = super::search::words(Some(words));
    if words.is_empty() { Ok(vec![]) } else { store::find_buildings(tx, &words).await }
}

/// The person says that they live there. Verified when their confirmed phone is in the register for this unit;
/// returns whether it is. Who was told no within a week is told so again: [`Error::Refused`] `resident_declined`.
pub async fn move_in(tx: &mut TenantTx, person: PersonId, unit: UnitId) -> Result<bool> {
    let was = store::standing(tx, person, unit).await?;
    if was.declined_lately && !was.expected {
        return Err(Error::Refused("resident_declined"));
    }
    let verified = store::settle(tx, person, unit).await?;
    if was.now != Some(verified) {
        let joined = Event::ResidentJoined { person, unit, verified };
        events::record(tx, &Actor::Contact { person }, &joined).await?;
    }
    Ok(verified)
}

/// Makes every unit that the register knows under `phone` the person's own. Returns how many it knows.
pub async fn settle_by_phone(tx: &mut TenantTx, person: PersonId, phone: &str) -> Result<u64> {
    let units = store::settle_by_phone(tx, person, phone).await?;
    for (unit, _) in units.iter().filter(|(_, fresh)| *fresh) {
        let joined = Event::ResidentJoined { person, unit: *unit, verified: true };
        events::record(tx, &Actor::Contact { person }, &joined).await?;
    }
    Ok(units.len() as u64)
}

/// Whoever has confirmed this phone lives in the unit from now on. Returns their stay.
pub(crate) async fn settle_known(tx: &mut TenantTx, unit: UnitId, phone: &str) -> Result<Option<ResidentId>> {
    let Some(person) = store::person_of_phone(tx, phone).await? else { return Ok(None) };
    if store::settle(tx, person, unit).await? {
        let joined = Event::ResidentJoined { person, unit, verified: true };
        events::record(tx, &Actor::Contact { person }, &joined).await?;
    }
    store::stay(tx, person, unit).await
}

/// The person says as what they live there. Whoever waits is shown to whom it concerns by this: an owner of the unit,
/// or the staff. A role that the register or the staff gave is theirs to change.
pub async fn choose_role(tx: &mut TenantTx, person: PersonId, unit: UnitId, role: ResidentRole) -> Result<Resident> {
    let id = store::stay(tx, person, unit).await?.ok_or(Error::NotFound("home"))?;
    let old = residents::find(tx, id).await?;
    let chosen = store::choose_role(tx, id, role).await?;
    if chosen {
        let waits = old.state == ResidentState::Pending;
        let said = Event::ResidentRoleChosen { resident: id, person, unit, role, waits };
        events::record(tx, &Actor::Contact { person }, &said).await?;
    }
    residents::find(tx, id).await
}

/// Where the actor lives, or says so.
pub async fn homes(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Resident>> {
    let person = actor.person().ok_or(Error::NotFound("person"))?;
    let mut homes = vec![];
    for id in store::stays(tx, person).await? {
        homes.push(residents::find(tx, id).await?);
    }
    Ok(homes)
}

/// Everybody of one of the actor's homes: for its verified owners. Others see themselves alone.
pub async fn housemates(tx: &mut TenantTx, actor: &Actor, unit: UnitId) -> Result<Vec<Resident>> {
    let person = actor.person().ok_or(Error::NotFound("home"))?;
    let own = store::stay(tx, person, unit).await?.ok_or(Error::NotFound("home"))?;
    if !all::is_owner(tx, person, unit).await? {
        return Ok(vec![residents::find(tx, own).await?]);
    }
    let wanted = residents::ResidentsWanted { unit: Some(unit), ..Default::default() };
    let everything = super::reached::Reached { all: true, buildings: vec![] };
    all::list(tx, &everything, &[], &wanted, None, wanted.limit).await
}
