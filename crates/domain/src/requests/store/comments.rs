//! SQL of the conversation about a request, and of files.

use super::Files;
use crate::{
    Error, Result, TenantTx,
    ids::{CommentId, FileId, PersonId, RequestId},
    requests::model::{Attachment, AttachmentKind, Comment, NewComment, Side},
};

/// Writes a comment with its files. The next part of an album joins the comment of the first; returns whether the comment is a new one.
pub(in crate::requests) async fn insert_comment(
    tx: &mut TenantTx,
    author: PersonId,
    new: &NewComment<'_>,
) -> Result<(CommentId, bool)> {
    let (id, now) = (CommentId(tx.source().id()), tx.source().now());
    let files = Files::of(tx, new.attachments);
    let origin = new.origin;
    let carries = new.attachments.first().map(|file| file.file_unique_id.as_str());
    let comment = sqlx::query_scalar!(
        r#"with said as (
             insert into comments (org_id, id, request_id, author_id, side, is_question, is_internal, words, album,
                                   latitude, longitude, created_at, answers_id)
             values ($1, $2, $3, $4, $5, $6, $14, $7, $13, $15, $16, $8,
                     (select a.id from comments a where a.org_id = $1 and a.request_id = $3 and a.id = $17))
             on conflict on constraint comments_album_key
               do update set words = left(concat_ws(e'\n', nullif(comments.words, ''), nullif(excluded.words, '')), 8192)
             returning id
           ), kept as (
             insert into attachments (org_id, id, request_id, comment_id, kind, file_id, file_unique_id, stored_id, position)
             select $1, f.id, $3, said.id, f.kind, nullif(f.file_id, ''), nullif(f.file_unique_id, ''), f.stored,
                    f.position + (select count(*) from attachments a where a.org_id = $1 and a.comment_id = said.id)
             from said, unnest($9::uuid[], $10::text[], $11::text[], $12::text[], $22::uuid[]) with ordinality
                        as f (id, kind, file_id, file_unique_id, stored, position)
           ), heard as (
             insert into comment_messages (org_id, bot_id, chat_id, message_id, comment_id, part, words, file)
             select $1, $18, $19, $20, said.id, 'said', $7, $21 from said where $18::uuid is not null
             on conflict do nothing
           )
           select id as "id: CommentId" from said"#,
        tx.org().0,
        id.0,
        new.request.0,
        author.0,
        new.side as Side,
        new.is_question,
        new.words,
        now,
        &files.ids,
        &files.kinds as &[AttachmentKind],
        &files.file_ids,
        &files.unique_ids,
        new.album,
        new.is_internal,
        new.point.map(|(north, _)| north),
        new.point.map(|(_, east)| east),
        origin.and_then(|origin| origin.answers).map(|answers| answers.0),
        origin.map(|origin| origin.bot.0),
        origin.map(|origin| origin.chat_id),
        origin.map(|origin| origin.message_id),
        carries,
        &files.stored as &[Option<uuid::Uuid>],
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((comment, comment == id))
}

pub(in crate::requests) async fn comment(tx: &mut TenantTx, id: CommentId) -> Result<Comment> {
    let comment = sqlx::query_as!(
        Comment,
        r#"select c.id as "id: CommentId", c.request_id as "request: RequestId", r.number, c.side as "side: Side",
                  c.author_id as "author: PersonId", p.name as author_name, c.is_question, c.is_internal, c.words,
                  c.answers_id as "answers: CommentId", c.latitude, c.longitude, c.created_at, c.deleted_at
           from comments c
           join requests r on r.org_id = c.org_id and r.id = c.request_id
           join people p on p.org_id = c.org_id and p.id = c.author_id
           where c.org_id = $1 and c.id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    comment.ok_or(Error::NotFound("comment"))
}

pub(in crate::requests) async fn has_album(tx: &mut TenantTx, request: RequestId, album: &str) -> Result<bool> {
    let begun = sqlx::query_scalar!(
        r#"select exists (select 1 from comments where org_id = $1 and request_id = $2 and album = $3) as "begun!""#,
        tx.org().0,
        request.0,
        album,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(begun)
}

pub(in crate::requests) async fn attachments(
    tx: &mut TenantTx,
    request: RequestId,
    comment: Option<CommentId>,
) -> Result<Vec<Attachment>> {
    let files = sqlx::query_as!(
        Attachment,
        r#"select kind as "kind: AttachmentKind", coalesce(file_id, '') as "file_id!",
                  coalesce(file_unique_id, '') as "file_unique_id!", stored_id as "stored: FileId" from attachments
           where org_id = $1 and request_id = $2 and comment_id is not distinct from $3 and stage is null order by position"#,
        tx.org().0,
        request.0,
        comment.map(|comment| comment.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(files)
}
