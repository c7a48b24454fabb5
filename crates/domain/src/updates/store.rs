//! SQL of updates.

use crate::{Error, Result, SystemTx, TenantTx, error::OnConstraint as _, ids::BotId};

/// Marks an update as applied. False when it already was. Waits for a transaction that is marking it now.
pub(super) async fn mark(tx: &mut TenantTx, bot: BotId, update_id: i64) -> Result<bool> {
    let now = tx.source().now();
    let done = sqlx::query!(
        "insert into applied_updates (org_id, bot_id, update_id, applied_at) values ($1, $2, $3, $4) on conflict do nothing",
        tx.org().0,
        bot.0,
        update_id,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("applied_updates_org_id_bot_id_fkey", Error::NotFound("bot"))?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn delete_older_than_two_days(tx: &mut SystemTx) -> Result<u64> {
    let before = tx.source().now() - chrono::Duration::days(2);
    let done = sqlx::query!("delete from applied_updates where applied_at < $1", before).execute(tx.conn()).await?;
    Ok(done.rows_affected())
}
