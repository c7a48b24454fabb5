//! The conversation about a request, both ways, and the staff's own words.

use super::files::hold;
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::{CommentId, RequestId},
    requests::{
        clock,
        model::{Attachment, Comment, NewComment, Request, Side},
        store, visible,
    },
};

/// A word from one side to the other, or among the staff. A request that has ended still takes words: people thank, or
/// say that it is broken again. A question stops the clock until the resident says something.
pub async fn comment(tx: &mut TenantTx, actor: &Actor, new: &NewComment<'_>) -> Result<CommentId> {
    actor.require(Permission::RequestsComment)?;
    new.check()?;
    let author = actor.behind().ok_or(Error::Forbidden(Permission::RequestsComment))?;
    let mut request = store::lock(tx, new.request).await?;
    match new.side {
        Side::Resident if request.reporter == author && !new.is_internal => {}
        Side::Resident if !new.is_internal && store::followers::follows(tx, new.request, author).await? => {}
        Side::Resident => return Err(visible::refusal(actor, &request, Permission::RequestsComment)),
        Side::Staff => visible::check_work(actor, &request, Permission::RequestsComment)?,
    }
    let attachments = hold(tx, actor, Some(new.request), new.attachments).await?;
    let new = &NewComment { attachments: &attachments, ..new.clone() };
    let (id, is_new) = store::comments::insert_comment(tx, author, new).await?;
    if is_new {
        let now = tx.source().now();
        match new.side {
            Side::Staff if new.is_question && request.status.is_open() => {
                request.asked_at.get_or_insert(now);
                request.stop_clock(now);
            }
            Side::Resident if request.asked_at.take().is_some() => {
                let time = clock::time(tx, request.priority).await?;
                request.run_clock(&time, now);
            }
            Side::Staff | Side::Resident => {}
        }
        store::save(tx, &mut request).await?;
        let event = Event::CommentAdded {
            request: new.request,
            comment: id,
            side: new.side,
            gathers: new.album.is_some(),
            is_internal: new.is_internal,
        };
        events::record(tx, actor, &event).await?;
    }
    Ok(id)
}

/// The request, when the actor may speak about it for the org.
pub async fn addressed(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsComment)?;
    let request = store::get(tx, id).await?;
    visible::check_work(actor, &request, Permission::RequestsComment)?;
    Ok(request)
}

/// The files of a request (`comment` none) or of one comment, in their order.
pub async fn attachments(tx: &mut TenantTx, request: RequestId, comment: Option<CommentId>) -> Result<Vec<Attachment>> {
    store::comments::attachments(tx, request, comment).await
}

/// Whether a part of this album has become a comment of the request.
pub async fn has_album(tx: &mut TenantTx, request: RequestId, album: &str) -> Result<bool> {
    store::comments::has_album(tx, request, album).await
}

/// A comment, for passing it on.
pub async fn comment_by_id(tx: &mut TenantTx, id: CommentId) -> Result<Comment> {
    store::comments::comment(tx, id).await
}
