//! Who lives where, as the staff see it: those who have met the bot, and those whom the register expects.

use chrono::{DateTime, Utc};

use super::{
    homes,
    model::{PAGE_MAX, ResidentRole, ResidentState, line_or_none},
    reached::{self, Reached},
    search,
    store::residents as store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
    ids::{BuildingId, ComplexId, PersonId, ResidentId, UnitId},
    people,
};

/// Somebody and the unit that they live in, or say so, or lived in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    /// The id: of this stay, not of the person.
    pub id: ResidentId,
    /// The unit.
    pub unit: UnitId,
    /// The building.
    pub building: BuildingId,
    /// The building's address.
    pub address: String,
    /// The unit's number.
    pub number: String,
    /// The person; none while the register only expects them.
    pub person: Option<PersonId>,
    /// What to call them.
    pub name: Option<String>,
    /// Their phone, E.164: confirmed, or what the register has.
    pub phone: Option<String>,
    /// As what they live there; none: not said yet.
    pub role: Option<ResidentRole>,
    /// Where they stand.
    pub state: ResidentState,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Grows with each change.
    pub version: i32,
    /// When it was first written down.
    pub created_at: DateTime<Utc>,
}

/// Somebody who is to be written down as a resident.
#[derive(Clone, Debug)]
pub struct NewResident<'a> {
    /// Where.
    pub unit: UnitId,
    /// Somebody whom the org knows already: verified by this.
    pub person: Option<PersonId>,
    /// Or the phone of somebody who may come: they are verified when they confirm it.
    pub phone: Option<&'a str>,
    /// What to call them.
    pub name: Option<&'a str>,
    /// As what they live there.
    pub role: Option<ResidentRole>,
}

/// What is to be changed of a resident; what is none stays. Name and phone are only the register's to change: a
/// person's own are their own.
#[derive(Clone, Debug, Default)]
pub struct ResidentEdit<'a> {
    /// Another name; `Some(None)`: none.
    pub name: Option<Option<&'a str>>,
    /// Another phone; `Some(None)`: none.
    pub phone: Option<Option<&'a str>>,
    /// Another role.
    pub role: Option<Option<ResidentRole>>,
}

/// Which residents, and from where on.
#[derive(Clone, Debug)]
pub struct ResidentsWanted<'a> {
    /// In this complex.
    pub complex: Option<ComplexId>,
    /// In this building.
    pub building: Option<BuildingId>,
    /// In this unit.
    pub unit: Option<UnitId>,
    /// With this role.
    pub role: Option<ResidentRole>,
    /// Who stand so; none: everybody who lives there, says so or is expected.
    pub state: Option<ResidentState>,
    /// Whose name, phone, address or unit has these words.
    pub q: Option<&'a str>,
    /// The last one of the page before.
    pub after: Option<ResidentId>,
    /// At most so many; never more than [`PAGE_MAX`].
    pub limit: i64,
}

impl Default for ResidentsWanted<'_> {
    fn default() -> Self {
        Self {
            complex: None,
            building: None,
            unit: None,
            role: None,
            state: None,
            q: None,
            after: None,
            limit: PAGE_MAX,
        }
    }
}

/// The residents of the buildings that the actor sees, by address and unit.
pub async fn list_residents(tx: &mut TenantTx, actor: &Actor, wanted: &ResidentsWanted<'_>) -> Result<Vec<Resident>> {
    let reached = Reached::of(actor, Permission::ResidentsRead)?;
    let limit = wanted.limit.clamp(1, PAGE_MAX + 1);
    store::list(tx, &reached, &search::words(wanted.q), wanted, None, limit).await
}

/// One of them.
pub async fn resident(tx: &mut TenantTx, actor: &Actor, id: ResidentId) -> Result<Resident> {
    actor.require(Permission::ResidentsRead)?;
    let found = find(tx, id).await?;
    reached::check(actor, Permission::ResidentsRead, found.building, "resident")?;
    Ok(found)
}

