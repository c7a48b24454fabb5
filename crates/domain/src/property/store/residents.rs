//! SQL of residents and of what the register expects (`unit_contacts`).

use super::super::{
    model::{ResidentRole, ResidentState},
    reached::Reached,
    residents::{Resident, ResidentsWanted},
};
use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{BuildingId, PersonId, ResidentId, UnitId},
};

/// Those that are wanted, by address and unit; or the one, however it stands. What the register expects is left out
/// where somebody with that phone lives.
pub(in super::super) async fn list(
    tx: &mut TenantTx,
    reached: &Reached,
    words: &[String],
    wanted: &ResidentsWanted<'_>,
    only: Option<ResidentId>,
    limit: i64,
) -> Result<Vec<Resident>> {
    let residents = sqlx::query_as!(
        Resident,
        r#"with lives as (
             select r.id, r.unit_id, r.person_id, p.name, p.phone, r.role, r.state, r.state_at, r.version, r.created_at
             from residents r join people p on p.org_id = r.org_id and p.id = r.person_id
             where r.org_id = $1
             union all
             select c.id, c.unit_id, null, c.name, c.phone, c.role, 'expected', c.updated_at, c.version, c.created_at
             from unit_contacts c
             where c.org_id = $1 and (c.id = $4 or c.phone is null or not exists (
               select from residents r join people p on p.org_id = r.org_id and p.id = r.person_id
               where r.org_id = $1 and r.unit_id = c.unit_id and r.ended_at is null and p.phone = c.phone))
           )
           select l.id as "id!: ResidentId", l.unit_id as "unit!: UnitId", u.building_id as "building: BuildingId", b.address,
                  u.number, l.person_id as "person: PersonId", l.name, l.phone, l.role as "role: ResidentRole",
                  l.state as "state!: ResidentState", l.state_at as "since!", l.version as "version!",
                  l.created_at as "created_at!"
           from lives l
           join units u on u.org_id = $1 and u.id = l.unit_id
           join buildings b on b.org_id = $1 and b.id = u.building_id
           where ($2 or u.building_id = any($3))
             and ($4::uuid is null or l.id = $4)
             and ($4::uuid is not null or l.state = $9 or $9::text is null and l.state in ('expected', 'pending', 'verified'))
             and ($5::uuid is null or b.complex_id = $5)
             and ($6::uuid is null or u.building_id = $6)
             and ($7::uuid is null or u.id = $7)
             and ($8::text is null or l.role = $8)
             and ($10::uuid is null or (b.address, u.sort, l.id) > (
                   select sb.address, su.sort, s.id
                   from lives s join units su on su.org_id = $1 and su.id = s.unit_id
                   join buildings sb on sb.org_id = $1 and sb.id = su.building_id where s.id = $10))
             and not exists (
                   select from unnest($11::text[]) word
                   where not (strpos(lower(concat_ws(' ', l.name, b.address, b.name)), word) > 0
                              or starts_with(lower(u.number), word) or coalesce(lower(u.account) = word, false)
                              or word ~ '^[0-9]{4,}$' and coalesce(strpos(l.phone, word), 0) > 0))
           order by b.address, u.sort, l.id limit $12"#,
        tx.org().0,
        reached.all,
        &reached.buildings as &[BuildingId],
        only.map(|id| id.0),
        wanted.complex.map(|id| id.0),
        wanted.building.map(|id| id.0),
        wanted.unit.map(|id| id.0),
        wanted.role as Option<ResidentRole>,
        wanted.state as Option<ResidentState>,
        wanted.after.map(|id| id.0),
        words,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(residents)
}

/// Locks a stay, or what the register expects.
pub(in super::super) async fn lock(tx: &mut TenantTx, id: ResidentId) -> Result<()> {
    let stay =
        sqlx::query_scalar!("select id from residents where org_id = $1 and id = $2 for update", tx.org().0, id.0)
            .fetch_optional(tx.conn())
            .await?;
    if stay.is_some() {
        return Ok(());
    }
    let expected =
        sqlx::query_scalar!("select id from unit_contacts where org_id = $1 and id = $2 for update", tx.org().0, id.0)
            .fetch_optional(tx.conn())
            .await?;
    expected.map(drop).ok_or(Error::NotFound("resident"))
}

