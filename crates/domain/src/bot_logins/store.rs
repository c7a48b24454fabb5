//! SQL of signing in through the bot.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use platform::secrets::fingerprint;

use super::model::{Asked, Polled};
use crate::{
    OrgId, Result, SystemTx, TenantTx,
    ids::{AccountId, BotLoginId, PersonId},
};

pub(super) async fn insert(
    tx: &mut SystemTx,
    (start, poll): (&str, &str),
    numbers: &[i16],
    shown: i16,
    (device, address): (&str, Option<IpAddr>),
    ends: DateTime<Utc>,
) -> Result<()> {
    let id = tx.source().id();
    sqlx::query!(
        r#"insert into bot_logins (id, start_hash, poll_hash, numbers, shown, device, address, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7::text::inet, $8)"#,
        id,
        fingerprint(start),
        fingerprint(poll),
        numbers,
        shown,
        device,
        address.map(|address| address.to_string()),
        ends,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn asked(tx: &mut TenantTx, start: &str) -> Result<Option<Asked>> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"select id as "id!: BotLoginId", numbers as "numbers!", device as "device!", host(address) as address
           from bot_login($1, $2)"#,
        fingerprint(start),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Asked {
        id: row.id,
        numbers: row.numbers,
        device: row.device,
        address: row.address.and_then(|address| address.parse().ok()),
    }))
}

pub(super) async fn answer(
    tx: &mut TenantTx,
    person: PersonId,
    id: BotLoginId,
    number: Option<i16>,
) -> Result<Option<bool>> {
    let now = tx.source().now();
    let yes = sqlx::query_scalar!(
        "select answer_bot_login($1, account_id, $4, $5) from people where org_id = $2 and id = $3",
        id.0,
        tx.org().0,
        person.0,
        number,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(yes.flatten())
}

pub(super) async fn poll(tx: &mut SystemTx, poll: &str) -> Result<Polled> {
    let now = tx.source().now();
    let used = sqlx::query!(
        r#"update bot_logins set used_at = $2
           where poll_hash = $1 and answer = 'yes' and used_at is null and expires_at > $2
           returning account_id as "account!: AccountId", home as "home!: OrgId""#,
        fingerprint(poll),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    if let Some(used) = used {
        return Ok(Polled::Yes { account: used.account, home: used.home });
    }
    let row = sqlx::query!(
        "select answer from bot_logins where poll_hash = $1 and used_at is null and expires_at > $2",
        fingerprint(poll),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(match row {
        None => Polled::Over,
        Some(row) if row.answer.as_deref() == Some("no") => Polled::Refused,
        Some(_) => Polled::Waiting,
    })
}

pub(super) async fn forget(tx: &mut SystemTx) -> Result<u64> {
    let now = tx.source().now();
    let done = sqlx::query!("delete from bot_logins where expires_at < $1", now).execute(tx.conn()).await?;
    Ok(done.rows_affected())
}
