//! SQL of shifts.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::model::{Duty, FORGOTTEN, NewShift, OnDuty, Shift, Turn};
use crate::{
    Error, Result, TenantTx,
    access::{Filter, Role},
    ids::{BuildingId, MemberId, PersonId, ShiftId},
};

/// The roster between two moments.
pub(super) async fn list(
    tx: &mut TenantTx,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    member: Option<MemberId>,
) -> Result<Vec<Shift>> {
    let shifts = sqlx::query_as!(
        Shift,
        r#"select s.id as "id: ShiftId", s.member_id as "member: MemberId", m.person_id as "person: PersonId", p.name,
                  s.duty as "duty: Duty", s.starts_at, s.ends_at, s.buildings as "buildings: Vec<BuildingId>",
                  s.begun_at, s.ended_at, s.note, s.version
           from shifts s
           join members m on m.org_id = s.org_id and m.id = s.member_id
           join people p on p.org_id = m.org_id and p.id = m.person_id
           where s.org_id = $1 and s.ends_at > $2 and s.starts_at < $3 and ($4::uuid is null or s.member_id = $4)
           order by s.starts_at, p.name, s.id limit 500"#,
        tx.org().0,
        from,
        to,
        member.map(|member| member.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(shifts)
}

pub(super) async fn find(tx: &mut TenantTx, id: ShiftId) -> Result<Shift> {
    let shift = sqlx::query_as!(
        Shift,
        r#"select s.id as "id: ShiftId", s.member_id as "member: MemberId", m.person_id as "person: PersonId", p.name,
                  s.duty as "duty: Duty", s.starts_at, s.ends_at, s.buildings as "buildings: Vec<BuildingId>",
                  s.begun_at, s.ended_at, s.note, s.version
           from shifts s
           join members m on m.org_id = s.org_id and m.id = s.member_id
           join people p on p.org_id = m.org_id and p.id = m.person_id
           where s.org_id = $1 and s.id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    shift.ok_or(Error::NotFound("shift"))
}

/// The shift of a member's that goes on; when only what was `begun` is asked for, also one that was forgotten. Else
/// the next one that can still be taken.
pub(super) async fn own(tx: &mut TenantTx, member: MemberId, begun: bool) -> Result<Option<Shift>> {
    let now = tx.source().now();
    let shift = sqlx::query_as!(
        Shift,
        r#"select s.id as "id: ShiftId", s.member_id as "member: MemberId", m.person_id as "person: PersonId", p.name,
                  s.duty as "duty: Duty", s.starts_at, s.ends_at, s.buildings as "buildings: Vec<BuildingId>",
                  s.begun_at, s.ended_at, s.note, s.version
           from shifts s
           join members m on m.org_id = s.org_id and m.id = s.member_id
           join people p on p.org_id = m.org_id and p.id = m.person_id
           where s.org_id = $1 and s.member_id = $2 and s.ended_at is null
             and case when s.begun_at is null then s.ends_at > $3 and not $5 else s.ends_at > $4 or $5 end
           order by s.begun_at desc nulls last, s.starts_at limit 1"#,
        tx.org().0,
        member.0,
        now,
        now - FORGOTTEN,
        begun,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(shift)
}

/// The last shift of this duty that was handed over.
pub(super) async fn last_handed_over(tx: &mut TenantTx, duty: Duty) -> Result<Option<Shift>> {
    let shift = sqlx::query_as!(
        Shift,
        r#"select s.id as "id: ShiftId", s.member_id as "member: MemberId", m.person_id as "person: PersonId", p.name,
                  s.duty as "duty: Duty", s.starts_at, s.ends_at, s.buildings as "buildings: Vec<BuildingId>",
                  s.begun_at, s.ended_at, s.note, s.version
           from shifts s
           join members m on m.org_id = s.org_id and m.id = s.member_id
           join people p on p.org_id = m.org_id and p.id = m.person_id
           where s.org_id = $1 and s.duty = $2 and s.ended_at is not null order by s.ended_at desc limit 1"#,
        tx.org().0,
        duty as Duty,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(shift)
}

/// Everybody who works for the org, with the shift that they are on duty by at this moment: one that they took before
/// one of the roster.
pub(super) async fn staff(tx: &mut TenantTx, at: DateTime<Utc>) -> Result<Vec<OnDuty>> {
    let rows = sqlx::query!(
        r#"select m.id as "member: MemberId", p.id as "person: PersonId", p.name, m.role as "role: Role",
                  m.filter as "filter: Json<Filter>", s.id as "shift?: ShiftId", s.duty as "duty?: Duty",
                  s.buildings as "buildings?: Vec<BuildingId>", s.is_begun as "is_begun?",
                  s.since as "since?", s.ends_at as "until?"
           from members m
           join people p on p.org_id = m.org_id and p.id = m.person_id
           left join lateral (
             select i.id, i.duty, i.buildings, i.ends_at, coalesce(i.begun_at <= $2, false) as is_begun,
                    case when i.begun_at <= $2 then i.begun_at else i.starts_at end as since
             from shifts i
             where i.org_id = m.org_id and i.member_id = m.id and (i.ended_at is null or i.ended_at > $2)
               and case when i.begun_at <= $2 then i.ends_at > $3 else i.starts_at <= $2 and i.ends_at > $2 end
             order by is_begun desc, i.starts_at limit 1
           ) s on true
           where m.org_id = $1 and m.removed_at is null order by m.id"#,
        tx.org().0,
        at,
        at - FORGOTTEN,
    )
    .fetch_all(tx.conn())
    .await?;
    let staff = rows.into_iter().map(|row| OnDuty {
        member: row.member,
        person: row.person,
        name: row.name,
        role: row.role,
        filter: row.filter.0,
        shift: match (row.shift, row.duty, row.since, row.until) {
            (Some(id), Some(duty), Some(since), Some(until)) => {
                let (buildings, is_begun) = (row.buildings.unwrap_or_default(), row.is_begun.unwrap_or_default());
                Some(Turn { id, duty, buildings, is_begun, since, until })
            }
            _ => None,
        },
    });
    Ok(staff.collect())
}

/// Nobody else changes this member's shifts until the transaction ends; gives the person behind them.
pub(super) async fn lock_member(tx: &mut TenantTx, member: MemberId) -> Result<PersonId> {
    let person = sqlx::query_scalar!(
        r#"select person_id as "person: PersonId" from members
           where org_id = $1 and id = $2 and removed_at is null for no key update"#,
        tx.org().0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    person.ok_or(Error::NotFound("member"))
}

/// Whether another shift of the member's overlaps, and how many of the buildings there are.
pub(super) async fn conflicts(tx: &mut TenantTx, new: &NewShift, but: Option<ShiftId>) -> Result<(bool, i64)> {
    let row = sqlx::query!(
        r#"select exists (
                    select 1 from shifts where org_id = $1 and member_id = $2 and ended_at is null
                      and starts_at < $4 and ends_at > $3 and ($5::uuid is null or id <> $5)
                  ) as "overlaps!",
                  (select count(*) from buildings where org_id = $1 and id = any($6)) as "buildings!""#,
        tx.org().0,
        new.member.0,
        new.starts_at,
        new.ends_at,
        but.map(|id| id.0),
        &new.buildings as &[BuildingId],
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.overlaps, row.buildings))
}

pub(super) async fn insert(tx: &mut TenantTx, new: &NewShift, begun_at: Option<DateTime<Utc>>) -> Result<Shift> {
    let (id, now) = (ShiftId(tx.source().id()), tx.source().now());
    sqlx::query!(
        r#"insert into shifts (org_id, id, member_id, duty, starts_at, ends_at, buildings, begun_at, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"#,
        tx.org().0,
        id.0,
        new.member.0,
        new.duty as Duty,
        new.starts_at,
        new.ends_at,
        &new.buildings as &[BuildingId],
        begun_at,
        now,
    )
    .execute(tx.conn())
    .await?;
    find(tx, id).await
}

pub(super) async fn save(tx: &mut TenantTx, id: ShiftId, new: &NewShift) -> Result<Shift> {
    sqlx::query!(
        r#"update shifts set duty = $3, starts_at = $4, ends_at = $5, buildings = $6, version = version + 1
           where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
        new.duty as Duty,
        new.starts_at,
        new.ends_at,
        &new.buildings as &[BuildingId],
    )
    .execute(tx.conn())
    .await?;
    find(tx, id).await
}

pub(super) async fn set_begun(tx: &mut TenantTx, id: ShiftId) -> Result<Shift> {
    let now = tx.source().now();
    sqlx::query!(
        "update shifts set begun_at = $3, version = version + 1 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    find(tx, id).await
}

pub(super) async fn set_ended(tx: &mut TenantTx, id: ShiftId, note: &str) -> Result<Shift> {
    let now = tx.source().now();
    sqlx::query!(
        "update shifts set ended_at = $3, note = $4, version = version + 1 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
        note,
    )
    .execute(tx.conn())
    .await?;
    find(tx, id).await
}

/// The shifts of this person that go on, or are to come, and whether they were taken; of somebody who left alone.
pub(super) async fn to_end(tx: &mut TenantTx, person: PersonId) -> Result<Vec<(ShiftId, bool)>> {
    let now = tx.source().now();
    let shifts = sqlx::query!(
        r#"select s.id as "id: ShiftId", s.begun_at is not null as "is_begun!"
           from shifts s join members m on m.org_id = s.org_id and m.id = s.member_id
           where s.org_id = $1 and m.person_id = $2 and m.removed_at is not null and s.ended_at is null
             and (s.begun_at is not null or s.ends_at > $3)
           order by s.starts_at, s.id"#,
        tx.org().0,
        person.0,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(shifts.into_iter().map(|row| (row.id, row.is_begun)).collect())
}

pub(super) async fn delete(tx: &mut TenantTx, id: ShiftId) -> Result<()> {
    sqlx::query!("delete from shifts where org_id = $1 and id = $2", tx.org().0, id.0).execute(tx.conn()).await?;
    Ok(())
}
