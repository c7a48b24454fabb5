//! SQL that loads the rows of an import that are right. Each statement takes them all at once and notes what it made or
//! changed; each returns how many that were. Buildings are found by their address, units by their number, people by
//! their phone, all as the register itself tells them apart.

use crate::{
    Result, TenantTx,
    ids::{ImportId, PersonId, UnitId},
};

pub(in super::super) async fn complexes(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with made as (
           insert into complexes (org_id, id, name, created_at, updated_at)
           select distinct on (lower(r.complex)) r.org_id, r.complex_id, r.complex, $3, $3
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           where r.org_id = $1 and r.import_id = $2 and r.problems is null and r.complex is not null
           order by lower(r.complex), r.number
           on conflict (org_id, lower(name)) where archived_at is null do nothing
           returning id, version)
         insert into import_changes (org_id, import_id, kind, id, version) select $1, $2, 'complex', id, version from made"
    )
}

/// A building that is there already stays in its complex.
pub(in super::super) async fn buildings(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with made as (
           insert into buildings (org_id, id, address, complex_id, created_at, updated_at)
           select distinct on (lower(r.address)) r.org_id, r.building_id, r.address, c.id, $3, $3
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           left join complexes c on c.org_id = $1 and lower(c.name) = lower(r.complex) and c.archived_at is null
           where r.org_id = $1 and r.import_id = $2 and r.problems is null
           order by lower(r.address), c.id nulls last, r.number
           on conflict (org_id, lower(address)) where archived_at is null do nothing
           returning id, version)
         insert into import_changes (org_id, import_id, kind, id, version) select $1, $2, 'building', id, version from made"
    )
}

pub(in super::super) async fn entrances(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with made as (
           insert into entrances (org_id, id, building_id, number, sticker, created_at, updated_at)
           select distinct on (b.id, r.entrance) r.org_id, r.entrance_id, b.id, r.entrance, r.sticker, $3, $3
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           join buildings b on b.org_id = $1 and lower(b.address) = lower(r.address) and b.archived_at is null
           where r.org_id = $1 and r.import_id = $2 and r.problems is null and r.entrance is not null
           order by b.id, r.entrance, r.number
           on conflict (org_id, building_id, number) where archived_at is null do nothing
           returning id, version)
         insert into import_changes (org_id, import_id, kind, id, version) select $1, $2, 'entrance', id, version from made"
    )
}

/// Rows of one unit were held against each other before, so whatever one of them says holds.
pub(in super::super) async fn units(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with said as (
           select b.id as building_id, (array_agg(r.unit order by r.number))[1] as number,
                  (array_agg(r.unit_id order by r.number))[1] as id, (array_agg(r.invite order by r.number))[1] as invite,
                  max(r.entrance) as entrance, max(r.floor) as floor, max(r.area_cm2) as area_cm2,
                  max(r.account) as account, max(r.kind) as kind
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           join buildings b on b.org_id = $1 and lower(b.address) = lower(r.address) and b.archived_at is null
           where r.org_id = $1 and r.import_id = $2 and r.problems is null
           group by b.id, lower(r.unit)),
         made as (
           insert into units (org_id, id, building_id, number, entrance_id, floor, kind, area_cm2, account, invite,
                              created_at, updated_at)
           select $1, s.id, s.building_id, s.number, e.id, s.floor, coalesce(s.kind, 'flat'), s.area_cm2, s.account,
                  s.invite, $3, $3
           from said s left join entrances e
             on e.org_id = $1 and e.building_id = s.building_id and e.number = s.entrance and e.archived_at is null
           on conflict (org_id, building_id, lower(number)) where archived_at is null do nothing
           returning id, version)
         insert into import_changes (org_id, import_id, kind, id, version) select $1, $2, 'unit', id, version from made"
    )
}

/// Units that were there take what the file says; what it does not say stays.
pub(in super::super) async fn changed_units(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with said as (
           select b.id as building_id, lower(r.unit) as number, max(r.entrance) as entrance, max(r.floor) as floor,
                  max(r.area_cm2) as area_cm2, max(r.account) as account, max(r.kind) as kind
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           join buildings b on b.org_id = $1 and lower(b.address) = lower(r.address) and b.archived_at is null
           where r.org_id = $1 and r.import_id = $2 and r.problems is null
           group by b.id, lower(r.unit)),
         other as (
           select u.id, coalesce(e.id, u.entrance_id) as entrance_id, coalesce(s.floor, u.floor) as floor,
                  coalesce(s.area_cm2, u.area_cm2) as area_cm2, coalesce(s.account, u.account) as account,
                  coalesce(s.kind, u.kind) as kind,
                  jsonb_build_object('entrance_id', u.entrance_id, 'floor', u.floor, 'area_cm2', u.area_cm2,
                                     'account', u.account, 'kind', u.kind) as before
           from said s
           join units u on u.org_id = $1 and u.building_id = s.building_id and lower(u.number) = s.number and u.archived_at is null
           left join entrances e
             on e.org_id = $1 and e.building_id = s.building_id and e.number = s.entrance and e.archived_at is null
           where (coalesce(e.id, u.entrance_id), coalesce(s.floor, u.floor), coalesce(s.area_cm2, u.area_cm2),
                  coalesce(s.account, u.account), coalesce(s.kind, u.kind))
                 is distinct from (u.entrance_id, u.floor, u.area_cm2, u.account, u.kind)),
         changed as (
           update units u set entrance_id = o.entrance_id, floor = o.floor, area_cm2 = o.area_cm2, account = o.account,
                              kind = o.kind, version = u.version + 1, updated_at = $3
           from other o where u.org_id = $1 and u.id = o.id
           returning u.id, u.version, o.before)
         insert into import_changes (org_id, import_id, kind, id, before, version)
         select $1, $2, 'unit', id, before, version from changed"
    )
}

