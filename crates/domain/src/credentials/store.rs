//! SQL of credentials.

use chrono::{DateTime, Utc};
use platform::secrets::fingerprint;

use crate::{
    Result, SystemTx, TenantTx,
    ids::{AccountId, PersonId},
    people::Language,
};

/// What is known of an account that signs in.
pub(super) struct Known {
    pub account: AccountId,
    pub email: Option<String>,
    pub email_verified: bool,
    pub password_hash: Option<String>,
    pub second_factor: bool,
}

pub(super) async fn register(
    tx: &mut TenantTx,
    email: &str,
    name: &str,
    language: Language,
    hash: &str,
) -> Result<Option<AccountId>> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let made = sqlx::query_scalar!(
        r#"select register_account($1, $2, $3, $4, $5, $6) as "made!""#,
        id,
        email,
        name,
        language as Language,
        hash,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(made.then_some(AccountId(id)))
}

/// One org's view of an account that it has not met by Telegram.
pub(super) async fn introduce(
    tx: &mut TenantTx,
    account: AccountId,
    email: &str,
    name: &str,
    language: Language,
) -> Result<PersonId> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into people (org_id, id, account_id, name, email, language, language_chosen, created_at)
           values ($1, $2, $3, $4, $5, $6, true, $7)"#,
        tx.org().0,
        id,
        account.0,
        name,
        email,
        language as Language,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(PersonId(id))
}

pub(super) async fn by_email(tx: &mut SystemTx, email: &str) -> Result<Option<Known>> {
    let row = sqlx::query_as!(
        Known,
        r#"select a.id as "account: AccountId", a.email, a.email_verified_at is not null as "email_verified!", c.password_hash as "password_hash?",
                  coalesce(c.totp_confirmed_at is not null, false) as "second_factor!"
           from accounts a left join credentials c on c.account_id = a.id where a.email = $1"#,
        email,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row)
}

pub(super) async fn by_account(tx: &mut SystemTx, account: AccountId) -> Result<Option<Known>> {
    let row = sqlx::query_as!(
        Known,
        r#"select a.id as "account: AccountId", a.email, a.email_verified_at is not null as "email_verified!", c.password_hash as "password_hash?",
                  coalesce(c.totp_confirmed_at is not null, false) as "second_factor!"
           from accounts a left join credentials c on c.account_id = a.id where a.id = $1"#,
        account.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row)
}

pub(super) async fn set_password(tx: &mut SystemTx, account: AccountId, hash: &str) -> Result<()> {
    sqlx::query!(
        r#"insert into credentials (account_id, password_hash) values ($1, $2)
           on conflict (account_id) do update set password_hash = excluded.password_hash"#,
        account.0,
        hash,
    )
    .execute(tx.conn())
    .await?;
    // Whatever was asked for before leads to another password.
    sqlx::query!("delete from password_links where account_id = $1", account.0).execute(tx.conn()).await?;
    Ok(())
}

/// The address is confirmed. Links that were sent for another one lead nowhere any more.
pub(super) async fn confirm_email(tx: &mut SystemTx, account: AccountId, email: &str) -> Result<(), sqlx::Error> {
    let now = tx.source().now();
    sqlx::query!("update accounts set email = $2, email_verified_at = $3 where id = $1", account.0, email, now)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from email_links where account_id = $1 and used_at is null", account.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from password_links where account_id = $1", account.0).execute(tx.conn()).await?;
    Ok(())
}

pub(super) async fn insert_email_link(
    tx: &mut SystemTx,
    account: AccountId,
    address: &str,
    token: &str,
    ends: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into email_links (hash, account_id, address, expires_at) values ($1, $2, $3, $4)",
        fingerprint(token),
        account.0,
        address,
        ends,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whose link it is, and for which address; it is used up by this.
pub(super) async fn use_email_link(tx: &mut SystemTx, token: &str) -> Result<Option<(AccountId, String)>> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"update email_links set used_at = $2 where hash = $1 and used_at is null and expires_at > $2
           returning account_id as "account: AccountId", address"#,
        fingerprint(token),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.account, row.address)))
}

