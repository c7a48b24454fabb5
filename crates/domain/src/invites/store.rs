//! SQL of invites.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::model::{Invite, NewInvite};
use crate::{
    Error, OrgId, Result, SystemTx, TenantTx,
    access::{Actor, Filter, Role},
    error::OnConstraint as _,
    ids::{InviteId, PersonId},
};

struct Row {
    id: InviteId,
    role: Role,
    filter: Json<Filter>,
    name: Option<String>,
    inviter: Option<PersonId>,
    inviter_name: Option<String>,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
    accepted_at: Option<DateTime<Utc>>,
}

impl From<Row> for Invite {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            role: row.role,
            filter: row.filter.0,
            name: row.name,
            inviter: row.inviter,
            inviter_name: row.inviter_name,
            created_at: row.created_at,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
            accepted_at: row.accepted_at,
        }
    }
}

pub(super) async fn insert(
    tx: &mut TenantTx,
    actor: &Actor,
    new: &NewInvite<'_>,
    name: Option<&str>,
    token_hash: &[u8],
    until: DateTime<Utc>,
) -> Result<InviteId> {
    let (id, now) = (InviteId(tx.source().id()), tx.source().now());
    sqlx::query!(
        r#"insert into invites (org_id, id, token_hash, role, filter, name, inviter_id, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"#,
        tx.org().0,
        id.0,
        token_hash,
        new.role as Role,
        Json(&new.filter) as _,
        name,
        actor.person().map(|person| person.0),
        now,
        until,
    )
    .execute(tx.conn())
    .await
    .on_constraint("invites_inviter_fkey", Error::NotFound("person"))?;
    Ok(id)
}

/// `lock` keeps it from being accepted twice at once.
pub(super) async fn get(tx: &mut TenantTx, id: InviteId, lock: bool) -> Result<Option<Invite>> {
    if lock {
        sqlx::query_scalar!("select id from invites where org_id = $1 and id = $2 for update", tx.org().0, id.0)
            .fetch_optional(tx.conn())
            .await?;
    }
    one(tx, Some(id), None).await
}

pub(super) async fn by_token(tx: &mut TenantTx, token_hash: &[u8]) -> Result<Option<Invite>> {
    one(tx, None, Some(token_hash)).await
}

/// By whichever of the two is said.
async fn one(tx: &mut TenantTx, id: Option<InviteId>, token_hash: Option<&[u8]>) -> Result<Option<Invite>> {
    let row = sqlx::query_as!(
        Row,
        r#"select i.id as "id: InviteId", i.role as "role: Role", i.filter as "filter: Json<Filter>", i.name,
                  i.inviter_id as "inviter: PersonId", p.name as "inviter_name?", i.created_at, i.expires_at, i.revoked_at,
                  i.accepted_at
           from invites i left join people p on p.org_id = i.org_id and p.id = i.inviter_id
           where i.org_id = $1 and (i.id = $2 or i.token_hash = $3)"#,
        tx.org().0,
        id.map(|id| id.0),
        token_hash,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Invite::from))
}

/// The org that an invite of this token is to.
pub(super) async fn org_of(tx: &mut SystemTx, token_hash: &[u8]) -> Result<Option<OrgId>> {
    let org = sqlx::query_scalar!(r#"select org_id as "org: OrgId" from invites where token_hash = $1"#, token_hash)
        .fetch_optional(tx.conn())
        .await?;
    Ok(org)
}

pub(super) async fn list(tx: &mut TenantTx) -> Result<Vec<Invite>> {
    let now = tx.source().now();
    let rows = sqlx::query_as!(
        Row,
        r#"select i.id as "id: InviteId", i.role as "role: Role", i.filter as "filter: Json<Filter>", i.name,
                  i.inviter_id as "inviter: PersonId", p.name as "inviter_name?", i.created_at, i.expires_at, i.revoked_at,
                  i.accepted_at
           from invites i left join people p on p.org_id = i.org_id and p.id = i.inviter_id
           where i.org_id = $1 and i.revoked_at is null and i.accepted_at is null and i.expires_at > $2
           order by i.id desc limit 100"#,
        tx.org().0,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Invite::from).collect())
}

pub(super) async fn set_revoked(tx: &mut TenantTx, id: InviteId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!("update invites set revoked_at = $3 where org_id = $1 and id = $2", tx.org().0, id.0, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn set_accepted(tx: &mut TenantTx, id: InviteId, by: PersonId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update invites set accepted_at = $3, accepted_by = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
        by.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
