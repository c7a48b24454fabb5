//! SQL of seeing with another's eyes.

use std::time::Duration;

use crate::{
    Result, TenantTx,
    access::Viewing,
    ids::{MemberId, PersonId, ViewingId},
};

/// The person behind a member in force.
pub(in crate::access) async fn member_person(tx: &mut TenantTx, member: MemberId) -> Result<Option<PersonId>> {
    let person = sqlx::query_scalar!(
        r#"select person_id as "person: PersonId" from members where org_id = $1 and id = $2 and removed_at is null"#,
        tx.org().0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(person)
}

pub(in crate::access) async fn insert_viewing(
    tx: &mut TenantTx,
    viewer: MemberId,
    member: MemberId,
    person: PersonId,
    lasts: Duration,
) -> Result<Viewing> {
    let (id, now) = (ViewingId(tx.source().id()), tx.source().now());
    let expires_at = now + lasts;
    sqlx::query!(
        r#"insert into viewings (org_id, id, viewer_id, viewed_id, started_at, expires_at)
           values ($1, $2, $3, $4, $5, $6)"#,
        tx.org().0,
        id.0,
        viewer.0,
        member.0,
        now,
        expires_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(Viewing { id, member, person, expires_at })
}

/// Ends what the viewer looks through, if anything; returns whose eyes those were.
pub(in crate::access) async fn end_viewing(tx: &mut TenantTx, viewer: MemberId) -> Result<Option<PersonId>> {
    let now = tx.source().now();
    let person = sqlx::query_scalar!(
        r#"update viewings v set ended_at = $3 from members m
           where v.org_id = $1 and v.viewer_id = $2 and v.ended_at is null
             and m.org_id = v.org_id and m.id = v.viewed_id
           returning m.person_id as "person: PersonId""#,
        tx.org().0,
        viewer.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(person)
}

/// A viewing of this viewer's that goes on, of somebody who is still a member.
pub(in crate::access) async fn viewing(tx: &mut TenantTx, viewer: MemberId, id: ViewingId) -> Result<Option<Viewing>> {
    let now = tx.source().now();
    let viewing = sqlx::query_as!(
        Viewing,
        r#"select v.id as "id: ViewingId", m.id as "member: MemberId", m.person_id as "person: PersonId", v.expires_at
           from viewings v join members m on m.org_id = v.org_id and m.id = v.viewed_id and m.removed_at is null
           where v.org_id = $1 and v.id = $2 and v.viewer_id = $3 and v.ended_at is null and v.expires_at > $4"#,
        tx.org().0,
        id.0,
        viewer.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(viewing)
}

/// From now on PostgreSQL refuses every write of this transaction.
pub(in crate::access) async fn read_only(tx: &mut TenantTx) -> Result<()> {
    sqlx::query!("set transaction read only").execute(tx.conn()).await?;
    Ok(())
}
