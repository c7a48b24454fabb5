//! SQL of who is asked about somebody who waits.

use crate::{
    Error, Result, TenantTx,
    ids::{BotId, PersonId, ResidentId, UnitId},
};

/// Whether their number is somebody else's too, and who answered.
pub(in super::super) async fn about(tx: &mut TenantTx, id: ResidentId) -> Result<(bool, Option<String>)> {
    let row = sqlx::query!(
        r#"select p.phone_shared, a.name as "answered_by?"
           from residents r join people p on p.org_id = r.org_id and p.id = r.person_id
           left join people a on a.org_id = r.org_id and a.id = r.state_by
           where r.org_id = $1 and r.id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| (row.phone_shared, row.answered_by)).ok_or(Error::NotFound("resident"))
}

pub(in super::super) async fn message(
    tx: &mut TenantTx,
    id: ResidentId,
    bot: BotId,
    chat_id: i64,
) -> Result<Option<i64>> {
    let message = sqlx::query_scalar!(
        "select message_id from resident_messages where org_id = $1 and resident_id = $2 and bot_id = $3 and chat_id = $4",
        tx.org().0,
        id.0,
        bot.0,
        chat_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(message)
}

pub(in super::super) async fn save_message(
    tx: &mut TenantTx,
    id: ResidentId,
    bot: BotId,
    chat_id: i64,
    message: i64,
) -> Result<()> {
    let done = sqlx::query!(
        r#"insert into resident_messages (org_id, resident_id, bot_id, chat_id, message_id)
           select r.org_id, r.id, b.id, $4, $5 from residents r join bots b on b.org_id = r.org_id and b.id = $3
           where r.org_id = $1 and r.id = $2
           on conflict (org_id, resident_id, bot_id, chat_id) do update set message_id = excluded.message_id"#,
        tx.org().0,
        id.0,
        bot.0,
        chat_id,
        message,
    )
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 0 { Err(Error::NotFound("resident")) } else { Ok(()) }
}

/// Where they are shown, or are being shown: what is on its way is written down when it has been sent, and may be older
/// than what happened meanwhile.
pub(in super::super) async fn messages(tx: &mut TenantTx, id: ResidentId) -> Result<Vec<(BotId, i64)>> {
    let rows = sqlx::query!(
        r#"select bot_id as "bot!: BotId", chat_id as "chat_id!" from resident_messages
           where org_id = $1 and resident_id = $2
           union
           select bot_id, chat_id from outbox
           where org_id = $1 and leased_until is not null and failed_at is null
             and delivery ->> 'kind' = 'resident_asks' and delivery ->> 'resident' = $2::uuid::text
           order by 2"#,
        tx.org().0,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.bot, row.chat_id)).collect())
}

pub(in super::super) async fn last_stay(
    tx: &mut TenantTx,
    person: PersonId,
    unit: UnitId,
) -> Result<Option<ResidentId>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: ResidentId" from residents where org_id = $1 and person_id = $2 and unit_id = $3
           order by ended_at desc nulls first, id desc limit 1"#,
        tx.org().0,
        person.0,
        unit.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id)
}

/// Everybody who works for the org and can be written to.
pub(in super::super) async fn members(tx: &mut TenantTx) -> Result<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"select p.id as "person: PersonId" from members m join people p on p.org_id = m.org_id and p.id = m.person_id
           where m.org_id = $1 and m.removed_at is null and p.telegram_id is not null and p.unreachable_at is null
           order by m.created_at, m.id"#,
        tx.org().0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(people)
}

/// The verified owners of a unit.
pub(in super::super) async fn owners(tx: &mut TenantTx, unit: UnitId) -> Result<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"select person_id as "person: PersonId" from residents
           where org_id = $1 and unit_id = $2 and role = 'owner' and state = 'verified' order by created_at, id"#,
        tx.org().0,
        unit.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(people)
}
