//! SQL of reports. Each screen is one statement, and each names the same requests: those that the reader may see.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::types::Json;

use super::{
    model::{Attention, Day, House, Kind, Now, Overview, Performance, Period},
    service::Within,
};
use crate::{Result, TenantTx, ids::MemberId};

fn ids<'a, T: 'a>(all: &'a [T], id: impl Fn(&'a T) -> uuid::Uuid) -> Vec<uuid::Uuid> {
    all.iter().map(id).collect()
}

/// Late at a moment: it had come, should have been done, its clock was running, and it was neither done nor over.
pub(super) async fn overview(tx: &mut TenantTx, within: &Within, period: Period, most: i64) -> Result<Overview> {
    let now = tx.source().now();
    let days = period.with_those_before();
    let since = days.first().map_or(now, |day| day.1);
    let row = sqlx::query!(
        r#"with seen as materialized (
             select r.* from requests r
             where r.org_id = $1
               and (r.created_at >= $9 or r.ended_at >= $9 or r.status not in ('closed', 'cancelled', 'declined'))
               and ($2 or r.assignee_id = $3 or exists (
                 select 1 from team_members t
                 where t.org_id = r.org_id and t.member_id = r.assignee_id and t.team_id = any($4)))
               and (cardinality($5::uuid[]) = 0 or r.building_id = any($5))
           ), days as (
             select b.day, b.starts, b.ends, least(b.ends, $10) as looked
             from unnest($6::date[], $7::timestamptz[], $8::timestamptz[]) as b(day, starts, ends)
           ), counted as (
             select d.day,
                    count(*) filter (where r.created_at >= d.starts and r.created_at < d.ends) as created,
                    count(*) filter (where r.status = 'closed' and r.ended_at >= d.starts and r.ended_at < d.ends) as closed,
                    count(*) filter (where r.created_at < d.looked and r.due_at < d.looked
                                       and (r.stopped_at is null or r.stopped_at > d.looked)
                                       and (r.done_at is null or r.done_at > d.looked)
                                       and (r.ended_at is null or r.ended_at > d.looked)) as overdue,
                    coalesce(sum(r.rating) filter (where r.status = 'closed' and r.ended_at >= d.starts and r.ended_at < d.ends), 0) as stars,
                    count(r.rating) filter (where r.status = 'closed' and r.ended_at >= d.starts and r.ended_at < d.ends) as ratings
             from days d left join seen r on true
             group by d.day
           ), pressing as (
             select r.*,
                    case when r.status = 'new' and r.priority = 'emergency' then 'emergency'
                         when r.status = 'returned' then 'returned'
                         when r.due_at < $10 and r.stopped_at is null and r.status not in ('done', 'closed', 'cancelled', 'declined') then 'overdue'
                         when r.status = 'assigned' and r.offered_at is not null then 'not_accepted'
                         when r.status = 'new' and r.respond_by < $10 then 'unassigned'
                         when r.status = 'closed' and r.rating <= 2 and r.ended_at >= $10 - interval '24 hours' then 'low_rating'
                    end as why
             from seen r
           ), first as (
             select p.*, case p.why when 'overdue' then p.due_at when 'not_accepted' then p.offered_at when 'unassigned' then p.respond_by
                                    when 'low_rating' then p.ended_at when 'returned' then p.updated_at else p.created_at end as since
             from pressing p where p.why is not null
             order by array_position(array['emergency', 'returned', 'overdue', 'not_accepted', 'unassigned', 'low_rating'], p.why),
                      array_position(array['emergency', 'high', 'normal', 'low'], p.priority), since, p.number
             limit $11
           )
           select (select jsonb_agg(to_jsonb(c) order by c.day) from counted c) as "days: Json<Vec<Day>>",
                  (select jsonb_build_object(
                     'open', count(*),
                     'unassigned', count(*) filter (where r.status = 'new' or (r.status = 'returned' and r.assignee_id is null)),
                     'overdue', count(*) filter (where r.due_at < $10 and r.stopped_at is null and r.status <> 'done'),
                     'waiting', count(*) filter (where r.status = 'paused' or r.asked_at is not null))
                   from seen r where r.status not in ('closed', 'cancelled', 'declined')) as "now!: Json<Now>",
                  (select jsonb_agg(jsonb_build_object(
                     'id', f.id, 'number', f.number, 'why', f.why, 'since', f.since, 'priority', f.priority, 'icon', c.icon,
                     'names', jsonb_build_object('ru', c.name_ru, 'uz', c.name_uz, 'en', c.name_en),
                     'address', b.address, 'unit', u.number, 'assignee', p.name)
                     order by array_position(array['emergency', 'returned', 'overdue', 'not_accepted', 'unassigned', 'low_rating'], f.why),
                              array_position(array['emergency', 'high', 'normal', 'low'], f.priority), f.since, f.number)
                   from first f
                   join categories c on c.org_id = f.org_id and c.id = f.category_id
                   left join buildings b on b.org_id = f.org_id and b.id = f.building_id
                   left join units u on u.org_id = f.org_id and u.id = f.unit_id
                   left join members m on m.org_id = f.org_id and m.id = f.assignee_id
                   left join people p on p.org_id = m.org_id and p.id = m.person_id) as "attention: Json<Vec<Attention>>""#,
        tx.org().0,
        within.all,
        within.member.map(|member| member.0),
        &ids(&within.teams, |team| team.0),
        &ids(&within.buildings, |building| building.0),
        &days.iter().map(|day| day.0).collect::<Vec<NaiveDate>>(),
        &days.iter().map(|day| day.1).collect::<Vec<DateTime<Utc>>>(),
        &days.iter().map(|day| day.2).collect::<Vec<DateTime<Utc>>>(),
        since,
        now,
        most,
    )
    .fetch_one(tx.conn())
    .await?;
    let mut all = row.days.map(|days| days.0).unwrap_or_default();
    let days = all.split_off(all.len() / 2);
    let attention = row.attention.map(|attention| attention.0).unwrap_or_default();
    Ok(Overview { period, days, before: all, now: row.now.0, attention })
}

