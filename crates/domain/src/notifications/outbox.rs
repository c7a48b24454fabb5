//! The outbox: what is accepted for sending survives a kill and is sent.
//!
//! One lane per chat: of a lane's deliveries one is claimed at a time, in the order of class and acceptance. A claim
//! is a lease; when its holder dies, another process goes on: as soon as PostgreSQL says that the holder is gone, at
//! the latest when the lease runs out.

use std::time::Duration;

use super::{
    model::{Claimed, Class, Delivery},
    store,
};
use crate::{
    Db, OrgId, Result, TenantTx,
    ids::{BotId, DeliveryId, ImportId},
};

/// A delivery that was given up.
#[derive(Clone, Debug)]
pub struct Dead {
    /// Its id.
    pub id: DeliveryId,
    /// Whose.
    pub org: OrgId,
    /// What.
    pub delivery: Delivery,
    /// How often it was tried.
    pub attempts: i32,
    /// Why it failed last.
    pub error: String,
}

/// Claims up to `limit` deliveries that are due, at most one per chat, for the process with the number `holder`
/// (`platform::db::Presence`).
pub async fn claim(db: &Db, limit: i64, lease: Duration, holder: Option<i32>) -> Result<Vec<Claimed>> {
    let mut tx = db.system().await?;
    store::lock_claims(&mut tx).await?;
    let claimed = store::claim(&mut tx, limit, lease, holder).await?;
    tx.commit().await?;
    Ok(claimed)
}

/// The processes that hold a lease and of which PostgreSQL knows nothing now. One whose connection broke comes back
/// within moments: only who stays away is gone.
pub async fn absent_holders(db: &Db) -> Result<Vec<i32>> {
    let mut tx = db.system().await?;
    let absent = store::absent_holders(&mut tx).await?;
    tx.commit().await?;
    Ok(absent)
}

/// Ends the leases of processes that are gone: their lanes go on. Returns how many leases it were.
pub async fn end_leases(db: &Db, gone: &[i32]) -> Result<u64> {
    let mut tx = db.system().await?;
    store::lock_claims(&mut tx).await?;
    let ended = store::end_leases(&mut tx, gone).await?;
    tx.commit().await?;
    Ok(ended)
}

/// It was sent.
pub async fn done(tx: &mut TenantTx, id: DeliveryId) -> Result<()> {
    store::delete_delivery(tx, id).await
}

/// Not now: it becomes due again after `wait`. With an `error` the attempt counts, and its class in the lane waits for
/// it; without one it waits for the chat's budget, and so does everything less urgent behind it.
pub async fn later(tx: &mut TenantTx, id: DeliveryId, wait: Duration, error: Option<&str>) -> Result<()> {
    store::postpone(tx, id, wait, error, error.is_none()).await
}

/// Not now, for a reason of its own: whatever stands behind it in the lane goes on.
pub async fn not_yet(tx: &mut TenantTx, id: DeliveryId, wait: Duration) -> Result<()> {
    store::postpone(tx, id, wait, None, false).await
}

/// It can never be sent; kept for `kontora doctor`.
pub async fn fail(tx: &mut TenantTx, id: DeliveryId, error: &str) -> Result<()> {
    store::fail(tx, id, error).await
}

/// The chat cannot be reached (the bot was blocked): nothing waits for it any more. Returns how many were dropped.
pub async fn drop_lane(tx: &mut TenantTx, bot: BotId, chat_id: i64) -> Result<u64> {
    store::drop_lane(tx, bot, chat_id).await
}

/// Shows the person where their dialogue stands, `wait` from the last call: one screen for a whole album.
pub async fn show_screen_later(tx: &mut TenantTx, bot: BotId, telegram_id: i64, wait: Duration) -> Result<()> {
    store::enqueue_latest(tx, bot, telegram_id, "screen", &Delivery::Screen { telegram_id }, wait).await
}

/// Brings the card of an import up to date, in the chat that the file came from.
pub async fn show_import(tx: &mut TenantTx, bot: BotId, chat_id: i64, import: ImportId) -> Result<()> {
    store::enqueue(tx, bot, chat_id, Class::Reply, &Delivery::Import { import }, Duration::ZERO).await
}

/// Sends the rows of an import that are not right.
pub async fn send_import_errors(tx: &mut TenantTx, bot: BotId, chat_id: i64, import: ImportId) -> Result<()> {
    store::enqueue(tx, bot, chat_id, Class::Reply, &Delivery::ImportErrors { import }, Duration::ZERO).await
}

/// Deliveries that were given up, of all orgs.
pub async fn dead(db: &Db) -> Result<Vec<Dead>> {
    let mut tx = db.system().await?;
    let dead = store::dead(&mut tx).await?;
    tx.commit().await?;
    Ok(dead)
}

/// Gives every dead delivery another chance. Returns how many.
pub async fn retry_dead(db: &Db) -> Result<u64> {
    let mut tx = db.system().await?;
    let revived = store::revive(&mut tx).await?;
    tx.commit().await?;
    Ok(revived)
}

/// How many wait, and the age of the oldest in seconds, for the metrics.
pub async fn waiting(db: &Db) -> Result<(i64, f64)> {
    let mut tx = db.system().await?;
    let waiting = store::waiting(&mut tx).await?;
    tx.commit().await?;
    Ok(waiting)
}
