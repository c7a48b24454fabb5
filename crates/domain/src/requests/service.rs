//! The verbs. Each has the same five beats: may they, load, decide, write, tell.

use super::{
    model::{Attachment, Comment, NewComment, NewRequest, Request, Side, Status, Summary, Verb},
    store,
    visible::{self, Because, Visible},
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::{CommentId, PersonId, RequestId},
};

/// A request that has just been filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Its id.
    pub id: RequestId,
    /// Its number within the org.
    pub number: i64,
}

/// Files a request of the actor's own.
pub async fn file(tx: &mut TenantTx, actor: &Actor, new: &NewRequest<'_>) -> Result<Filed> {
    actor.require(Permission::RequestsCreate)?;
    new.check()?;
    let reporter = actor.behind().ok_or(Error::Forbidden(Permission::RequestsCreate))?;
    let filed = store::insert(tx, reporter, new).await?.ok_or(Error::Refused("not_a_resident"))?;
    let event =
        Event::RequestFiled { request: filed.id, number: filed.number, bot: new.bot, draft_message: new.draft_message };
    events::record(tx, actor, &event).await?;
    Ok(filed)
}

/// «Беру»: the actor has it now.
pub async fn take(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsTake)?;
    let member = actor.member_behind().ok_or(Error::Forbidden(Permission::RequestsTake))?;
    let request = store::lock(tx, id).await?;
    visible::check_work(actor, &request, Permission::RequestsTake)?;
    if request.status == Status::InProgress {
        return Err(Error::Refused(if request.assignee == Some(member) { "already_yours" } else { "already_taken" }));
    }
    let to = decide(&request, Verb::Take)?;
    store::save_status(tx, id, to, Some(member)).await?;
    events::record(tx, actor, &Event::RequestTaken { request: id, by: member, from: request.status }).await?;
    store::get(tx, id).await
}

/// «Готово»: the resident is asked whether it is.
pub async fn complete(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsComplete)?;
    let request = store::lock(tx, id).await?;
    visible::check_work(actor, &request, Permission::RequestsComplete)?;
    let to = decide(&request, Verb::Complete)?;
    store::save_status(tx, id, to, request.assignee).await?;
    events::record(tx, actor, &Event::RequestCompleted { request: id }).await?;
    store::get(tx, id).await
}

/// The resident accepts the work.
pub async fn accept(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_own(tx, actor, id, Permission::RequestsAccept).await?;
    let to = decide(&request, Verb::Accept)?;
    store::save_status(tx, id, to, request.assignee).await?;
    events::record(tx, actor, &Event::RequestAccepted { request: id }).await?;
    store::get(tx, id).await
}

/// The resident returns the work: it is not solved.
pub async fn return_to_work(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_own(tx, actor, id, Permission::RequestsAccept).await?;
    let to = decide(&request, Verb::Return)?;
    store::save_return(tx, id, to).await?;
    events::record(tx, actor, &Event::RequestReturned { request: id, times: request.returns + 1 }).await?;
    store::get(tx, id).await
}

/// The resident withdraws the request.
pub async fn cancel(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_own(tx, actor, id, Permission::RequestsAccept).await?;
    let to = decide(&request, Verb::Cancel)?;
    store::save_status(tx, id, to, request.assignee).await?;
    events::record(tx, actor, &Event::RequestCancelled { request: id, from: request.status }).await?;
    store::get(tx, id).await
}

/// One to five stars, once, for work that was accepted.
pub async fn rate(tx: &mut TenantTx, actor: &Actor, id: RequestId, stars: i16) -> Result<Request> {
    let request = lock_own(tx, actor, id, Permission::RequestsAccept).await?;
    if !(1..=5).contains(&stars) {
        return Err(Error::Invalid { field: "stars", code: "rating_out_of_range" });
    }
    if request.status != Status::Closed {
        return Err(Error::Refused("not_in_this_status"));
    }
    if request.rating.is_some() {
        return Err(Error::Refused("already_rated"));
    }
    store::save_rating(tx, id, stars).await?;
    events::record(tx, actor, &Event::RequestRated { request: id, stars }).await?;
    store::get(tx, id).await
}

