//! What is done about members.

use super::{
    model::{Change, Member, Membership, PAGE_MAX, Wanted, Whose},
    store,
};
use crate::{
    Db, Error, Result, TenantTx,
    access::{self, Actor, Filter, Permission, Preset, Rights, Role},
    events::{self, Changes, Event},
    ids::{MemberId, PersonId},
    people::{self, Newcomer},
};

/// Those who work for the org, in the order in which they came: at most [`PAGE_MAX`]. When more follow, the last one's
/// id is where the next page begins.
pub async fn list(tx: &mut TenantTx, actor: &Actor, wanted: &Wanted<'_>) -> Result<Vec<Member>> {
    actor.require(Permission::MembersRead)?;
    let name = wanted.name.map(|name| format!("%{}%", name.replace(['\\', '%', '_'], "")));
    store::list(tx, wanted, name.as_deref(), wanted.limit.clamp(1, PAGE_MAX)).await
}

/// One of them.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: MemberId) -> Result<Member> {
    if actor.member() != Some(id) {
        actor.require(Permission::MembersRead)?;
    }
    found(tx, id).await
}

/// The member behind a person, if they are one.
pub(crate) async fn of_person(tx: &mut TenantTx, person: PersonId) -> Result<Option<Member>> {
    store::of_person(tx, person).await
}

/// Makes a person a member; one who is a member already gets the role. An owner is made by a handover:
/// [`Error::Refused`] `owner_by_offer`.
pub async fn add(tx: &mut TenantTx, actor: &Actor, who: &Newcomer<'_>, role: Role) -> Result<MemberId> {
    actor.require(Permission::MembersManage)?;
    let person = people::identify(tx, who).await?.person;
    if let Some(member) = store::of_person(tx, person).await? {
        change(tx, actor, member.id, None, &Change { role: Some(role), ..Change::default() }).await?;
        return Ok(member.id);
    }
    may_give(actor, role, &Filter::default())?;
    by_offer(actor, role)?;
    enroll(tx, actor, person, role, &Filter::default()).await
}

/// Makes somebody whom the org knows already a member, without an invite. [`Error::Refused`] `already_member`.
pub async fn admit(
    tx: &mut TenantTx,
    actor: &Actor,
    person: PersonId,
    role: Role,
    filter: &Filter,
) -> Result<MemberId> {
    actor.require(Permission::MembersManage)?;
    store::name(tx, person).await?; // somebody of this org
    may_give(actor, role, filter)?;
    by_offer(actor, role)?;
    filter.check()?;
    enroll(tx, actor, person, role, filter).await
}

/// Writes a new membership down. Whether it may be given was asked before.
pub(crate) async fn enroll(
    tx: &mut TenantTx,
    actor: &Actor,
    person: PersonId,
    role: Role,
    filter: &Filter,
) -> Result<MemberId> {
    let member = store::insert(tx, person, role, filter).await?;
    events::record(tx, actor, &Event::MemberAdded { person, role }).await?;
    Ok(member)
}

