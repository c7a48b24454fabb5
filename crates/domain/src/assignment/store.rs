//! SQL of assignment.

use super::model::Strategy;
use crate::{Result, TenantTx};

pub(super) async fn strategy(tx: &mut TenantTx) -> Result<Strategy> {
    let kept = sqlx::query_scalar!(
        r#"select strategy as "strategy: Strategy" from assignment_rules where org_id = $1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(kept.unwrap_or_default())
}

/// The same; nobody else changes it until this transaction ends.
pub(super) async fn lock_strategy(tx: &mut TenantTx) -> Result<Strategy> {
    let kept = sqlx::query_scalar!(
        r#"with held as materialized (select id from orgs where id = $1 for no key update)
           select r.strategy as "strategy: Strategy" from held join assignment_rules r on r.org_id = held.id"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(kept.unwrap_or_default())
}

pub(super) async fn set_strategy(tx: &mut TenantTx, strategy: Strategy) -> Result<()> {
    sqlx::query!(
        r#"insert into assignment_rules (org_id, strategy) values ($1, $2)
           on conflict (org_id) do update set strategy = excluded.strategy"#,
        tx.org().0,
        strategy as Strategy,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
