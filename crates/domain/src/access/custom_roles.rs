//! Roles that an org makes for itself, and who has them.

use chrono::{DateTime, Utc};

use super::{Actor, Grants, Permission, Rights, Role, given, store};
use crate::{
    Error, Result, TenantTx,
    events::{self, Changes, Event},
    ids::{MemberId, RoleId},
};

/// The longest name of a role or a team, in characters.
pub const NAME_MAX: usize = 80;

/// A role of the org's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomRole {
    /// Its id.
    pub id: RoleId,
    /// Its name, unique in the org.
    pub name: String,
    /// The preset that it began as. Where a surface knows presets only, it counts as this one.
    pub based_on: Role,
    /// What it grants.
    pub grants: Grants,
    /// How many members have it.
    pub members: i64,
    /// Grows with each change.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A role to be made.
#[derive(Clone, Debug)]
pub struct NewRole<'a> {
    /// Its name.
    pub name: &'a str,
    /// The preset that it begins as.
    pub based_on: Role,
    /// What it grants; none: what the preset does.
    pub grants: Option<Grants>,
}

/// What is to be changed of a role.
#[derive(Clone, Debug, Default)]
pub struct RoleEdit<'a> {
    /// A new name.
    pub name: Option<&'a str>,
    /// What it grants from now on.
    pub grants: Option<Grants>,
}

