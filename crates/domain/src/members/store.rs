//! SQL of members.

use crate::{
    Result, TenantTx,
    access::Role,
    ids::{MemberId, PersonId},
};

pub(super) async fn upsert(tx: &mut TenantTx, person: PersonId, role: Role) -> Result<MemberId> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let member = sqlx::query_scalar!(
        r#"insert into members (org_id, id, person_id, role, created_at) values ($1, $2, $3, $4, $5)
           on conflict (org_id, person_id) where removed_at is null do update set role = excluded.role
           returning id as "id: MemberId""#,
        tx.org().0,
        id,
        person.0,
        role as Role,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(member)
}
