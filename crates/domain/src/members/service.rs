//! What is done about members.

use platform::OrgId;

use super::{
    model::{Change, Member, PAGE_MAX, Wanted},
    store,
};
use crate::{
    Db, Error, Result, TenantTx,
    access::{Actor, Filter, Grants, Permission, Preset, Rights, Role},
    events::{self, Changes, Event},
    ids::{MemberId, PersonId},
    people::{self, Newcomer},
};

/// An org in which somebody works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The org.
    pub org: OrgId,
    /// Its name.
    pub name: String,
    /// The role that they have there.
    pub role: Role,
    /// The username of its bot, if it has one.
    pub bot: Option<String>,
    /// Whether it is deleted and can still be restored.
    pub deleted: bool,
}

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
    store::get(tx, id).await?.ok_or(Error::NotFound("member"))
}

/// The member behind a person, if they are one.
pub(crate) async fn of_person(tx: &mut TenantTx, person: PersonId) -> Result<Option<Member>> {
    store::of_person(tx, person).await
}

/// Makes a person a member; one who is a member already gets the role.
pub async fn add(tx: &mut TenantTx, actor: &Actor, who: &Newcomer<'_>, role: Role) -> Result<MemberId> {
    actor.require(Permission::MembersManage)?;
    let person = people::identify(tx, who).await?.person;
    if let Some(member) = store::of_person(tx, person).await? {
        change(tx, actor, member.id, None, &Change { role: Some(role), ..Change::default() }).await?;
        return Ok(member.id);
    }
    may_give(actor, role, &Filter::default())?;
    enroll(tx, actor, person, role, &Filter::default()).await
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
    let member = store::get(tx, id).await?.ok_or(Error::NotFound("member"))?;
    if version.is_some_and(|version| version != member.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    let role = change.role.unwrap_or(member.role);
    let filter = change.filter.clone().unwrap_or_else(|| member.filter.clone());
    if role == member.role && filter == member.filter {
        return Ok(member);
    }
    may_touch(tx, actor, &member).await?;
    may_give(actor, role, &filter)?;
    if role == Role::Owner && member.role != Role::Owner && *actor != Actor::System {
        return Err(Error::Refused("owner_by_offer"));
    }
    if member.role == Role::Owner && role != Role::Owner {
        another_owner(tx, id).await?;
    }
    filter.check()?;
    store::save(tx, id, role, &filter).await?;
    let (person, from) = (member.person, member.role);
    if role != from {
        events::record(tx, actor, &Event::RoleChanged { person, from, to: role }).await?;
    }
    let mut changes = Changes::default();
    changes.note("filter", &member.filter, &filter);
    if !changes.is_empty() {
        events::record(tx, actor, &Event::MemberLimited { person, changes }).await?;
    }
    Ok(Member { role, filter, version: member.version + 1, ..member })
}

/// Takes a membership away. The person stays: as a resident or client, if they are one.
pub async fn remove(tx: &mut TenantTx, actor: &Actor, id: MemberId) -> Result<Member> {
    actor.require(Permission::MembersManage)?;
    store::lock(tx).await?;
    let member = store::get(tx, id).await?.ok_or(Error::NotFound("member"))?;
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
    let member = store::get(tx, id).await?.ok_or(Error::NotFound("member"))?;
    if member.role == Role::Owner {
        another_owner(tx, id).await?;
    }
    store::set_removed(tx, id).await?;
    let (person, role) = (member.person, member.role);
    events::record(tx, actor, &Event::MemberLeft { person, role }).await
}

/// The orgs in which a Telegram user works, across all orgs, each with its bot.
pub async fn list_orgs(db: &Db, telegram_id: i64) -> Result<Vec<Membership>> {
    let mut tx = db.system().await?;
    let orgs = store::list_orgs(&mut tx, telegram_id).await?;
    tx.commit().await?;
    Ok(orgs)
}

/// Nobody changes themselves, nor anybody who has more than they do.
async fn may_touch(tx: &mut TenantTx, actor: &Actor, member: &Member) -> Result<()> {
    if actor.member() == Some(member.id) {
        return Err(Error::Refused("own_membership"));
    }
    let them = Actor::load(tx, member.person).await?;
    within(actor, them.grants(), &member.filter)
}

/// The roles that the actor may give: those that have nothing which the actor has not. An owner is made by a handover.
pub fn givable(actor: &Actor) -> Vec<Role> {
    let filter = actor.rights().and_then(Rights::filter).cloned().unwrap_or_default();
    let may = |role: &Role| *role != Role::Owner && may_give(actor, *role, &filter).is_ok();
    Role::ALL.into_iter().filter(may).collect()
}

/// Nobody gives more than they have.
pub(crate) fn may_give(actor: &Actor, role: Role, filter: &Filter) -> Result<()> {
    within(actor, Preset::Member(role).grants(), filter)
}

fn within(actor: &Actor, grants: &Grants, filter: &Filter) -> Result<()> {
    let limited_to = actor.rights().and_then(Rights::filter);
    if actor.grants().covers(grants) && limited_to.is_none_or(|mine| mine.covers(filter)) {
        Ok(())
    } else {
        Err(Error::Forbidden(Permission::MembersManage))
    }
}

/// An org is never without an owner.
async fn another_owner(tx: &mut TenantTx, id: MemberId) -> Result<()> {
    if store::has_other_owner(tx, id).await? { Ok(()) } else { Err(Error::Refused("last_owner")) }
}
