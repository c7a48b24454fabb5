//! SQL of skills.

use std::collections::{BTreeMap, BTreeSet};

use super::Skill;
use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{MemberId, PersonId, SkillId},
};

/// All of them by name, or one.
pub(super) async fn list(tx: &mut TenantTx, only: Option<SkillId>) -> Result<Vec<Skill>> {
    let skills = sqlx::query_as!(
        Skill,
        r#"select s.id as "id: SkillId", s.name,
                  array(select m.id from member_skills h
                        join members m on m.org_id = h.org_id and m.id = h.member_id and m.removed_at is null
                        where h.org_id = s.org_id and h.skill_id = s.id order by m.id) as "members!: Vec<MemberId>"
           from skills s where s.org_id = $1 and ($2::uuid is null or s.id = $2) order by lower(s.name), s.id"#,
        tx.org().0,
        only.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(skills)
}

/// Nobody else changes the list until this transaction ends; gives how many there are.
pub(super) async fn lock_all(tx: &mut TenantTx) -> Result<usize> {
    let count = sqlx::query_scalar!(
        r#"with held as materialized (select id from orgs where id = $1 for no key update)
           select count(s.id) as "count!" from held left join skills s on s.org_id = held.id"#,
        tx.org().0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Nobody else changes this member's skills until the transaction ends; gives the person behind them.
pub(super) async fn lock_member(tx: &mut TenantTx, member: MemberId) -> Result<PersonId> {
    let person = sqlx::query_scalar!(
        r#"select person_id as "person: PersonId" from members
           where org_id = $1 and id = $2 and removed_at is null for no key update"#,
        tx.org().0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    person.ok_or(Error::NotFound("member"))
}

pub(super) async fn of_members(
    tx: &mut TenantTx,
    members: &[MemberId],
) -> Result<BTreeMap<MemberId, BTreeSet<SkillId>>> {
    let rows = sqlx::query!(
        r#"select member_id as "member: MemberId", skill_id as "skill: SkillId" from member_skills
           where org_id = $1 and (cardinality($2::uuid[]) = 0 or member_id = any($2))"#,
        tx.org().0,
        members as &[MemberId],
    )
    .fetch_all(tx.conn())
    .await?;
    let mut skills = BTreeMap::<_, BTreeSet<_>>::new();
    for row in rows {
        skills.entry(row.member).or_default().insert(row.skill);
    }
    Ok(skills)
}

pub(super) async fn insert(tx: &mut TenantTx, name: &str) -> Result<SkillId> {
    let (id, now) = (SkillId(tx.source().id()), tx.source().now());
    sqlx::query!(
        "insert into skills (org_id, id, name, created_at) values ($1, $2, $3, $4)",
        tx.org().0,
        id.0,
        name,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("skills_name_key", Error::Refused("skill_name_taken"))?;
    Ok(id)
}

pub(super) async fn rename(tx: &mut TenantTx, id: SkillId, name: &str) -> Result<()> {
    sqlx::query!("update skills set name = $3 where org_id = $1 and id = $2", tx.org().0, id.0, name)
        .execute(tx.conn())
        .await
        .on_constraint("skills_name_key", Error::Refused("skill_name_taken"))?;
    Ok(())
}

pub(super) async fn delete(tx: &mut TenantTx, id: SkillId) -> Result<()> {
    sqlx::query!("delete from skills where org_id = $1 and id = $2", tx.org().0, id.0).execute(tx.conn()).await?;
    Ok(())
}

/// Makes these the member's skills.
pub(super) async fn set(tx: &mut TenantTx, member: MemberId, skills: &[SkillId]) -> Result<()> {
    sqlx::query!(
        r#"with gone as (
             delete from member_skills where org_id = $1 and member_id = $2 and skill_id <> all($3)
           )
           insert into member_skills (org_id, member_id, skill_id)
           select $1, $2, skill from unnest($3::uuid[]) skill on conflict do nothing"#,
        tx.org().0,
        member.0,
        skills as &[SkillId],
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