pub(super) async fn breakdown(
    tx: &mut TenantTx,
    within: &Within,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    most: i64,
) -> Result<(Vec<House>, Vec<Kind>)> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"with seen as materialized (
             select r.building_id, r.category_id, r.created_at >= $6 and r.created_at < $7 as is_new,
                    r.status not in ('closed', 'cancelled', 'declined') as is_open,
                    r.due_at < $8 and r.stopped_at is null and r.status not in ('done', 'closed', 'cancelled', 'declined') as is_late
             from requests r
             where r.org_id = $1
               and (r.created_at >= $6 or r.status not in ('closed', 'cancelled', 'declined'))
               and ($2 or r.assignee_id = $3 or exists (
                 select 1 from team_members t
                 where t.org_id = r.org_id and t.member_id = r.assignee_id and t.team_id = any($4)))
               and (cardinality($5::uuid[]) = 0 or r.building_id = any($5))
           ), houses as (
             select s.building_id as building, b.address, count(*) filter (where s.is_new) as created,
                    count(*) filter (where s.is_open) as open, count(*) filter (where s.is_late) as overdue
             from seen s left join buildings b on b.org_id = $1 and b.id = s.building_id
             group by s.building_id, b.address
             having bool_or(s.is_new or s.is_open)
             order by created desc, open desc, b.address nulls last, s.building_id limit $9
           ), kinds as (
             select k.id as category, k.icon, jsonb_build_object('ru', k.name_ru, 'uz', k.name_uz, 'en', k.name_en) as names,
                    count(*) filter (where s.is_new) as created,
                    count(*) filter (where s.is_open) as open, count(*) filter (where s.is_late) as overdue
             from seen s
             join categories c on c.org_id = $1 and c.id = s.category_id
             join categories k on k.org_id = $1 and k.id = coalesce(c.parent_id, c.id)
             group by k.id, k.icon, k.name_ru, k.name_uz, k.name_en
             having bool_or(s.is_new or s.is_open)
             order by created desc, open desc, k.id limit $9
           )
           select (select jsonb_agg(to_jsonb(h) order by h.created desc, h.open desc, h.address nulls last, h.building)
                   from houses h) as "houses: Json<Vec<House>>",
                  (select jsonb_agg(to_jsonb(k) order by k.created desc, k.open desc, k.category)
                   from kinds k) as "kinds: Json<Vec<Kind>>""#,
        tx.org().0,
        within.all,
        within.member.map(|member| member.0),
        &ids(&within.teams, |team| team.0),
        &ids(&within.buildings, |building| building.0),
        from,
        to,
        now,
        most,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.houses.map(|all| all.0).unwrap_or_default(), row.kinds.map(|all| all.0).unwrap_or_default()))
}