/// Writes somebody down as a resident: a person whom the org knows, or a phone, or at least a name.
/// [`Error::Refused`] `resident_listed` when they are there already.
pub async fn add_resident(tx: &mut TenantTx, actor: &Actor, new: &NewResident<'_>) -> Result<Resident> {
    actor.require(Permission::ResidentsManage)?;
    let unit = super::units::find(tx, new.unit).await?;
    reached::check(actor, Permission::ResidentsManage, unit.building, "unit")?;
    if unit.archived_at.is_some() {
        return Err(Error::NotFound("unit"));
    }
    if let Some(person) = new.person {
        people::name(tx, person).await?; // somebody of this org
        let id = store::insert(tx, person, unit.id, new.role, actor.behind()).await?;
        let verified = Event::ResidentVerified { person, unit: unit.id, role: new.role, resident: Some(id) };
        events::record(tx, actor, &verified).await?;
        return find(tx, id).await;
    }
    let phone = new.phone.filter(|phone| !phone.trim().is_empty()).map(people::phone_e164).transpose()?;
    let name = name_of(new.name)?;
    if phone.is_none() && name.is_none() {
        return Err(Error::Invalid { field: "phone", code: "resident_unnamed" });
    }
    if store::is_listed(tx, unit.id, phone.as_deref()).await? {
        return Err(Error::Refused("resident_listed"));
    }
    let id = enlist(tx, actor, unit.id, phone.as_deref(), name.as_deref(), new.role).await?;
    find(tx, id).await
}

/// Writes a phone and a name into the register. Somebody who has confirmed this phone lives there from now on.
/// Written again, it takes what is new. The phone is E.164 already; the unit is one of the actor's.
pub(super) async fn enlist(
    tx: &mut TenantTx,
    actor: &Actor,
    unit: UnitId,
    phone: Option<&str>,
    name: Option<&str>,
    role: Option<ResidentRole>,
) -> Result<ResidentId> {
    let Some(contact) = store::enlist(tx, unit, phone, name, role).await? else {
        return store::listed(tx, unit, phone).await; // nothing new
    };
    events::record(tx, actor, &Event::ResidentListed { unit, resident: contact, role }).await?;
    match phone {
        Some(phone) => Ok(homes::settle_known(tx, unit, phone).await?.unwrap_or(contact)),
        None => Ok(contact),
    }
}

/// Changes what is known of a resident. With `version`, only when nobody else has changed it since:
/// [`Error::Refused`] `changed_meanwhile`.
pub async fn edit_resident(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ResidentId,
    version: Option<i32>,
    edit: &ResidentEdit<'_>,
) -> Result<Resident> {
    actor.require(Permission::ResidentsManage)?;
    let old = lock(tx, id).await?;
    reached::check(actor, Permission::ResidentsManage, old.building, "resident")?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    let mut next = old.clone();
    if let Some(name) = edit.name {
        next.name = name_of(name)?;
    }
    if let Some(phone) = edit.phone {
        next.phone = phone.filter(|phone| !phone.trim().is_empty()).map(people::phone_e164).transpose()?;
    }
    next.role = edit.role.unwrap_or(old.role);
    if next == old {
        return Ok(old);
    }
    if old.state.is_over() {
        return Err(Error::Refused("resident_gone"));
    }
    if old.person.is_some() && (next.name != old.name || next.phone != old.phone) {
        return Err(Error::Refused("resident_own_name"));
    }
    if next.name.is_none() && next.phone.is_none() {
        return Err(Error::Invalid { field: "phone", code: "resident_unnamed" });
    }
    store::save(tx, &next).await?;
    // Who it is stays out of the log, which is for ever.
    let mut changes = Changes::of("role", &old.role, &next.role);
    changes.note("name", &"•", if old.name == next.name { &"•" } else { &"••" });
    changes.note("phone", &"•", if old.phone == next.phone { &"•" } else { &"••" });
    let edited = Event::ResidentEdited { resident: id, person: old.person, unit: old.unit, changes };
    events::record(tx, actor, &edited).await?;
    if let Some(phone) = next.phone.as_deref().filter(|_| next.phone != old.phone)
        && let Some(settled) = homes::settle_known(tx, old.unit, phone).await?
    {
        return find(tx, settled).await;
    }
    find(tx, id).await
}

