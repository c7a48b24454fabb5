//! A push to one person, as they want to be told: at once, without a sound, in the morning with the others, or not.

use std::time::Duration;

use super::{
    model::{Class, Delivery},
    preferences::{Subject, Way, Weight},
    store,
};
use crate::{
    Result, TenantTx,
    ids::{BotId, PersonId, RequestId},
};

/// Something to be said to one person.
pub(super) struct Push<'a> {
    /// What it is about.
    pub subject: Subject,
    /// How much it matters.
    pub weight: Weight,
    /// The request that it is about.
    pub request: Option<RequestId>,
    /// What goes first in their chat.
    pub class: Class,
    /// What is said.
    pub delivery: &'a Delivery,
    /// How long more of it may come.
    pub wait: Duration,
}

/// To a person in their chat with a bot, who can be reached there.
pub(super) async fn push(tx: &mut TenantTx, person: PersonId, bot: BotId, chat_id: i64, it: &Push<'_>) -> Result<()> {
    let now = tx.source().now();
    let manners = store::manners(tx, person, it.subject).await?;
    let Some(way) = manners.way(it.weight, now) else { return Ok(()) };
    let note = store::Note { person, subject: it.subject, request: it.request, delivery: it.delivery, way };
    store::note(tx, &note).await?;
    match way {
        Way::Now => store::enqueue(tx, bot, chat_id, it.class, it.delivery, it.wait).await,
        Way::Silently => store::enqueue_as(tx, bot, chat_id, it.class, it.delivery, it.wait, true).await,
        Way::Bundled => store::enqueue_bundle(tx, bot, chat_id, person, manners.morning(now)).await,
    }
}
