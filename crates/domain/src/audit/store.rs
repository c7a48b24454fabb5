//! SQL of audit.

use crate::{Result, SystemTx};

pub(super) async fn make_partitions(tx: &mut SystemTx, months: i32) -> Result<i32> {
    let now = tx.source().now();
    let made = sqlx::query_scalar!(r#"select make_event_partitions($1, $2) as "made!""#, now, months)
        .fetch_one(tx.conn())
        .await?;
    Ok(made)
}
