//! SQL of absences.

use chrono::{DateTime, Utc};

use super::model::{Absence, NewAbsence, StandIn};
use crate::{
    Error, Result, TenantTx,
    ids::{AbsenceId, MemberId, PersonId},
};

struct Row {
    id: AbsenceId,
    member: MemberId,
    person: PersonId,
    name: String,
    deputy: Option<MemberId>,
    deputy_person: Option<PersonId>,
    deputy_name: Option<String>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

impl From<Row> for Absence {
    fn from(row: Row) -> Self {
        let deputy = match (row.deputy, row.deputy_person, row.deputy_name) {
            (Some(member), Some(person), Some(name)) => Some(StandIn { member, person, name }),
            _ => None,
        };
        let Row { id, member, person, name, starts_at, ends_at, .. } = row;
        Self { id, member, person, name, deputy, starts_at, ends_at }
    }
}

/// What is not over yet, in order, or one of them. Who works here no more is neither away nor stands in.
pub(super) async fn list(tx: &mut TenantTx, only: Option<AbsenceId>) -> Result<Vec<Absence>> {
    let now = tx.source().now();
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id as "id: AbsenceId", m.id as "member: MemberId", p.id as "person: PersonId", p.name,
                  d.id as "deputy?: MemberId", q.id as "deputy_person?: PersonId", q.name as "deputy_name?",
                  a.starts_at, a.ends_at
           from absences a
           join members m on m.org_id = a.org_id and m.id = a.member_id and m.removed_at is null
           join people p on p.org_id = m.org_id and p.id = m.person_id
           left join members d on d.org_id = a.org_id and d.id = a.deputy_id and d.removed_at is null
           left join people q on q.org_id = d.org_id and q.id = d.person_id
           where a.org_id = $1 and a.ends_at > $2 and ($3::uuid is null or a.id = $3)
           order by a.starts_at, a.id limit 500"#,
        tx.org().0,
        now,
        only.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Absence::from).collect())
}

/// What is in force at this moment.
pub(super) async fn at(tx: &mut TenantTx, at: DateTime<Utc>) -> Result<Vec<Absence>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id as "id: AbsenceId", m.id as "member: MemberId", p.id as "person: PersonId", p.name,
                  d.id as "deputy?: MemberId", q.id as "deputy_person?: PersonId", q.name as "deputy_name?",
                  a.starts_at, a.ends_at
           from absences a
           join members m on m.org_id = a.org_id and m.id = a.member_id and m.removed_at is null
           join people p on p.org_id = m.org_id and p.id = m.person_id
           left join members d on d.org_id = a.org_id and d.id = a.deputy_id and d.removed_at is null
           left join people q on q.org_id = d.org_id and q.id = d.person_id
           where a.org_id = $1 and a.starts_at <= $2 and a.ends_at > $2"#,
        tx.org().0,
        at,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Absence::from).collect())
}

/// One absence at a time is noted in an org, so that no two make a circle. Both are members in force; gives the person
/// behind the deputy.
pub(super) async fn lock(tx: &mut TenantTx, member: MemberId, deputy: Option<MemberId>) -> Result<Option<PersonId>> {
    let rows = sqlx::query!(
        r#"with held as materialized (select id from orgs where id = $1 for no key update)
           select m.id as "id: MemberId", m.person_id as "person: PersonId"
           from held join members m on m.org_id = held.id and m.id in ($2, $3) and m.removed_at is null"#,
        tx.org().0,
        member.0,
        deputy.map(|deputy| deputy.0),
    )
    .fetch_all(tx.conn())
    .await?;
    if !rows.iter().any(|row| row.id == member) {
        return Err(Error::NotFound("member"));
    }
    let found = deputy.map(|deputy| rows.iter().find(|row| row.id == deputy).map(|row| row.person));
    match found {
        Some(None) => Err(Error::Invalid { field: "deputy_id", code: "member_unknown" }),
        found => Ok(found.flatten()),
    }
}

pub(super) async fn insert(tx: &mut TenantTx, new: &NewAbsence) -> Result<Absence> {
    let (id, now) = (AbsenceId(tx.source().id()), tx.source().now());
    sqlx::query!(
        r#"insert into absences (org_id, id, member_id, deputy_id, starts_at, ends_at, created_at)
           values ($1, $2, $3, $4, $5, $6, $7)"#,
        tx.org().0,
        id.0,
        new.member.0,
        new.deputy.map(|deputy| deputy.0),
        new.starts_at,
        new.ends_at,
        now,
    )
    .execute(tx.conn())
    .await?;
    list(tx, Some(id)).await?.pop().ok_or(Error::NotFound("absence"))
}

pub(super) async fn set_end(tx: &mut TenantTx, id: AbsenceId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!("update absences set ends_at = $3 where org_id = $1 and id = $2", tx.org().0, id.0, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn delete(tx: &mut TenantTx, id: AbsenceId) -> Result<()> {
    sqlx::query!("delete from absences where org_id = $1 and id = $2", tx.org().0, id.0).execute(tx.conn()).await?;
    Ok(())
}
