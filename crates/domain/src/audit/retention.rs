//! The log by month: partitions for what comes.

use super::store;
use crate::{Result, SystemTx};

/// How many months are prepared, the present one included: a platform may sleep for that long.
const AHEAD: i32 = 4;

/// Makes the partitions of the present and of the next months. Returns how many were missing.
pub async fn prepare_months(tx: &mut SystemTx) -> Result<i32> {
    store::make_partitions(tx, AHEAD).await
}
