//! Verification: an edited, missing or foreign row of the log is named.

use serde::Serialize;

use super::{
    reports::require_all,
    sealing::Head,
    store::{self, Chain},
};
use crate::{Result, TenantTx, access::Actor, ids::EventId};

/// How many rows are looked at in one trip: the memory that a verification takes does not grow with the log.
const PAGE: i64 = 1000;

/// What came of a verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// How many sealed events were looked at.
    pub events: u64,
    /// How many wait for their seal at this moment.
    pub waiting: i64,
    /// The seals up to this number were dropped with their events, by retention; 0 when none were.
    pub begins_after: i64,
    /// Where the chain stands.
    pub head: Head,
    /// The first thing that is wrong; none when everything is as it was written.
    pub broken: Option<Broken>,
}

/// The first thing that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// The number of the seal at which it shows.
    pub seq: Option<i64>,
    /// The event.
    pub event: Option<EventId>,
    /// What happened to it.
    pub damage: Damage,
}

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Damage {
    /// The event is not what was sealed.
    EventEdited,
    /// The event is gone.
    EventMissing,
    /// The event was put in past the product: nobody sealed it, and it does not wait for its seal.
    EventForeign,
    /// The seal does not follow from the one before: it, or its place, was changed.
    SealEdited,
    /// The seal is gone.
    SealMissing,
}

/// Looks at every event of the org, or at the `last` sealed ones, and names the first that is not as it was written.
pub async fn verify(tx: &mut TenantTx, last: Option<i64>) -> Result<Verification> {
    store::hold_log(tx).await?;
    let chain = store::chain(tx).await?;
    let mut checked = Verification {
        events: 0,
        waiting: store::waiting(tx).await?,
        begins_after: chain.anchor.seq,
        head: chain.head,
        broken: None,
    };
    checked.broken = match seals(tx, &chain, last, &mut checked.events).await? {
        None if last.is_none() => foreign(tx).await?,
        broken => broken,
    };
    Ok(checked)
}

/// The same for the last sealed events, for whoever may read the whole log.
pub async fn verify_last(tx: &mut TenantTx, actor: &Actor, last: i64) -> Result<Verification> {
    require_all(actor)?;
    verify(tx, Some(last)).await
}

/// The hash of one seal, for comparing it with what was kept elsewhere.
pub async fn seal_hash(tx: &mut TenantTx, seq: i64) -> Result<Option<super::Hash>> {
    let seal = store::seals_after(tx, seq - 1, seq, 1).await?;
    Ok(seal.first().filter(|link| link.seal.seq == seq).map(|link| link.seal.hash))
}

async fn seals(tx: &mut TenantTx, chain: &Chain, last: Option<i64>, events: &mut u64) -> Result<Option<Broken>> {
    let mut before = chain.anchor;
    if let Some(last) = last {
        let from = (chain.head.seq - last.max(1)).max(chain.anchor.seq);
        if from > chain.anchor.seq {
            let Some(hash) = seal_hash(tx, from).await? else {
                return Ok(Some(Broken { seq: Some(from), event: None, damage: Damage::SealMissing }));
            };
            before = Head { seq: from, hash };
        }
    }
    while before.seq < chain.head.seq {
        let page = store::seals_after(tx, before.seq, chain.head.seq, PAGE).await?;
        if page.is_empty() {
            return Ok(Some(Broken { seq: Some(before.seq + 1), event: None, damage: Damage::SealMissing }));
        }
        for link in page {
            let seal = &link.seal;
            let broken = |damage| Some(Broken { seq: Some(seal.seq), event: Some(seal.event), damage });
            if seal.seq != before.seq + 1 {
                let missing = Broken { seq: Some(before.seq + 1), event: None, damage: Damage::SealMissing };
                return Ok(Some(missing));
            }
            if before.hash.then(seal.digest) != seal.hash {
                return Ok(broken(Damage::SealEdited));
            }
            match &link.row {
                Some(row) if row.digest() != seal.digest => return Ok(broken(Damage::EventEdited)),
                Some(_) => *events += 1,
                None if chain.dropped_before.is_some_and(|bound| seal.event < bound) => {}
                None => return Ok(broken(Damage::EventMissing)),
            }
            before = Head { seq: seal.seq, hash: seal.hash };
        }
    }
    let damage = Damage::SealEdited;
    Ok((before.hash != chain.head.hash).then_some(Broken { seq: Some(before.seq), event: None, damage }))
}

/// Events that nobody sealed, and those that were deleted while they waited for their seal.
async fn foreign(tx: &mut TenantTx) -> Result<Option<Broken>> {
    if let Some(event) = store::deleted_unsealed(tx).await? {
        return Ok(Some(Broken { seq: None, event: Some(event), damage: Damage::EventMissing }));
    }
    let mut after = EventId(uuid::Uuid::nil());
    while let Some(page) = store::foreign_after(tx, after, PAGE).await? {
        if page.foreign.is_some() {
            return Ok(Some(Broken { seq: None, event: page.foreign, damage: Damage::EventForeign }));
        }
        after = page.last;
    }
    Ok(None)
}
