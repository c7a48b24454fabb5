//! SQL of the log as it is read: what a filter finds is said once, by the function `events_found`.

use crate::{
    Result, TenantTx,
    audit::list::{Entry, Filter, Whose},
    ids::{EventId, PersonId, ServiceAccountId, SessionId},
};

pub(in crate::audit) async fn list(
    tx: &mut TenantTx,
    filter: &Filter,
    whose: Whose,
    before: Option<EventId>,
    limit: u16,
) -> Result<Vec<Entry>> {
    let own = own(whose);
    let rows = sqlx::query!(
        r#"select e.id as "id!: EventId", e.at as "at!", e.actor_kind as "actor_kind!", e.actor_id as "actor: PersonId",
                  p.name as "actor_name?", e.service_id as "service: ServiceAccountId",
                  e.on_behalf_of as "on_behalf_of: PersonId", e.surface as "surface!", host(e.address) as address,
                  e.session_id as "session: SessionId", e.kind as "kind!", e.subject_kind, e.subject_id, e.changes,
                  e.data as "data!"
           from events_found($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) e
           left join people p on p.org_id = e.org_id and p.id = e.actor_id
           order by e.id desc limit $12"#,
        tx.org().0,
        before.map(|id| id.0),
        filter.from,
        filter.to,
        filter.kind,
        filter.person.map(|id| id.0),
        filter.subject_kind,
        filter.subject,
        filter.surface.map(|surface| surface.code()),
        own,
        filter.text,
        i64::from(limit),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Entry {
            id: row.id,
            at: row.at,
            actor_kind: row.actor_kind,
            actor: row.actor,
            actor_name: row.actor_name,
            service: row.service,
            on_behalf_of: row.on_behalf_of,
            surface: row.surface,
            address: row.address.and_then(|address| address.parse().ok()),
            session: row.session,
            kind: row.kind,
            subject_kind: row.subject_kind,
            subject: row.subject_id,
            changes: row.changes,
            data: row.data,
        })
        .collect())
}

pub(in crate::audit) async fn count(tx: &mut TenantTx, filter: &Filter, whose: Whose, before: EventId) -> Result<u64> {
    let own = own(whose);
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from events_found($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"#,
        tx.org().0,
        before.0,
        filter.from,
        filter.to,
        filter.kind,
        filter.person.map(|id| id.0),
        filter.subject_kind,
        filter.subject,
        filter.surface.map(|surface| surface.code()),
        own,
        filter.text,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(count.unsigned_abs())
}

fn own(whose: Whose) -> Option<uuid::Uuid> {
    match whose {
        Whose::Everybodys => None,
        Whose::Of(person) => Some(person.0),
    }
}
