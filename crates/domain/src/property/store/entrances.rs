//! SQL of entrances.

use super::{
    super::entrances::{Entrance, EntranceFacts, Sticker},
    lock,
};
use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{BuildingId, EntranceId},
};

/// Those of a building that are there, by number; or the one, archived or not.
pub(in super::super) async fn list(
    tx: &mut TenantTx,
    building: Option<BuildingId>,
    only: Option<EntranceId>,
) -> Result<Vec<Entrance>> {
    let rows = sqlx::query!(
        r#"select e.id as "id: EntranceId", e.building_id as "building: BuildingId", e.number, e.door_code, e.note, e.sticker,
                  e.version, e.created_at, e.updated_at, e.archived_at,
                  (select count(*) from units u
                   where u.org_id = e.org_id and u.entrance_id = e.id and u.archived_at is null) as "units!"
           from entrances e
           where e.org_id = $1 and (e.building_id = $2 and e.archived_at is null or e.id = $3)
           order by e.number, e.id"#,
        tx.org().0,
        building.map(|id| id.0),
        only.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    let entrances = rows.into_iter().map(|row| Entrance {
        id: row.id,
        building: row.building,
        facts: EntranceFacts { number: row.number, door_code: row.door_code, note: row.note },
        sticker: row.sticker,
        units: row.units,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
        archived_at: row.archived_at,
    });
    Ok(entrances.collect())
}

pub(in super::super) async fn of_number(
    tx: &mut TenantTx,
    building: BuildingId,
    number: i16,
) -> Result<Option<EntranceId>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: EntranceId" from entrances
           where org_id = $1 and building_id = $2 and number = $3 and archived_at is null"#,
        tx.org().0,
        building.0,
        number,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id)
}

pub(in super::super) async fn by_sticker(tx: &mut TenantTx, token: &str) -> Result<Option<Sticker>> {
    let found = sqlx::query_as!(
        Sticker,
        r#"select e.id as "entrance: EntranceId", e.number, b.id as "building: BuildingId", b.address
           from entrances e join buildings b on b.org_id = e.org_id and b.id = e.building_id
           where e.org_id = $1 and e.sticker = $2 and e.archived_at is null and b.archived_at is null"#,
        tx.org().0,
        token,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found)
}

pub(in super::super) async fn lock(tx: &mut TenantTx, id: EntranceId) -> Result<()> {
    lock!(
        tx,
        "select id from entrances where org_id = $1 and id = $2 and archived_at is null for update",
        id,
        "entrance"
    )
}

pub(in super::super) async fn insert(
    tx: &mut TenantTx,
    building: BuildingId,
    facts: &EntranceFacts,
) -> Result<EntranceId> {
    let (id, now, sticker) = (EntranceId(tx.source().id()), tx.source().now(), tx.source().token(12));
    sqlx::query!(
        "insert into entrances (org_id, id, building_id, number, door_code, note, sticker, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
        tx.org().0,
        id.0,
        building.0,
        facts.number,
        facts.door_code,
        facts.note,
        sticker,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("entrances_number_key", Error::Refused("entrance_exists"))?;
    Ok(id)
}

pub(in super::super) async fn save(tx: &mut TenantTx, id: EntranceId, facts: &EntranceFacts) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update entrances set number = $3, door_code = $4, note = $5, version = version + 1, updated_at = $6
         where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        facts.number,
        facts.door_code,
        facts.note,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("entrances_number_key", Error::Refused("entrance_exists"))?;
    Ok(())
}

pub(in super::super) async fn renew(tx: &mut TenantTx, id: EntranceId) -> Result<()> {
    let (now, sticker) = (tx.source().now(), tx.source().token(12));
    sqlx::query!(
        "update entrances set sticker = $3, version = version + 1, updated_at = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        sticker,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in super::super) async fn archive(tx: &mut TenantTx, id: EntranceId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update entrances set archived_at = $3, version = version + 1, updated_at = $3 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