/// A person whom staff know to live there. One who waits is verified by this.
pub(in super::super) async fn insert(
    tx: &mut TenantTx,
    person: PersonId,
    unit: UnitId,
    role: Option<ResidentRole>,
    by: Option<PersonId>,
) -> Result<ResidentId> {
    let (id, now) = (ResidentId(tx.source().id()), tx.source().now());
    let inserted = sqlx::query_scalar!(
        r#"insert into residents (org_id, id, unit_id, person_id, role, state, state_at, state_by, verified_at, created_at)
           values ($1, $2, $3, $4, $5, 'verified', $7, $6, $7, $7)
           on conflict (org_id, unit_id, person_id) where ended_at is null do update
             set role = coalesce(excluded.role, residents.role), state = 'verified', state_at = excluded.state_at,
                 state_by = excluded.state_by, verified_at = excluded.verified_at, version = residents.version + 1
             where residents.state = 'pending'
           returning id as "id: ResidentId""#,
        tx.org().0,
        id.0,
        unit.0,
        person.0,
        role as Option<ResidentRole>,
        by.map(|person| person.0),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    inserted.ok_or(Error::Refused("resident_listed"))
}

/// Whether the register has this phone for the unit, or somebody with it lives there.
pub(in super::super) async fn is_listed(tx: &mut TenantTx, unit: UnitId, phone: Option<&str>) -> Result<bool> {
    let listed = sqlx::query_scalar!(
        r#"select exists (select from unit_contacts where org_id = $1 and unit_id = $2 and phone = $3)
               or exists (select from residents r join people p on p.org_id = r.org_id and p.id = r.person_id
                          where r.org_id = $1 and r.unit_id = $2 and r.state = 'verified' and p.phone = $3) as "listed!""#,
        tx.org().0,
        unit.0,
        phone,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(listed)
}

/// Writes what the register expects; none when it expects exactly that already.
pub(in super::super) async fn enlist(
    tx: &mut TenantTx,
    unit: UnitId,
    phone: Option<&str>,
    name: Option<&str>,
    role: Option<ResidentRole>,
) -> Result<Option<ResidentId>> {
    let (id, now) = (ResidentId(tx.source().id()), tx.source().now());
    let written = sqlx::query_scalar!(
        r#"insert into unit_contacts (org_id, id, unit_id, phone, name, role, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $7)
           on conflict on constraint unit_contacts_phone_key do update
             set name = coalesce(excluded.name, unit_contacts.name), role = coalesce(excluded.role, unit_contacts.role),
                 version = unit_contacts.version + 1, updated_at = excluded.updated_at
             where (coalesce(excluded.name, unit_contacts.name), coalesce(excluded.role, unit_contacts.role))
                   is distinct from (unit_contacts.name, unit_contacts.role)
           returning id as "id: ResidentId""#,
        tx.org().0,
        id.0,
        unit.0,
        phone,
        name,
        role as Option<ResidentRole>,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(written)
}

/// What the register has under this phone for the unit.
pub(in super::super) async fn listed(tx: &mut TenantTx, unit: UnitId, phone: Option<&str>) -> Result<ResidentId> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: ResidentId" from unit_contacts where org_id = $1 and unit_id = $2 and phone = $3"#,
        tx.org().0,
        unit.0,
        phone,
    )
    .fetch_optional(tx.conn())
    .await?;
    id.ok_or(Error::NotFound("resident"))
}

/// Role, and for what the register expects also name and phone.
pub(in super::super) async fn save(tx: &mut TenantTx, next: &Resident) -> Result<()> {
    let now = tx.source().now();
    if next.person.is_some() {
        sqlx::query!(
            "update residents set role = $3, version = version + 1 where org_id = $1 and id = $2",
            tx.org().0,
            next.id.0,
            next.role as Option<ResidentRole>,
        )
        .execute(tx.conn())
        .await?;
        return Ok(());
    }
    sqlx::query!(
        "update unit_contacts set name = $3, phone = $4, role = $5, version = version + 1, updated_at = $6
         where org_id = $1 and id = $2",
        tx.org().0,
        next.id.0,
        next.name,
        next.phone,
        next.role as Option<ResidentRole>,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("unit_contacts_phone_key", Error::Refused("resident_listed"))?;
    Ok(())
}

/// A stay goes on, or ends.
pub(in super::super) async fn set_state(
    tx: &mut TenantTx,
    id: ResidentId,
    state: ResidentState,
    by: Option<PersonId>,
) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update residents set state = $3, state_at = $4, state_by = $5, version = version + 1,
                              verified_at = case $3 when 'verified' then $4 when 'declined' then null else verified_at end,
                              ended_at = case when $6 then $4 end
         where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        state as ResidentState,
        now,
        by.map(|person| person.0),
        state.is_over(),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The register does not expect them any more.
pub(in super::super) async fn forget(tx: &mut TenantTx, id: ResidentId) -> Result<()> {
    sqlx::query!("delete from unit_contacts where org_id = $1 and id = $2", tx.org().0, id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The same by the person's phone.
pub(in super::super) async fn forget_phone_of(tx: &mut TenantTx, person: PersonId, unit: UnitId) -> Result<()> {
    sqlx::query!(
        "delete from unit_contacts c using people p
         where p.org_id = $1 and p.id = $2 and c.org_id = $1 and c.unit_id = $3 and c.phone = p.phone",
        tx.org().0,
        person.0,
        unit.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether they are a verified owner of the unit.
pub(in super::super) async fn is_owner(tx: &mut TenantTx, person: PersonId, unit: UnitId) -> Result<bool> {
    let owns = sqlx::query_scalar!(
        r#"select exists (select from residents where org_id = $1 and unit_id = $2 and person_id = $3
                          and role = 'owner' and state = 'verified') as "owns!""#,
        tx.org().0,
        unit.0,
        person.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(owns)
}
