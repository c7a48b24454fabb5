//! SQL that takes an import back. What has been dealt with leaves `import_changes`, so that the rest is what stays.

use crate::{Result, TenantTx, ids::ImportId};

pub(in super::super) async fn restore_people(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with restored as (
           update unit_contacts c set name = h.before ->> 'name', role = h.before ->> 'role', version = c.version + 1,
                                      updated_at = $3
           from import_changes h
           where h.org_id = $1 and h.import_id = $2 and h.kind = 'contact' and h.before is not null
             and c.org_id = $1 and c.id = h.id and c.version = h.version
           returning c.id)
         delete from import_changes h using restored d
         where h.org_id = $1 and h.import_id = $2 and h.kind = 'contact' and h.id = d.id"
    )
}

pub(in super::super) async fn restore_units(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with restored as (
           update units u set entrance_id = (h.before ->> 'entrance_id')::uuid, floor = (h.before ->> 'floor')::smallint,
                              area_cm2 = (h.before ->> 'area_cm2')::int, account = h.before ->> 'account',
                              kind = h.before ->> 'kind', version = u.version + 1, updated_at = $3
           from import_changes h
           where h.org_id = $1 and h.import_id = $2 and h.kind = 'unit' and h.before is not null
             and u.org_id = $1 and u.id = h.id and u.version = h.version and u.archived_at is null
           returning u.id)
         delete from import_changes h using restored d
         where h.org_id = $1 and h.import_id = $2 and h.kind = 'unit' and h.id = d.id"
    )
}

pub(in super::super) async fn remove_people(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    let done = sqlx::query!(
        "with removed as (
           delete from unit_contacts c using import_changes h
           where h.org_id = $1 and h.import_id = $2 and h.kind = 'contact' and h.before is null
             and c.org_id = $1 and c.id = h.id and c.version = h.version
           returning c.id)
         delete from import_changes h using removed d
         where h.org_id = $1 and h.import_id = $2 and h.kind = 'contact' and h.id = d.id",
        tx.org().0,
        import.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() as i64)
}

/// Not those where somebody lives, lived or asked for something, or that stand on a riser.
pub(in super::super) async fn remove_units(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with removed as (
           update units u set archived_at = $3, version = u.version + 1, updated_at = $3
           from import_changes h
           where h.org_id = $1 and h.import_id = $2 and h.kind = 'unit' and h.before is null
             and u.org_id = $1 and u.id = h.id and u.version = h.version and u.archived_at is null
             and not exists (select from residents l where l.org_id = $1 and l.unit_id = u.id)
             and not exists (select from unit_contacts c where c.org_id = $1 and c.unit_id = u.id)
             and not exists (select from requests r where r.org_id = $1 and r.unit_id = u.id)
             and not exists (select from unit_risers l where l.org_id = $1 and l.unit_id = u.id)
           returning u.id)
         delete from import_changes h using removed d
         where h.org_id = $1 and h.import_id = $2 and h.kind = 'unit' and h.id = d.id"
    )
}

pub(in super::super) async fn remove_entrances(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with removed as (
           update entrances e set archived_at = $3, version = e.version + 1, updated_at = $3
           from import_changes h
           where h.org_id = $1 and h.import_id = $2 and h.kind = 'entrance' and h.before is null
             and e.org_id = $1 and e.id = h.id and e.version = h.version and e.archived_at is null
             and not exists (select from units u where u.org_id = $1 and u.entrance_id = e.id and u.archived_at is null)
             and not exists (select from risers r where r.org_id = $1 and r.entrance_id = e.id and r.archived_at is null)
           returning e.id)
         delete from import_changes h using removed d
         where h.org_id = $1 and h.import_id = $2 and h.kind = 'entrance' and h.id = d.id"
    )
}

pub(in super::super) async fn remove_buildings(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with removed as (
           update buildings b set archived_at = $3, version = b.version + 1, updated_at = $3
           from import_changes h
           where h.org_id = $1 and h.import_id = $2 and h.kind = 'building' and h.before is null
             and b.org_id = $1 and b.id = h.id and b.version = h.version and b.archived_at is null
             and not exists (select from units u where u.org_id = $1 and u.building_id = b.id and u.archived_at is null)
             and not exists (select from entrances e where e.org_id = $1 and e.building_id = b.id and e.archived_at is null)
             and not exists (select from risers r where r.org_id = $1 and r.building_id = b.id and r.archived_at is null)
           returning b.id)
         delete from import_changes h using removed d
         where h.org_id = $1 and h.import_id = $2 and h.kind = 'building' and h.id = d.id"
    )
}

pub(in super::super) async fn remove_complexes(tx: &mut TenantTx, import: ImportId) -> Result<i64> {
    step!(
        tx,
        import,
        "with removed as (
           update complexes c set archived_at = $3, version = c.version + 1, updated_at = $3
           from import_changes h
           where h.org_id = $1 and h.import_id = $2 and h.kind = 'complex' and h.before is null
             and c.org_id = $1 and c.id = h.id and c.version = h.version and c.archived_at is null
             and not exists (select from buildings b where b.org_id = $1 and b.complex_id = c.id and b.archived_at is null)
           returning c.id)
         delete from import_changes h using removed d
         where h.org_id = $1 and h.import_id = $2 and h.kind = 'complex' and h.id = d.id"
    )
}

/// What stays: because it is used, and because somebody has changed it since. What is gone by itself counts as neither.
pub(in super::super) async fn kept(tx: &mut TenantTx, import: ImportId) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"with now as (
             select 'complex' as kind, id, version from complexes where org_id = $1 and archived_at is null
             union all select 'building', id, version from buildings where org_id = $1 and archived_at is null
             union all select 'entrance', id, version from entrances where org_id = $1 and archived_at is null
             union all select 'unit', id, version from units where org_id = $1 and archived_at is null
             union all select 'contact', id, version from unit_contacts where org_id = $1)
           select count(*) filter (where n.version = h.version) as "used!",
                  count(*) filter (where n.version <> h.version) as "changed!"
           from import_changes h join now n on n.kind = h.kind and n.id = h.id
           where h.org_id = $1 and h.import_id = $2"#,
        tx.org().0,
        import.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.used, row.changed))
}
