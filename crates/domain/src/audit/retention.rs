//! The log by month: partitions for what comes, and the end of what is too old to be kept.

use chrono::{Datelike as _, Months, NaiveDate};
use platform::Source;

use super::store;
use crate::{Db, Error, Result, SystemTx};

/// How many months are prepared, the present one included: a platform may sleep for that long.
const AHEAD: i32 = 4;

/// Makes the partitions of the present and of the next months. Returns how many were missing.
pub async fn prepare_months(tx: &mut SystemTx) -> Result<i32> {
    store::make_partitions(tx, AHEAD).await
}

/// Drops the months that are older than the last `keep` whole ones. The chains begin anew after the last seal that is
/// dropped, whose hash they keep. Returns the partitions that were dropped.
///
/// [`Error::Unavailable`] while an event of those months still waits for its seal, or when the log is too busy.
pub async fn drop_old(db: &Db, keep: u32) -> Result<Vec<String>> {
    let Some(first) = first_kept(db.source(), keep) else { return Ok(vec![]) };
    let mut tx = db.system().await?;
    let Some(bound) = store::bound_of_old(&mut tx, first).await? else { return Ok(vec![]) };
    if store::any_unsealed_before(&mut tx, bound).await? {
        return Err(Error::Unavailable("events of a month that is to be dropped wait for their seals".into()));
    }
    store::forget_told_before(&mut tx, bound).await?;
    store::move_anchors(&mut tx, bound).await?;
    store::drop_anchored_seals(&mut tx).await?;
    let dropped = store::drop_events_before(&mut tx, bound).await?;
    tx.commit().await?;
    Ok(dropped)
}

/// The first day of the oldest month that is kept, in UTC.
fn first_kept(source: &Source, keep: u32) -> Option<NaiveDate> {
    source.now().date_naive().with_day(1)?.checked_sub_months(Months::new(keep))
}
