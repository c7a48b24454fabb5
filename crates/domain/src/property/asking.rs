//! Somebody waits for a word whether they live there: who is asked, and which messages show it.

use super::{
    model::ResidentRole,
    residents::{self, Resident},
    store::asking as store,
};
use crate::{
    Result, TenantTx,
    access::{Actor, Permission, Standing},
    ids::{BotId, PersonId, ResidentId},
};

/// Somebody who waits, as those are shown who may answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who, and where.
    pub resident: Resident,
    /// Their number had been confirmed by somebody else before. Whose it was is nobody's business.
    pub phone_shared: bool,
    /// Who answered, by name.
    pub answered_by: Option<String>,
    /// The verified owners of the unit.
    pub owners: Vec<PersonId>,
}

/// Somebody who waits, or waited, for those who are shown them.
pub async fn asked(tx: &mut TenantTx, id: ResidentId) -> Result<Asked> {
    let resident = residents::find(tx, id).await?;
    let (phone_shared, answered_by) = store::about(tx, id).await?;
    let owners = store::owners(tx, resident.unit).await?;
    Ok(Asked { resident, phone_shared, answered_by, owners })
}

/// The message that shows somebody who waits in this chat.
pub async fn asked_message(tx: &mut TenantTx, id: ResidentId, bot: BotId, chat_id: i64) -> Result<Option<i64>> {
    store::message(tx, id, bot, chat_id).await
}

/// Remembers the message that shows somebody who waits in this chat.
pub async fn save_asked_message(
    tx: &mut TenantTx,
    id: ResidentId,
    bot: BotId,
    chat_id: i64,
    message: i64,
) -> Result<()> {
    store::save_message(tx, id, bot, chat_id, message).await
}

/// Where they are shown.
pub(crate) async fn messages(tx: &mut TenantTx, id: ResidentId) -> Result<Vec<(BotId, i64)>> {
    store::messages(tx, id).await
}

/// The stay of a person in a unit that goes on, or was the last.
pub(crate) async fn last_stay(
    tx: &mut TenantTx,
    person: PersonId,
    unit: crate::ids::UnitId,
) -> Result<Option<ResidentId>> {
    store::last_stay(tx, person, unit).await
}

/// The staff who may answer somebody at this address, but never they themselves.
pub(crate) async fn staff(tx: &mut TenantTx, resident: &Resident) -> Result<Vec<PersonId>> {
    let here = Standing { building: Some(resident.building), ..Standing::default() };
    let mut found = vec![];
    for person in store::members(tx).await? {
        let actor = Actor::load(tx, person).await?;
        let may = actor.granted_reach(Permission::ResidentsVerify).is_some_and(|reach| reach.covers(&here));
        if may && Some(person) != resident.person {
            found.push(person);
        }
    }
    Ok(found)
}

/// The owners who may answer a tenant, or one who says that they are family.
pub(crate) async fn owners(tx: &mut TenantTx, resident: &Resident) -> Result<Vec<PersonId>> {
    match resident.role {
        Some(ResidentRole::Tenant | ResidentRole::Family) => store::owners(tx, resident.unit).await,
        Some(ResidentRole::Owner) | None => Ok(vec![]),
    }
}
