//! A repeated request has its effect once, and gets the first answer again.
//!
//! The client chooses a key. Its row is written first in the transaction of the deed and gets the answer last: two
//! that run at once meet at that row, and a deed that did not happen leaves no row.

mod store;

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{Result, SystemTx, TenantTx};

/// How long an answer is kept.
pub const KEPT: TimeDelta = TimeDelta::hours(24);

/// What a key was chosen for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Whose key: the account or the service account.
    pub caller: Uuid,
    /// The key, 1 to 255 characters.
    pub key: String,
    /// SHA-256 of what was asked for.
    pub request: [u8; 32],
}

/// What came of claiming a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is new: do it, then [`keep`] the answer in the same transaction.
    First,
    /// It was done, and this was the answer, sealed by whoever kept it.
    Answered(Vec<u8>),
    /// It was done, and its answer was not kept.
    Done,
    /// The key was chosen for something else.
    Other,
}

/// Claims a key in the transaction of the deed. Waits for a transaction that has claimed it and not ended yet.
pub async fn claim(tx: &mut TenantTx, asked: &Asked) -> Result<Claim> {
    store::claim(tx, asked).await
}

/// Keeps the answer under a key that this transaction has claimed. The answer may hold what is shown once: seal it.
pub async fn keep(tx: &mut TenantTx, asked: &Asked, sealed_answer: &[u8]) -> Result<()> {
    store::keep(tx, asked, sealed_answer).await
}

/// Forgets answers that nobody may ask for any more. Returns how many.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    store::delete_old(tx).await
}
