//! SQL of the copies of comments.

use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{BotId, CommentId},
    notifications::copies::{Copied, CopyPart, Original},
};

pub(in crate::notifications) async fn copies(
    tx: &mut TenantTx,
    comment: CommentId,
    bot: BotId,
    chat_id: i64,
) -> Result<Vec<Copied>> {
    let copies = sqlx::query_as!(
        Copied,
        r#"select message_id, part as "part: CopyPart", position, file, shown from comment_messages
           where org_id = $1 and comment_id = $2 and bot_id = $3 and chat_id = $4 and part <> 'said' order by message_id"#,
        tx.org().0,
        comment.0,
        bot.0,
        chat_id,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(copies)
}

pub(in crate::notifications) async fn save_copy(
    tx: &mut TenantTx,
    comment: CommentId,
    bot: BotId,
    chat_id: i64,
    copied: &Copied,
) -> Result<()> {
    sqlx::query!(
        r#"with former as (
             delete from comment_messages
             where org_id = $1 and bot_id = $2 and chat_id = $3 and comment_id = $5 and part = $6
               and position is not distinct from $7 and message_id <> $4
           )
           insert into comment_messages (org_id, bot_id, chat_id, message_id, comment_id, part, position, file, shown)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           on conflict (org_id, bot_id, chat_id, message_id) do update set file = excluded.file, shown = excluded.shown"#,
        tx.org().0,
        bot.0,
        chat_id,
        copied.message_id,
        comment.0,
        copied.part as CopyPart,
        copied.position,
        copied.file.as_deref(),
        copied.shown.as_deref(),
    )
    .execute(tx.conn())
    .await
    .on_constraint("comment_messages_org_id_comment_id_fkey", Error::NotFound("comment"))?;
    Ok(())
}

pub(in crate::notifications) async fn forget_copies(
    tx: &mut TenantTx,
    comment: CommentId,
    bot: BotId,
    chat_id: i64,
) -> Result<()> {
    sqlx::query!(
        r#"delete from comment_messages
           where org_id = $1 and comment_id = $2 and bot_id = $3 and chat_id = $4 and part <> 'said'"#,
        tx.org().0,
        comment.0,
        bot.0,
        chat_id,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::notifications) async fn originals(tx: &mut TenantTx, comment: CommentId) -> Result<Vec<Original>> {
    let originals = sqlx::query_as!(
        Original,
        r#"select bot_id as "bot: BotId", chat_id, message_id from comment_messages
           where org_id = $1 and comment_id = $2 and part = 'said' order by message_id"#,
        tx.org().0,
        comment.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(originals)
}

pub(in crate::notifications) async fn message_of(
    tx: &mut TenantTx,
    comment: CommentId,
    bot: BotId,
    chat_id: i64,
) -> Result<Option<i64>> {
    let message = sqlx::query_scalar!(
        r#"select min(message_id) from comment_messages
           where org_id = $1 and comment_id = $2 and bot_id = $3 and chat_id = $4 and part in ('said', 'words')"#,
        tx.org().0,
        comment.0,
        bot.0,
        chat_id,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(message)
}

/// Where copies of it are, or are on their way: the staff's groups, and the chat of whoever filed the request.
pub(in crate::notifications) async fn chats_of_copies(
    tx: &mut TenantTx,
    comment: CommentId,
) -> Result<Vec<(BotId, i64)>> {
    let rows = sqlx::query!(
        r#"select s.bot_id as "bot!: BotId", s.chat_id as "chat_id!" from staff_chats s
           join comments c on c.org_id = s.org_id and c.id = $2
           where s.org_id = $1 and s.left_at is null
             and not exists (select 1 from comment_messages m
                             where m.org_id = $1 and m.comment_id = $2 and m.bot_id = s.bot_id and m.chat_id = s.chat_id
                               and m.part = 'said')
           union
           select k.bot_id, k.chat_id from comments c
           join requests r on r.org_id = c.org_id and r.id = c.request_id
           join cards k on k.org_id = c.org_id and k.request_id = r.id and k.audience = 'resident' and k.person_id = r.reporter_id
           join people p on p.org_id = c.org_id and p.id = r.reporter_id and p.unreachable_at is null
           where c.org_id = $1 and c.id = $2 and c.side = 'staff' and not c.is_internal"#,
        tx.org().0,
        comment.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.bot, row.chat_id)).collect())
}
