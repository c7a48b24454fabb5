//! SQL of members.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::model::{CustomRoleRef, Member, Membership, Offer, Wanted, Whose};
use crate::{
    Error, OrgId, Result, SystemTx, TenantTx,
    access::{Filter, Role},
    error::OnConstraint as _,
    ids::{MemberId, OfferId, PersonId, RoleId},
};

struct Row {
    id: MemberId,
    person: PersonId,
    name: String,
    username: Option<String>,
    telegram_id: Option<i64>,
    role: Role,
    custom: Option<RoleId>,
    custom_name: Option<String>,
    filter: Json<Filter>,
    since: DateTime<Utc>,
    version: i32,
}

impl From<Row> for Member {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: row.person,
            name: row.name,
            username: row.username,
            telegram_id: row.telegram_id,
            role: row.role,
            custom: row.custom.zip(row.custom_name).map(|(id, name)| CustomRoleRef { id, name }),
            filter: row.filter.0,
            since: row.since,
            version: row.version,
        }
    }
}

/// One change of members at a time in an org: two owners who leave at once would leave none.
pub(super) async fn lock(tx: &mut TenantTx) -> Result<()> {
    sqlx::query_scalar!("select id from orgs where id = $1 for no key update", tx.org().0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn list(
    tx: &mut TenantTx,
    wanted: &Wanted<'_>,
    name: Option<&str>,
    limit: i64,
) -> Result<Vec<Member>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select m.id as "id: MemberId", p.id as "person: PersonId", p.name, p.username, p.telegram_id,
                  m.role as "role: Role", r.id as "custom?: RoleId", r.name as "custom_name?",
                  m.filter as "filter: Json<Filter>", m.created_at as since, m.version
           from members m
           join people p on p.org_id = m.org_id and p.id = m.person_id
           left join roles r on r.org_id = m.org_id and r.id = m.custom_role_id
           where m.org_id = $1 and m.removed_at is null and ($2::uuid is null or m.id > $2)
             and ($3::text is null or m.role = $3) and ($4::text is null or p.name ilike $4 or p.username ilike $4)
           order by m.id limit $5"#,
        tx.org().0,
        wanted.after.map(|after| after.0),
        wanted.role.map(Role::code),
        name,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Member::from).collect())
}

pub(super) async fn get(tx: &mut TenantTx, id: MemberId) -> Result<Option<Member>> {
    one(tx, Some(id), None).await
}

pub(super) async fn of_person(tx: &mut TenantTx, person: PersonId) -> Result<Option<Member>> {
    one(tx, None, Some(person)).await
}

/// By whichever of the two is said.
async fn one(tx: &mut TenantTx, id: Option<MemberId>, person: Option<PersonId>) -> Result<Option<Member>> {
    let row = sqlx::query_as!(
        Row,
        r#"select m.id as "id: MemberId", p.id as "person: PersonId", p.name, p.username, p.telegram_id,
                  m.role as "role: Role", r.id as "custom?: RoleId", r.name as "custom_name?",
                  m.filter as "filter: Json<Filter>", m.created_at as since, m.version
           from members m
           join people p on p.org_id = m.org_id and p.id = m.person_id
           left join roles r on r.org_id = m.org_id and r.id = m.custom_role_id
           where m.org_id = $1 and (m.id = $2 or m.person_id = $3) and m.removed_at is null"#,
        tx.org().0,
        id.map(|id| id.0),
        person.map(|person| person.0),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Member::from))
}

pub(super) async fn insert(tx: &mut TenantTx, person: PersonId, role: Role, filter: &Filter) -> Result<MemberId> {
    let (id, now) = (MemberId(tx.source().id()), tx.source().now());
    sqlx::query!(
        "insert into members (org_id, id, person_id, role, filter, created_at) values ($1, $2, $3, $4, $5, $6)",
        tx.org().0,
        id.0,
        person.0,
        role as Role,
        Json(filter) as _,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("members_person_key", Error::Refused("already_member"))?;
    Ok(id)
}

pub(super) async fn save(
    tx: &mut TenantTx,
    id: MemberId,
    role: Role,
    custom: Option<RoleId>,
    filter: &Filter,
) -> Result<()> {
    sqlx::query!(
        r#"update members set role = $3, custom_role_id = $4, filter = $5, version = version + 1
           where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
        role as Role,
        custom.map(|custom| custom.0),
        Json(filter) as _,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn set_removed(tx: &mut TenantTx, id: MemberId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update members set removed_at = $3, version = version + 1 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    // What was offered to them, or by them, is off.
    sqlx::query!(
        r#"update ownership_offers set settled_at = $3, outcome = 'withdrawn'
           where org_id = $1 and (from_id = $2 or to_id = $2) and settled_at is null"#,
        tx.org().0,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn has_other_owner(tx: &mut TenantTx, id: MemberId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"select exists (select from members where org_id = $1 and id <> $2 and role = 'owner' and removed_at is null) as "found!""#,
        tx.org().0,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(found)
}

pub(super) async fn expire_offers(tx: &mut TenantTx) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update ownership_offers set settled_at = $2, outcome = 'expired'
           where org_id = $1 and settled_at is null and expires_at <= $2"#,
        tx.org().0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn insert_offer(tx: &mut TenantTx, from: MemberId, to: MemberId, until: DateTime<Utc>) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        "insert into ownership_offers (org_id, id, from_id, to_id, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)",
        tx.org().0,
        id,
        from.0,
        to.0,
        now,
        until,
    )
    .execute(tx.conn())
    .await
    .on_constraint("ownership_offers_from_fkey", Error::NotFound("member"))?;
    Ok(())
}

pub(super) async fn open_offer(tx: &mut TenantTx) -> Result<Option<Offer>> {
    let now = tx.source().now();
    let offer = sqlx::query_as!(
        Offer,
        r#"select o.id as "id: OfferId", o.from_id as "from: MemberId", g.name as from_name, o.to_id as "to: MemberId",
                  r.name as to_name, o.expires_at
           from ownership_offers o
           join members f on f.org_id = o.org_id and f.id = o.from_id
           join people g on g.org_id = f.org_id and g.id = f.person_id
           join members t on t.org_id = o.org_id and t.id = o.to_id
           join people r on r.org_id = t.org_id and r.id = t.person_id
           where o.org_id = $1 and o.settled_at is null and o.expires_at > $2"#,
        tx.org().0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(offer)
}

pub(super) async fn settle_offer(tx: &mut TenantTx, id: OfferId, outcome: &str) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update ownership_offers set settled_at = $3, outcome = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
        outcome,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn list_orgs(tx: &mut SystemTx, whose: Whose) -> Result<Vec<Membership>> {
    let (telegram_id, account) = match whose {
        Whose::Telegram(id) => (Some(id), None),
        Whose::Account(account) => (None, Some(account.0)),
    };
    let orgs = sqlx::query_as!(
        Membership,
        r#"select o.id as "org: OrgId", o.name, m.role as "role: Role", o.deleted_at,
                  (select b.username from bots b where b.org_id = o.id order by b.created_at limit 1) as bot
           from accounts a
           join people p on p.account_id = a.id
           join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null
           join orgs o on o.id = p.org_id and o.purged_at is null
           where a.telegram_id = $1 or a.id = $2 order by m.created_at, o.id"#,
        telegram_id,
        account,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(orgs)
}

pub(super) async fn name(tx: &mut TenantTx, person: PersonId) -> Result<String> {
    let name = sqlx::query_scalar!("select name from people where org_id = $1 and id = $2", tx.org().0, person.0)
        .fetch_optional(tx.conn())
        .await?;
    name.ok_or(Error::NotFound("person"))
}
