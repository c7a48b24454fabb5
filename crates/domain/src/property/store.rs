//! SQL of property.

use super::service::{Invitation, NewUnit, UnitLink};
use crate::{
    Error, Result, TenantTx,
    ids::{BuildingId, PersonId, UnitId},
};

pub(super) async fn upsert_building(tx: &mut TenantTx, address: &str) -> Result<BuildingId> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let building = sqlx::query_scalar!(
        r#"insert into buildings (org_id, id, address, created_at) values ($1, $2, $3, $4)
           on conflict on constraint buildings_address_key do update set address = excluded.address
           returning id as "id: BuildingId""#,
        tx.org().0,
        id,
        address,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(building)
}

pub(super) async fn upsert_unit(tx: &mut TenantTx, building: BuildingId, new: &NewUnit<'_>) -> Result<UnitLink> {
    let (id, now, invite) = (tx.source().id(), tx.source().now(), tx.source().token(12));
    let row = sqlx::query!(
        r#"insert into units (org_id, id, building_id, number, entrance, floor, invite, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict on constraint units_number_key do update
             set entrance = coalesce(excluded.entrance, units.entrance), floor = coalesce(excluded.floor, units.floor)
           returning id as "unit: UnitId", invite"#,
        tx.org().0,
        id,
        building.0,
        new.number,
        new.entrance,
        new.floor,
        invite,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(UnitLink { unit: row.unit, invite: row.invite })
}

pub(super) async fn insert_contact(tx: &mut TenantTx, unit: UnitId, phone: &str) -> Result<()> {
    sqlx::query!(
        "insert into unit_contacts (org_id, unit_id, phone) values ($1, $2, $3) on conflict do nothing",
        tx.org().0,
        unit.0,
        phone,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn by_invite(tx: &mut TenantTx, invite: &str) -> Result<Option<Invitation>> {
    let found = sqlx::query_as!(
        Invitation,
        r#"select u.id as "unit: UnitId", b.address, u.number
           from units u join buildings b on b.org_id = u.org_id and b.id = u.building_id
           where u.org_id = $1 and u.invite = $2"#,
        tx.org().0,
        invite,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found)
}

/// Makes the person a resident of the unit, verified when the register has their phone for it.
pub(super) async fn settle(tx: &mut TenantTx, person: PersonId, unit: UnitId) -> Result<bool> {
    let now = tx.source().now();
    let verified = sqlx::query_scalar!(
        r#"insert into residents (org_id, unit_id, person_id, verified_at, created_at)
           select u.org_id, u.id, p.id, case when exists (
               select 1 from unit_contacts c where c.org_id = u.org_id and c.unit_id = u.id and c.phone = p.phone)
               then $4::timestamptz end, $4
           from units u join people p on p.org_id = u.org_id and p.id = $3
           where u.org_id = $1 and u.id = $2
           on conflict (org_id, unit_id, person_id) do update
             set verified_at = coalesce(residents.verified_at, excluded.verified_at)
           returning verified_at is not null as "verified!""#,
        tx.org().0,
        unit.0,
        person.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    verified.ok_or(Error::NotFound("unit"))
}

/// Makes every unit with this phone in the register the person's own, verified. Returns all of them.
pub(super) async fn settle_by_phone(tx: &mut TenantTx, person: PersonId, phone: &str) -> Result<Vec<UnitId>> {
    let now = tx.source().now();
    let units = sqlx::query_scalar!(
        r#"insert into residents (org_id, unit_id, person_id, verified_at, created_at)
           select c.org_id, c.unit_id, p.id, $4, $4
           from unit_contacts c join people p on p.org_id = c.org_id and p.id = $2
           where c.org_id = $1 and c.phone = $3
           on conflict (org_id, unit_id, person_id) do update
             set verified_at = coalesce(residents.verified_at, excluded.verified_at)
           returning unit_id as "unit: UnitId""#,
        tx.org().0,
        person.0,
        phone,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(units)
}

pub(super) async fn buildings(tx: &mut TenantTx, limit: i64) -> Result<Vec<(BuildingId, String)>> {
    let rows = sqlx::query!(
        r#"select id as "id: BuildingId", address from buildings where org_id = $1 order by address limit $2"#,
        tx.org().0,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.address)).collect())
}
