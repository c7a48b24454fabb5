//! SQL of a person's own homes.

use super::super::{homes::Invitation, model::ResidentRole};
use crate::{
    Error, Result, TenantTx,
    ids::{BuildingId, PersonId, ResidentId, UnitId},
};

pub(in super::super) async fn by_invite(tx: &mut TenantTx, invite: &str) -> Result<Option<Invitation>> {
    let found = sqlx::query_as!(
        Invitation,
        r#"select u.id as "unit: UnitId", b.address, u.number
           from units u join buildings b on b.org_id = u.org_id and b.id = u.building_id
           where u.org_id = $1 and u.invite = $2 and u.archived_at is null"#,
        tx.org().0,
        invite,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found)
}

pub(in super::super) async fn by_number(
    tx: &mut TenantTx,
    building: BuildingId,
    number: &str,
) -> Result<Option<Invitation>> {
    let found = sqlx::query_as!(
        Invitation,
        r#"select u.id as "unit: UnitId", b.address, u.number
           from units u join buildings b on b.org_id = u.org_id and b.id = u.building_id
           where u.org_id = $1 and u.building_id = $2 and lower(u.number) = lower($3) and u.archived_at is null"#,
        tx.org().0,
        building.0,
        number,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found)
}

/// By address, at most eight.
pub(in super::super) async fn find_buildings(tx: &mut TenantTx, words: &[String]) -> Result<Vec<(BuildingId, String)>> {
    let rows = sqlx::query!(
        r#"select id as "id: BuildingId", address from buildings
           where org_id = $1 and archived_at is null
             and not exists (select from unnest($2::text[]) word where strpos(lower(concat_ws(' ', address, name)), word) = 0)
           order by address, id limit 8"#,
        tx.org().0,
        words,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.address)).collect())
}

/// How a person stands with a unit.
pub(in super::super) struct Standing {
    /// Whether they are verified; none when they do not live there.
    pub now: Option<bool>,
    /// They were told no within a week.
    pub declined_lately: bool,
    /// The register has their phone for it.
    pub expected: bool,
}

pub(in super::super) async fn standing(tx: &mut TenantTx, person: PersonId, unit: UnitId) -> Result<Standing> {
    let since = tx.source().now() - chrono::TimeDelta::days(7);
    let standing = sqlx::query_as!(
        Standing,
        r#"select (select state = 'verified' from residents
                   where org_id = $1 and unit_id = $2 and person_id = $3 and ended_at is null) as now,
                  exists (select from residents where org_id = $1 and unit_id = $2 and person_id = $3
                          and state = 'declined' and ended_at > $4) as "declined_lately!",
                  exists (select from unit_contacts c join people p on p.org_id = c.org_id and p.phone = c.phone and not p.phone_shared
                          where c.org_id = $1 and c.unit_id = $2 and p.id = $3) as "expected!""#,
        tx.org().0,
        unit.0,
        person.0,
        since,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(standing)
}

/// Makes the person a resident of the unit, verified when the register has their phone for it; then with the role that
/// the register says.
pub(in super::super) async fn settle(tx: &mut TenantTx, person: PersonId, unit: UnitId) -> Result<bool> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let verified = sqlx::query_scalar!(
        r#"insert into residents (org_id, id, unit_id, person_id, role, state, state_at, verified_at, created_at)
           select u.org_id, $5, u.id, p.id, c.role, case when c.id is null then 'pending' else 'verified' end, $4,
                  case when c.id is not null then $4::timestamptz end, $4
           from units u join people p on p.org_id = u.org_id and p.id = $3
           left join unit_contacts c
             on c.org_id = u.org_id and c.unit_id = u.id and c.phone = p.phone and not p.phone_shared
           where u.org_id = $1 and u.id = $2 and u.archived_at is null
           on conflict (org_id, unit_id, person_id) where ended_at is null do update
             set role = coalesce(excluded.role, residents.role),
                 state = case when residents.state = 'verified' then 'verified' else excluded.state end,
                 state_at = case when residents.state = excluded.state or residents.state = 'verified'
                                 then residents.state_at else excluded.state_at end,
                 verified_at = coalesce(residents.verified_at, excluded.verified_at),
                 version = residents.version + 1
           returning state = 'verified' as "verified!""#,
        tx.org().0,
        unit.0,
        person.0,
        now,
        id,
    )
    .fetch_optional(tx.conn())
    .await?;
    verified.ok_or(Error::NotFound("unit"))
}

