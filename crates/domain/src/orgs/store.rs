//! SQL of orgs.

use super::Org;
use crate::{OrgId, Result, SystemTx, TenantTx, people::Language};

pub(super) async fn insert(tx: &mut SystemTx, org: OrgId, name: &str, language: Language) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "insert into orgs (id, name, default_language, created_at) values ($1, $2, $3, $4)",
        org.0,
        name,
        language as Language,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn current(tx: &mut TenantTx) -> Result<Org> {
    let org = sqlx::query_as!(
        Org,
        r#"select id as "id: OrgId", name, time_zone, default_language as "language: Language" from orgs where id = $1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    org.ok_or(crate::Error::NotFound("org"))
}

pub(super) async fn list(tx: &mut SystemTx) -> Result<Vec<Org>> {
    let orgs = sqlx::query_as!(
        Org,
        r#"select id as "id: OrgId", name, time_zone, default_language as "language: Language" from orgs order by created_at, id"#,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(orgs)
}
