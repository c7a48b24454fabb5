//! What happened: the timeline, the audit and the feed of everything that follows from it, in one.

mod changes;
mod event;
mod facts;
mod followers;
mod store;

use serde::{Deserialize, Serialize};

use crate::{
    OrgId, Result, TenantTx,
    access::Actor,
    ids::{EventId, RequestId},
};

pub use changes::Changes;
pub use event::{AlertAnswer, Event, SignInFailure};
pub use facts::SubjectKind;

/// The job that tells whoever follows an event. Its runner is `bot/src/jobs/fan_out.rs`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct FanOut {
    /// Whose event; written by the database.
    pub org_id: OrgId,
    /// Which.
    pub event: EventId,
}

impl FanOut {
    /// Its name in the queue.
    pub const TASK: &'static str = "fan_out";
}

/// Writes the event down, and the job that tells whoever follows it: one trip, in the transaction of the deed.
pub async fn record(tx: &mut TenantTx, actor: &Actor, event: &Event) -> Result<()> {
    store::insert(tx, actor, event, event.has_followers(actor)).await
}

/// An event that was recorded.
pub async fn get(tx: &mut TenantTx, id: EventId) -> Result<Event> {
    store::get(tx, id).await
}

/// Every event about a request, in order.
pub async fn timeline(tx: &mut TenantTx, request: RequestId) -> Result<Vec<Event>> {
    store::timeline(tx, request).await
}
