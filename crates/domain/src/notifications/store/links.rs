//! SQL of what links a message to a request, and a delivery to its reader.

use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{BotId, CommentId, MemberId, PersonId, RequestId},
    notifications::{cards::LinkedMessage, model::Reader},
};

pub(in crate::notifications) async fn link_message(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    message_id: i64,
    link: LinkedMessage,
) -> Result<()> {
    sqlx::query!(
        r#"insert into message_links (org_id, bot_id, chat_id, message_id, request_id, is_question)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing"#,
        tx.org().0,
        bot.0,
        chat_id,
        message_id,
        link.request.0,
        link.is_question,
    )
    .execute(tx.conn())
    .await
    .on_constraint("message_links_org_id_request_id_fkey", Error::NotFound("request"))?;
    Ok(())
}

/// What a message belongs to, and whether something is on its way to its chat.
pub(in crate::notifications) struct Found {
    /// What it belongs to, as far as it is written down.
    pub link: Option<LinkedMessage>,
    /// Whether a delivery to the chat is in flight: its message may be seen already, and not yet be written down.
    pub sending: bool,
}

/// Both in one statement, because a delivery ends in one transaction: one snapshot shows it in flight or its link.
pub(in crate::notifications) async fn linked_message(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    message_id: Option<i64>,
    thread_id: Option<i64>,
) -> Result<Found> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"select found.request_id as "request?: RequestId", found.is_question as "is_question?",
                  exists (select 1 from outbox where org_id = $1 and bot_id = $2 and chat_id = $3 and failed_at is null
                            and leased_until > $6) as "sending!",
                  (select comment_id from comment_messages where org_id = $1 and bot_id = $2 and chat_id = $3
                      and message_id = $4) as "comment: CommentId"
           from (select) one left join lateral (
             select request_id, is_question, 0 as rank from message_links
             where org_id = $1 and bot_id = $2 and chat_id = $3 and message_id = $4
             union all
             select request_id, false, 1 from cards
             where org_id = $1 and bot_id = $2 and chat_id = $3 and message_id = $4
             union all
             select request_id, false, 2 from cards
             where org_id = $1 and bot_id = $2 and chat_id = $3 and thread_id = $5
             union all -- one's own words; in a group they are talked about, and not answered
             select c.request_id, false, 3 from comment_messages m
             join comments c on c.org_id = m.org_id and c.id = m.comment_id
             where m.org_id = $1 and m.bot_id = $2 and m.chat_id = $3 and m.message_id = $4 and m.chat_id > 0
             order by rank limit 1
           ) found on true"#,
        tx.org().0,
        bot.0,
        chat_id,
        message_id,
        thread_id,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    let comment = row.comment;
    let link =
        row.request.zip(row.is_question).map(|(request, is_question)| LinkedMessage { request, is_question, comment });
    Ok(Found { link, sending: row.sending })
}

pub(in crate::notifications) async fn reporter(tx: &mut TenantTx, request: RequestId) -> Result<Reader> {
    let reader = sqlx::query_as!(
        Reader,
        r#"select p.id as "person: PersonId", p.telegram_id, p.unreachable_at is not null as "unreachable!"
           from requests r join people p on p.org_id = r.org_id and p.id = r.reporter_id
           where r.org_id = $1 and r.id = $2"#,
        tx.org().0,
        request.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    reader.ok_or(Error::NotFound("request"))
}

pub(in crate::notifications) async fn member_name(tx: &mut TenantTx, member: MemberId) -> Result<String> {
    let name = sqlx::query_scalar!(
        "select p.name from members m join people p on p.org_id = m.org_id and p.id = m.person_id where m.org_id = $1 and m.id = $2",
        tx.org().0,
        member.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(name)
}

pub(in crate::notifications) async fn reader(tx: &mut TenantTx, person: PersonId) -> Result<Reader> {
    let reader = sqlx::query_as!(
        Reader,
        r#"select id as "person: PersonId", telegram_id, unreachable_at is not null as "unreachable!"
           from people where org_id = $1 and id = $2"#,
        tx.org().0,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    reader.ok_or(Error::NotFound("person"))
}

/// The bot through which the org speaks with its own.
pub(in crate::notifications) async fn first_bot(tx: &mut TenantTx) -> Result<Option<BotId>> {
    let bot = sqlx::query_scalar!(
        r#"select id as "id: BotId" from bots where org_id = $1 order by created_at, id limit 1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(bot)
}

/// Where a person can be written to: their chat with the org's first bot. None for somebody who blocked it, or has no
/// Telegram.
pub(in crate::notifications) async fn private_chat(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<Option<(BotId, i64)>> {
    let row = sqlx::query!(
        r#"select b.id as "bot: BotId", p.telegram_id as "chat_id!" from people p
           join bots b on b.org_id = p.org_id
           where p.org_id = $1 and p.id = $2 and p.telegram_id is not null and p.unreachable_at is null
           order by b.created_at, b.id limit 1"#,
        tx.org().0,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.bot, row.chat_id)))
}
