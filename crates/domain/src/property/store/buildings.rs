//! SQL of buildings.

use super::{
    super::{
        buildings::{Building, BuildingFacts, BuildingsWanted},
        model::Point,
        reached::Reached,
    },
    lock,
};
use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{BuildingId, ComplexId},
};

/// Those that are there, by address; or the one, archived or not.
pub(in super::super) async fn list(
    tx: &mut TenantTx,
    reached: &Reached,
    words: &[String],
    wanted: &BuildingsWanted<'_>,
    only: Option<BuildingId>,
    limit: i64,
) -> Result<Vec<Building>> {
    let rows = sqlx::query!(
        r#"select b.id as "id: BuildingId", b.address, b.name, b.complex_id as "complex: ComplexId",
                  c.name as "complex_name?", b.latitude, b.longitude, b.entrances, b.floors, b.note, b.version,
                  b.created_at, b.updated_at, b.archived_at,
                  (select count(*) from units u
                   where u.org_id = b.org_id and u.building_id = b.id and u.archived_at is null) as "units!",
                  (select count(distinct u.id) from units u join residents r on r.org_id = u.org_id and r.unit_id = u.id
                   where u.org_id = b.org_id and u.building_id = b.id and u.archived_at is null
                     and r.state = 'verified') as "inhabited!"
           from buildings b left join complexes c on c.org_id = b.org_id and c.id = b.complex_id
           where b.org_id = $1 and ($2 or b.id = any($3))
             and ($4::uuid is null and (b.archived_at is not null) = $6 or b.id = $4)
             and ($5::uuid is null or b.complex_id = $5)
             and ($7::uuid is null or (b.address, b.id) > (select s.address, s.id from buildings s where s.org_id = $1 and s.id = $7))
             and not exists (select from unnest($8::text[]) word
                             where strpos(lower(concat_ws(' ', b.address, b.name, c.name)), word) = 0)
           order by b.address, b.id limit $9"#,
        tx.org().0,
        reached.all,
        &reached.buildings as &[BuildingId],
        only.map(|id| id.0),
        wanted.complex.map(|id| id.0),
        wanted.archived,
        wanted.after.map(|id| id.0),
        words,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    let buildings = rows.into_iter().map(|row| Building {
        id: row.id,
        facts: BuildingFacts {
            address: row.address,
            name: row.name,
            complex: row.complex,
            point: row.latitude.zip(row.longitude).map(|(latitude, longitude)| Point { latitude, longitude }),
            entrances: row.entrances,
            floors: row.floors,
            note: row.note,
        },
        complex_name: row.complex_name,
        units: row.units,
        inhabited: row.inhabited,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
        archived_at: row.archived_at,
    });
    Ok(buildings.collect())
}

pub(in super::super) async fn at_address(tx: &mut TenantTx, address: &str) -> Result<Option<BuildingId>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: BuildingId" from buildings
           where org_id = $1 and lower(address) = lower($2) and archived_at is null"#,
        tx.org().0,
        address,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id)
}

pub(in super::super) async fn lock(tx: &mut TenantTx, id: BuildingId) -> Result<()> {
    lock!(
        tx,
        "select id from buildings where org_id = $1 and id = $2 and archived_at is null for update",
        id,
        "building"
    )
}

pub(in super::super) async fn insert(tx: &mut TenantTx, facts: &BuildingFacts) -> Result<BuildingId> {
    let (id, now) = (BuildingId(tx.source().id()), tx.source().now());
    let inserted = sqlx::query!(
        "insert into buildings (org_id, id, address, name, complex_id, latitude, longitude, entrances, floors, note,
                                created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)",
        tx.org().0,
        id.0,
        facts.address,
        facts.name,
        facts.complex.map(|complex| complex.0),
        facts.point.map(|point| point.latitude),
        facts.point.map(|point| point.longitude),
        facts.entrances,
        facts.floors,
        facts.note,
        now,
    )
    .execute(tx.conn())
    .await;
    meant(inserted)?;
    Ok(id)
}

pub(in super::super) async fn save(tx: &mut TenantTx, id: BuildingId, facts: &BuildingFacts) -> Result<()> {
    let now = tx.source().now();
    let saved = sqlx::query!(
        "update buildings set address = $3, name = $4, complex_id = $5, latitude = $6, longitude = $7, entrances = $8,
                              floors = $9, note = $10, version = version + 1, updated_at = $11
         where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        facts.address,
        facts.name,
        facts.complex.map(|complex| complex.0),
        facts.point.map(|point| point.latitude),
        facts.point.map(|point| point.longitude),
        facts.entrances,
        facts.floors,
        facts.note,
        now,
    )
    .execute(tx.conn())
    .await;
    meant(saved)
}

pub(in super::super) async fn archive(tx: &mut TenantTx, id: BuildingId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update buildings set archived_at = $3, version = version + 1, updated_at = $3 where org_id = $1 and id = $2",
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
        Err(sqlx::Error::Database(error)) if error.constraint() == Some("buildings_complex_fkey") => {
            Err(Error::Invalid { field: "complex_id", code: "complex_unknown" })
        }
        done => done.on_constraint("buildings_address_key", Error::Refused("building_exists")).map(drop),
    }
}
