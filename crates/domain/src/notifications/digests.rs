//! The digest of the morning: once on each weekday, to whoever runs the org and has not said no, by their own clock.

use std::time::Duration;

use super::{
    model::{Class, Delivery},
    preferences::Subject,
    store,
};
use crate::{Error, Result, TenantTx, access::Actor};

/// Accepts the digests of this org that are due now: from half past eight on, until noon. Who has had theirs today gets no
/// other, however often and by however many this is called. Returns how many.
pub async fn send_digests(tx: &mut TenantTx) -> Result<usize> {
    let due = store::due_digests(tx).await?;
    for (person, day) in &due {
        if let Some((bot, chat_id)) = store::private_chat(tx, *person).await? {
            let delivery = Delivery::Digest { person: *person, day: *day };
            store::enqueue(tx, bot, chat_id, Class::Reply, &delivery, Duration::ZERO).await?;
        }
    }
    Ok(due.len())
}

/// Where the clock of this person hangs: their own, or the org's.
pub async fn time_zone(tx: &mut TenantTx, actor: &Actor) -> Result<String> {
    let person = actor.person().ok_or(Error::NotFound("person"))?;
    Ok(store::manners(tx, person, Subject::Digest).await?.time_zone)
}
