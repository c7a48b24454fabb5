//! SQL of bots.

use super::NewBot;
use crate::{OrgId, Result, SystemTx, TenantTx, ids::BotId};

/// A bot as it rests: with its secrets sealed.
pub(super) struct Sealed {
    pub id: BotId,
    pub org: OrgId,
    pub telegram_id: i64,
    pub username: String,
    pub token_sealed: Vec<u8>,
    pub secret_sealed: Vec<u8>,
}

/// Its id, and whether the org had it before.
pub(super) async fn upsert(
    tx: &mut TenantTx,
    new: &NewBot<'_>,
    token: &[u8],
    secret: &[u8],
) -> Result<(BotId, bool), sqlx::Error> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let known = sqlx::query_scalar!(
        r#"update bots set token_sealed = $3, secret_sealed = $4, username = $5 where org_id = $1 and telegram_id = $2
           returning id as "id: BotId""#,
        tx.org().0,
        new.telegram_id,
        token,
        secret,
        new.username,
    )
    .fetch_optional(tx.conn())
    .await?;
    if let Some(known) = known {
        return Ok((known, true));
    }
    let made = sqlx::query_scalar!(
        r#"insert into bots (org_id, id, telegram_id, username, token_sealed, secret_sealed, created_at)
           values ($1, $2, $3, $4, $5, $6, $7) returning id as "id: BotId""#,
        tx.org().0,
        id,
        new.telegram_id,
        new.username,
        token,
        secret,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((made, false))
}

pub(super) async fn by_telegram_id(tx: &mut SystemTx, telegram_id: i64) -> Result<Option<Sealed>> {
    let row = sqlx::query_as!(
        Sealed,
        r#"select id as "id: BotId", org_id as "org: OrgId", telegram_id, username, token_sealed, secret_sealed
           from bots where telegram_id = $1"#,
        telegram_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row)
}

pub(super) async fn by_username(tx: &mut SystemTx, username: &str) -> Result<Option<Sealed>> {
    let row = sqlx::query_as!(
        Sealed,
        r#"select id as "id: BotId", org_id as "org: OrgId", telegram_id, username, token_sealed, secret_sealed
           from bots where lower(username) = lower($1) order by created_at limit 1"#,
        username,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row)
}

pub(super) async fn first_username(tx: &mut SystemTx) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("select username from bots order by created_at, id limit 1")
        .fetch_optional(tx.conn())
        .await?)
}

pub(super) async fn telegram_id(tx: &mut SystemTx, id: BotId) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!("select telegram_id from bots where id = $1", id.0).fetch_optional(tx.conn()).await?)
}

pub(super) async fn list(tx: &mut SystemTx) -> Result<Vec<Sealed>> {
    let rows = sqlx::query_as!(
        Sealed,
        r#"select id as "id: BotId", org_id as "org: OrgId", telegram_id, username, token_sealed, secret_sealed
           from bots order by created_at, id"#,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows)
}

pub(super) async fn reseal(tx: &mut SystemTx, bot: BotId, token: &[u8], secret: &[u8]) -> Result<()> {
    sqlx::query!("update bots set token_sealed = $2, secret_sealed = $3 where id = $1", bot.0, token, secret)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// False when the org has no such bot.
pub(super) async fn delete(tx: &mut TenantTx, bot: BotId) -> Result<bool> {
    let done =
        sqlx::query!("delete from bots where org_id = $1 and id = $2", tx.org().0, bot.0).execute(tx.conn()).await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn of_org(tx: &mut TenantTx) -> Result<Vec<(BotId, i64)>> {
    let rows = sqlx::query!(r#"select id as "id: BotId", telegram_id from bots where org_id = $1"#, tx.org().0)
        .fetch_all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.telegram_id)).collect())
}

pub(super) async fn any_username(tx: &mut TenantTx) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("select username from bots where org_id = $1 order by created_at, id limit 1", tx.org().0)
        .fetch_optional(tx.conn())
        .await?)
}

pub(super) async fn username(tx: &mut TenantTx, bot: BotId) -> Result<Option<String>> {
    let name = sqlx::query_scalar!("select username from bots where org_id = $1 and id = $2", tx.org().0, bot.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(name)
}
