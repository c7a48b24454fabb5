//! SQL of complexes.

use super::{
    super::{
        complexes::{Complex, ComplexFacts},
        reached::Reached,
    },
    lock,
};
use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{BuildingId, ComplexId},
};

/// Those that are there, by name; or the one, archived or not.
pub(in super::super) async fn list(
    tx: &mut TenantTx,
    reached: &Reached,
    only: Option<ComplexId>,
) -> Result<Vec<Complex>> {
    let rows = sqlx::query!(
        r#"select c.id as "id: ComplexId", c.name, c.address, c.note, c.version, c.created_at, c.updated_at, c.archived_at,
                  (select count(*) from buildings b
                   where b.org_id = c.org_id and b.complex_id = c.id and b.archived_at is null) as "buildings!"
           from complexes c
           where c.org_id = $1 and ($4::uuid is null and c.archived_at is null or c.id = $4)
             and ($2 or exists (select from buildings b where b.org_id = c.org_id and b.complex_id = c.id and b.id = any($3)))
           order by lower(c.name), c.id"#,
        tx.org().0,
        reached.all,
        &reached.buildings as &[BuildingId],
        only.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    let complex = rows.into_iter().map(|row| Complex {
        id: row.id,
        facts: ComplexFacts { name: row.name, address: row.address, note: row.note },
        buildings: row.buildings,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
        archived_at: row.archived_at,
    });
    Ok(complex.collect())
}

pub(in super::super) async fn lock(tx: &mut TenantTx, id: ComplexId) -> Result<()> {
    lock!(tx, "select id from complexes where org_id = $1 and id = $2 for update", id, "complex")
}

pub(in super::super) async fn insert(tx: &mut TenantTx, facts: &ComplexFacts) -> Result<ComplexId> {
    let (id, now) = (ComplexId(tx.source().id()), tx.source().now());
    sqlx::query!(
        "insert into complexes (org_id, id, name, address, note, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)",
        tx.org().0,
        id.0,
        facts.name,
        facts.address,
        facts.note,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("complexes_name_key", Error::Refused("complex_exists"))?;
    Ok(id)
}

pub(in super::super) async fn save(tx: &mut TenantTx, id: ComplexId, facts: &ComplexFacts) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update complexes set name = $3, address = $4, note = $5, version = version + 1, updated_at = $6
         where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        facts.name,
        facts.address,
        facts.note,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("complexes_name_key", Error::Refused("complex_exists"))?;
    Ok(())
}

pub(in super::super) async fn archive(tx: &mut TenantTx, id: ComplexId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update complexes set archived_at = $3, version = version + 1, updated_at = $3 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
