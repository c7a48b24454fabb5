//! SQL of the marks that an event has been told.

use crate::{Result, TenantTx, ids::EventId};

/// Marks an event as told. False when it already was. Waits for a transaction that is marking it now.
pub(in crate::notifications) async fn mark_told(tx: &mut TenantTx, event: EventId) -> Result<bool> {
    let done = sqlx::query!(
        "insert into told_events (org_id, event_id) values ($1, $2) on conflict do nothing",
        tx.org().0,
        event.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