/// Confirms that somebody who waits lives there: staff, or an owner of the unit for all but owners.
pub async fn verify_resident(tx: &mut TenantTx, actor: &Actor, id: ResidentId) -> Result<Resident> {
    let (old, person) = decide(tx, actor, id).await?;
    store::set_state(tx, id, ResidentState::Verified, actor.behind()).await?;
    let verified = Event::ResidentVerified { person, unit: old.unit, role: old.role, resident: Some(id) };
    events::record(tx, actor, &verified).await?;
    find(tx, id).await
}

/// Says no to somebody who waits.
pub async fn decline_resident(tx: &mut TenantTx, actor: &Actor, id: ResidentId) -> Result<Resident> {
    let (old, person) = decide(tx, actor, id).await?;
    store::set_state(tx, id, ResidentState::Declined, actor.behind()).await?;
    events::record(tx, actor, &Event::ResidentDeclined { person, unit: old.unit, resident: Some(id) }).await?;
    find(tx, id).await
}

/// They live there no more: by their own word, by staff's, or by an owner's for all but owners. The register forgets
/// their phone for this unit; the stay is kept.
pub async fn move_out_resident(tx: &mut TenantTx, actor: &Actor, id: ResidentId) -> Result<Resident> {
    let old = lock(tx, id).await?;
    let themself = old.person.is_some() && old.person == actor.person();
    if !themself && !owns(tx, actor, &old).await? {
        reached::check(actor, Permission::ResidentsManage, old.building, "resident")?;
    } else if actor.rights().and_then(crate::access::Rights::seen_by).is_some() {
        return Err(Error::Refused("viewing_as"));
    }
    if old.state.is_over() {
        return Err(Error::Refused("resident_gone"));
    }
    let Some(person) = old.person else {
        store::forget(tx, id).await?;
        let removed = Event::ResidentUnlisted { unit: old.unit, resident: id };
        events::record(tx, actor, &removed).await?;
        return Ok(Resident { state: ResidentState::MovedOut, ..old });
    };
    store::set_state(tx, id, ResidentState::MovedOut, actor.behind()).await?;
    store::forget_phone_of(tx, person, old.unit).await?;
    events::record(tx, actor, &Event::ResidentMovedOut { person, unit: old.unit }).await?;
    find(tx, id).await
}

impl ResidentState {
    /// Whether the stay has ended.
    pub fn is_over(self) -> bool {
        matches!(self, ResidentState::Declined | ResidentState::MovedOut)
    }
}

/// The resident who waits, and the actor may decide on them. Nobody decides on themself.
async fn decide(tx: &mut TenantTx, actor: &Actor, id: ResidentId) -> Result<(Resident, PersonId)> {
    let old = lock(tx, id).await?;
    if owns(tx, actor, &old).await? {
        if actor.rights().and_then(crate::access::Rights::seen_by).is_some() {
            return Err(Error::Refused("viewing_as"));
        }
    } else {
        reached::check(actor, Permission::ResidentsVerify, old.building, "resident")?;
        if old.person.is_some() && old.person == actor.behind() {
            return Err(Error::Forbidden(Permission::ResidentsVerify));
        }
    }
    match (old.state, old.person) {
        (ResidentState::Pending, Some(person)) => Ok((old, person)),
        _ => Err(Error::Refused("resident_decided")),
    }
}

/// Whether the actor is a verified owner of the unit and the other is none.
async fn owns(tx: &mut TenantTx, actor: &Actor, resident: &Resident) -> Result<bool> {
    match actor.person() {
        Some(person) if resident.role != Some(ResidentRole::Owner) && resident.person != Some(person) => {
            store::is_owner(tx, person, resident.unit).await
        }
        _ => Ok(false),
    }
}

fn name_of(name: Option<&str>) -> Result<Option<String>> {
    line_or_none(name, 128, Error::Invalid { field: "name", code: "name_invalid" })
}

pub(super) async fn find(tx: &mut TenantTx, id: ResidentId) -> Result<Resident> {
    let all = Reached { all: true, buildings: vec![] };
    let found = store::list(tx, &all, &[], &ResidentsWanted::default(), Some(id), 1).await?.pop();
    found.ok_or(Error::NotFound("resident"))
}

async fn lock(tx: &mut TenantTx, id: ResidentId) -> Result<Resident> {
    store::lock(tx, id).await?;
    find(tx, id).await
}
