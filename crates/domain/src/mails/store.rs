//! SQL of letters.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::model::{Letter, Mail};
use crate::{
    Result, SystemTx, TenantTx,
    ids::{AccountId, MailId, PersonId},
    people::Language,
};

pub(super) async fn insert(tx: &mut SystemTx, account: AccountId, address: &str, letter: &Letter) -> Result<bool> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let written = sqlx::query_scalar!(
        r#"select write_mail($1, $2, $3, $4, $5, $6) as "written!""#,
        id,
        account.0,
        address,
        Json(letter) as Json<&Letter>,
        letter.most(),
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(written)
}

/// False also for somebody whom the org does not know.
pub(super) async fn insert_to(tx: &mut TenantTx, person: PersonId, letter: &Letter) -> Result<bool> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let written = sqlx::query_scalar!(
        r#"select write_mail_of($3, account_id, $4, $5, $6, $7) as "written!" from people where org_id = $1 and id = $2"#,
        tx.org().0,
        person.0,
        id,
        Json(letter) as Json<&Letter>,
        letter.may_be_unconfirmed(),
        letter.most(),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(written.unwrap_or(false))
}

pub(super) async fn waiting(tx: &mut SystemTx, id: MailId) -> Result<Option<Mail>> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"select m.id as "id: MailId", m.account_id as "account: AccountId", m.address, m.created_at,
                  m.letter as "letter: Json<Letter>", a.language as "language: Language"
           from mails m join accounts a on a.id = m.account_id
           where m.id = $1 and m.sent_at is null and m.given_up_at is null"#,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Mail {
        id: row.id,
        account: row.account,
        address: row.address,
        language: row.language,
        is_late: now - row.created_at > row.letter.lasts(),
        letter: row.letter.0,
    }))
}

pub(super) async fn end(tx: &mut SystemTx, id: MailId, sent: bool) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update mails set sent_at = case when $2 then $3::timestamptz end, given_up_at = case when $2 then null else $3 end
           where id = $1 and sent_at is null and given_up_at is null"#,
        id.0,
        sent,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn forget(tx: &mut SystemTx, before: DateTime<Utc>) -> Result<u64> {
    let mails = sqlx::query!("delete from mails where created_at < $1", before).execute(tx.conn()).await?;
    sqlx::query!("delete from email_links where expires_at < $1", before).execute(tx.conn()).await?;
    Ok(mails.rows_affected())
}