/// Makes every unit with this phone in the register the person's own, verified. Returns all of them, and of each
/// whether that is new.
pub(in super::super) async fn settle_by_phone(
    tx: &mut TenantTx,
    person: PersonId,
    phone: &str,
) -> Result<Vec<(UnitId, bool)>> {
    let now = tx.source().now();
    let known = sqlx::query_scalar!(
        r#"select c.unit_id as "unit: UnitId" from unit_contacts c
           join units u on u.org_id = c.org_id and u.id = c.unit_id and u.archived_at is null
           where c.org_id = $1 and c.phone = $2 order by c.unit_id"#,
        tx.org().0,
        phone,
    )
    .fetch_all(tx.conn())
    .await?;
    let ids: Vec<_> = known.iter().map(|_| tx.source().id()).collect();
    let rows = sqlx::query!(
        r#"with was as (
             select unit_id from residents where org_id = $1 and person_id = $2 and state = 'verified'
           )
           insert into residents (org_id, id, unit_id, person_id, role, state, state_at, verified_at, created_at)
           select c.org_id, known.id, c.unit_id, p.id, c.role, 'verified', $4, $4, $4
           from unnest($5::uuid[], $6::uuid[]) as known (unit_id, id)
           join unit_contacts c on c.org_id = $1 and c.unit_id = known.unit_id and c.phone = $3
           join people p on p.org_id = c.org_id and p.id = $2 and not p.phone_shared
           on conflict (org_id, unit_id, person_id) where ended_at is null do update
             set role = coalesce(residents.role, excluded.role), state = 'verified',
                 state_at = case when residents.state = 'verified' then residents.state_at else excluded.state_at end,
                 verified_at = coalesce(residents.verified_at, excluded.verified_at),
                 version = residents.version + 1
           returning unit_id as "unit: UnitId", unit_id not in (select unit_id from was) as "fresh!""#,
        tx.org().0,
        person.0,
        phone,
        now,
        &known as &[UnitId],
        &ids,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.unit, row.fresh)).collect())
}

/// The one who confirmed this phone; none when nobody did, or more than one.
pub(in super::super) async fn person_of_phone(tx: &mut TenantTx, phone: &str) -> Result<Option<PersonId>> {
    let mut people = sqlx::query_scalar!(
        r#"select id as "id: PersonId" from people where org_id = $1 and phone = $2 limit 2"#,
        tx.org().0,
        phone,
    )
    .fetch_all(tx.conn())
    .await?;
    let one = people.pop();
    Ok(one.filter(|_| people.is_empty()))
}

/// The stay that goes on.
pub(in super::super) async fn stay(tx: &mut TenantTx, person: PersonId, unit: UnitId) -> Result<Option<ResidentId>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: ResidentId" from residents
           where org_id = $1 and unit_id = $2 and person_id = $3 and ended_at is null"#,
        tx.org().0,
        unit.0,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id)
}

/// All that go on, the first one first.
pub(in super::super) async fn stays(tx: &mut TenantTx, person: PersonId) -> Result<Vec<ResidentId>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: ResidentId" from residents
           where org_id = $1 and person_id = $2 and ended_at is null order by created_at, id"#,
        tx.org().0,
        person.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids)
}

/// Sets the role of whoever has none, or waits. Returns whether it is another one now.
pub(in super::super) async fn choose_role(tx: &mut TenantTx, id: ResidentId, role: ResidentRole) -> Result<bool> {
    let done = sqlx::query!(
        "update residents set role = $3, version = version + 1
         where org_id = $1 and id = $2 and ended_at is null and role is distinct from $3
           and (role is null or state = 'pending')",
        tx.org().0,
        id.0,
        role as ResidentRole,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}
