//! SQL of those who follow a request and of those who help with it.

use crate::{
    Result, TenantTx,
    ids::{BuildingId, MemberId, PersonId, RequestId},
    requests::model::Worker,
};

/// Adds a follower. Returns whether they are a new one.
pub(in crate::requests) async fn follow(tx: &mut TenantTx, request: RequestId, person: PersonId) -> Result<bool> {
    let now = tx.source().now();
    let done = sqlx::query!(
        r#"insert into request_followers (org_id, request_id, person_id, created_at) values ($1, $2, $3, $4)
           on conflict do nothing"#,
        tx.org().0,
        request.0,
        person.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(in crate::requests) async fn follows(tx: &mut TenantTx, request: RequestId, person: PersonId) -> Result<bool> {
    let follows = sqlx::query_scalar!(
        r#"select exists (select 1 from request_followers
                          where org_id = $1 and request_id = $2 and person_id = $3) as "follows!""#,
        tx.org().0,
        request.0,
        person.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(follows)
}

/// Everybody who follows it.
pub(in crate::requests) async fn followers(tx: &mut TenantTx, request: RequestId) -> Result<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"select person_id as "person: PersonId" from request_followers
           where org_id = $1 and request_id = $2 order by created_at, person_id"#,
        tx.org().0,
        request.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(people)
}

/// Whoever filed or follows `from` follows `into` from now on, but for whoever filed that.
pub(in crate::requests) async fn hand_over(tx: &mut TenantTx, from: RequestId, into: RequestId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"insert into request_followers (org_id, request_id, person_id, created_at)
           select $1, $3, who.person_id, $4
           from (select reporter_id as person_id from requests where org_id = $1 and id = $2
                 union select person_id from request_followers where org_id = $1 and request_id = $2) who
           where who.person_id <> (select reporter_id from requests where org_id = $1 and id = $3)
           on conflict do nothing"#,
        tx.org().0,
        from.0,
        into.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Adds a helper. Returns whether they are a new one.
pub(in crate::requests) async fn help(tx: &mut TenantTx, request: RequestId, member: MemberId) -> Result<bool> {
    let now = tx.source().now();
    let done = sqlx::query!(
        r#"insert into request_helpers (org_id, request_id, member_id, created_at) values ($1, $2, $3, $4)
           on conflict do nothing"#,
        tx.org().0,
        request.0,
        member.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Takes a helper away: they have it themselves now, or no longer help. Returns whether they were one.
pub(in crate::requests) async fn stop_helping(tx: &mut TenantTx, request: RequestId, member: MemberId) -> Result<bool> {
    let done = sqlx::query!(
        "delete from request_helpers where org_id = $1 and request_id = $2 and member_id = $3",
        tx.org().0,
        request.0,
        member.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// What to call a member who works for the org now; none when there is no such member.
pub(in crate::requests) async fn worker_name(tx: &mut TenantTx, member: MemberId) -> Result<Option<String>> {
    let name = sqlx::query_scalar!(
        r#"select p.name from members m join people p on p.org_id = m.org_id and p.id = m.person_id
           where m.org_id = $1 and m.id = $2 and m.removed_at is null"#,
        tx.org().0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(name)
}

/// Those who do the work, those with the least to do first; whoever is limited to other buildings is left out.
pub(in crate::requests) async fn workers(tx: &mut TenantTx, building: Option<BuildingId>) -> Result<Vec<Worker>> {
    let workers = sqlx::query_as!(
        Worker,
        r#"select m.id as "member: MemberId", p.name, p.username,
                  (select count(*) from requests r where r.org_id = m.org_id and r.assignee_id = m.id
                   and r.status not in ('done', 'closed', 'cancelled', 'declined')) as "open!"
           from members m join people p on p.org_id = m.org_id and p.id = m.person_id
           where m.org_id = $1 and m.removed_at is null
             and m.role in ('worker', 'team_lead', 'dispatcher', 'manager', 'admin', 'owner')
             and ($2::uuid is null or coalesce(jsonb_array_length(m.filter -> 'buildings'), 0) = 0
                  or m.filter -> 'buildings' ? $2::uuid::text)
           order by m.role = 'worker' desc, 3, p.name, m.id limit 50"#,
        tx.org().0,
        building.map(|building| building.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(workers)
}