/// The roles of the org's own, by name.
pub async fn list_roles(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<CustomRole>> {
    actor.require(Permission::RolesRead)?;
    store::roles(tx, None).await
}

/// One of them.
pub async fn role(tx: &mut TenantTx, actor: &Actor, id: RoleId) -> Result<CustomRole> {
    actor.require(Permission::RolesRead)?;
    find(tx, id).await
}

/// What a role of the org's own is called, for whoever has it or sees why they may.
pub async fn role_name(tx: &mut TenantTx, id: RoleId) -> Result<Option<String>> {
    Ok(store::roles(tx, Some(id)).await?.pop().map(|role| role.name))
}

/// Makes a role. Nobody makes one that may more than they may themselves: [`Error::Refused`] `beyond_your_rights`.
pub async fn create_role(tx: &mut TenantTx, actor: &Actor, new: &NewRole<'_>) -> Result<CustomRole> {
    actor.require(Permission::RolesManage)?;
    let name = tidy(new.name)?;
    if new.based_on == Role::Owner {
        return Err(Error::Invalid { field: "based_on", code: "role_invalid" });
    }
    let grants = new.grants.clone().unwrap_or_else(|| super::Preset::Member(new.based_on).grants().clone());
    within(actor, &grants)?;
    let id = store::insert_role(tx, &name, new.based_on, &grants).await?;
    events::record(tx, actor, &Event::RoleCreated { role: id, name }).await?;
    find(tx, id).await
}

/// Changes a role, for everybody who has it. With `version`, only when nobody else has changed it since:
/// [`Error::Refused`] `changed_meanwhile`. Nobody changes the role that they have themselves, nor one that may more
/// than they do.
pub async fn edit_role(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RoleId,
    version: Option<i32>,
    edit: &RoleEdit<'_>,
) -> Result<CustomRole> {
    actor.require(Permission::RolesManage)?;
    let old = lock(tx, actor, id, version).await?;
    let name = edit.name.map(tidy).transpose()?.unwrap_or_else(|| old.name.clone());
    let grants = edit.grants.clone().unwrap_or_else(|| old.grants.clone());
    within(actor, &grants)?;
    let changes = Changes::of("name", &old.name, &name).and("grants", &old.grants.written(), &grants.written());
    if changes.is_empty() {
        return Ok(old);
    }
    store::save_role(tx, id, &name, &grants).await?;
    events::record(tx, actor, &Event::RoleEdited { role: id, changes }).await?;
    find(tx, id).await
}

/// Deletes a role that nobody has: [`Error::Refused`] `role_in_use`.
pub async fn delete_role(tx: &mut TenantTx, actor: &Actor, id: RoleId, version: Option<i32>) -> Result<()> {
    actor.require(Permission::RolesManage)?;
    let old = lock(tx, actor, id, version).await?;
    store::delete_role(tx, id).await?;
    events::record(tx, actor, &Event::RoleDeleted { role: id, name: old.name }).await
}

/// Gives a member a role of the org's own; their role by name becomes the preset that it is based on. Nobody gives
/// themselves one, nor touches whoever may more than they do. An owner keeps everything: [`Error::Refused`]
/// `owner_stays`.
pub async fn give_role(tx: &mut TenantTx, actor: &Actor, member: MemberId, id: RoleId) -> Result<()> {
    actor.require(Permission::MembersManage)?;
    if actor.member() == Some(member) {
        return Err(Error::Refused("own_role"));
    }
    let held = store::lock_member(tx, member).await?.ok_or(Error::NotFound("member"))?;
    if held.role == Role::Owner {
        return Err(Error::Refused("owner_stays"));
    }
    let new = find(tx, id).await?;
    let (person, was, from) = (held.person, held.custom.as_ref().map(|(id, _)| *id), held.role);
    let given = given::grants(new.based_on, Some(&new.grants.written()), held.members_see);
    may_give(actor, &Rights::of(given).within(held.filter.clone()))?;
    may_give(actor, &held.given().rights())?;
    if was == Some(id) {
        return Ok(());
    }
    store::save_custom_role(tx, member, new.based_on, Some(id)).await?;
    events::record(tx, actor, &Event::CustomRoleGiven { person, role: id, from, to: new.based_on, was }).await
}

/// Takes a role of the org's own away from a member: what remains is the preset that it is based on. As with giving,
/// nobody does it to themselves, nor gives or takes more than they have.
pub async fn take_role(tx: &mut TenantTx, actor: &Actor, member: MemberId, id: RoleId) -> Result<()> {
    actor.require(Permission::MembersManage)?;
    if actor.member() == Some(member) {
        return Err(Error::Refused("own_role"));
    }
    let held = store::lock_member(tx, member).await?.ok_or(Error::NotFound("member"))?;
    if held.custom.as_ref().is_none_or(|(had, _)| *had != id) {
        return Err(Error::NotFound("role"));
    }
    let left = given::grants(held.role, None, held.members_see);
    may_give(actor, &Rights::of(left).within(held.filter.clone()))?;
    may_give(actor, &held.given().rights())?;
    store::save_custom_role(tx, member, held.role, None).await?;
    events::record(tx, actor, &Event::CustomRoleTaken { person: held.person, role: id }).await
}

/// Nobody gives more than they have: [`Error::Refused`] `beyond_your_rights`. Whoever hands out roles asks this of the
/// rights that are given, and of those that are taken away.
pub fn may_give(actor: &Actor, given: &Rights) -> Result<()> {
    let may = match actor {
        Actor::System => true,
        Actor::Contact { .. } => false,
        Actor::Member { rights, .. } | Actor::Service { rights, .. } => rights.covers(given),
    };
    if may { Ok(()) } else { Err(Error::Refused("beyond_your_rights")) }
}

/// A role carries no filter of its own: it may grant whatever its maker is granted before theirs.
fn within(actor: &Actor, grants: &Grants) -> Result<()> {
    if actor.grants().covers(grants) { Ok(()) } else { Err(Error::Refused("beyond_your_rights")) }
}

async fn find(tx: &mut TenantTx, id: RoleId) -> Result<CustomRole> {
    store::roles(tx, Some(id)).await?.pop().ok_or(Error::NotFound("role"))
}

async fn lock(tx: &mut TenantTx, actor: &Actor, id: RoleId, version: Option<i32>) -> Result<CustomRole> {
    store::lock_role(tx, id).await?;
    let old = find(tx, id).await?;
    if actor.rights().is_some_and(|rights| rights.custom() == Some(id)) {
        return Err(Error::Refused("own_role"));
    }
    within(actor, &old.grants)?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}

/// A name fit for a role or a team.
pub(crate) fn tidy(name: &str) -> Result<String> {
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(Error::Invalid { field: "name", code: "title_invalid" });
    }
    Ok(name.to_owned())
}
