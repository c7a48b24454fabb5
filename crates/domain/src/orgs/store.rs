//! SQL of orgs.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{
    WorkingHours,
    model::{Branding, Industry, NewOrg, Org},
};
use crate::{Error, OrgId, Result, SystemTx, TenantTx, error::OnConstraint as _, people::Language};

/// An org as its row has it.
struct Row {
    id: OrgId,
    name: String,
    industry: Industry,
    time_zone: String,
    language: Language,
    currency: String,
    working_hours: Json<WorkingHours>,
    colour: Option<String>,
    short_name: Option<String>,
    greeting: Option<String>,
    is_platform: bool,
    version: i32,
    deleted_at: Option<DateTime<Utc>>,
}

impl From<Row> for Org {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            name: row.name,
            industry: row.industry,
            time_zone: row.time_zone,
            language: row.language,
            currency: row.currency,
            working_hours: row.working_hours.0,
            branding: Branding { colour: row.colour, short_name: row.short_name, greeting: row.greeting },
            is_platform: row.is_platform,
            version: row.version,
            deleted_at: row.deleted_at,
        }
    }
}

pub(super) async fn insert(
    tx: &mut TenantTx,
    name: &str,
    time_zone: &str,
    currency: &str,
    new: &NewOrg<'_>,
) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"insert into orgs (id, name, industry, time_zone, default_language, currency, created_at)
           values ($1, $2, $3, $4, $5, $6, $7)"#,
        tx.org().0,
        name,
        new.industry as Industry,
        time_zone,
        new.language as Language,
        currency,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("orgs_pkey", Error::Refused("org_exists"))?;
    Ok(())
}

/// The org of the transaction; `lock` keeps it from changing until the end.
pub(super) async fn current(tx: &mut TenantTx, lock: bool) -> Result<Org> {
    if lock {
        sqlx::query_scalar!("select id from orgs where id = $1 for no key update", tx.org().0)
            .fetch_optional(tx.conn())
            .await?;
    }
    let row = sqlx::query_as!(
        Row,
        r#"select id as "id: OrgId", name, industry as "industry: Industry", time_zone,
                  default_language as "language: Language", currency, working_hours as "working_hours: Json<WorkingHours>",
                  colour, short_name, greeting, is_platform, version, deleted_at
           from orgs where id = $1 and purged_at is null"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(Org::from).ok_or(Error::NotFound("org"))
}

pub(super) async fn is_deleted(tx: &mut TenantTx) -> Result<bool> {
    let deleted =
        sqlx::query_scalar!(r#"select deleted_at is not null as "deleted!" from orgs where id = $1"#, tx.org().0)
            .fetch_optional(tx.conn())
            .await?;
    deleted.ok_or(Error::NotFound("org"))
}

pub(super) async fn save(tx: &mut TenantTx, org: &Org) -> Result<()> {
    sqlx::query!(
        r#"update orgs set name = $2, industry = $3, time_zone = $4, default_language = $5, currency = $6,
                           working_hours = $7, colour = $8, short_name = $9, greeting = $10, version = $11
           where id = $1"#,
        org.id.0,
        org.name,
        org.industry as Industry,
        org.time_zone,
        org.language as Language,
        org.currency,
        Json(&org.working_hours) as _,
        org.branding.colour,
        org.branding.short_name,
        org.branding.greeting,
        org.version,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn set_deleted(tx: &mut TenantTx, at: Option<DateTime<Utc>>) -> Result<()> {
    sqlx::query!("update orgs set deleted_at = $2, version = version + 1 where id = $1", tx.org().0, at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn list(tx: &mut SystemTx) -> Result<Vec<Org>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id: OrgId", name, industry as "industry: Industry", time_zone,
                  default_language as "language: Language", currency, working_hours as "working_hours: Json<WorkingHours>",
                  colour, short_name, greeting, is_platform, version, deleted_at
           from orgs where purged_at is null order by created_at, id"#,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Org::from).collect())
}

pub(super) async fn deleted_before(tx: &mut SystemTx, before: DateTime<Utc>) -> Result<Vec<OrgId>> {
    let orgs = sqlx::query_scalar!(
        r#"select id as "id: OrgId" from orgs where deleted_at <= $1 and purged_at is null order by deleted_at"#,
        before,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(orgs)
}

/// Deletes what may be deleted, following the foreign keys. Returns the tables of which emptied rows stay; none when the
/// org is not due.
pub(super) async fn purge(tx: &mut SystemTx, org: OrgId, before: DateTime<Utc>) -> Result<Option<Vec<String>>> {
    let now = tx.source().now();
    let stay = sqlx::query_scalar!("select purge_org($1, $2, $3)", org.0, before, now).fetch_one(tx.conn()).await?;
    Ok(stay)
}

pub(super) async fn set_platform(tx: &mut TenantTx) -> Result<()> {
    sqlx::query!("update orgs set is_platform = true where id = $1", tx.org().0).execute(tx.conn()).await?;
    Ok(())
}
