//! The feed: what happened, as the outside is told of it, under names that never change.
//!
//! An event is news when it has a name here. Whoever watches sees what they may see now, not what they might when it
//! happened. The same news go to watchers of the API and to webhooks.

mod model;
mod store;

use std::collections::{BTreeSet, HashMap};

use crate::{Error, Result, TenantTx, access::Actor, ids::EventId, requests};

pub use model::{NAMES, News, news_of};

/// What [`since`] found.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// What the actor may see of it, in the order of its ids.
    pub news: Vec<News>,
    /// The events that were looked at, seen or not, in order.
    pub looked_at: Vec<EventId>,
    /// Whether more follows at once.
    pub more: bool,
}

/// The news after an event that the actor may see, without those that are `known`; at most `limit` events are looked
/// at. Ids are given before a transaction commits, so a smaller id may appear later: look again a little before the
/// last one.
pub async fn since(
    tx: &mut TenantTx,
    actor: &Actor,
    after: EventId,
    known: &BTreeSet<EventId>,
    limit: i64,
) -> Result<Batch> {
    let mut events = store::since(tx, after, known, limit + 1).await?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = events.len() > most;
    events.truncate(most);
    let looked_at = events.iter().map(|(id, ..)| *id).collect();
    let mut seen = HashMap::new();
    let mut news = vec![];
    for (id, at, event) in events {
        let Some(one) = news_of(id, at, &event) else { continue };
        let visible = match seen.get(&one.request) {
            Some(visible) => *visible,
            None => {
                let visible = match requests::get(tx, actor, one.request).await {
                    Ok(_) => true,
                    Err(Error::NotFound(_) | Error::Forbidden(_)) => false,
                    Err(error) => return Err(error),
                };
                seen.insert(one.request, visible);
                visible
            }
        };
        if visible {
            news.push(one);
        }
    }
    Ok(Batch { news, looked_at, more })
}

/// One event as news; none when it is none.
pub async fn get(tx: &mut TenantTx, id: EventId) -> Result<Option<News>> {
    let (at, event) = store::get(tx, id).await?;
    Ok(news_of(id, at, &event))
}
