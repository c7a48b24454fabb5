//! SQL of the elements that an org hides from a role.

use crate::{
    Error, Result, TenantTx,
    access::{Role, RoleRef},
    error::OnConstraint as _,
    ids::RoleId,
};

/// Every element that is hidden, with the role from which.
pub(in crate::access) async fn hidden(tx: &mut TenantTx) -> Result<Vec<(RoleRef, String)>> {
    let rows = sqlx::query!(
        r#"select role as "role?: Role", custom_role_id as "custom?: RoleId", element from ui_element_permissions
           where org_id = $1 order by role nulls last, custom_role_id, element"#,
        tx.org().0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let whose = row.custom.map(RoleRef::Custom).or(row.role.map(RoleRef::Preset))?;
            Some((whose, row.element))
        })
        .collect())
}

/// What is hidden from this role.
pub(in crate::access) async fn hidden_from(tx: &mut TenantTx, whose: RoleRef) -> Result<Vec<String>> {
    let elements = sqlx::query_scalar!(
        r#"select element from ui_element_permissions
           where org_id = $1 and role is not distinct from $2 and custom_role_id is not distinct from $3 order by element"#,
        tx.org().0,
        whose.preset() as Option<Role>,
        whose.custom().map(|role| role.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(elements)
}

/// Hides exactly these elements from the role.
pub(in crate::access) async fn set_hidden(tx: &mut TenantTx, whose: RoleRef, elements: &[String]) -> Result<()> {
    let ids: Vec<uuid::Uuid> = elements.iter().map(|_| tx.source().id()).collect();
    sqlx::query!(
        r#"delete from ui_element_permissions
           where org_id = $1 and role is not distinct from $2 and custom_role_id is not distinct from $3
             and element <> all($4)"#,
        tx.org().0,
        whose.preset() as Option<Role>,
        whose.custom().map(|role| role.0),
        elements,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        r#"insert into ui_element_permissions (org_id, id, role, custom_role_id, element)
           select $1, e.id, $2, $3, e.element from unnest($4::uuid[], $5::text[]) as e (id, element)
           on conflict do nothing"#,
        tx.org().0,
        whose.preset() as Option<Role>,
        whose.custom().map(|role| role.0),
        &ids,
        elements,
    )
    .execute(tx.conn())
    .await
    .on_constraint("ui_element_permissions_org_id_custom_role_id_fkey", Error::NotFound("role"))?;
    Ok(())
}