/// People with a phone. Whoever lives there with it is known already.
pub(in super::super) async fn people(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with made as (
           insert into unit_contacts (org_id, id, unit_id, phone, name, role, created_at, updated_at)
           select $1, (array_agg(r.contact_id order by r.number))[1], u.id, r.phone,
                  (array_agg(r.name order by r.number) filter (where r.name is not null))[1],
                  (array_agg(r.role order by r.number) filter (where r.role is not null))[1], $3, $3
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           join buildings b on b.org_id = $1 and lower(b.address) = lower(r.address) and b.archived_at is null
           join units u on u.org_id = $1 and u.building_id = b.id and lower(u.number) = lower(r.unit) and u.archived_at is null
           where r.org_id = $1 and r.import_id = $2 and r.problems is null and r.phone is not null
             and not exists (
               select from residents l join people p on p.org_id = l.org_id and p.id = l.person_id
               where l.org_id = $1 and l.unit_id = u.id and l.state = 'verified' and p.phone = r.phone)
           group by u.id, r.phone
           on conflict on constraint unit_contacts_phone_key do nothing
           returning id, version)
         insert into import_changes (org_id, import_id, kind, id, version) select $1, $2, 'contact', id, version from made"
    )
}

/// People whom the register expects with this phone take the name and the role that the file says.
pub(in super::super) async fn changed_people(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with said as (
           select u.id as unit_id, r.phone, (array_agg(r.name order by r.number) filter (where r.name is not null))[1] as name,
                  (array_agg(r.role order by r.number) filter (where r.role is not null))[1] as role
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           join buildings b on b.org_id = $1 and lower(b.address) = lower(r.address) and b.archived_at is null
           join units u on u.org_id = $1 and u.building_id = b.id and lower(u.number) = lower(r.unit) and u.archived_at is null
           where r.org_id = $1 and r.import_id = $2 and r.problems is null and r.phone is not null
           group by u.id, r.phone),
         other as (
           select c.id, coalesce(s.name, c.name) as name, coalesce(s.role, c.role) as role,
                  jsonb_build_object('name', c.name, 'role', c.role) as before
           from said s join unit_contacts c on c.org_id = $1 and c.unit_id = s.unit_id and c.phone = s.phone
           where (coalesce(s.name, c.name), coalesce(s.role, c.role)) is distinct from (c.name, c.role)),
         changed as (
           update unit_contacts c set name = o.name, role = o.role, version = c.version + 1, updated_at = $3
           from other o where c.org_id = $1 and c.id = o.id
           returning c.id, c.version, o.before)
         insert into import_changes (org_id, import_id, kind, id, before, version)
         select $1, $2, 'contact', id, before, version from changed"
    )
}

/// People of whom only the name is known; not those whom the register has by name already.
pub(in super::super) async fn named(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with made as (
           insert into unit_contacts (org_id, id, unit_id, name, role, created_at, updated_at)
           select distinct on (u.id, lower(r.name)) $1, r.contact_id, u.id, r.name, r.role, $3, $3
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           join buildings b on b.org_id = $1 and lower(b.address) = lower(r.address) and b.archived_at is null
           join units u on u.org_id = $1 and u.building_id = b.id and lower(u.number) = lower(r.unit) and u.archived_at is null
           where r.org_id = $1 and r.import_id = $2 and r.problems is null and r.phone is null and r.name is not null
             and not exists (select from unit_contacts c
                             where c.org_id = $1 and c.unit_id = u.id and lower(c.name) = lower(r.name))
           order by u.id, lower(r.name), r.number
           returning id, version)
         insert into import_changes (org_id, import_id, kind, id, version) select $1, $2, 'contact', id, version from made"
    )
}

/// Units of the file whose phone somebody has confirmed before, and who does not live there yet.
pub(in super::super) async fn known(tx: &mut TenantTx, import: ImportId) -> Result<Vec<(UnitId, String)>> {
    let rows = sqlx::query!(
        r#"select distinct u.id as "unit: UnitId", r.phone as "phone!", p.id as "person: PersonId"
           from import_rows r join imports i on i.org_id = r.org_id and i.id = r.import_id and r.number > i.head
           join people p on p.org_id = $1 and p.phone = r.phone
           join buildings b on b.org_id = $1 and lower(b.address) = lower(r.address) and b.archived_at is null
           join units u on u.org_id = $1 and u.building_id = b.id and lower(u.number) = lower(r.unit) and u.archived_at is null
           where r.org_id = $1 and r.import_id = $2 and r.problems is null
             and not exists (select from residents l where l.org_id = $1 and l.unit_id = u.id and l.person_id = p.id
                             and l.state = 'verified')
           order by 1, 3"#,
        tx.org().0,
        import.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.unit, row.phone)).collect())
}
