//! SQL of teams.

use chrono::{DateTime, Utc};

use crate::{
    Error, Result, TenantTx,
    access::Team,
    error::OnConstraint as _,
    ids::{MemberId, TeamId},
};

/// All of them by name, or one, each with its members in force.
pub(in crate::access) async fn teams(tx: &mut TenantTx, only: Option<TeamId>) -> Result<Vec<Team>> {
    let teams = sqlx::query_as!(
        Team,
        r#"select t.id as "id: TeamId", t.name, t.version, t.created_at, t.updated_at,
                  array(select m.id from team_members i
                        join members m on m.org_id = i.org_id and m.id = i.member_id and m.removed_at is null
                        join people p on p.org_id = m.org_id and p.id = m.person_id
                        where i.org_id = t.org_id and i.team_id = t.id order by p.name, m.id) as "members!: Vec<MemberId>"
           from teams t where t.org_id = $1 and ($2::uuid is null or t.id = $2) order by lower(t.name), t.id"#,
        tx.org().0,
        only.map(|team| team.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(teams)
}

/// The team; nobody else changes it until this transaction ends.
pub(in crate::access) async fn lock_team(tx: &mut TenantTx, id: TeamId) -> Result<Team> {
    let team = sqlx::query_as!(
        Team,
        r#"select t.id as "id: TeamId", t.name, t.version, t.created_at, t.updated_at,
                  array(select m.id from team_members i
                        join members m on m.org_id = i.org_id and m.id = i.member_id and m.removed_at is null
                        join people p on p.org_id = m.org_id and p.id = m.person_id
                        where i.org_id = t.org_id and i.team_id = t.id order by p.name, m.id) as "members!: Vec<MemberId>"
           from teams t where t.org_id = $1 and t.id = $2 for update of t"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    team.ok_or(Error::NotFound("team"))
}

pub(in crate::access) async fn insert_team(tx: &mut TenantTx, name: &str) -> Result<TeamId> {
    let (id, now) = (TeamId(tx.source().id()), tx.source().now());
    sqlx::query!(
        "insert into teams (org_id, id, name, created_at, updated_at) values ($1, $2, $3, $4, $4)",
        tx.org().0,
        id.0,
        name,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("teams_name_key", Error::Refused("team_name_taken"))?;
    Ok(id)
}

/// Gives it a name; returns its new version, and when it changed.
pub(in crate::access) async fn save_team(tx: &mut TenantTx, id: TeamId, name: &str) -> Result<(i32, DateTime<Utc>)> {
    let now = tx.source().now();
    let saved = sqlx::query!(
        "update teams set name = $3, version = version + 1, updated_at = $4 where org_id = $1 and id = $2
         returning version, updated_at",
        tx.org().0,
        id.0,
        name,
        now,
    )
    .fetch_one(tx.conn())
    .await
    .on_constraint("teams_name_key", Error::Refused("team_name_taken"))?;
    Ok((saved.version, saved.updated_at))
}

/// Makes the team consist of these. Returns how many of them are members in force.
pub(in crate::access) async fn set_team_members(tx: &mut TenantTx, id: TeamId, members: &[MemberId]) -> Result<i64> {
    sqlx::query!(
        "delete from team_members where org_id = $1 and team_id = $2 and member_id <> all($3)",
        tx.org().0,
        id.0,
        members as &[MemberId],
    )
    .execute(tx.conn())
    .await?;
    let found = sqlx::query_scalar!(
        r#"with wanted as (
             select id from members where org_id = $1 and id = any($3) and removed_at is null
           ), added as (
             insert into team_members (org_id, team_id, member_id) select $1, $2, id from wanted on conflict do nothing
           )
           select count(*) as "found!" from wanted"#,
        tx.org().0,
        id.0,
        members as &[MemberId],
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(found)
}

pub(in crate::access) async fn delete_team(tx: &mut TenantTx, id: TeamId) -> Result<()> {
    sqlx::query!("delete from teams where org_id = $1 and id = $2", tx.org().0, id.0).execute(tx.conn()).await?;
    Ok(())
}
