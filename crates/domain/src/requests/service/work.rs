//! What whoever has a request does: from «Беру» to «Готово».

use chrono::TimeDelta;

use super::{decide, keep, lock_work, reason};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::RequestId,
    requests::{
        clock,
        model::{Pause, Request, WORDS_MAX},
        status::{Status, Verb},
        store::{self, followers},
        visible,
    },
};

/// The longest rest that a request takes at a time.
const PAUSE_MAX: TimeDelta = TimeDelta::days(90);
/// The longest result, in characters.
const RESULT_MAX: usize = 2000;

/// «Беру»: the actor has it now. Of what was given to somebody else only what that one left without an answer.
pub async fn take(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsTake)?;
    let member = actor.member_behind().ok_or(Error::Forbidden(Permission::RequestsTake))?;
    let request = store::lock(tx, id).await?;
    visible::check_take(actor, &request)?;
    let theirs = request.assignee == Some(member);
    if request.status.is_at_work() {
        return Err(Error::Refused(if theirs { "already_yours" } else { "already_taken" }));
    }
    if request.status == Status::Assigned && !theirs && request.offered_at.is_none() {
        return Err(Error::Refused("already_taken"));
    }
    let (from, was, now) = (request.status, request.assignee, tx.source().now());
    let mut next = Request { status: decide(&request, Verb::Take)?, assignee: Some(member), ..request };
    (next.taken_at, next.offered_at) = (Some(now), None);
    followers::stop_helping(tx, id, member).await?;
    keep(tx, actor, next, &Event::RequestTaken { request: id, by: member, from, was, to: Status::Accepted }).await?;
    store::get(tx, id).await
}

/// «Не могу»: it goes back to the queue, with the reason.
pub async fn release(tx: &mut TenantTx, actor: &Actor, id: RequestId, why: &str) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    let why = reason(why)?;
    let (from, was, now) = (request.status, request.assignee, tx.source().now());
    let time = clock::time(tx, request.priority).await?;
    let mut next = Request { status: decide(&request, Verb::Release)?, assignee: None, pause: None, ..request };
    (next.taken_at, next.assigned_at, next.offered_at) = (None, None, None);
    next.run_clock(&time, now);
    (next.assignee_name, next.teams) = (None, vec![]);
    keep(tx, actor, next, &Event::RequestReleased { request: id, by: was, from, reason: why }).await
}

/// «Выезжаю».
pub async fn depart(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    let next = Request { status: decide(&request, Verb::Depart)?, ..request };
    keep(tx, actor, next, &Event::RequestDeparted { request: id }).await
}

/// «Я на месте»; `metres` is how far that is from the building, where somebody knows.
pub async fn arrive(tx: &mut TenantTx, actor: &Actor, id: RequestId, metres: Option<i32>) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    let from = request.status;
    let next = Request { status: decide(&request, Verb::Arrive)?, ..request };
    keep(tx, actor, next, &Event::RequestArrived { request: id, from, metres }).await
}

/// It has to wait, and its clock with it; somebody looks at it again at `pause.until`, which lies ahead.
pub async fn pause(tx: &mut TenantTx, actor: &Actor, id: RequestId, pause: Pause) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    let now = tx.source().now();
    if pause.until <= now || pause.until - now > PAUSE_MAX {
        return Err(Error::Invalid { field: "until", code: "pause_invalid" });
    }
    let from = request.status;
    let mut next = Request { status: decide(&request, Verb::Pause)?, pause: Some(pause), ..request };
    next.stop_clock(now);
    keep(tx, actor, next, &Event::RequestPaused { request: id, from, reason: pause.reason, until: pause.until }).await
}

/// It goes on.
pub async fn resume(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    let now = tx.source().now();
    let time = clock::time(tx, request.priority).await?;
    let mut next = Request { status: decide(&request, Verb::Resume)?, pause: None, ..request };
    next.run_clock(&time, now);
    keep(tx, actor, next, &Event::RequestResumed { request: id }).await
}

/// «Готово»: the resident is asked whether it is. `result` says what was done, in at most 2000 characters. Refused while
/// the category wants something that is not there: a photo, a step of the checklist, the resident's word on the price.
pub async fn complete(tx: &mut TenantTx, actor: &Actor, id: RequestId, result: Option<&str>) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    let result = result.map(str::trim).filter(|words| !words.is_empty());
    if result.is_some_and(|words| words.chars().count() > RESULT_MAX.min(WORDS_MAX)) {
        return Err(Error::Invalid { field: "result", code: "result_too_long" });
    }
    let (from, to, now) = (request.status, decide(&request, Verb::Complete)?, tx.source().now());
    store::evidence::get(tx, id).await?.check(&request)?;
    let time = clock::time(tx, request.priority).await?;
    let mut next = Request { status: to, result: result.map(str::to_owned).or(request.result), ..request };
    (next.done_at, next.asked_at) = (Some(now), None);
    next.run_clock(&time, now);
    keep(tx, actor, next, &Event::RequestCompleted { request: id, from }).await
}

/// 🤝: the actor helps whoever has it. Returns the request; helping twice is helping once.
pub async fn help(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsTake)?;
    let member = actor.member_behind().ok_or(Error::Forbidden(Permission::RequestsTake))?;
    let mut request = store::lock(tx, id).await?;
    visible::check_take(actor, &request)?;
    if !request.status.is_open() || request.status == Status::Done {
        return Err(Error::Refused("not_in_this_status"));
    }
    if request.assignee == Some(member) {
        return Err(Error::Refused("already_yours"));
    }
    if followers::help(tx, id, member).await? {
        store::save(tx, &mut request).await?;
        events::record(tx, actor, &Event::RequestHelped { request: id, by: member }).await?;
    }
    store::get(tx, id).await
}
