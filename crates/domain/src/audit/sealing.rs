//! Sealing: what has been written is taken into its org's chain, a moment later and without holding anybody up.

use super::{
    chain::Hash,
    store::{self, Seal},
};
use crate::{Db, Error, OrgId, Result};

/// How many events are sealed in one transaction.
const BATCH: i64 = 500;

/// Seals everything that waits, of all orgs. Returns how many events were sealed. What another process is sealing at
/// this moment is left to it.
pub async fn seal_waiting(db: &Db) -> Result<u64> {
    let mut tx = db.system().await?;
    let orgs = store::orgs_unsealed(&mut tx).await?;
    tx.commit().await?;
    let mut sealed = 0;
    for org in orgs {
        loop {
            let batch = seal(db, org).await?;
            sealed += batch;
            if batch < BATCH.unsigned_abs() {
                break;
            }
        }
    }
    Ok(sealed)
}

async fn seal(db: &Db, org: OrgId) -> Result<u64> {
    let mut tx = db.system().await?;
    let chain = store::lock_chain(&mut tx, org).await?;
    let rows = if chain.is_some() { store::unsealed(&mut tx, org, BATCH).await? } else { vec![] };
    let mut seals = Vec::with_capacity(rows.len());
    if let Some(Head { mut seq, mut hash }) = chain {
        for row in &rows {
            let digest = row.digest();
            (seq, hash) = (seq + 1, hash.then(digest));
            seals.push(Seal { seq, event: row.id, digest, hash });
        }
    }
    store::save_seals(&mut tx, org, &seals).await?;
    tx.commit().await?; // also when there was nothing to do: the chain's lock would linger for a moment
    Ok(seals.len() as u64)
}

/// Where a chain stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Head {
    /// The number of its last seal; 0 when nothing is sealed.
    pub seq: i64,
    /// That seal's hash. Kept elsewhere, it proves later that nothing up to it was rewritten.
    pub hash: Hash,
}

/// The heads of all orgs' chains, to be kept where the database's administrator cannot reach.
pub async fn heads(db: &Db) -> Result<Vec<(OrgId, Head)>> {
    let mut tx = db.system().await?;
    let heads = store::heads(&mut tx).await?;
    tx.commit().await?;
    Ok(heads)
}

impl Head {
    pub(super) fn read(seq: i64, hash: &[u8]) -> Result<Self> {
        let hash = Hash::from_slice(hash).ok_or_else(|| Error::Internal("a hash of another length".into()))?;
        Ok(Self { seq, hash })
    }
}
