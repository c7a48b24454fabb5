//! SQL of the rows of an import.

use sqlx::types::{Json, Uuid};

use super::super::{
    model::{Problem, SheetRow, WrongRow},
    parse::Parsed,
};
use crate::{Error, Result, TenantTx, error::OnConstraint as _, ids::ImportId};

pub(in super::super) async fn insert(tx: &mut TenantTx, import: ImportId, rows: &[SheetRow]) -> Result<()> {
    let source = tx.source().clone();
    let numbers: Vec<i32> = rows.iter().map(|row| row.number).collect();
    let cells: Vec<Json<&[String]>> = rows.iter().map(|row| Json(row.cells.as_slice())).collect();
    let ids = || rows.iter().map(|_| source.id()).collect::<Vec<Uuid>>();
    let tokens = || rows.iter().map(|_| source.token(12)).collect::<Vec<String>>();
    sqlx::query!(
        "insert into import_rows (org_id, import_id, number, cells, complex_id, building_id, entrance_id, unit_id,
                                  contact_id, sticker, invite)
         select $1, $2, * from unnest($3::int[], $4::jsonb[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
                                      $10::text[], $11::text[])",
        tx.org().0,
        import.0,
        &numbers,
        &cells as _,
        &ids(),
        &ids(),
        &ids(),
        &ids(),
        &ids(),
        &tokens(),
        &tokens(),
    )
    .execute(tx.conn())
    .await
    .on_constraint("import_rows_org_id_import_id_fkey", Error::NotFound("import"))?;
    Ok(())
}

pub(in super::super) async fn first(tx: &mut TenantTx, import: ImportId, limit: i64) -> Result<Vec<SheetRow>> {
    page(tx, import, 0, limit).await
}

pub(in super::super) async fn page(
    tx: &mut TenantTx,
    import: ImportId,
    after: i32,
    limit: i64,
) -> Result<Vec<SheetRow>> {
    let rows = sqlx::query!(
        r#"select number, cells as "cells: Json<Vec<String>>" from import_rows
           where org_id = $1 and import_id = $2 and number > $3 order by number limit $4"#,
        tx.org().0,
        import.0,
        after,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| SheetRow { number: row.number, cells: row.cells.0 }).collect())
}

