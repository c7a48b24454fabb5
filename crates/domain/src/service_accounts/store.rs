//! SQL of service accounts.

use chrono::{DateTime, Utc};
use platform::secrets::fingerprint;
use sqlx::types::{Json, Uuid};

use super::{
    model::ServiceAccount,
    sign_in::{Client, Through},
};
use crate::{
    Error, OrgId, Result, SystemTx, TenantTx,
    access::{Actor, Behalf, Filter, Given, Grants, Rights, Role, Scope},
    ids::{AccountId, MemberId, PersonId, RoleId, ServiceAccountId, SessionId, TeamId},
    people::Language,
};

/// All, or the one.
pub(super) async fn list(tx: &mut TenantTx, only: Option<ServiceAccountId>) -> Result<Vec<ServiceAccount>> {
    let rows = sqlx::query!(
        r#"select id as "id: ServiceAccountId", name, scopes as "scopes: Json<Vec<String>>", allowed_from, redirect_uris,
                  previous_until, last_used_at, version, created_at, updated_at, revoked_at
           from service_accounts where org_id = $1 and ($2::uuid is null or id = $2) order by id"#,
        tx.org().0,
        only.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    let accounts = rows.into_iter().map(|row| ServiceAccount {
        id: row.id,
        name: row.name,
        scopes: row.scopes.0,
        allowed_from: row.allowed_from,
        redirect_uris: row.redirect_uris,
        previous_until: row.previous_until,
        last_used_at: row.last_used_at,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
        revoked_at: row.revoked_at,
    });
    Ok(accounts.collect())
}

pub(super) async fn lock(tx: &mut TenantTx, id: ServiceAccountId) -> Result<()> {
    let row = sqlx::query_scalar!(
        "select id from service_accounts where org_id = $1 and id = $2 for update",
        tx.org().0,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(drop).ok_or(Error::NotFound("service account"))
}

pub(super) async fn insert(tx: &mut TenantTx, new: &ServiceAccount, secret: &[u8]) -> Result<()> {
    sqlx::query!(
        r#"insert into service_accounts (org_id, id, name, scopes, allowed_from, redirect_uris, secret_hash, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $8)"#,
        tx.org().0,
        new.id.0,
        new.name,
        Json(&new.scopes) as _,
        &new.allowed_from,
        &new.redirect_uris,
        secret,
        new.created_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn save(tx: &mut TenantTx, account: &ServiceAccount) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update service_accounts set name = $3, scopes = $4, allowed_from = $5, redirect_uris = $6,
                                       version = version + 1, updated_at = $7
           where org_id = $1 and id = $2"#,
        tx.org().0,
        account.id.0,
        account.name,
        Json(&account.scopes) as _,
        &account.allowed_from,
        &account.redirect_uris,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn rotate(tx: &mut TenantTx, id: ServiceAccountId, secret: &[u8], until: DateTime<Utc>) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update service_accounts set previous_hash = secret_hash, previous_until = $4, secret_hash = $3,
                                       version = version + 1, updated_at = $5
           where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
        secret,
        until,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// With the sessions that it holds.
pub(super) async fn revoke(tx: &mut TenantTx, id: ServiceAccountId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"with revoked as (
             update service_accounts set revoked_at = $3, version = version + 1, updated_at = $3
             where org_id = $1 and id = $2 returning id
           )
           select end_sessions_of_service(id, $3) as "ended!" from revoked"#,
        tx.org().0,
        id.0,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(())
}

/// It was given a token.
pub(super) async fn note_use(tx: &mut TenantTx, id: ServiceAccountId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!("update service_accounts set last_used_at = $3 where org_id = $1 and id = $2", tx.org().0, id.0, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What is known of a program by its id.
pub(super) struct Known {
    pub client: Client,
    pub allowed_from: Vec<String>,
    /// Whether the secret is its own.
    pub proven: bool,
}

pub(super) async fn client(tx: &mut SystemTx, id: ServiceAccountId, secret: Option<Vec<u8>>) -> Result<Option<Known>> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"select s.org_id as "org: OrgId", s.name, s.redirect_uris, s.allowed_from, s.scopes as "scopes: Json<Vec<String>>",
                  coalesce(s.secret_hash = $2 or (s.previous_hash = $2 and s.previous_until > $3), false) as "proven!"
           from service_accounts s join orgs o on o.id = s.org_id and o.deleted_at is null
           where s.id = $1 and s.revoked_at is null"#,
        id.0,
        secret,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Known {
        client: Client { id, org: row.org, name: row.name, redirect_uris: row.redirect_uris, scopes: row.scopes.0 },
        allowed_from: row.allowed_from,
        proven: row.proven,
    }))
}

/// Who acts, and from where they may.
pub(super) struct Found {
    pub through: Through,
    pub allowed_from: Vec<String>,
}

pub(super) async fn caller(
    tx: &mut TenantTx,
    id: ServiceAccountId,
    session: Option<SessionId>,
    narrowed: Option<&str>,
) -> Result<Option<Found>> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"select a.scopes as "scopes: Json<Vec<String>>", a.allowed_from, o.default_language as "spoken: Language",
                  o.deleted_at is not null as "org_deleted!", o.members_see as "members_see: Scope",
                  v.scopes as "approved?: Json<Vec<String>>", p.account_id as "account?: AccountId",
                  p.id as "person?: PersonId", p.language as "language?: Language", m.id as "member?: MemberId",
                  m.role as "role?: Role", m.filter as "filter?: Json<Filter>", c.id as "custom?: RoleId",
                  c.grants as "grants?: Json<Vec<String>>",
                  array(select t.team_id from team_members t where t.org_id = m.org_id and t.member_id = m.id
                        order by t.team_id) as "teams!: Vec<TeamId>"
           from service_accounts a
           join orgs o on o.id = a.org_id
           left join session_in_force($3, $4) s on true
           left join people p on p.org_id = a.org_id and p.account_id = s.account_id
           left join service_approvals v on v.org_id = a.org_id and v.service_id = a.id and v.session_id = $3
                                         and v.person_id = p.id and v.ended_at is null
           left join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null
           left join roles c on c.org_id = m.org_id and c.id = m.custom_role_id
           where a.org_id = $1 and a.id = $2 and a.revoked_at is null"#,
        tx.org().0,
        id.0,
        session.map(|session| session.0),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let mut grants = Grants::stored(&row.scopes.0);
    if let Some(narrowed) = narrowed {
        grants = grants.and(&Grants::stored(&narrowed.split(' ').map(str::to_owned).collect::<Vec<_>>()));
    }
    let (actor, language) = if session.is_some() {
        let (Some(approved), Some(person), Some(member), Some(role)) = (row.approved, row.person, row.member, row.role)
        else {
            return Ok(None);
        };
        let given = Given {
            role,
            custom: row.custom.zip(row.grants.map(|grants| grants.0)),
            members_see: row.members_see,
            filter: row.filter.map(|filter| filter.0).unwrap_or_default(),
            teams: row.teams,
        };
        let rights = given.rights().only(&grants.and(&Grants::stored(&approved.0)));
        let actor = Actor::Service { service: id, rights, behalf: Some(Behalf { person, member }) };
        (actor, row.language.unwrap_or(row.spoken))
    } else {
        (Actor::Service { service: id, rights: Rights::of(grants), behalf: None }, row.spoken)
    };
    let through = Through { actor, account: row.account, language, org_deleted: row.org_deleted };
    Ok(Some(Found { through, allowed_from: row.allowed_from }))
}

/// An approval to be noted.
pub(super) struct NewApproval<'a> {
    pub service: ServiceAccountId,
    pub person: PersonId,
    pub scopes: &'a [String],
    pub redirect_uri: &'a str,
    pub challenge: &'a str,
    pub code: &'a str,
    pub ends: DateTime<Utc>,
}