/// A word from one side to the other. A request that has ended still takes words: people thank, or say that it is
/// broken again.
pub async fn comment(tx: &mut TenantTx, actor: &Actor, new: &NewComment<'_>) -> Result<CommentId> {
    actor.require(Permission::RequestsComment)?;
    new.check()?;
    let author = actor.behind().ok_or(Error::Forbidden(Permission::RequestsComment))?;
    let request = store::lock(tx, new.request).await?;
    let theirs = request.reporter == author;
    match new.side {
        Side::Resident if !theirs => return Err(visible::refusal(actor, &request, Permission::RequestsComment)),
        Side::Staff => visible::check_work(actor, &request, Permission::RequestsComment)?,
        Side::Resident => {}
    }
    let (id, is_new) = store::insert_comment(tx, author, new).await?;
    if is_new {
        let event =
            Event::CommentAdded { request: new.request, comment: id, side: new.side, gathers: new.album.is_some() };
        events::record(tx, actor, &event).await?;
    }
    Ok(id)
}

/// The request as the actor may see it.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let visible = Visible::to(actor)?;
    let request = store::get(tx, id).await?;
    if visible.covers(&request) { Ok(request) } else { Err(Error::NotFound("request")) }
}

/// «Почему я вижу»: why the actor sees the request.
pub async fn seen_because(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Because> {
    let visible = Visible::to(actor)?;
    visible.because(&store::get(tx, id).await?).ok_or(Error::NotFound("request"))
}

/// The request, when the actor may speak about it for the org.
pub async fn addressed(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsComment)?;
    let request = store::get(tx, id).await?;
    visible::check_work(actor, &request, Permission::RequestsComment)?;
    Ok(request)
}

/// What the actor may see, newest first, at most `limit`; `before` is a number to go on from.
pub async fn list(tx: &mut TenantTx, actor: &Actor, before: Option<i64>, limit: i64) -> Result<Vec<Summary>> {
    store::list(tx, &Visible::to(actor)?, false, before, Some(limit)).await
}

/// The actor's own requests, newest first, at most `limit`; `before` is a number to go on from.
pub async fn list_own(tx: &mut TenantTx, actor: &Actor, before: Option<i64>, limit: i64) -> Result<Vec<Summary>> {
    actor.require(Permission::RequestsRead)?;
    let reporter = actor.person().ok_or(Error::Forbidden(Permission::RequestsRead))?;
    store::list_own(tx, reporter, before, limit).await
}

/// Every open request that the actor may see, oldest first: what a newly linked group has to be shown.
pub async fn list_waiting(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<RequestId>> {
    let open = store::list(tx, &Visible::to(actor)?, true, None, None).await?;
    Ok(open.into_iter().rev().map(|request| request.id).collect())
}

/// The files of a request (`comment` none) or of one comment, in their order.
pub async fn attachments(tx: &mut TenantTx, request: RequestId, comment: Option<CommentId>) -> Result<Vec<Attachment>> {
    store::attachments(tx, request, comment).await
}

/// Whether a part of this album has become a comment of the request.
pub async fn has_album(tx: &mut TenantTx, request: RequestId, album: &str) -> Result<bool> {
    store::has_album(tx, request, album).await
}

/// A comment, for passing it on.
pub async fn comment_by_id(tx: &mut TenantTx, id: CommentId) -> Result<Comment> {
    store::comment(tx, id).await
}

/// The number of a request and whose it is, for whoever only has its id.
pub async fn number_of(tx: &mut TenantTx, id: RequestId) -> Result<(i64, PersonId)> {
    let request = store::get(tx, id).await?;
    Ok((request.number, request.reporter))
}

fn decide(request: &Request, verb: Verb) -> Result<Status> {
    request.status.after(verb).ok_or(Error::Refused("not_in_this_status"))
}

/// Locks the request when the actor filed it.
async fn lock_own(tx: &mut TenantTx, actor: &Actor, id: RequestId, permission: Permission) -> Result<Request> {
    actor.require(permission)?;
    let request = store::lock(tx, id).await?;
    visible::check(actor, &request, permission)?;
    Ok(request)
}
