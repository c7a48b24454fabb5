//! Words that are said otherwise, or taken back, by whoever said them.

use chrono::TimeDelta;

use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::CommentId,
    requests::{
        clock,
        model::{Comment, EDIT_WITHIN, Origin, Reworded, TAKE_BACK_WITHIN, WORDS_MAX},
        store, visible,
    },
};

/// The comment that was written in this message of this chat; none when it is no comment's.
pub async fn comment_of(tx: &mut TenantTx, origin: Origin) -> Result<Option<CommentId>> {
    store::rewording::comment_of(tx, origin).await
}

/// Says one's own comment otherwise: by an edit of the message within the time in which Telegram lets people do so, on the
/// pages as long as it could be taken back. The copies follow. What is the same as before changes nothing.
pub async fn edit_comment(tx: &mut TenantTx, actor: &Actor, id: CommentId, now_says: &Reworded<'_>) -> Result<Comment> {
    let within = match now_says {
        Reworded::Words(_) => TAKE_BACK_WITHIN,
        Reworded::Message { .. } => EDIT_WITHIN,
    };
    let mut comment = own(tx, actor, id, within).await?;
    let (words, mut is_other) = match *now_says {
        Reworded::Words(words) => (words.trim().to_owned(), false),
        Reworded::Message { origin, words, file } => {
            let (all, carried) = store::rewording::save_message_words(tx, id, origin, words.trim()).await?;
            let is_other = match (file, carried) {
                (Some(file), Some(carried)) if file.file_unique_id != carried => {
                    store::rewording::replace_file(tx, id, origin, &carried, file).await?;
                    true
                }
                _ => false,
            };
            (all, is_other)
        }
    };
    if words.is_empty()
        && comment.point().is_none()
        && store::comments::attachments(tx, comment.request, Some(id)).await?.is_empty()
    {
        return Err(Error::Invalid { field: "words", code: "words_missing" });
    }
    if words.chars().count() > WORDS_MAX {
        return Err(Error::Invalid { field: "words", code: "words_too_long" });
    }
    is_other |= words != comment.words;
    if is_other {
        store::rewording::save_words(tx, id, &words).await?;
        let event = Event::CommentEdited {
            request: comment.request,
            comment: id,
            side: comment.side,
            is_internal: comment.is_internal,
            was: std::mem::replace(&mut comment.words, words.clone()),
            words,
        };
        events::record(tx, actor, &event).await?;
    }
    Ok(comment)
}

/// Takes one's own comment back: its copies disappear. A question that is taken back is no longer waited for.
pub async fn delete_comment(tx: &mut TenantTx, actor: &Actor, id: CommentId) -> Result<Comment> {
    let comment = own(tx, actor, id, TAKE_BACK_WITHIN).await?;
    store::rewording::delete(tx, id).await?;
    if comment.is_question {
        let mut request = store::lock(tx, comment.request).await?;
        let asked_by_it =
            |at: &mut chrono::DateTime<chrono::Utc>| (*at - comment.created_at).abs() < TimeDelta::seconds(1);
        if request.asked_at.take_if(asked_by_it).is_some() {
            let (now, time) = (tx.source().now(), clock::time(tx, request.priority).await?);
            request.run_clock(&time, now);
            store::save(tx, &mut request).await?;
        }
    }
    let event = Event::CommentDeleted {
        request: comment.request,
        comment: id,
        side: comment.side,
        is_internal: comment.is_internal,
        words: comment.words.clone(),
    };
    events::record(tx, actor, &event).await?;
    Ok(comment)
}

/// The actor's own comment, locked, when it is no older than `within`.
async fn own(tx: &mut TenantTx, actor: &Actor, id: CommentId, within: TimeDelta) -> Result<Comment> {
    actor.require(Permission::RequestsComment)?;
    store::rewording::lock_comment(tx, id).await?;
    let comment = store::comments::comment(tx, id).await?;
    if actor.behind() != Some(comment.author) {
        let request = store::get(tx, comment.request).await?;
        return Err(match visible::refusal(actor, &request, Permission::RequestsComment) {
            Error::NotFound(_) => Error::NotFound("comment"),
            refusal => refusal,
        });
    }
    if comment.deleted_at.is_some() {
        return Err(Error::NotFound("comment"));
    }
    if tx.source().now() - comment.created_at > within {
        return Err(Error::Refused("comment_too_old"));
    }
    Ok(comment)
}
