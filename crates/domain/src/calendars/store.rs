//! SQL of calendars.

use std::str::FromStr as _;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::types::Json;

use super::{Calendar, Timetable, WorkTime};
use crate::{Error, Result, TenantTx, error::OnConstraint as _, ids::CalendarId, orgs::WorkingHours};

/// A calendar as its row has it.
struct Row {
    id: CalendarId,
    name: String,
    timetable: Json<Timetable>,
    is_chosen: bool,
    version: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl From<Row> for Calendar {
    fn from(row: Row) -> Self {
        let Row { id, name, timetable: Json(timetable), is_chosen, version, created_at, updated_at } = row;
        Self { id, name, timetable, is_chosen, version, created_at, updated_at }
    }
}

/// All of them by name, or one.
pub(super) async fn list(tx: &mut TenantTx, only: Option<CalendarId>) -> Result<Vec<Calendar>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id: CalendarId", name, timetable as "timetable: Json<Timetable>", is_chosen, version,
                  created_at, updated_at
           from calendars where org_id = $1 and ($2::uuid is null or id = $2) order by lower(name), id"#,
        tx.org().0,
        only.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Calendar::from).collect())
}

/// Which there are, and which is the org's own; nobody changes, adds or deletes one until this transaction ends.
pub(super) async fn lock_all(tx: &mut TenantTx) -> Result<Vec<(CalendarId, bool)>> {
    let rows = sqlx::query!(
        r#"with held as materialized (select id from orgs where id = $1 for no key update)
           select c.id as "id: CalendarId", c.is_chosen from held join calendars c on c.org_id = held.id for update of c"#,
        tx.org().0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.is_chosen)).collect())
}

/// A calendar; nobody else changes it until this transaction ends.
pub(super) async fn lock(tx: &mut TenantTx, id: CalendarId) -> Result<Calendar> {
    let row = sqlx::query_as!(
        Row,
        r#"select id as "id: CalendarId", name, timetable as "timetable: Json<Timetable>", is_chosen, version,
                  created_at, updated_at
           from calendars where org_id = $1 and id = $2 for update"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(Calendar::from).ok_or(Error::NotFound("calendar"))
}

pub(super) async fn insert(tx: &mut TenantTx, name: &str, timetable: &Timetable, is_chosen: bool) -> Result<Calendar> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let row = sqlx::query_as!(
        Row,
        r#"insert into calendars (org_id, id, name, timetable, is_chosen, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $6)
           returning id as "id: CalendarId", name, timetable as "timetable: Json<Timetable>", is_chosen, version,
                     created_at, updated_at"#,
        tx.org().0,
        id,
        name,
        Json(timetable) as _,
        is_chosen,
        now,
    )
    .fetch_one(tx.conn())
    .await
    .on_constraint("calendars_name_key", Error::Refused("calendar_name_taken"))?;
    Ok(row.into())
}

pub(super) async fn save(tx: &mut TenantTx, calendar: &Calendar) -> Result<Calendar> {
    let now = tx.source().now();
    let row = sqlx::query_as!(
        Row,
        r#"update calendars set name = $3, timetable = $4, version = version + 1, updated_at = $5
           where org_id = $1 and id = $2
           returning id as "id: CalendarId", name, timetable as "timetable: Json<Timetable>", is_chosen, version,
                     created_at, updated_at"#,
        tx.org().0,
        calendar.id.0,
        calendar.name,
        Json(&calendar.timetable) as _,
        now,
    )
    .fetch_one(tx.conn())
    .await
    .on_constraint("calendars_name_key", Error::Refused("calendar_name_taken"))?;
    Ok(row.into())
}

/// Makes it the org's own, and the one of before not.
pub(super) async fn choose(tx: &mut TenantTx, id: CalendarId) -> Result<Calendar> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update calendars set is_chosen = false, version = version + 1, updated_at = $2
           where org_id = $1 and is_chosen"#,
        tx.org().0,
        now,
    )
    .execute(tx.conn())
    .await?;
    let row = sqlx::query_as!(
        Row,
        r#"update calendars set is_chosen = true, version = version + 1, updated_at = $3
           where org_id = $1 and id = $2
           returning id as "id: CalendarId", name, timetable as "timetable: Json<Timetable>", is_chosen, version,
                     created_at, updated_at"#,
        tx.org().0,
        id.0,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(row.into())
}

pub(super) async fn delete(tx: &mut TenantTx, id: CalendarId) -> Result<()> {
    sqlx::query!("delete from calendars where org_id = $1 and id = $2", tx.org().0, id.0).execute(tx.conn()).await?;
    Ok(())
}

/// One trip: the zone with the calendar that is asked for, the org's own, or the hours that it tells.
pub(super) async fn work_time(tx: &mut TenantTx, calendar: Option<CalendarId>) -> Result<WorkTime> {
    let row = sqlx::query!(
        r#"select o.time_zone, o.working_hours as "working_hours: Json<WorkingHours>",
                  c.timetable as "timetable?: Json<Timetable>"
           from orgs o left join calendars c on c.org_id = o.id and (c.is_chosen or c.id = $2)
           where o.id = $1 order by c.id = $2 desc nulls last limit 1"#,
        tx.org().0,
        calendar.map(|id| id.0),
    )
    .fetch_optional(tx.conn())
    .await?
    .ok_or(Error::NotFound("org"))?;
    let zone = Tz::from_str(&row.time_zone).map_err(|error| Error::Internal(error.into()))?;
    let timetable = row.timetable.map_or_else(|| Timetable::from(&row.working_hours.0), |Json(timetable)| timetable);
    Ok(WorkTime { timetable, zone })
}
