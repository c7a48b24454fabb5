//! SQL of updates.

use crate::{Error, Result, SystemTx, TenantTx, error::OnConstraint as _, ids::BotId};

/// What came of a mark.
pub(super) enum Marked {
    /// It is new.
    Now,
    /// The update was marked before.
    Before,
    /// The org is deleted: nothing was marked.
    Deleted,
}

impl From<bool> for Marked {
    fn from(is_new: bool) -> Self {
        if is_new { Marked::Now } else { Marked::Before }
    }
}

/// Marks an update of an org in force as applied. Waits for a transaction that is marking it now.
pub(super) async fn mark_in_force(tx: &mut TenantTx, bot: BotId, update_id: i64) -> Result<Marked> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"with org as (select id from orgs where id = $1 and deleted_at is null),
                marked as (insert into applied_updates (org_id, bot_id, update_id, applied_at)
                           select id, $2, $3, $4 from org on conflict do nothing returning update_id)
           select exists (select from org) as "in_force!", exists (select from marked) as "marked!""#,
        tx.org().0,
        bot.0,
        update_id,
        now,
    )
    .fetch_one(tx.conn())
    .await
    .on_constraint("applied_updates_org_id_bot_id_fkey", Error::NotFound("bot"))?;
    Ok(match (row.in_force, row.marked) {
        (false, _) => Marked::Deleted,
        (true, true) => Marked::Now,
        (true, false) => Marked::Before,
    })
}

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
