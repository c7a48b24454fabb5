//! SQL of sessions.

use super::model::{EndedWhy, Kind, NewSession, Session};
use crate::{
    Result, SystemTx, TenantTx,
    ids::{AccountId, PersonId, SessionId},
    people::Language,
};

/// The longest name of a device that is kept, in characters.
const DEVICE_MAX: usize = 200;

pub(super) async fn insert(tx: &mut SystemTx, new: &NewSession<'_>) -> Result<SessionId> {
    let (id, now) = (SessionId(tx.source().id()), tx.source().now());
    let device: String = new.device.chars().filter(|c| !c.is_control()).take(DEVICE_MAX).collect();
    sqlx::query!(
        r#"insert into sessions (id, account_id, kind, device, address, created_at, last_seen_at, expires_at)
           values ($1, $2, $3, $4, $5::text::inet, $6, $6, $7)"#,
        id.0,
        new.account.0,
        new.kind as Kind,
        device,
        new.address.map(|address| address.to_string()),
        now,
        new.expires_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(id)
}

pub(super) async fn person(tx: &mut TenantTx, session: SessionId) -> Result<Option<(PersonId, Language)>> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"select id as "id: PersonId", language as "language: Language" from people
           where org_id = $1 and account_id = session_account($2, $3)"#,
        tx.org().0,
        session.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.id, row.language)))
}

pub(super) async fn list(tx: &mut SystemTx, account: AccountId) -> Result<Vec<Session>> {
    let now = tx.source().now();
    let rows = sqlx::query!(
        r#"select id as "id: SessionId", kind as "kind: Kind", device, host(address) as address, created_at, last_seen_at
           from sessions where account_id = $1 and ended_at is null and expires_at > $2 order by created_at desc, id"#,
        account.0,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Session {
            id: row.id,
            kind: row.kind,
            device: row.device,
            address: row.address.and_then(|address| address.parse().ok()),
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
        })
        .collect())
}

/// Ends `only` this one, or all; `except` stays. Returns how many were open.
pub(super) async fn end(
    tx: &mut SystemTx,
    account: AccountId,
    only: Option<SessionId>,
    except: Option<SessionId>,
    why: EndedWhy,
) -> Result<u64> {
    let now = tx.source().now();
    let done = sqlx::query!(
        r#"update sessions set ended_at = $4, ended_why = $5
           where account_id = $1 and ended_at is null and expires_at > $4
             and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)"#,
        account.0,
        only.map(|session| session.0),
        except.map(|session| session.0),
        now,
        why as EndedWhy,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}
