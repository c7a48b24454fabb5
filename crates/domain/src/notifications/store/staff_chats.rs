//! SQL of the staff's groups.

use crate::{Error, Result, TenantTx, error::OnConstraint as _, ids::BotId, notifications::model::StaffChat};

pub(in crate::notifications) async fn upsert_staff_chat(tx: &mut TenantTx, chat: &StaffChat) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"insert into staff_chats (org_id, bot_id, chat_id, title, is_forum, linked_at) values ($1, $2, $3, $4, $5, $6)
           on conflict (org_id, bot_id) do update
             set chat_id = excluded.chat_id, title = excluded.title, is_forum = excluded.is_forum,
                 linked_at = excluded.linked_at, left_at = null"#,
        tx.org().0,
        chat.bot.0,
        chat.chat_id,
        chat.title,
        chat.is_forum,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("staff_chats_org_id_bot_id_fkey", Error::NotFound("bot"))?;
    Ok(())
}

pub(in crate::notifications) async fn leave_staff_chat(tx: &mut TenantTx, bot: BotId, chat_id: i64) -> Result<bool> {
    let now = tx.source().now();
    let done = sqlx::query!(
        "update staff_chats set left_at = $4 where org_id = $1 and bot_id = $2 and chat_id = $3 and left_at is null",
        tx.org().0,
        bot.0,
        chat_id,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(in crate::notifications) async fn set_forum(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    is_forum: bool,
) -> Result<()> {
    sqlx::query!(
        "update staff_chats set is_forum = $4 where org_id = $1 and bot_id = $2 and chat_id = $3",
        tx.org().0,
        bot.0,
        chat_id,
        is_forum,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::notifications) async fn staff_chat(tx: &mut TenantTx, bot: BotId) -> Result<Option<StaffChat>> {
    Ok(staff_chats(tx).await?.into_iter().find(|chat| chat.bot == bot))
}

pub(in crate::notifications) async fn staff_chats(tx: &mut TenantTx) -> Result<Vec<StaffChat>> {
    let chats = sqlx::query_as!(
        StaffChat,
        r#"select bot_id as "bot: BotId", chat_id, title, is_forum, left_at is null as "present!"
           from staff_chats where org_id = $1"#,
        tx.org().0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(chats)
}