pub(super) async fn insert_approval(tx: &mut TenantTx, new: &NewApproval<'_>) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into service_approvals (org_id, id, service_id, person_id, scopes, redirect_uri, challenge, code_hash,
                                          code_ends, approved_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"#,
        tx.org().0,
        id,
        new.service.0,
        new.person.0,
        Json(new.scopes) as _,
        new.redirect_uri,
        new.challenge,
        fingerprint(new.code),
        new.ends,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// An approval by its code.
pub(super) struct Code {
    pub id: Uuid,
    pub person: PersonId,
    pub account: AccountId,
    pub scopes: Vec<String>,
    pub redirect_uri: String,
    pub challenge: String,
    pub code_ends: DateTime<Utc>,
    pub used: bool,
    pub session: Option<SessionId>,
    pub open: bool,
}

/// A code that was given to this program. Nobody else spends it until this transaction ends.
pub(super) async fn lock_code(tx: &mut TenantTx, service: ServiceAccountId, code: &str) -> Result<Option<Code>> {
    let row = sqlx::query!(
        r#"select v.id, v.person_id as "person: PersonId", p.account_id as "account: AccountId",
                  v.scopes as "scopes: Json<Vec<String>>", v.redirect_uri, v.challenge, v.code_ends,
                  v.used_at is not null as "used!", v.session_id as "session: SessionId", v.ended_at is null as "open!"
           from service_approvals v join people p on p.org_id = v.org_id and p.id = v.person_id
           where v.org_id = $1 and v.service_id = $2 and v.code_hash = $3 for update of v"#,
        tx.org().0,
        service.0,
        fingerprint(code),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Code {
        id: row.id,
        person: row.person,
        account: row.account,
        scopes: row.scopes.0,
        redirect_uri: row.redirect_uri,
        challenge: row.challenge,
        code_ends: row.code_ends,
        used: row.used,
        session: row.session,
        open: row.open,
    }))
}

/// The code is good no longer; `session` is what it was turned into.
pub(super) async fn spend(tx: &mut TenantTx, id: Uuid, session: Option<SessionId>) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update service_approvals set used_at = $3, session_id = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id,
        now,
        session.map(|session| session.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn end_approval(tx: &mut TenantTx, id: Uuid) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!("update service_approvals set ended_at = $3 where org_id = $1 and id = $2", tx.org().0, id, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn forget_approvals(tx: &mut SystemTx) -> Result<u64> {
    let now = tx.source().now();
    let done = sqlx::query!(
        r#"delete from service_approvals v
           where v.code_ends < $1 and (v.session_id is null or not exists (select from sessions s where s.id = v.session_id))"#,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}
