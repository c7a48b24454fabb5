//! SQL of people.

use sqlx::postgres::PgQueryResult;

use super::model::{Home, Identity, Language, Newcomer};
use crate::{
    Error, Result, TenantTx,
    access::Role,
    ids::{AccountId, MemberId, PersonId},
};

/// The person with their membership and homes, in one trip.
pub(super) async fn identity(tx: &mut TenantTx, telegram_id: i64) -> Result<Option<Identity>> {
    let row = sqlx::query!(
        r#"select p.id as "person: PersonId", p.name, p.language as "language: Language", p.language_chosen,
                  p.phone is not null as "has_phone!", p.unreachable_at is not null as "unreachable!",
                  m.id as "member?: MemberId", m.role as "role?: Role",
                  coalesce((select jsonb_agg(jsonb_build_object('unit', u.id, 'address', b.address, 'number', u.number,
                                                                'verified', r.verified_at is not null)
                                             order by r.created_at, r.unit_id)
                            from residents r
                            join units u on u.org_id = r.org_id and u.id = r.unit_id
                            join buildings b on b.org_id = u.org_id and b.id = u.building_id
                            where r.org_id = p.org_id and r.person_id = p.id and r.ended_at is null), '[]') as "homes!: sqlx::types::Json<Vec<Home>>"
           from people p
           left join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null
           where p.org_id = $1 and p.telegram_id = $2"#,
        tx.org().0,
        telegram_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Identity {
        person: row.person,
        telegram_id,
        name: row.name,
        language: row.language,
        language_chosen: row.language_chosen,
        has_phone: row.has_phone,
        unreachable: row.unreachable,
        membership: row.member.zip(row.role),
        homes: row.homes.0,
    }))
}

/// Remembers a newcomer. Two updates may meet here: the second finds the first's row.
pub(super) async fn insert(tx: &mut TenantTx, who: &Newcomer<'_>, name: &str) -> Result<()> {
    let (id, account, now) = (tx.source().id(), tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into people (org_id, id, account_id, telegram_id, name, username, language, created_at)
           select $1, $2, account_of_telegram($3, $8, $4, l.code, $7), $3, $4, $5, l.code, $7
           from (select coalesce($6, (select default_language from orgs where id = $1)) as code) l
           on conflict do nothing"#,
        tx.org().0,
        id,
        who.telegram_id,
        name,
        who.username,
        who.language as Option<Language>,
        now,
        account,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn language(tx: &mut TenantTx, telegram_id: i64) -> Result<Option<Language>> {
    let language = sqlx::query_scalar!(
        r#"select language as "language: Language" from people where org_id = $1 and telegram_id = $2"#,
        tx.org().0,
        telegram_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(language)
}

pub(super) async fn name(tx: &mut TenantTx, person: PersonId) -> Result<Option<String>> {
    let name = sqlx::query_scalar!("select name from people where org_id = $1 and id = $2", tx.org().0, person.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(name)
}

pub(super) async fn account(tx: &mut TenantTx, person: PersonId) -> Result<Option<AccountId>> {
    let account = sqlx::query_scalar!(
        r#"select account_id as "account: AccountId" from people where org_id = $1 and id = $2"#,
        tx.org().0,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(account)
}

/// Returns the language before.
pub(super) async fn set_language(tx: &mut TenantTx, person: PersonId, language: Language) -> Result<Language> {
    let was = sqlx::query_scalar!(
        r#"update people p set language = $3, language_chosen = true
           from (select id, language from people where org_id = $1 and id = $2 for update) was
           where p.org_id = $1 and p.id = was.id returning was.language as "was: Language""#,
        tx.org().0,
        person.0,
        language as Language,
    )
    .fetch_optional(tx.conn())
    .await?;
    was.ok_or(Error::NotFound("person"))
}

/// Writes the phone down. A number that somebody else of the org has confirmed before says nothing of this person.
pub(super) async fn set_phone(tx: &mut TenantTx, person: PersonId, phone: &str) -> Result<()> {
    let done = sqlx::query!(
        "update people set phone = $3, phone_shared = exists (
           select from people other where other.org_id = $1 and other.phone = $3 and other.id <> $2)
         where org_id = $1 and id = $2",
        tx.org().0,
        person.0,
        phone,
    )
    .execute(tx.conn())
    .await?;
    found(done)
}

/// Returns whether that is new.
pub(super) async fn insert_consent(tx: &mut TenantTx, person: PersonId, version: &str) -> Result<bool> {
    let now = tx.source().now();
    let done = sqlx::query!(
        "insert into consents (org_id, person_id, version, given_at)
         select org_id, id, $3, $4 from people where org_id = $1 and id = $2
         on conflict do nothing",
        tx.org().0,
        person.0,
        version,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn has_consented(tx: &mut TenantTx, person: PersonId, version: &str) -> Result<bool> {
    let given = sqlx::query_scalar!(
        r#"select exists (select from consents where org_id = $1 and person_id = $2 and version = $3) as "given!""#,
        tx.org().0,
        person.0,
        version,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(given)
}

fn found(done: PgQueryResult) -> Result<()> {
    if done.rows_affected() == 0 { Err(Error::NotFound("person")) } else { Ok(()) }
}

/// The person whose reachability changed by this; none when it was so already, or nobody is known by that id.
pub(super) async fn set_unreachable(
    tx: &mut TenantTx,
    telegram_id: i64,
    unreachable: bool,
) -> Result<Option<PersonId>> {
    let since = unreachable.then(|| tx.source().now());
    let person = sqlx::query_scalar!(
        r#"update people set unreachable_at = $3
           where org_id = $1 and telegram_id = $2 and (unreachable_at is null) = ($3::timestamptz is not null)
           returning id as "id: PersonId""#,
        tx.org().0,
        telegram_id,
        since,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(person)
}
