//! SQL of risers and of the units on them.

use super::{
    super::{
        model::RiserKind,
        risers::{Riser, RiserFacts},
    },
    lock,
};
use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{BuildingId, EntranceId, RiserId, UnitId},
};

/// Those of a building that are there, by kind and name; or the one, archived or not.
pub(in super::super) async fn list(
    tx: &mut TenantTx,
    building: Option<BuildingId>,
    only: Option<RiserId>,
) -> Result<Vec<Riser>> {
    let rows = sqlx::query!(
        r#"select r.id as "id: RiserId", r.building_id as "building: BuildingId", r.entrance_id as "entrance: EntranceId",
                  r.kind as "kind: RiserKind", r.name, r.note, r.version, r.created_at, r.updated_at, r.archived_at,
                  array(select u.id from unit_risers l join units u on u.org_id = l.org_id and u.id = l.unit_id
                        where l.org_id = r.org_id and l.riser_id = r.id and u.archived_at is null
                        order by u.id) as "units!: Vec<UnitId>"
           from risers r
           where r.org_id = $1 and (r.building_id = $2 and r.archived_at is null or r.id = $3)
           order by r.kind, r.name, r.id"#,
        tx.org().0,
        building.map(|id| id.0),
        only.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    let risers = rows.into_iter().map(|row| Riser {
        id: row.id,
        building: row.building,
        facts: RiserFacts { entrance: row.entrance, kind: row.kind, name: row.name, note: row.note, units: row.units },
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
        archived_at: row.archived_at,
    });
    Ok(risers.collect())
}

pub(in super::super) async fn lock(tx: &mut TenantTx, id: RiserId) -> Result<()> {
    lock!(tx, "select id from risers where org_id = $1 and id = $2 and archived_at is null for update", id, "riser")
}

pub(in super::super) async fn insert(tx: &mut TenantTx, building: BuildingId, facts: &RiserFacts) -> Result<RiserId> {
    let (id, now) = (RiserId(tx.source().id()), tx.source().now());
    let inserted = sqlx::query!(
        "insert into risers (org_id, id, building_id, entrance_id, kind, name, note, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
        tx.org().0,
        id.0,
        building.0,
        facts.entrance.map(|entrance| entrance.0),
        facts.kind as RiserKind,
        facts.name,
        facts.note,
        now,
    )
    .execute(tx.conn())
    .await;
    meant(inserted)?;
    Ok(id)
}

pub(in super::super) async fn save(tx: &mut TenantTx, id: RiserId, facts: &RiserFacts) -> Result<()> {
    let now = tx.source().now();
    let saved = sqlx::query!(
        "update risers set entrance_id = $3, kind = $4, name = $5, note = $6, version = version + 1, updated_at = $7
         where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        facts.entrance.map(|entrance| entrance.0),
        facts.kind as RiserKind,
        facts.name,
        facts.note,
        now,
    )
    .execute(tx.conn())
    .await;
    meant(saved)
}

/// Puts exactly these units on it: all of them have to be of its building.
pub(in super::super) async fn set_units(
    tx: &mut TenantTx,
    building: BuildingId,
    id: RiserId,
    units: &[UnitId],
) -> Result<()> {
    sqlx::query!(
        "delete from unit_risers where org_id = $1 and riser_id = $2 and unit_id <> all($3)",
        tx.org().0,
        id.0,
        units as &[UnitId],
    )
    .execute(tx.conn())
    .await?;
    let there = sqlx::query_scalar!(
        r#"with there as (
             select id from units where org_id = $1 and building_id = $2 and id = any($4) and archived_at is null
           ), put as (
             insert into unit_risers (org_id, building_id, unit_id, riser_id)
             select $1, $2, id, $3 from there on conflict do nothing
           )
           select count(*) as "count!" from there"#,
        tx.org().0,
        building.0,
        id.0,
        units as &[UnitId],
    )
    .fetch_one(tx.conn())
    .await?;
    if there == units.len() as i64 { Ok(()) } else { Err(Error::Invalid { field: "unit_ids", code: "units_invalid" }) }
}

pub(in super::super) async fn archive(tx: &mut TenantTx, id: RiserId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update risers set archived_at = $3, version = version + 1, updated_at = $3 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn meant<T>(done: Result<T, sqlx::Error>) -> Result<()> {
    match done {
        Err(sqlx::Error::Database(error)) if error.constraint() == Some("risers_entrance_fkey") => {
            Err(Error::Invalid { field: "entrance_id", code: "entrance_unknown" })
        }
        done => done.on_constraint("risers_name_key", Error::Refused("riser_exists")).map(drop),
    }
}