/// Gives a member another role or filter. With `version`, only when nobody else has changed them since:
/// [`Error::Refused`] `changed_meanwhile`.
pub async fn change(
    tx: &mut TenantTx,
    actor: &Actor,
    id: MemberId,
    version: Option<i32>,
    change: &Change,
) -> Result<Member> {
    actor.require(Permission::MembersManage)?;
    store::lock(tx).await?;
    let member = found(tx, id).await?;
    if version.is_some_and(|version| version != member.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    let role = change.role.unwrap_or(member.role);
    let filter = change.filter.clone().unwrap_or_else(|| member.filter.clone());
    let (custom, taken) = match member.custom.clone() {
        custom if change.role.is_none() => (custom, None),
        taken => (None, taken),
    };
    if role == member.role && filter == member.filter && taken.is_none() {
        return Ok(member);
    }
    let theirs = may_touch(tx, actor, &member).await?;
    match custom {
        Some(_) => access::may_give(actor, &Rights::of(theirs.grants().clone()).within(filter.clone()))?,
        None => may_give(actor, role, &filter)?,
    }
    if member.role != Role::Owner {
        by_offer(actor, role)?;
    }
    if member.role == Role::Owner && role != Role::Owner {
        another_owner(tx, id).await?;
    }
    filter.check()?;
    store::save(tx, id, role, custom.as_ref().map(|custom| custom.id), &filter).await?;
    let (person, from) = (member.person, member.role);
    if role != from {
        events::record(tx, actor, &Event::RoleChanged { person, from, to: role }).await?;
    } else if let Some(taken) = taken {
        events::record(tx, actor, &Event::CustomRoleTaken { person, role: taken.id }).await?;
    }
    let mut changes = Changes::default();
    changes.note("filter", &member.filter, &filter);
    if !changes.is_empty() {
        events::record(tx, actor, &Event::MemberLimited { person, changes }).await?;
    }
    Ok(Member { role, custom, filter, version: member.version + 1, ..member })
}

/// Takes a membership away. The person stays: as a resident or client, if they are one.
pub async fn remove(tx: &mut TenantTx, actor: &Actor, id: MemberId) -> Result<Member> {
    actor.require(Permission::MembersManage)?;
    store::lock(tx).await?;
    let member = found(tx, id).await?;
    may_touch(tx, actor, &member).await?;
    if member.role == Role::Owner {
        another_owner(tx, id).await?;
    }
    store::set_removed(tx, id).await?;
    let (person, role) = (member.person, member.role);
    events::record(tx, actor, &Event::MemberRemoved { person, role }).await?;
    Ok(member)
}

/// The member gives up their own membership.
pub async fn leave(tx: &mut TenantTx, actor: &Actor) -> Result<()> {
    let id = actor.member().ok_or(Error::NotFound("member"))?;
    if actor.rights().and_then(Rights::seen_by).is_some() {
        return Err(Error::Refused("viewing_as"));
    }
    store::lock(tx).await?;
    let member = found(tx, id).await?;
    if member.role == Role::Owner {
        another_owner(tx, id).await?;
    }
    store::set_removed(tx, id).await?;
    let (person, role) = (member.person, member.role);
    events::record(tx, actor, &Event::MemberLeft { person, role }).await
}

/// The orgs in which somebody works, across all orgs, each with its bot; those that are deleted too, until they are
/// purged.
pub async fn list_orgs(db: &Db, whose: Whose) -> Result<Vec<Membership>> {
    let mut tx = db.system().await?;
    let orgs = store::list_orgs(&mut tx, whose).await?;
    tx.commit().await?;
    Ok(orgs)
}

/// Nobody changes themselves ([`Error::Refused`] `own_membership`), nor anybody who has more than they do. Gives what
/// the member has.
pub(crate) async fn may_touch(tx: &mut TenantTx, actor: &Actor, member: &Member) -> Result<Rights> {
    if actor.member() == Some(member.id) {
        return Err(Error::Refused("own_membership"));
    }
    let them = Actor::load(tx, member.person).await?;
    let theirs = them.rights().cloned().ok_or(Error::NotFound("member"))?;
    access::may_give(actor, &theirs)?;
    Ok(theirs)
}

/// The roles that the actor may give: those that have nothing which the actor has not. An owner is made by a handover.
pub fn givable(actor: &Actor) -> Vec<Role> {
    let filter = actor.rights().and_then(Rights::filter).cloned().unwrap_or_default();
    let may = |role: &Role| *role != Role::Owner && may_give(actor, *role, &filter).is_ok();
    Role::ALL.into_iter().filter(may).collect()
}

/// Nobody gives more than they have: [`Error::Refused`] `beyond_your_rights`.
pub(crate) fn may_give(actor: &Actor, role: Role, filter: &Filter) -> Result<()> {
    access::may_give(actor, &Rights::of(Preset::Member(role).grants().clone()).within(filter.clone()))
}

/// Nobody is made an owner by another's word alone; the command line may.
pub(crate) fn by_offer(actor: &Actor, role: Role) -> Result<()> {
    if role == Role::Owner && *actor != Actor::System { Err(Error::Refused("owner_by_offer")) } else { Ok(()) }
}

async fn found(tx: &mut TenantTx, id: MemberId) -> Result<Member> {
    store::get(tx, id).await?.ok_or(Error::NotFound("member"))
}

/// An org is never without an owner.
async fn another_owner(tx: &mut TenantTx, id: MemberId) -> Result<()> {
    if store::has_other_owner(tx, id).await? { Ok(()) } else { Err(Error::Refused("last_owner")) }
}
