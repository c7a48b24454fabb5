//! What the desk does with a request: it is given to somebody, corrected, merged, refused, ended.

use chrono::TimeDelta;

use super::{decide, keep, lock_work, reason};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    categories::Priority,
    events::{Changes, Event},
    ids::{BuildingId, CategoryId, MemberId, RequestId},
    requests::{
        clock,
        model::{Closing, Filter, Request, Slot, Summary, Worker},
        status::{Status, Verb},
        store::{self, filing, followers},
    },
};

/// What is to be different about a request; none stays as it is. Of what can be without a value the inner none takes it
/// away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edit {
    /// What it is about.
    pub category: Option<CategoryId>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// When the resident can be found.
    pub slot: Option<Option<Slot>>,
}

/// Gives it to somebody who works for the org, whoever had it before.
pub async fn assign(tx: &mut TenantTx, actor: &Actor, id: RequestId, to: MemberId) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    if followers::worker_name(tx, to).await?.is_none() {
        return Err(Error::Invalid { field: "member_id", code: "member_unknown" });
    }
    let (from, was, now) = (request.status, request.assignee, tx.source().now());
    if was == Some(to) && (from.is_at_work() || from == Status::Assigned) {
        return Err(Error::Refused("already_assigned"));
    }
    let time = clock::time(tx, request.priority).await?;
    let mut next = Request { status: decide(&request, Verb::Assign)?, assignee: Some(to), pause: None, ..request };
    (next.assigned_at, next.taken_at, next.offered_at) = (Some(now), None, None);
    next.run_clock(&time, now);
    followers::stop_helping(tx, id, to).await?;
    keep(tx, actor, next, &Event::RequestAssigned { request: id, to, was, from }).await?;
    store::get(tx, id).await
}

/// Whoever it was given to has not answered: anybody may take it now. Safe to repeat.
pub async fn offer(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    if request.status != Status::Assigned {
        return Err(Error::Refused("not_in_this_status"));
    }
    if request.offered_at.is_some() {
        return Ok(request);
    }
    let next = Request { offered_at: Some(tx.source().now()), ..request };
    keep(tx, actor, next, &Event::RequestOffered { request: id }).await
}

/// Corrects what it says of itself; what it is about and how urgent it is decide when it is due.
pub async fn edit(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RequestId,
    version: Option<i32>,
    edit: &Edit,
) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsUpdate).await?;
    if version.is_some_and(|version| version != request.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    if !request.status.is_open() {
        return Err(Error::Refused("not_in_this_status"));
    }
    let mut next = request.clone();
    if let Some(category) = edit.category {
        let facts = filing::facts(tx, request.reporter, category, None, &request.place).await?;
        let facts = facts.filter(|facts| !facts.archived);
        let facts = facts.ok_or(Error::Invalid { field: "category_id", code: "category_unknown" })?;
        if !request.place.fits(&facts.places) {
            return Err(Error::Invalid { field: "category_id", code: "place_unfit" });
        }
        next.about.category = category;
        next.about.respond_minutes = facts.respond_minutes;
        next.about.resolve_minutes = facts.resolve_minutes;
    }
    if let Some(priority) = edit.priority {
        next.priority = priority;
    }
    if let Some(slot) = edit.slot {
        if slot.is_some_and(|slot| !slot.is_right()) {
            return Err(Error::Invalid { field: "slot", code: "slot_invalid" });
        }
        next.slot = slot;
    }
    let changes = Changes::of("category", &request.about.category, &next.about.category)
        .and("priority", &request.priority, &next.priority)
        .and("slot", &request.slot, &next.slot);
    if changes.is_empty() {
        return Ok(request);
    }
    if next.about.category != request.about.category || next.priority != request.priority {
        let time = clock::time(tx, next.priority).await?;
        next.restart_clock(&time);
    }
    keep(tx, actor, next, &Event::RequestEdited { request: id, changes }).await?;
    store::get(tx, id).await
}

/// It is due so much later than it is due now, or than now when that is later.
pub async fn extend(tx: &mut TenantTx, actor: &Actor, id: RequestId, by: TimeDelta) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    if !request.status.is_open() || request.status == Status::Done {
        return Err(Error::Refused("not_in_this_status"));
    }
    let now = tx.source().now();
    let mut next = request.clone();
    next.due_at = Some(request.due_at.unwrap_or(now).max(now) + by);
    let changes = Changes::of("due_at", &request.due_at, &next.due_at);
    keep(tx, actor, next, &Event::RequestEdited { request: id, changes }).await
}

/// The org does not do this, and says why: the resident reads it.
pub async fn decline(tx: &mut TenantTx, actor: &Actor, id: RequestId, why: &str) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    let (why, from) = (reason(why)?, request.status);
    let next = ended(Request { status: decide(&request, Verb::Decline)?, ..request }, None, tx.source().now());
    keep(tx, actor, next, &Event::RequestDeclined { request: id, from, reason: why }).await
}

/// Ends it without the resident's word: nobody answered, or the org ends it. The resident may open it again.
pub async fn close(tx: &mut TenantTx, actor: &Actor, id: RequestId, closing: Closing) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    let from = request.status;
    let to = decide(&request, Verb::Close)?;
    let next = ended(Request { status: to, ..request }, Some(closing), tx.source().now());
    keep(tx, actor, next, &Event::RequestClosed { request: id, from, closing }).await
}

/// «Дубль»: it goes on as part of `into`, and everybody who followed it follows that.
pub async fn merge(tx: &mut TenantTx, actor: &Actor, id: RequestId, into: RequestId) -> Result<Request> {
    if id == into {
        return Err(Error::Refused("merge_itself"));
    }
    // In the order of their ids: two who merge each way do not wait for each other.
    let (first, second) = if id < into { (id, into) } else { (into, id) };
    let first = lock_work(tx, actor, first, Permission::RequestsAssign).await?;
    let second = lock_work(tx, actor, second, Permission::RequestsAssign).await?;
    let (request, mut main) = if first.id == id { (first, second) } else { (second, first) };
    if !main.status.is_open() || main.parent.is_some() {
        return Err(Error::Refused("not_in_this_status"));
    }
    let (from, to) = (request.status, decide(&request, Verb::Close)?);
    followers::hand_over(tx, id, into).await?;
    store::save(tx, &mut main).await?; // its cards count the followers
    let merged = Request { status: to, parent: Some(into), ..request };
    let next = ended(merged, Some(Closing::Merged), tx.source().now());
    keep(tx, actor, next, &Event::RequestMerged { request: id, into, from }).await
}

/// Who could have a request in this building, those with the least to do first.
pub async fn workers(tx: &mut TenantTx, actor: &Actor, building: Option<BuildingId>) -> Result<Vec<Worker>> {
    actor.require(Permission::RequestsAssign)?;
    followers::workers(tx, building).await
}

/// What a request may be the same as: open ones of the same kind, those of the same building first, newest first.
pub async fn mergeable(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Vec<Summary>> {
    let request = lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    let open =
        Filter { is_open: true, category: Some(request.about.kind), building: request.building, ..Filter::default() };
    let mut alike = super::list(tx, actor, &open, None, 20).await?;
    alike.retain(|one| one.id != id);
    Ok(alike)
}

/// What every end leaves behind.
pub(super) fn ended(request: Request, closing: Option<Closing>, now: chrono::DateTime<chrono::Utc>) -> Request {
    Request { closing, ended_at: Some(now), pause: None, asked_at: None, offered_at: None, ..request }
}
