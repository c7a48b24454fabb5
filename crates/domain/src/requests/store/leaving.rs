//! SQL of what somebody leaves behind who does no work any more.

use crate::{
    Result, TenantTx,
    ids::{PersonId, RequestId, RoleId},
};

/// What this person has, as any of the members that they were: in the order of their ids.
pub(in crate::requests) async fn held(tx: &mut TenantTx, person: PersonId) -> Result<Vec<RequestId>> {
    let held = sqlx::query_scalar!(
        r#"select r.id as "id: RequestId" from requests r
           join members m on m.org_id = r.org_id and m.id = r.assignee_id
           where r.org_id = $1 and m.person_id = $2 and r.status not in ('done', 'closed', 'cancelled', 'declined')
           order by r.id"#,
        tx.org().0,
        person.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(held)
}

/// Who has it.
pub(in crate::requests) async fn holder(tx: &mut TenantTx, request: RequestId) -> Result<Option<PersonId>> {
    let holder = sqlx::query_scalar!(
        r#"select m.person_id as "person: PersonId" from requests r
           join members m on m.org_id = r.org_id and m.id = r.assignee_id
           where r.org_id = $1 and r.id = $2"#,
        tx.org().0,
        request.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(holder)
}

/// Who of those with this role has open work.
pub(in crate::requests) async fn holders(tx: &mut TenantTx, role: RoleId) -> Result<Vec<PersonId>> {
    let holders = sqlx::query_scalar!(
        r#"select distinct m.person_id as "person: PersonId" from members m
           join requests r on r.org_id = m.org_id and r.assignee_id = m.id
             and r.status not in ('done', 'closed', 'cancelled', 'declined')
           where m.org_id = $1 and m.custom_role_id = $2 and m.removed_at is null
           order by 1"#,
        tx.org().0,
        role.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(holders)
}
