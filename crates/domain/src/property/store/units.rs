//! SQL of units.

use super::{
    super::{
        model::UnitKind,
        reached::Reached,
        units::{Unit, UnitFacts, UnitsWanted},
    },
    lock,
};
use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    ids::{BuildingId, EntranceId, UnitId},
};

/// Those that are there, by address and number; or the one, archived or not. Under row security no index of patterns
/// is used (their operators are not leakproof), so a search reads the org's units once, and its people once.
pub(in super::super) async fn list(
    tx: &mut TenantTx,
    reached: &Reached,
    people: &Reached,
    words: &[String],
    wanted: &UnitsWanted<'_>,
    only: Option<UnitId>,
    limit: i64,
) -> Result<Vec<Unit>> {
    let rows = sqlx::query!(
        r#"with words as (select word, word ~ '^[0-9]{4,}$' as digits from unnest($12::text[]) word),
           people as (
             select c.unit_id, w.word from unit_contacts c join words w
               on strpos(lower(c.name), w.word) > 0 or w.digits and strpos(c.phone, w.word) > 0
             where c.org_id = $1
             union
             select r.unit_id, w.word from residents r join people p on p.org_id = r.org_id and p.id = r.person_id join words w
               on strpos(lower(p.name), w.word) > 0 or w.digits and strpos(p.phone, w.word) > 0
             where r.org_id = $1 and r.ended_at is null
           )
           select u.id as "id: UnitId", u.building_id as "building: BuildingId", b.address, u.number,
                  u.entrance_id as "entrance: EntranceId", e.number as "entrance_number?", u.floor,
                  u.kind as "kind: UnitKind", u.area_cm2, u.account, u.note, u.invite, u.version, u.created_at, u.updated_at,
                  u.archived_at,
                  (select count(*) from residents r
                   where r.org_id = u.org_id and r.unit_id = u.id and r.state = 'verified') as "residents!",
                  (select count(*) from residents r
                   where r.org_id = u.org_id and r.unit_id = u.id and r.state = 'pending') as "waiting!"
           from units u
           join buildings b on b.org_id = u.org_id and b.id = u.building_id
           left join entrances e on e.org_id = u.org_id and e.id = u.entrance_id
           where u.org_id = $1 and ($2 or u.building_id = any($3))
             and ($4::uuid is null and (u.archived_at is not null) = $11 or u.id = $4)
             and ($5::uuid is null or b.complex_id = $5)
             and ($6::uuid is null or u.building_id = $6)
             and ($7::uuid is null or u.entrance_id = $7)
             and ($8::uuid is null or u.id in (select l.unit_id from unit_risers l where l.org_id = $1 and l.riser_id = $8))
             and ($9::smallint is null or u.floor = $9)
             and ($10::text is null or u.kind = $10)
             and ($13::uuid is null or (b.address, u.sort, u.id) > (
                   select sb.address, s.sort, s.id from units s join buildings sb on sb.org_id = s.org_id and sb.id = s.building_id
                   where s.org_id = $1 and s.id = $13))
             and not exists (
                   select from words w
                   where not (starts_with(lower(u.number), w.word) or coalesce(starts_with(lower(u.account), w.word), false)
                              or strpos(lower(concat_ws(' ', b.address, b.name)), w.word) > 0
                              or ($14 or u.building_id = any($15)) and (u.id, w.word) in (select unit_id, word from people)))
           order by b.address, u.sort, u.id limit $16"#,
        tx.org().0,
        reached.all,
        &reached.buildings as &[BuildingId],
        only.map(|id| id.0),
        wanted.complex.map(|id| id.0),
        wanted.building.map(|id| id.0),
        wanted.entrance.map(|id| id.0),
        wanted.riser.map(|id| id.0),
        wanted.floor,
        wanted.kind as Option<UnitKind>,
        wanted.archived,
        words,
        wanted.after.map(|id| id.0),
        people.all,
        &people.buildings as &[BuildingId],
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    let units = rows.into_iter().map(|row| Unit {
        id: row.id,
        building: row.building,
        address: row.address,
        facts: UnitFacts {
            number: row.number,
            entrance: row.entrance,
            floor: row.floor,
            kind: row.kind,
            area_cm2: row.area_cm2,
            account: row.account,
            note: row.note,
        },
        entrance_number: row.entrance_number,
        invite: row.invite,
        residents: row.residents,
        waiting: row.waiting,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
        archived_at: row.archived_at,
    });
    Ok(units.collect())
}

pub(in super::super) async fn of_number(
    tx: &mut TenantTx,
    building: BuildingId,
    number: &str,
) -> Result<Option<UnitId>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: UnitId" from units
           where org_id = $1 and building_id = $2 and lower(number) = lower($3) and archived_at is null"#,
        tx.org().0,
        building.0,
        number,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id)
}

pub(in super::super) async fn lock(tx: &mut TenantTx, id: UnitId) -> Result<()> {
    lock!(tx, "select id from units where org_id = $1 and id = $2 and archived_at is null for update", id, "unit")
}

pub(in super::super) async fn insert(tx: &mut TenantTx, building: BuildingId, facts: &UnitFacts) -> Result<UnitId> {
    let (id, now, invite) = (UnitId(tx.source().id()), tx.source().now(), tx.source().token(12));
    let inserted = sqlx::query!(
        "insert into units (org_id, id, building_id, number, entrance_id, floor, kind, area_cm2, account, note, invite,
                            created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)",
        tx.org().0,
        id.0,
        building.0,
        facts.number,
        facts.entrance.map(|entrance| entrance.0),
        facts.floor,
        facts.kind as UnitKind,
        facts.area_cm2,
        facts.account,
        facts.note,
        invite,
        now,
    )
    .execute(tx.conn())
    .await;
    meant(inserted)?;
    Ok(id)
}

pub(in super::super) async fn save(tx: &mut TenantTx, id: UnitId, facts: &UnitFacts) -> Result<()> {
    let now = tx.source().now();
    let saved = sqlx::query!(
        "update units set number = $3, entrance_id = $4, floor = $5, kind = $6, area_cm2 = $7, account = $8, note = $9,
                          version = version + 1, updated_at = $10
         where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        facts.number,
        facts.entrance.map(|entrance| entrance.0),
        facts.floor,
        facts.kind as UnitKind,
        facts.area_cm2,
        facts.account,
        facts.note,
        now,
    )
    .execute(tx.conn())
    .await;
    meant(saved)
}

pub(in super::super) async fn renew(tx: &mut TenantTx, id: UnitId) -> Result<()> {
    let (now, invite) = (tx.source().now(), tx.source().token(12));
    sqlx::query!(
        "update units set invite = $3, version = version + 1, updated_at = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        invite,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in super::super) async fn archive(tx: &mut TenantTx, id: UnitId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update units set archived_at = $3, version = version + 1, updated_at = $3 where org_id = $1 and id = $2",
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
        Err(sqlx::Error::Database(error)) => match error.constraint() {
            Some("units_entrance_fkey") => Err(Error::Invalid { field: "entrance_id", code: "entrance_unknown" }),
            Some("units_account_key") => Err(Error::Refused("account_taken")),
            _ => Err(sqlx::Error::Database(error)).on_constraint("units_number_key", Error::Refused("unit_exists")),
        },
        done => Ok(done.map(drop)?),
    }
}
