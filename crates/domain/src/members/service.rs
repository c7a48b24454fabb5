//! What is done about members.

use super::store;
use crate::{
    Result, TenantTx,
    access::{Actor, Permission, Role},
    events::{self, Event},
    ids::MemberId,
    people::{self, Newcomer},
};

/// Gives the person a role among those who work for the org, or changes the one that they have.
pub async fn add(tx: &mut TenantTx, actor: &Actor, who: &Newcomer<'_>, role: Role) -> Result<MemberId> {
    actor.require(Permission::MembersManage)?;
    let person = people::identify(tx, who).await?.person;
    let member = store::upsert(tx, person, role).await?;
    events::record(tx, actor, &Event::MemberAdded { person, role }).await?;
    Ok(member)
}
