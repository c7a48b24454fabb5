//! SQL of the roles that orgs make for themselves.

use sqlx::types::Json;

use crate::{
    Error, Result, TenantTx,
    access::{CustomRole, Filter, Grants, Role, Scope, given::Given},
    error::OnConstraint as _,
    ids::{MemberId, PersonId, RoleId},
};

/// All of them by name, or one.
pub(in crate::access) async fn roles(tx: &mut TenantTx, only: Option<RoleId>) -> Result<Vec<CustomRole>> {
    let rows = sqlx::query!(
        r#"select r.id as "id: RoleId", r.name, r.based_on as "based_on: Role", r.grants as "grants: Json<Vec<String>>",
                  r.version, r.created_at, r.updated_at,
                  (select count(*) from members m where m.org_id = r.org_id and m.custom_role_id = r.id
                   and m.removed_at is null) as "members!"
           from roles r where r.org_id = $1 and ($2::uuid is null or r.id = $2) order by lower(r.name), r.id"#,
        tx.org().0,
        only.map(|role| role.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| CustomRole {
            id: row.id,
            name: row.name,
            based_on: row.based_on,
            grants: Grants::stored(&row.grants.0),
            members: row.members,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
        .collect())
}

/// Nobody else changes the role until this transaction ends.
pub(in crate::access) async fn lock_role(tx: &mut TenantTx, id: RoleId) -> Result<()> {
    let found = sqlx::query_scalar!("select 1 from roles where org_id = $1 and id = $2 for update", tx.org().0, id.0)
        .fetch_optional(tx.conn())
        .await?;
    found.map(drop).ok_or(Error::NotFound("role"))
}

pub(in crate::access) async fn insert_role(
    tx: &mut TenantTx,
    name: &str,
    based_on: Role,
    grants: &Grants,
) -> Result<RoleId> {
    let (id, now) = (RoleId(tx.source().id()), tx.source().now());
    sqlx::query!(
        r#"insert into roles (org_id, id, name, based_on, grants, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $6)"#,
        tx.org().0,
        id.0,
        name,
        based_on as Role,
        serde_json::json!(grants.written()),
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("roles_name_key", Error::Refused("role_name_taken"))?;
    Ok(id)
}

pub(in crate::access) async fn save_role(tx: &mut TenantTx, id: RoleId, name: &str, grants: &Grants) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update roles set name = $3, grants = $4, version = version + 1, updated_at = $5 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        name,
        serde_json::json!(grants.written()),
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("roles_name_key", Error::Refused("role_name_taken"))?;
    Ok(())
}

/// Former members forget the role; those who are members keep it from being deleted.
pub(in crate::access) async fn delete_role(tx: &mut TenantTx, id: RoleId) -> Result<()> {
    sqlx::query!(
        r#"update members set custom_role_id = null
           where org_id = $1 and custom_role_id = $2 and removed_at is not null"#,
        tx.org().0,
        id.0,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("delete from roles where org_id = $1 and id = $2", tx.org().0, id.0)
        .execute(tx.conn())
        .await
        .on_constraint("members_custom_role_fkey", Error::Refused("role_in_use"))?;
    Ok(())
}

/// What a member has, before somebody changes it.
pub(in crate::access) struct Held {
    pub person: PersonId,
    pub role: Role,
    pub custom: Option<(RoleId, Vec<String>)>,
    pub members_see: Scope,
    pub filter: Filter,
}

impl Held {
    pub fn given(&self) -> Given {
        Given {
            role: self.role,
            custom: self.custom.clone(),
            members_see: self.members_see,
            filter: self.filter.clone(),
            teams: vec![],
        }
    }
}

/// What a member in force has; nobody else changes it until this transaction ends.
pub(in crate::access) async fn lock_member(tx: &mut TenantTx, id: MemberId) -> Result<Option<Held>> {
    let row = sqlx::query!(
        r#"select m.person_id as "person: PersonId", m.role as "role: Role", m.filter as "filter: Json<Filter>",
                  c.id as "custom?: RoleId", c.grants as "grants?: Json<Vec<String>>",
                  o.members_see as "members_see: Scope"
           from members m
           join orgs o on o.id = m.org_id
           left join roles c on c.org_id = m.org_id and c.id = m.custom_role_id
           where m.org_id = $1 and m.id = $2 and m.removed_at is null for update of m"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Held {
        person: row.person,
        role: row.role,
        custom: row.custom.zip(row.grants.map(|grants| grants.0)),
        members_see: row.members_see,
        filter: row.filter.0,
    }))
}

pub(in crate::access) async fn save_custom_role(
    tx: &mut TenantTx,
    member: MemberId,
    based_on: Role,
    id: Option<RoleId>,
) -> Result<()> {
    sqlx::query!(
        "update members set role = $3, custom_role_id = $4, version = version + 1 where org_id = $1 and id = $2",
        tx.org().0,
        member.0,
        based_on as Role,
        id.map(|role| role.0),
    )
    .execute(tx.conn())
    .await
    .on_constraint("members_custom_role_fkey", Error::NotFound("role"))?;
    Ok(())
}

/// The org's setting «members see».
pub(in crate::access) async fn members_see(tx: &mut TenantTx) -> Result<Scope> {
    let scope = sqlx::query_scalar!(r#"select members_see as "scope: Scope" from orgs where id = $1"#, tx.org().0)
        .fetch_one(tx.conn())
        .await?;
    Ok(scope)
}

pub(in crate::access) async fn set_members_see(tx: &mut TenantTx, scope: Scope) -> Result<()> {
    sqlx::query!("update orgs set members_see = $2, version = version + 1 where id = $1", tx.org().0, scope as Scope,)
        .execute(tx.conn())
        .await?;
    Ok(())
}
