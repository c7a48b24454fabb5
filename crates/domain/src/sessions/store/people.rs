//! SQL of sessions of people of one org: what it may know and do of the accounts behind them.

use super::{
    super::model::{EndedWhy, Kind, Session},
    Row,
};
use crate::{
    Result, TenantTx,
    ids::{AccountId, PersonId, SessionId},
};

/// None when the org has no such person.
pub(in crate::sessions) async fn end_of_person(
    tx: &mut TenantTx,
    person: PersonId,
    why: EndedWhy,
) -> Result<Option<u64>> {
    let now = tx.source().now();
    let ended = sqlx::query_scalar!(
        r#"select end_sessions_of(account_id, $3, $4) as "ended!" from people where org_id = $1 and id = $2"#,
        tx.org().0,
        person.0,
        why as EndedWhy,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(ended.map(i64::unsigned_abs))
}

/// Empty when the org has no such person.
pub(in crate::sessions) async fn list_of_person(tx: &mut TenantTx, person: PersonId) -> Result<Vec<Session>> {
    let now = tx.source().now();
    let rows = sqlx::query_as!(
        Row,
        r#"select s.id as "id!: SessionId", s.kind as "kind!: Kind", s.device as "device!", s.address,
                  s.created_at as "created_at!", s.last_seen_at as "last_seen_at!"
           from people p cross join lateral sessions_of(p.account_id, $3) s
           where p.org_id = $1 and p.id = $2 order by s.created_at desc, s.id desc"#,
        tx.org().0,
        person.0,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Session::from).collect())
}

/// False when it was none of their open ones.
pub(in crate::sessions) async fn end_of_person_one(
    tx: &mut TenantTx,
    person: PersonId,
    session: SessionId,
    why: EndedWhy,
) -> Result<bool> {
    let now = tx.source().now();
    let ended = sqlx::query_scalar!(
        r#"select end_session_of(account_id, $3, $4, $5) as "ended!" from people where org_id = $1 and id = $2"#,
        tx.org().0,
        person.0,
        session.0,
        why as EndedWhy,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(ended.unwrap_or(false))
}

/// The account of a Telegram user whom this org, which is not deleted, has met.
pub(in crate::sessions) async fn known_to(tx: &mut TenantTx, telegram_id: i64) -> Result<Option<AccountId>> {
    let account = sqlx::query_scalar!(
        r#"select p.account_id as "account!: AccountId" from people p join orgs o on o.id = p.org_id and o.deleted_at is null
           where p.org_id = $1 and p.telegram_id = $2"#,
        tx.org().0,
        telegram_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(account)
}

/// Writes down whoever comes through a session that goes on, as this org knows them from now on. They have said
/// elsewhere in which language to speak with them.
pub(in crate::sessions) async fn introduce(tx: &mut TenantTx, session: SessionId) -> Result<Option<PersonId>> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into people (org_id, id, account_id, telegram_id, name, email, language, language_chosen, created_at)
           select $1, $2, a.id, a.telegram_id, a.name, a.email, a.language, true, $4 from account_of_session($3, $4) a
           on conflict do nothing"#,
        tx.org().0,
        id,
        session.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    let person = sqlx::query_scalar!(
        r#"select p.id as "id: PersonId" from account_of_session($2, $3) a
           join people p on p.org_id = $1 and p.account_id = a.id"#,
        tx.org().0,
        session.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(person)
}
