//! SQL of access.

use crate::{
    Result, TenantTx,
    access::Role,
    ids::{MemberId, PersonId},
};

/// The person's membership in force, if they have one; the outer none when there is no such person.
pub(super) async fn membership(tx: &mut TenantTx, person: PersonId) -> Result<Option<Option<(MemberId, Role)>>> {
    let row = sqlx::query!(
        r#"select m.id as "id?: MemberId", m.role as "role?: Role" from people p
           left join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null
           where p.org_id = $1 and p.id = $2"#,
        tx.org().0,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| row.id.zip(row.role)))
}
