//! SQL of incidents.

use chrono::TimeDelta;

use crate::{
    Result, TenantTx,
    ids::{BotId, BuildingId, EntranceId, MemberId, RequestId, RiserId},
    requests::{
        incidents::{Around, News, Part, Scope, columns},
        model::IncidentStage,
    },
};

/// All of the building, its entrances and its risers, with their homes.
pub(in crate::requests) async fn parts(tx: &mut TenantTx, building: BuildingId) -> Result<Vec<Part>> {
    let rows = sqlx::query!(
        r#"select 0 as "nth!", null::uuid as "entrance: EntranceId", null::uuid as "riser: RiserId", b.address as "name!",
                  (select count(*) from units u where u.org_id = b.org_id and u.building_id = b.id
                   and u.archived_at is null) as "homes!"
           from buildings b where b.org_id = $1 and b.id = $2
           union all
           select 1, e.id, null, e.number::text,
                  (select count(*) from units u where u.org_id = e.org_id and u.entrance_id = e.id
                   and u.archived_at is null)
           from entrances e where e.org_id = $1 and e.building_id = $2 and e.archived_at is null
           union all
           select 2, null, r.id, r.name,
                  (select count(*) from unit_risers l where l.org_id = r.org_id and l.riser_id = r.id)
           from risers r where r.org_id = $1 and r.building_id = $2 and r.archived_at is null
           order by 1, 4"#,
        tx.org().0,
        building.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let part = |entrance: Option<EntranceId>, riser: Option<RiserId>| match (entrance, riser) {
        (Some(entrance), _) => Scope::Entrance(entrance),
        (_, Some(riser)) => Scope::Riser(riser),
        _ => Scope::Building,
    };
    Ok(rows
        .into_iter()
        .map(|row| Part { scope: part(row.entrance, row.riser), name: row.name, homes: row.homes })
        .collect())
}

pub(in crate::requests) async fn declare(
    tx: &mut TenantTx,
    id: RequestId,
    building: BuildingId,
    scope: Scope,
) -> Result<()> {
    let (entrance, riser) = columns(scope);
    let now = tx.source().now();
    sqlx::query!(
        r#"insert into incidents (org_id, request_id, building_id, entrance_id, riser_id, declared_at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (org_id, request_id) do update
             set entrance_id = excluded.entrance_id, riser_id = excluded.riser_id, dismissed_at = null,
                 declared_at = coalesce(incidents.declared_at, excluded.declared_at)"#,
        tx.org().0,
        id.0,
        building.0,
        entrance.map(|entrance| entrance.0),
        riser.map(|riser| riser.0),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Thought to be one, where it was not. Returns whether it is so only now.
pub(in crate::requests) async fn suspect(tx: &mut TenantTx, id: RequestId) -> Result<bool> {
    let done = sqlx::query!(
        r#"insert into incidents (org_id, request_id, building_id)
           select org_id, id, building_id from requests where org_id = $1 and id = $2
           on conflict do nothing"#,
        tx.org().0,
        id.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(in crate::requests) async fn dismiss(tx: &mut TenantTx, id: RequestId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update incidents set dismissed_at = $3 where org_id = $1 and request_id = $2",
        tx.org().0,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Returns whether nobody had.
pub(in crate::requests) async fn accept(tx: &mut TenantTx, id: RequestId, by: MemberId) -> Result<bool> {
    let now = tx.source().now();
    let done = sqlx::query!(
        r#"update incidents set accepted_by = $3, accepted_at = $4
           where org_id = $1 and request_id = $2 and accepted_by is null"#,
        tx.org().0,
        id.0,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(in crate::requests) async fn tell(tx: &mut TenantTx, id: RequestId, news: &News) -> Result<()> {
    sqlx::query!(
        r#"update incidents set stage = coalesce($3, stage), words = coalesce($4, words),
                                expected_at = coalesce($5, expected_at)
           where org_id = $1 and request_id = $2"#,
        tx.org().0,
        id.0,
        news.stage as Option<IncidentStage>,
        news.words,
        news.expected_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What others filed about the same where the incident is, as long as nobody has begun it: of the same kind.
pub(in crate::requests) async fn alike(tx: &mut TenantTx, id: RequestId) -> Result<Vec<RequestId>> {
    let alike = sqlx::query_scalar!(
        r#"select o.id as "id: RequestId"
           from incidents i
           join requests r on r.org_id = i.org_id and r.id = i.request_id
           join categories rc on rc.org_id = r.org_id and rc.id = r.category_id
           join requests o on o.org_id = i.org_id and o.building_id = i.building_id and o.id <> r.id
           join categories oc on oc.org_id = o.org_id and oc.id = o.category_id
           where i.org_id = $1 and i.request_id = $2 and o.status in ('new', 'assigned') and o.parent_id is null
             and coalesce(oc.parent_id, oc.id) = coalesce(rc.parent_id, rc.id)
             and not exists (select 1 from incidents own where own.org_id = o.org_id and own.request_id = o.id
                             and own.declared_at is not null)
             and (i.entrance_id is null or o.entrance_id = i.entrance_id)
             and (i.riser_id is null or exists (select 1 from unit_risers l where l.org_id = o.org_id
                                                and l.riser_id = i.riser_id and l.unit_id = o.unit_id))
           order by o.id"#,
        tx.org().0,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(alike)
}

/// Everybody who lives where it is follows it from now on, but for whoever filed it. Returns how many people follow.
pub(in crate::requests) async fn follow(tx: &mut TenantTx, id: RequestId) -> Result<i64> {
    let now = tx.source().now();
    let people = sqlx::query_scalar!(
        r#"with told as (
             insert into request_followers (org_id, request_id, person_id, created_at)
             select distinct i.org_id, i.request_id, l.person_id, $3::timestamptz
             from incidents i
             join requests r on r.org_id = i.org_id and r.id = i.request_id
             join units u on u.org_id = i.org_id and u.building_id = i.building_id
             join residents l on l.org_id = u.org_id and l.unit_id = u.id and l.ended_at is null
             where i.org_id = $1 and i.request_id = $2 and l.person_id is not null and l.person_id <> r.reporter_id
               and l.state in ('verified', 'pending')
               and (i.entrance_id is null or u.entrance_id = i.entrance_id)
               and (i.riser_id is null or exists (select 1 from unit_risers x where x.org_id = u.org_id
                                                  and x.riser_id = i.riser_id and x.unit_id = u.id))
             on conflict do nothing
             returning person_id
           )
           select (select count(*) from told) + (select count(*) from request_followers
                   where org_id = $1 and request_id = $2) as "people!""#,
        tx.org().0,
        id.0,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(people)
}

/// The declared incident that a request is about, and how many people have filed the same there within `within`; none
/// of a request that is nowhere in particular, or does not wait any more.
pub(in crate::requests) async fn around(tx: &mut TenantTx, id: RequestId, within: TimeDelta) -> Result<Option<Around>> {
    let since = tx.source().now() - within;
    let row = sqlx::query!(
        r#"with mine as (
             select r.org_id, r.id, r.building_id, r.entrance_id, r.unit_id, coalesce(c.parent_id, c.id) as kind_id
             from requests r join categories c on c.org_id = r.org_id and c.id = r.category_id
             where r.org_id = $1 and r.id = $2 and r.building_id is not null and r.status = 'new' and r.parent_id is null
           ), alike as (
             select o.id, o.reporter_id, o.created_at
             from mine
             join requests o on o.org_id = mine.org_id and o.building_id = mine.building_id
             join categories c on c.org_id = o.org_id and c.id = o.category_id and coalesce(c.parent_id, c.id) = mine.kind_id
             where o.created_at > $3 and o.parent_id is null and o.status not in ('closed', 'cancelled', 'declined', 'done')
           ), known as (
             select r.id, i.declared_at,
                    i.declared_at is not null and i.dismissed_at is null
                    and (i.entrance_id is null or i.entrance_id = mine.entrance_id)
                    and (i.riser_id is null or exists (select 1 from unit_risers l where l.org_id = i.org_id
                         and l.riser_id = i.riser_id and l.unit_id = mine.unit_id)) as reaches
             from mine
             join incidents i on i.org_id = mine.org_id and i.building_id = mine.building_id
             join requests r on r.org_id = i.org_id and r.id = i.request_id
             join categories c on c.org_id = r.org_id and c.id = r.category_id and coalesce(c.parent_id, c.id) = mine.kind_id
             where r.id <> mine.id and r.status not in ('closed', 'cancelled', 'declined', 'done')
           )
           select (select id from known where reaches order by declared_at limit 1) as "incident: RequestId",
                  exists (select 1 from known) as "is_known!",
                  (select count(distinct reporter_id) from alike) as "alike!",
                  (select id from alike order by created_at, id limit 1) as "first: RequestId"
           from mine"#,
        tx.org().0,
        id.0,
        since,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Around { incident: row.incident, is_known: row.is_known, alike: row.alike, first: row.first }))
}

pub(in crate::requests) async fn at_message(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    message_id: i64,
) -> Result<Option<RequestId>> {
    let request = sqlx::query_scalar!(
        r#"select request_id as "request: RequestId" from incident_messages
           where org_id = $1 and bot_id = $2 and chat_id = $3 and message_id = $4"#,
        tx.org().0,
        bot.0,
        chat_id,
        message_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(request)
}
