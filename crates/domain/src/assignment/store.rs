//! SQL of assignment.

use sqlx::types::Json;

use super::model::{Candidate, Strategy};
use crate::{
    Result, TenantTx,
    access::Filter,
    ids::{BuildingId, MemberId, PersonId, SkillId},
    shifts::FORGOTTEN,
};

pub(super) async fn strategy(tx: &mut TenantTx) -> Result<Strategy> {
    let kept = sqlx::query_scalar!(
        r#"select strategy as "strategy: Strategy" from assignment_rules where org_id = $1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(kept.unwrap_or_default())
}

/// The same; nobody else changes it until this transaction ends.
pub(super) async fn lock_strategy(tx: &mut TenantTx) -> Result<Strategy> {
    let kept = sqlx::query_scalar!(
        r#"with held as materialized (select id from orgs where id = $1 for no key update)
           select r.strategy as "strategy: Strategy" from held join assignment_rules r on r.org_id = held.id"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(kept.unwrap_or_default())
}

pub(super) async fn set_strategy(tx: &mut TenantTx, strategy: Strategy) -> Result<()> {
    sqlx::query!(
        r#"insert into assignment_rules (org_id, strategy) values ($1, $2)
           on conflict (org_id) do update set strategy = excluded.strategy"#,
        tx.org().0,
        strategy as Strategy,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The org's skill of this name, or with the name of the preset of this code in any language.
pub(super) async fn skill_named(tx: &mut TenantTx, name: &str) -> Result<Option<SkillId>> {
    let skill = sqlx::query_scalar!(
        r#"select s.id as "id: SkillId" from skills s
           left join category_presets p on p.code = $2 and p.parent_id is null
           where s.org_id = $1 and lower(s.name) in (lower($2), lower(p.ru), lower(p.uz), lower(p.en))
           order by lower(s.name) = lower($2) desc, s.id limit 1"#,
        tx.org().0,
        name,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(skill)
}

/// Those whose work requests are, with their load; who is away and who can do what is not in it.
pub(super) async fn candidates(tx: &mut TenantTx) -> Result<Vec<Candidate>> {
    let now = tx.source().now();
    let rows = sqlx::query!(
        r#"select m.id as "member: MemberId", p.id as "person: PersonId", p.name, m.filter as "filter: Json<Filter>",
                  coalesce(r.open, 0) as "open!", r.last_assigned_at, r.rating,
                  s.buildings as "buildings?: Vec<BuildingId>"
           from members m
           join people p on p.org_id = m.org_id and p.id = m.person_id
           left join lateral (
             select count(*) filter (where q.status not in ('done', 'closed', 'cancelled', 'declined')) as open,
                    max(coalesce(q.assigned_at, q.taken_at)) as last_assigned_at,
                    (avg(q.rating) filter (where q.rating is not null) * 100)::bigint as rating
             from requests q where q.org_id = m.org_id and q.assignee_id = m.id
           ) r on true
           left join lateral (
             select i.buildings from shifts i
             where i.org_id = m.org_id and i.member_id = m.id and i.ended_at is null
               and case when i.begun_at <= $2 then i.ends_at > $3 else i.starts_at <= $2 and i.ends_at > $2 end
             order by i.begun_at nulls last, i.starts_at limit 1
           ) s on true
           where m.org_id = $1 and m.removed_at is null and m.role in ('worker', 'team_lead', 'dispatcher', 'manager')
             and (m.role = 'worker' or s.buildings is not null)
           order by m.id"#,
        tx.org().0,
        now,
        now - FORGOTTEN,
    )
    .fetch_all(tx.conn())
    .await?;
    let candidates = rows.into_iter().map(|row| {
        let on_shift = row.buildings;
        let limits = row.filter.0.buildings;
        Candidate {
            member: row.member,
            person: row.person,
            name: row.name,
            skills: Default::default(),
            open: u32::try_from(row.open).unwrap_or(u32::MAX),
            last_assigned_at: row.last_assigned_at,
            is_on_shift: on_shift.is_some(),
            // A shift says more exactly where somebody works than what they are limited to.
            buildings: on_shift.filter(|there| !there.is_empty()).unwrap_or(limits).into_iter().collect(),
            is_away: false,
            rating: row.rating.and_then(|rating| u16::try_from(rating).ok()),
        }
    });
    Ok(candidates.collect())
}