pub(super) async fn insert_link(tx: &mut SystemTx, account: AccountId, token: &str, ends: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into password_links (hash, account_id, expires_at) values ($1, $2, $3)",
        fingerprint(token),
        account.0,
        ends,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whose link it is; it is used up by this.
pub(super) async fn use_link(tx: &mut SystemTx, token: &str) -> Result<Option<AccountId>> {
    let now = tx.source().now();
    let account = sqlx::query_scalar!(
        r#"update password_links set used_at = $2 where hash = $1 and used_at is null and expires_at > $2
           returning account_id as "account: AccountId""#,
        fingerprint(token),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(account)
}

/// The account behind a private chat of an org's bot.
pub(super) async fn account_in(tx: &mut TenantTx, person: PersonId) -> Result<Option<AccountId>> {
    let account = sqlx::query_scalar!(
        r#"select account_id as "account: AccountId" from people where org_id = $1 and id = $2"#,
        tx.org().0,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(account)
}

/// The sealed secret of a second factor, and whether it counts.
pub(super) async fn totp(tx: &mut SystemTx, account: AccountId) -> Result<Option<(Vec<u8>, bool)>> {
    let row = sqlx::query!(
        r#"select totp_sealed as "sealed!", totp_confirmed_at is not null as "counts!" from credentials
           where account_id = $1 and totp_sealed is not null"#,
        account.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.sealed, row.counts)))
}

/// Begins a second factor; false when one counts already.
pub(super) async fn begin_totp(tx: &mut SystemTx, account: AccountId, sealed: &[u8]) -> Result<bool> {
    let done = sqlx::query!(
        r#"insert into credentials (account_id, totp_sealed) values ($1, $2)
           on conflict (account_id) do update set totp_sealed = $2, totp_last_step = 0
             where credentials.totp_confirmed_at is null"#,
        account.0,
        sealed,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Uses a step up; false when it, or a later one, was used before.
pub(super) async fn use_step(tx: &mut SystemTx, account: AccountId, step: i64) -> Result<bool> {
    let done = sqlx::query!(
        "update credentials set totp_last_step = $2 where account_id = $1 and totp_last_step < $2",
        account.0,
        step,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn confirm_totp(tx: &mut SystemTx, account: AccountId, codes: &[String]) -> Result<()> {
    let now = tx.source().now();
    let hashes: Vec<Vec<u8>> = codes.iter().map(|code| fingerprint(code)).collect();
    sqlx::query!("update credentials set totp_confirmed_at = $2 where account_id = $1", account.0, now)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from recovery_codes where account_id = $1", account.0).execute(tx.conn()).await?;
    sqlx::query!(
        "insert into recovery_codes (account_id, hash) select $1, hash from unnest($2::bytea[]) hash",
        account.0,
        &hashes,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn drop_totp(tx: &mut SystemTx, account: AccountId) -> Result<()> {
    sqlx::query!(
        "update credentials set totp_sealed = null, totp_confirmed_at = null, totp_last_step = 0 where account_id = $1",
        account.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("delete from recovery_codes where account_id = $1", account.0).execute(tx.conn()).await?;
    Ok(())
}

pub(super) async fn use_recovery_code(tx: &mut SystemTx, account: AccountId, code: &str) -> Result<bool> {
    let now = tx.source().now();
    let done = sqlx::query!(
        "update recovery_codes set used_at = $3 where account_id = $1 and hash = $2 and used_at is null",
        account.0,
        fingerprint(code),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Every sealed secret.
pub(super) async fn sealed(tx: &mut SystemTx) -> Result<Vec<(AccountId, Vec<u8>)>> {
    let rows = sqlx::query!(
        r#"select account_id as "account: AccountId", totp_sealed as "sealed!" from credentials
           where totp_sealed is not null for update"#,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.account, row.sealed)).collect())
}

pub(super) async fn reseal(tx: &mut SystemTx, account: AccountId, sealed: &[u8]) -> Result<()> {
    sqlx::query!("update credentials set totp_sealed = $2 where account_id = $1", account.0, sealed)
        .execute(tx.conn())
        .await?;
    Ok(())
}
