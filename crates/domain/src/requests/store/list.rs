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

const LINE: &str = "select r.id, r.number, r.status, r.priority, c.icon, c.name_ru, c.name_uz, c.name_en,
       left(r.words, 80) as words, b.address, u.number as unit, a.name as assignee_name, r.created_at, r.due_at, r.stopped_at
from requests r
join categories c on c.org_id = r.org_id and c.id = r.category_id
left join buildings b on b.org_id = r.org_id and b.id = r.building_id
left join units u on u.org_id = r.org_id and u.id = r.unit_id
left join members m on m.org_id = r.org_id and m.id = r.assignee_id
left join people a on a.org_id = m.org_id and a.id = m.person_id
where r.org_id = ";

/// The person's own, with those that they follow, newest first.
pub(in crate::requests) async fn own(
    tx: &mut TenantTx,
    person: PersonId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Summary>> {
    let mut query = QueryBuilder::new(LINE);
    query.push_bind(tx.org().0).push(" and (r.reporter_id = ").push_bind(person.0);
    query.push(" or exists (select 1 from request_followers f where f.org_id = r.org_id and f.request_id = r.id");
    query.push(" and f.person_id = ").push_bind(person.0).push("))");
    page(tx, query, before, Some(limit)).await
}

/// Those that the actor may see and the filter asks for, newest first.
pub(in crate::requests) async fn found(
    tx: &mut TenantTx,
    visible: &Visible,
    filter: &Filter,
    before: Option<i64>,
    limit: Option<i64>,
) -> Result<Vec<Summary>> {
    let now = tx.source().now();
    let mut query = QueryBuilder::new(LINE);
    query.push_bind(tx.org().0);
    seen(&mut query, visible);
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
        query.push(" and (r.category_id = ").push_bind(category.0);
        query.push(" or c.parent_id = ").push_bind(category.0).push(")");
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
    if let Some(text) = &filter.text {
        query.push(" and r.search @@ websearch_to_tsquery('simple', ").push_bind(text.clone()).push(")");
    }
    page(tx, query, before, limit).await
}

fn seen(query: &mut QueryBuilder<Postgres>, visible: &Visible) {
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

async fn page(
    tx: &mut TenantTx,
    mut query: QueryBuilder<Postgres>,
    before: Option<i64>,
    limit: Option<i64>,
) -> Result<Vec<Summary>> {
    if let Some(before) = before {
        query.push(" and r.number < ").push_bind(before);
    }
    query.push(" order by r.number desc");
    if let Some(limit) = limit {
        query.push(" limit ").push_bind(limit);
    }
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
