//! SQL of incidents.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{QueryBuilder, Row as _, postgres::PgRow};

use crate::{
    Error, Result, TenantTx,
    categories::Names,
    ids::{BotId, BuildingId, EntranceId, IncidentNewsId, MemberId, PersonId, RequestId, RiserId},
    requests::{
        incidents::{Around, Line, News, Part, Scope, Told, Wanted, columns},
        model::{IncidentStage, Summary},
        visible::Visible,
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

/// What it says now, and that it was said.
pub(in crate::requests) async fn tell(
    tx: &mut TenantTx,
    id: RequestId,
    news: &News,
    by: Option<PersonId>,
) -> Result<IncidentNewsId> {
    let (said, now) = (IncidentNewsId(tx.source().id()), tx.source().now());
    sqlx::query!(
        r#"with now as (
             update incidents set stage = coalesce($3, stage), words = coalesce($4, words),
                                  expected_at = coalesce($5, expected_at)
             where org_id = $1 and request_id = $2
           )
           insert into incident_news (org_id, id, request_id, person_id, at, stage, words, expected_at)
           values ($1, $6, $2, $7, $8, $3, $4, $5)"#,
        tx.org().0,
        id.0,
        news.stage as Option<IncidentStage>,
        news.words,
        news.expected_at,
        said.0,
        by.map(|person| person.0),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(said)
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
               and not exists (select 1 from incidents d where d.org_id = r.org_id and d.request_id = r.id
                               and d.declared_at is not null)
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

/// The incidents that may be seen, newest first; only those that were declared where `declared`.
pub(in crate::requests) async fn list(
    tx: &mut TenantTx,
    visible: &Visible,
    wanted: &Wanted,
    declared: bool,
) -> Result<Vec<Line>> {
    let mut query = QueryBuilder::new(
        "select r.id, r.number, r.status, c.icon, c.name_ru, c.name_uz, c.name_en, b.address, e.number as entrance,
                s.name as riser, i.declared_at, i.dismissed_at, i.stage, i.words, i.expected_at, p.name as accepted_by,
                (select count(*) + 1 from request_followers f where f.org_id = r.org_id and f.request_id = r.id) as people,
                r.created_at, coalesce(r.done_at, r.ended_at) as over_at
         from incidents i
         join requests r on r.org_id = i.org_id and r.id = i.request_id
         join categories c on c.org_id = r.org_id and c.id = r.category_id
         join buildings b on b.org_id = i.org_id and b.id = i.building_id
         left join entrances e on e.org_id = i.org_id and e.id = i.entrance_id
         left join risers s on s.org_id = i.org_id and s.id = i.riser_id
         left join members m on m.org_id = i.org_id and m.id = i.accepted_by
         left join people p on p.org_id = m.org_id and p.id = m.person_id
         where r.org_id = ",
    );
    query.push_bind(tx.org().0);
    super::list::seen(&mut query, visible);
    if wanted.is_open {
        query.push(" and i.dismissed_at is null and r.status not in ('done', 'closed', 'cancelled', 'declined')");
    }
    if declared {
        query.push(" and i.dismissed_at is null and i.declared_at is not null");
    }
    if let Some(building) = wanted.building {
        query.push(" and i.building_id = ").push_bind(building.0);
    }
    if let Some(before) = wanted.before {
        query.push(" and r.number < ").push_bind(before);
    }
    query.push(" order by r.number desc limit ").push_bind(wanted.limit);
    let rows = query.build().fetch_all(tx.conn()).await?;
    Ok(rows.iter().map(line).collect::<Result<_, sqlx::Error>>()?)
}

fn line(row: &PgRow) -> Result<Line, sqlx::Error> {
    Ok(Line {
        request: RequestId(row.try_get("id")?),
        number: row.try_get("number")?,
        status: row.try_get("status")?,
        icon: row.try_get("icon")?,
        names: Names { ru: row.try_get("name_ru")?, uz: row.try_get("name_uz")?, en: row.try_get("name_en")? },
        address: row.try_get("address")?,
        entrance: row.try_get("entrance")?,
        riser: row.try_get("riser")?,
        declared_at: row.try_get("declared_at")?,
        dismissed_at: row.try_get("dismissed_at")?,
        stage: row.try_get("stage")?,
        words: row.try_get("words")?,
        expected_at: row.try_get("expected_at")?,
        accepted_by: row.try_get("accepted_by")?,
        people: row.try_get("people")?,
        created_at: row.try_get("created_at")?,
        over_at: row.try_get("over_at")?,
    })
}

/// How far it reaches, and when it was accepted.
pub(in crate::requests) async fn facts(tx: &mut TenantTx, id: RequestId) -> Result<(Scope, Option<DateTime<Utc>>)> {
    let row = sqlx::query!(
        r#"select entrance_id as "entrance: EntranceId", riser_id as "riser: RiserId", accepted_at
           from incidents where org_id = $1 and request_id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?
    .ok_or(Error::NotFound("incident"))?;
    let scope = match (row.entrance, row.riser) {
        (Some(entrance), _) => Scope::Entrance(entrance),
        (_, Some(riser)) => Scope::Riser(riser),
        _ => Scope::Building,
    };
    Ok((scope, row.accepted_at))
}

/// What its people were told, oldest first.
pub(in crate::requests) async fn told(tx: &mut TenantTx, id: RequestId) -> Result<Vec<Told>> {
    let told = sqlx::query_as!(
        Told,
        r#"select n.at, p.name as "by?", n.stage as "stage: IncidentStage", n.words, n.expected_at
           from incident_news n left join people p on p.org_id = n.org_id and p.id = n.person_id
           where n.org_id = $1 and n.request_id = $2 order by n.at, n.id limit 300"#,
        tx.org().0,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(told)
}

/// The requests that go with it, oldest first.
pub(in crate::requests) async fn linked(tx: &mut TenantTx, id: RequestId) -> Result<Vec<Summary>> {
    super::list::children(tx, id).await
}

/// Where an incident is that no resident has filed.
pub(in crate::requests) async fn place(
    tx: &mut TenantTx,
    id: RequestId,
    building: BuildingId,
    scope: Scope,
) -> Result<()> {
    let (entrance, _) = columns(scope);
    sqlx::query!(
        "update requests set building_id = $3, entrance_id = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        building.0,
        entrance.map(|entrance| entrance.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
