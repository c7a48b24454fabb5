//! SQL of lists of requests. The condition of what may be seen says in SQL what [`Visible::covers`] says of one.

use sqlx::{Postgres, QueryBuilder, Row as _, postgres::PgRow};

use crate::{
    Result, TenantTx,
    categories::Names,
    ids::{PersonId, RequestId},
    requests::{
        model::{Filter, Summary, Whose},
        visible::Visible,
    },
};

/// What a line shows of the requests whose ids are in `page`.
const LINE: &str = "select r.id, r.number, r.status, r.priority, c.icon, c.name_ru, c.name_uz, c.name_en,
       left(r.words, 80) as words, b.address, u.number as unit, a.name as assignee_name, r.created_at, r.due_at, r.stopped_at
from page p
join requests r on r.org_id = p.org_id and r.id = p.id
join categories c on c.org_id = r.org_id and c.id = r.category_id
left join buildings b on b.org_id = r.org_id and b.id = r.building_id
left join units u on u.org_id = r.org_id and u.id = r.unit_id
left join members m on m.org_id = r.org_id and m.id = r.assignee_id
left join people a on a.org_id = m.org_id and a.id = m.person_id
order by r.number desc";

/// The most that go with one are shown.
const CHILDREN_MAX: i64 = 200;

/// Words are looked for in so many of the newest requests one by one, which finds what many say at once; what few say is
/// then looked up in the index of words. PostgreSQL knows how often a word is said only of frequent ones, and for the
/// others it would walk through all requests.
const WALKED: i64 = 20_000;

