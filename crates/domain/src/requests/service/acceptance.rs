//! What the resident says of the work, or of their request altogether.

use super::{decide, keep, lock_own, triage::ended};
use crate::{
    Error, Result, TenantTx,
    access::Actor,
    events::Event,
    ids::RequestId,
    requests::{
        clock,
        model::{Closing, Incident, Request},
        status::{Status, Verb},
    },
};

/// What can be said with the stars.
pub const RATING_TAGS: [&str; 4] = ["fast", "clean", "polite", "expensive"];
/// The longest words with the stars, in characters.
const RATING_WORDS_MAX: usize = 2000;

/// The resident accepts the work.
pub async fn accept(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_own(tx, actor, id).await?;
    let to = decide(&request, Verb::Accept)?;
    let next = ended(Request { status: to, ..request }, Some(Closing::Accepted), tx.source().now());
    keep(tx, actor, next, &Event::RequestAccepted { request: id }).await
}

/// The resident returns the work: it is not solved. Whoever had it has it still to take.
pub async fn return_to_work(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_own(tx, actor, id).await?;
    let next = returned(tx, request, Verb::Return).await?;
    let event = Event::RequestReturned { request: id, times: next.returns };
    keep(tx, actor, next, &event).await
}

/// The resident opens again what was closed, within two weeks.
pub async fn reopen(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_own(tx, actor, id).await?;
    decide(&request, Verb::Reopen)?;
    if request.closing == Some(Closing::Merged) {
        return Err(Error::Refused("merged_already"));
    }
    if request.reopenable_until().is_none_or(|until| until <= tx.source().now()) {
        return Err(Error::Refused("reopen_too_late"));
    }
    let next = returned(tx, request, Verb::Reopen).await?;
    let event = Event::RequestReopened { request: id, times: next.returns };
    keep(tx, actor, next, &event).await
}

async fn returned(tx: &mut TenantTx, request: Request, verb: Verb) -> Result<Request> {
    let mut next = Request { status: decide(&request, verb)?, returns: request.returns.saturating_add(1), ..request };
    (next.closing, next.ended_at, next.done_at, next.taken_at) = (None, None, None, None);
    let time = clock::time(tx, next.priority).await?;
    next.return_clock(&time, tx.source().now());
    Ok(next)
}

/// The resident withdraws the request; they may say why.
pub async fn cancel(tx: &mut TenantTx, actor: &Actor, id: RequestId, why: Option<&str>) -> Result<Request> {
    let request = lock_own(tx, actor, id).await?;
    if request.incident.as_ref().is_some_and(Incident::is_declared) {
        return Err(Error::Refused("incident_declared")); // many wait for it
    }
    let why = why.filter(|words| !words.trim().is_empty()).map(super::reason).transpose()?;
    let from = request.status;
    let next = ended(Request { status: decide(&request, Verb::Cancel)?, ..request }, None, tx.source().now());
    keep(tx, actor, next, &Event::RequestCancelled { request: id, from, reason: why }).await
}

/// One to five stars, once, for work that was accepted.
pub async fn rate(tx: &mut TenantTx, actor: &Actor, id: RequestId, stars: i16) -> Result<Request> {
    let request = lock_own(tx, actor, id).await?;
    if !(1..=5).contains(&stars) {
        return Err(Error::Invalid { field: "stars", code: "rating_out_of_range" });
    }
    if request.status != Status::Closed || request.closing == Some(Closing::Merged) {
        return Err(Error::Refused("not_in_this_status"));
    }
    if request.rating.is_some() {
        return Err(Error::Refused("already_rated"));
    }
    let next = Request { rating: Some(stars), ..request };
    keep(tx, actor, next, &Event::RequestRated { request: id, stars }).await
}

/// What the resident says with their stars: a tag is said or taken back, words take the place of earlier ones.
pub async fn remark(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RequestId,
    tag: Option<&str>,
    words: Option<&str>,
) -> Result<Request> {
    let request = lock_own(tx, actor, id).await?;
    if request.rating.is_none() {
        return Err(Error::Refused("not_in_this_status"));
    }
    let mut next = request;
    if let Some(tag) = tag {
        if !RATING_TAGS.contains(&tag) {
            return Err(Error::Invalid { field: "tag", code: "rating_tag_unknown" });
        }
        match next.rating_tags.iter().position(|said| said == tag) {
            Some(at) => drop(next.rating_tags.remove(at)),
            None => next.rating_tags.push(tag.to_owned()),
        }
    }
    if let Some(words) = words.map(str::trim) {
        if words.chars().count() > RATING_WORDS_MAX {
            return Err(Error::Invalid { field: "words", code: "words_too_long" });
        }
        next.rating_words = Some(words.to_owned()).filter(|words| !words.is_empty());
    }
    let event = Event::RequestRemarked { request: id, tags: next.rating_tags.clone() };
    keep(tx, actor, next, &event).await
}
