//! SQL of words that were said otherwise, or taken back.

use crate::{
    Result, TenantTx,
    ids::CommentId,
    requests::model::{Attachment, AttachmentKind, Origin},
};

/// Which comment was written in this message.
pub(in crate::requests) async fn comment_of(tx: &mut TenantTx, origin: Origin) -> Result<Option<CommentId>> {
    let comment = sqlx::query_scalar!(
        r#"select comment_id as "comment: CommentId" from comment_messages
           where org_id = $1 and bot_id = $2 and chat_id = $3 and message_id = $4 and part = 'said'"#,
        tx.org().0,
        origin.bot.0,
        origin.chat_id,
        origin.message_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(comment)
}

/// Waits for whoever else changes it.
pub(in crate::requests) async fn lock_comment(tx: &mut TenantTx, id: CommentId) -> Result<()> {
    sqlx::query!(
        r#"select 1 as "one!" from comments where org_id = $1 and id = $2 for no key update"#,
        tx.org().0,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(())
}

/// What the message says now; returns the words of the whole comment, in the order of its messages, and the file that
/// this one carried.
pub(in crate::requests) async fn save_message_words(
    tx: &mut TenantTx,
    comment: CommentId,
    origin: Origin,
    words: &str,
) -> Result<(String, Option<String>)> {
    let row = sqlx::query!(
        r#"with said as (
             update comment_messages set words = $6
             where org_id = $1 and bot_id = $2 and chat_id = $3 and message_id = $4 and comment_id = $5 and part = 'said'
             returning file
           )
           select (select file from said) as file,
                  (select left(string_agg(part.words, e'\n' order by part.message_id), 8192) from (
                     select m.message_id, case when m.message_id = $4 then $6 else m.words end as words
                     from comment_messages m
                     where m.org_id = $1 and m.bot_id = $2 and m.chat_id = $3 and m.comment_id = $5 and m.part = 'said'
                   ) part where part.words <> '') as words"#,
        tx.org().0,
        origin.bot.0,
        origin.chat_id,
        origin.message_id,
        comment.0,
        words,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.words.unwrap_or_default(), row.file))
}

pub(in crate::requests) async fn save_words(tx: &mut TenantTx, id: CommentId, words: &str) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update comments set words = $3, edited_at = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        words,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Puts another file in the place of one of the comment's.
pub(in crate::requests) async fn replace_file(
    tx: &mut TenantTx,
    comment: CommentId,
    origin: Origin,
    old: &str,
    new: &Attachment,
) -> Result<()> {
    sqlx::query!(
        r#"with carried as (
             update comment_messages set file = $7
             where org_id = $1 and bot_id = $8 and chat_id = $9 and message_id = $10 and part = 'said'
           )
           update attachments set kind = $4, file_id = $5, file_unique_id = $7
           where org_id = $1 and id = (select id from attachments where org_id = $1 and comment_id = $2 and file_unique_id = $3
                                         and kind = any($6) order by position limit 1)"#,
        tx.org().0,
        comment.0,
        old,
        new.kind as AttachmentKind,
        new.file_id,
        &["photo", "video", "animation", "document", "audio"].map(str::to_owned),
        new.file_unique_id,
        origin.bot.0,
        origin.chat_id,
        origin.message_id,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::requests) async fn delete(tx: &mut TenantTx, id: CommentId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!("update comments set deleted_at = $3 where org_id = $1 and id = $2", tx.org().0, id.0, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}