pub(super) async fn performance(
    tx: &mut TenantTx,
    within: &Within,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Performance>> {
    let now = tx.source().now();
    let people = sqlx::query_as!(
        Performance,
        r#"select m.id as "member: MemberId", p.name, w.done as "done!", w.late as "late!", w.returns as "returns!", w.minutes,
                  w.open as "open!", w.overdue as "overdue!", w.rating, w.ratings as "ratings!"
           from members m
           join people p on p.org_id = m.org_id and p.id = m.person_id
           join lateral (
             select count(*) filter (where r.is_done) as done,
                    count(*) filter (where r.is_done and r.done_at > r.due_at) as late,
                    coalesce(sum(r.returns) filter (where r.is_done), 0) as returns,
                    round(avg(extract(epoch from r.done_at - r.taken_at) / 60) filter (where r.is_done))::bigint as minutes,
                    count(*) filter (where r.is_open and r.status <> 'done') as open,
                    count(*) filter (where r.is_open and r.status <> 'done' and r.due_at < $8 and r.stopped_at is null) as overdue,
                    round(avg(r.rating) filter (where r.is_done) * 100)::bigint as rating,
                    count(r.rating) filter (where r.is_done) as ratings
             from (
               select q.*, q.done_at >= $6 and q.done_at < $7 and q.status in ('done', 'closed') as is_done,
                      q.status not in ('closed', 'cancelled', 'declined') as is_open
               from requests q
               where q.org_id = m.org_id and q.assignee_id = m.id
                 and (cardinality($5::uuid[]) = 0 or q.building_id = any($5))
             ) r
           ) w on true
           where m.org_id = $1
             and ($2 or m.id = $3 or exists (
               select 1 from team_members t where t.org_id = m.org_id and t.member_id = m.id and t.team_id = any($4)))
             and (w.done > 0 or w.open > 0)
           order by w.done desc, w.open desc, p.name, m.id limit $9"#,
        tx.org().0,
        within.all,
        within.member.map(|member| member.0),
        &ids(&within.teams, |team| team.0),
        &ids(&within.buildings, |building| building.0),
        from,
        to,
        now,
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(people)
}

pub(super) async fn late(tx: &mut TenantTx, within: &Within, most: i64) -> Result<(Vec<Attention>, i64)> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"with late as materialized (
             select r.* from requests r
             where r.org_id = $1 and r.due_at < $6 and r.stopped_at is null
               and r.status not in ('done', 'closed', 'cancelled', 'declined')
               and ($2 or r.assignee_id = $3 or exists (
                 select 1 from team_members t
                 where t.org_id = r.org_id and t.member_id = r.assignee_id and t.team_id = any($4)))
               and (cardinality($5::uuid[]) = 0 or r.building_id = any($5))
           )
           select (select count(*) from late) as "total!",
                  (select jsonb_agg(jsonb_build_object(
                     'id', f.id, 'number', f.number, 'why', 'overdue', 'since', f.due_at, 'priority', f.priority, 'icon', c.icon,
                     'names', jsonb_build_object('ru', c.name_ru, 'uz', c.name_uz, 'en', c.name_en),
                     'address', b.address, 'unit', u.number, 'assignee', p.name) order by f.due_at, f.number)
                   from (select * from late order by due_at, number limit $7) f
                   join categories c on c.org_id = f.org_id and c.id = f.category_id
                   left join buildings b on b.org_id = f.org_id and b.id = f.building_id
                   left join units u on u.org_id = f.org_id and u.id = f.unit_id
                   left join members m on m.org_id = f.org_id and m.id = f.assignee_id
                   left join people p on p.org_id = m.org_id and p.id = m.person_id) as "late: Json<Vec<Attention>>""#,
        tx.org().0,
        within.all,
        within.member.map(|member| member.0),
        &ids(&within.teams, |team| team.0),
        &ids(&within.buildings, |building| building.0),
        now,
        most,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.late.map(|all| all.0).unwrap_or_default(), row.total))
}
