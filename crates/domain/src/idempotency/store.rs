//! SQL of idempotency.

use super::{Asked, Claim, KEPT};
use crate::{Result, SystemTx, TenantTx};

/// An answer that has been kept long enough counts as none, also before the broom comes.
pub(super) async fn claim(tx: &mut TenantTx, asked: &Asked) -> Result<Claim> {
    let now = tx.source().now();
    let claimed = sqlx::query_scalar!(
        r#"insert into idempotency_keys as kept (org_id, caller, key, request, created_at) values ($1, $2, $3, $4, $5)
           on conflict (org_id, caller, key) do update
             set request = excluded.request, answer = null, created_at = excluded.created_at
             where kept.created_at <= $6
           returning true as "claimed!""#,
        tx.org().0,
        asked.caller,
        asked.key,
        asked.request.as_slice(),
        now,
        now - KEPT,
    )
    .fetch_optional(tx.conn())
    .await?;
    if claimed.is_some() {
        return Ok(Claim::First);
    }
    let kept = sqlx::query!(
        "select request, answer from idempotency_keys where org_id = $1 and caller = $2 and key = $3",
        tx.org().0,
        asked.caller,
        asked.key,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(match kept.answer {
        _ if kept.request != asked.request => Claim::Other,
        Some(answer) => Claim::Answered(answer),
        None => Claim::Done,
    })
}

pub(super) async fn keep(tx: &mut TenantTx, asked: &Asked, answer: &[u8]) -> Result<()> {
    sqlx::query!(
        "update idempotency_keys set answer = $4 where org_id = $1 and caller = $2 and key = $3",
        tx.org().0,
        asked.caller,
        asked.key,
        answer,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn delete_old(tx: &mut SystemTx) -> Result<u64> {
    let before = tx.source().now() - KEPT;
    let done = sqlx::query!("delete from idempotency_keys where created_at <= $1", before).execute(tx.conn()).await?;
    Ok(done.rows_affected())
}