pub(in super::super) async fn save(
    tx: &mut TenantTx,
    import: ImportId,
    rows: &[SheetRow],
    parsed: &[Parsed],
) -> Result<()> {
    let numbers: Vec<i32> = rows.iter().map(|row| row.number).collect();
    let complexes: Vec<_> = parsed.iter().map(|row| row.complex.as_deref()).collect();
    let addresses: Vec<_> = parsed.iter().map(|row| row.address.as_deref()).collect();
    let entrances: Vec<_> = parsed.iter().map(|row| row.entrance).collect();
    let units: Vec<_> = parsed.iter().map(|row| row.unit.as_deref()).collect();
    let floors: Vec<_> = parsed.iter().map(|row| row.floor).collect();
    let areas: Vec<_> = parsed.iter().map(|row| row.area_cm2).collect();
    let accounts: Vec<_> = parsed.iter().map(|row| row.account.as_deref()).collect();
    let kinds: Vec<_> = parsed.iter().map(|row| row.kind).collect();
    let names: Vec<_> = parsed.iter().map(|row| row.name.as_deref()).collect();
    let phones: Vec<_> = parsed.iter().map(|row| row.phone.as_deref()).collect();
    let roles: Vec<_> = parsed.iter().map(|row| row.role).collect();
    let problems: Vec<_> = parsed.iter().map(|row| (!row.problems.is_empty()).then_some(Json(&row.problems))).collect();
    sqlx::query!(
        "update import_rows r
         set complex = p.complex, address = p.address, entrance = p.entrance, unit = p.unit, floor = p.floor,
             area_cm2 = p.area_cm2, account = p.account, kind = p.kind, name = p.name, phone = p.phone, role = p.role,
             problems = p.problems
         from unnest($3::int[], $4::text[], $5::text[], $6::smallint[], $7::text[], $8::smallint[], $9::int[], $10::text[],
                     $11::text[], $12::text[], $13::text[], $14::text[], $15::jsonb[])
           as p (number, complex, address, entrance, unit, floor, area_cm2, account, kind, name, phone, role, problems)
         where r.org_id = $1 and r.import_id = $2 and r.number = p.number",
        tx.org().0,
        import.0,
        &numbers,
        &complexes as _,
        &addresses as _,
        &entrances as _,
        &units as _,
        &floors as _,
        &areas as _,
        &accounts as _,
        &kinds as _,
        &names as _,
        &phones as _,
        &roles as _,
        &problems as _,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What only shows when rows are looked at together, and beside the register. A row that is wrong by itself is left out:
/// it says nothing of others.
pub(in super::super) async fn check_together(tx: &mut TenantTx, import: ImportId, head: i32) -> Result<()> {
    let org = tx.org().0;
    // What the first row of a unit says holds for the others.
    sqlx::query!(
        r#"with first as (
             select lower(address) as address, lower(unit) as unit,
                    (array_agg(entrance order by number) filter (where entrance is not null))[1] as entrance,
                    (array_agg(floor order by number) filter (where floor is not null))[1] as floor,
                    (array_agg(area_cm2 order by number) filter (where area_cm2 is not null))[1] as area_cm2,
                    (array_agg(account order by number) filter (where account is not null))[1] as account,
                    (array_agg(kind order by number) filter (where kind is not null))[1] as kind
             from import_rows where org_id = $1 and import_id = $2 and number > $3 and problems is null
             group by 1, 2 having count(*) > 1)
           update import_rows r
           set problems = case when r.entrance <> f.entrance then '[["entrance", "differs"]]'::jsonb else '[]' end
                       || case when r.floor <> f.floor then '[["floor", "differs"]]'::jsonb else '[]' end
                       || case when r.area_cm2 <> f.area_cm2 then '[["area", "differs"]]'::jsonb else '[]' end
                       || case when r.account <> f.account then '[["account", "differs"]]'::jsonb else '[]' end
                       || case when r.kind <> f.kind then '[["kind", "differs"]]'::jsonb else '[]' end
           from first f
           where r.org_id = $1 and r.import_id = $2 and r.number > $3 and r.problems is null
             and lower(r.address) = f.address and lower(r.unit) = f.unit
             and (r.entrance <> f.entrance or r.floor <> f.floor or r.area_cm2 <> f.area_cm2 or r.account <> f.account
                  or r.kind <> f.kind)"#,
        org,
        import.0,
        head,
    )
    .execute(tx.conn())
    .await?;
    // An account is of the unit that has it first: in the register, then in the file.
    sqlx::query!(
        r#"with first as (
             select distinct on (account) account, address, unit from (
               select u.account, lower(b.address) as address, lower(u.number) as unit, 0 as number
               from units u join buildings b on b.org_id = u.org_id and b.id = u.building_id
               where u.org_id = $1 and u.account is not null and u.archived_at is null
               union all
               select account, lower(address), lower(unit), number
               from import_rows where org_id = $1 and import_id = $2 and number > $3 and problems is null and account is not null
             ) said order by account, number)
           update import_rows r set problems = '[["account", "account_taken"]]'
           from first f
           where r.org_id = $1 and r.import_id = $2 and r.number > $3 and r.problems is null and r.account = f.account
             and (lower(r.address), lower(r.unit)) <> (f.address, f.unit)"#,
        org,
        import.0,
        head,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in super::super) async fn wrong(
    tx: &mut TenantTx,
    import: ImportId,
    after: i32,
    limit: i64,
) -> Result<Vec<WrongRow>> {
    let rows = sqlx::query!(
        r#"select number, cells as "cells: Json<Vec<String>>", problems as "problems!: Json<Vec<Problem>>" from import_rows
           where org_id = $1 and import_id = $2 and number > $3 and problems is not null order by number limit $4"#,
        tx.org().0,
        import.0,
        after,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    let rows = rows.into_iter();
    Ok(rows.map(|row| WrongRow { number: row.number, cells: row.cells.0, problems: row.problems.0 }).collect())
}

pub(in super::super) async fn forget(tx: &mut TenantTx, import: ImportId) -> Result<()> {
    sqlx::query!("delete from import_rows where org_id = $1 and import_id = $2", tx.org().0, import.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
