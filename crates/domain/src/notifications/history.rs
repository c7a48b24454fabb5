//! What somebody was told, and what waits for their morning.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::{
    model::Delivery,
    preferences::{Subject, Way},
    store,
};
use crate::{
    Error, Result, SystemTx, TenantTx,
    access::Actor,
    ids::{NotificationId, PersonId, RequestId},
};

/// How long it is kept.
const KEPT: Duration = Duration::from_secs(90 * 24 * 3600);

/// Something that somebody was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: NotificationId,
    /// What it was about.
    pub subject: Subject,
    /// What it said: the name of the delivery.
    pub kind: String,
    /// The request that it was about.
    pub request: Option<RequestId>,
    /// That request's number.
    pub number: Option<i64>,
    /// How they were told.
    pub way: Way,
    /// Whether it still waits for their morning.
    pub waits: bool,
    /// When it was accepted for sending.
    pub at: DateTime<Utc>,
}

/// Something that waits for the morning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its id.
    pub id: NotificationId,
    /// The request that it is about.
    pub request: Option<RequestId>,
    /// What would have been sent.
    pub delivery: Delivery,
}

/// What one was told, the latest first, from before `before`: nobody else's.
pub async fn history(
    tx: &mut TenantTx,
    actor: &Actor,
    before: Option<NotificationId>,
    limit: u16,
) -> Result<Vec<Told>> {
    let person = actor.person().ok_or(Error::NotFound("person"))?;
    store::history(tx, person, before, i64::from(limit)).await
}

/// What waits for somebody's morning, in the order in which it came.
pub async fn held(tx: &mut TenantTx, person: PersonId) -> Result<Vec<Held>> {
    store::held(tx, person).await
}

/// They have it now.
pub async fn no_longer_held(tx: &mut TenantTx, ids: &[NotificationId]) -> Result<()> {
    store::no_longer_held(tx, ids).await
}

/// Forgets what was told a quarter of a year ago. Returns how much.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    store::forget_older_than(tx, KEPT).await
}