/// The person's own, with those that they follow, newest first.
pub(in crate::requests) async fn own(
    tx: &mut TenantTx,
    person: PersonId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Summary>> {
    let mut query = QueryBuilder::new("with page as (select r.org_id, r.id from requests r where r.org_id = ");
    query.push_bind(tx.org().0).push(" and (r.reporter_id = ").push_bind(person.0);
    query.push(" or exists (select 1 from request_followers f where f.org_id = r.org_id and f.request_id = r.id");
    query.push(" and f.person_id = ").push_bind(person.0).push("))");
    newest(&mut query, before, Some(limit));
    lines(tx, query.push(") ").push(LINE)).await
}

/// Those that go with this one, oldest first.
pub(super) async fn children(tx: &mut TenantTx, parent: RequestId) -> Result<Vec<Summary>> {
    let mut query = QueryBuilder::new("with page as (select r.org_id, r.id from requests r where r.org_id = ");
    query.push_bind(tx.org().0).push(" and r.parent_id = ").push_bind(parent.0);
    newest(&mut query, None, Some(CHILDREN_MAX));
    let mut found = lines(tx, query.push(") ").push(LINE)).await?;
    found.reverse();
    Ok(found)
}

/// Those that the actor may see and the filter asks for, newest first.
pub(in crate::requests) async fn found(
    tx: &mut TenantTx,
    visible: &Visible,
    filter: &Filter,
    before: Option<i64>,
    limit: Option<i64>,
) -> Result<Vec<Summary>> {
    let mut query = QueryBuilder::new("with ");
    match &filter.text {
        Some(text) => searched(&mut query, tx, visible, filter, text, before, limit),
        None => {
            query.push("page as (select r.org_id, r.id from requests r where ");
            asked_for(&mut query, tx, visible, filter);
            newest(&mut query, before, limit);
            query.push(") ");
        }
    }
    lines(tx, query.push(LINE)).await
}

/// The page of those that also say `text`: among the newest first, and if they do not fill it, among all that say so.
fn searched(
    query: &mut QueryBuilder<Postgres>,
    tx: &TenantTx,
    visible: &Visible,
    filter: &Filter,
    text: &str,
    before: Option<i64>,
    limit: Option<i64>,
) {
    query.push("walked as (select coalesce(").push_bind(before).push("::bigint, max(number) + 1) - ").push_bind(WALKED);
    query.push(" as from_number from requests where org_id = ").push_bind(tx.org().0);
    let says = |query: &mut QueryBuilder<Postgres>| {
        query.push(" and r.search @@ websearch_to_tsquery('simple', ").push_bind(text.to_owned()).push(")");
    };
    query.push("), recent as materialized (select r.org_id, r.id, r.number from requests r where ");
    asked_for(query, tx, visible, filter);
    says(query);
    query.push(" and r.number >= (select from_number from walked)");
    newest(query, before, limit);
    query.push("), older as materialized (select r.org_id, r.id, r.number from requests r where ");
    asked_for(query, tx, visible, filter);
    says(query);
    // Nothing is added to the number but its index kept out: almost all requests are older.
    query.push(" and r.number + 0 < (select from_number from walked)");
    if let Some(limit) = limit {
        query.push(" and (select count(*) from recent) < ").push_bind(limit);
    }
    query.push(
        "), page as (select r.org_id, r.id from (select * from recent union all select * from older) r where true",
    );
    newest(query, None, limit);
    query.push(") ");
}

/// The conditions, text apart.
fn asked_for(query: &mut QueryBuilder<Postgres>, tx: &TenantTx, visible: &Visible, filter: &Filter) {
    let (org, now) = (tx.org().0, tx.source().now());
    query.push("r.org_id = ").push_bind(org);
    seen(query, visible);
    if filter.is_open {
        query.push(" and r.status not in ('closed', 'cancelled', 'declined')");
    }
    if !filter.statuses.is_empty() {
        query.push(" and r.status = any(").push_bind(filter.statuses.clone()).push(")");
    }
    if !filter.priorities.is_empty() {
        query.push(" and r.priority = any(").push_bind(filter.priorities.clone()).push(")");
    }
    if let Some(category) = filter.category {
        // As an array, so that the index of houses and categories is of use.
        query.push(" and r.category_id = any(array(select k.id from categories k where k.org_id = ").push_bind(org);
        query.push(" and (k.id = ").push_bind(category.0).push(" or k.parent_id = ").push_bind(category.0).push(")))");
    }
    if let Some(building) = filter.building {
        query.push(" and r.building_id = ").push_bind(building.0);
    }
    match filter.whose {
        None => {}
        Some(Whose::Nobodys) => {
            query.push(" and r.assignee_id is null");
        }
        Some(Whose::Of(member)) => {
            query.push(" and r.assignee_id = ").push_bind(member.0);
        }
    }
    if let Some(member) = filter.works {
        query.push(" and (r.assignee_id = ").push_bind(member.0);
        query.push(" or exists (select 1 from request_helpers h where h.org_id = r.org_id and h.request_id = r.id");
        query.push(" and h.member_id = ").push_bind(member.0).push("))");
    }
    if let Some(person) = filter.reporter {
        query.push(" and r.reporter_id = ").push_bind(person.0);
    }
    if filter.is_overdue {
        query.push(" and r.due_at < ").push_bind(now);
        query.push(" and r.stopped_at is null and r.status not in ('done', 'closed', 'cancelled', 'declined')");
    }
    if let Some(from) = filter.from {
        query.push(" and r.created_at >= ").push_bind(from);
    }
    if let Some(to) = filter.to {
        query.push(" and r.created_at < ").push_bind(to);
    }
}

pub(super) fn seen(query: &mut QueryBuilder<Postgres>, visible: &Visible) {
    let Visible { read, free } = visible;
    if read.all {
        return;
    }
    query.push(" and (r.reporter_id = ").push_bind(read.person.map(|person| person.0));
    query.push(" or r.assignee_id = ").push_bind(read.member.map(|member| member.0));
    query.push(" or r.building_id = any(").push_bind(ids(read.buildings.iter().map(|id| id.0))).push(")");
    query.push(" or exists (select 1 from request_followers f where f.org_id = r.org_id and f.request_id = r.id");
    query.push(" and f.person_id = ").push_bind(read.person.map(|person| person.0)).push(")");
    query.push(" or exists (select 1 from request_helpers h where h.org_id = r.org_id and h.request_id = r.id");
    query.push(" and h.member_id = ").push_bind(read.member.map(|member| member.0)).push(")");
    query.push(" or exists (select 1 from team_members t where t.org_id = r.org_id and t.member_id = r.assignee_id");
    query.push(" and t.team_id = any(").push_bind(ids(read.teams.iter().map(|id| id.0))).push("))");
    query.push(" or (((r.assignee_id is null and r.status in ('new', 'returned')) or r.offered_at is not null)");
    query.push(" and (").push_bind(free.all);
    query.push(" or r.building_id = any(").push_bind(ids(free.buildings.iter().map(|id| id.0))).push("))))");
}

fn ids(ids: impl Iterator<Item = uuid::Uuid>) -> Vec<uuid::Uuid> {
    ids.collect()
}

/// Those before a number, newest first.
fn newest(query: &mut QueryBuilder<Postgres>, before: Option<i64>, limit: Option<i64>) {
    if let Some(before) = before {
        query.push(" and r.number < ").push_bind(before);
    }
    query.push(" order by r.number desc");
    if let Some(limit) = limit {
        query.push(" limit ").push_bind(limit);
    }
}

async fn lines(tx: &mut TenantTx, query: &mut QueryBuilder<Postgres>) -> Result<Vec<Summary>> {
    let rows = query.build().fetch_all(tx.conn()).await?;
    Ok(rows.iter().map(line).collect::<Result<_, sqlx::Error>>()?)
}

fn line(row: &PgRow) -> Result<Summary, sqlx::Error> {
    Ok(Summary {
        id: RequestId(row.try_get("id")?),
        number: row.try_get("number")?,
        status: row.try_get("status")?,
        priority: row.try_get("priority")?,
        icon: row.try_get("icon")?,
        names: Names { ru: row.try_get("name_ru")?, uz: row.try_get("name_uz")?, en: row.try_get("name_en")? },
        words: row.try_get("words")?,
        address: row.try_get("address")?,
        unit: row.try_get("unit")?,
        assignee_name: row.try_get("assignee_name")?,
        created_at: row.try_get("created_at")?,
        due_at: row.try_get("due_at")?,
        stopped_at: row.try_get("stopped_at")?,
    })
}
