//! The verbs of skills.

use std::collections::{BTreeMap, BTreeSet};

use super::{SKILLS_MAX, Skill, store};
use crate::{
    Error, Result, TenantTx,
    access::{self, Actor, Permission},
    events::{self, Changes, Event},
    ids::{MemberId, SkillId},
};

/// The org's skills by name, each with who has it.
pub async fn list(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Skill>> {
    actor.require(Permission::ShiftsRead)?;
    store::list(tx, None).await
}

/// Which skills these members have; nobody named: all of them. Who has none is not there.
pub async fn of_members(tx: &mut TenantTx, members: &[MemberId]) -> Result<BTreeMap<MemberId, BTreeSet<SkillId>>> {
    store::of_members(tx, members).await
}

/// Adds a skill to the list.
pub async fn add(tx: &mut TenantTx, actor: &Actor, name: &str) -> Result<Skill> {
    actor.require(Permission::ShiftsManage)?;
    let name = access::tidy(name)?;
    if store::lock_all(tx).await? >= SKILLS_MAX {
        return Err(Error::Refused("skills_too_many"));
    }
    let id = store::insert(tx, &name).await?;
    events::record(tx, actor, &Event::SkillAdded { skill: id, name: name.clone() }).await?;
    Ok(Skill { id, name, members: vec![] })
}

/// Gives a skill another name.
pub async fn rename(tx: &mut TenantTx, actor: &Actor, id: SkillId, name: &str) -> Result<Skill> {
    actor.require(Permission::ShiftsManage)?;
    let name = access::tidy(name)?;
    store::lock_all(tx).await?;
    let old = find(tx, id).await?;
    let changes = Changes::of("name", &old.name, &name);
    if changes.is_empty() {
        return Ok(old);
    }
    store::rename(tx, id, &name).await?;
    events::record(tx, actor, &Event::SkillRenamed { skill: id, changes }).await?;
    Ok(Skill { name, ..old })
}

/// Deletes a skill, and takes it from whoever has it.
pub async fn delete(tx: &mut TenantTx, actor: &Actor, id: SkillId) -> Result<()> {
    actor.require(Permission::ShiftsManage)?;
    store::lock_all(tx).await?;
    let old = find(tx, id).await?;
    store::delete(tx, id).await?;
    events::record(tx, actor, &Event::SkillDeleted { skill: id, name: old.name }).await
}

/// Says what a member can do: these, and nothing else.
pub async fn set(tx: &mut TenantTx, actor: &Actor, member: MemberId, skills: &[SkillId]) -> Result<Vec<Skill>> {
    actor.require(Permission::ShiftsManage)?;
    let person = store::lock_member(tx, member).await?;
    let all = store::list(tx, None).await?;
    let wanted: BTreeSet<SkillId> = skills.iter().copied().collect();
    if !wanted.iter().all(|id| all.iter().any(|skill| skill.id == *id)) {
        return Err(Error::Invalid { field: "skill_ids", code: "skill_unknown" });
    }
    let names = |has: &dyn Fn(&Skill) -> bool| -> Vec<String> {
        all.iter().filter(|skill| has(skill)).map(|skill| skill.name.clone()).collect()
    };
    let old = names(&|skill| skill.members.contains(&member));
    let new = names(&|skill| wanted.contains(&skill.id));
    let changes = Changes::of("skills", &old, &new);
    if !changes.is_empty() {
        store::set(tx, member, &wanted.iter().copied().collect::<Vec<_>>()).await?;
        events::record(tx, actor, &Event::MemberSkillsSet { person, changes }).await?;
    }
    Ok(store::list(tx, None).await?.into_iter().filter(|skill| skill.members.contains(&member)).collect())
}

async fn find(tx: &mut TenantTx, id: SkillId) -> Result<Skill> {
    store::list(tx, Some(id)).await?.pop().ok_or(Error::NotFound("skill"))
}
