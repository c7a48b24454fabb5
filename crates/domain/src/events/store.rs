//! SQL of events.

use super::{Event, FanOut, SubjectKind};
use crate::{
    Error, Result, TenantTx,
    access::Actor,
    ids::{EventId, RequestId},
};

pub(super) async fn insert(tx: &mut TenantTx, actor: &Actor, event: &Event, fan_out: bool) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let data = serde_json::to_value(event)?;
    let kind = data["kind"].as_str().unwrap_or_default().to_owned();
    let actor_kind = match actor {
        Actor::Member { .. } => "member",
        Actor::Contact { .. } => "contact",
        Actor::Service { .. } => "service",
        Actor::System => "system",
    };
    let (subject_kind, subject) = event.subject().unzip();
    let changes = event.changes();
    let changes = (!changes.is_empty()).then(|| serde_json::to_value(changes)).transpose()?;
    let origin = *tx.origin();
    sqlx::query!(
        r#"with told as (
             insert into events (org_id, id, at, actor_kind, actor_id, on_behalf_of, surface, address, session_id,
                                 kind, subject_kind, subject_id, request_id, changes, data, service_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8::text::inet, $9, $10, $11, $12, $13, $14, $15, $18) returning id
           )
           select case when $16 then enqueue_job($17, jsonb_build_object('event', id)) end as "enqueued: ()" from told"#,
        tx.org().0,
        id,
        now,
        actor_kind,
        actor.person().map(|person| person.0),
        origin.on_behalf_of.or_else(|| actor.behalf().map(|behalf| behalf.person.0)),
        origin.surface.code(),
        origin.address.map(|address| address.to_string()),
        origin.session,
        kind,
        subject_kind as Option<SubjectKind>,
        subject,
        event.request().map(|request| request.0),
        changes,
        data,
        fan_out,
        FanOut::TASK,
        actor.service().map(|service| service.0),
    )
    .execute(tx.conn())
    .await
    .map_err(|error| match error.as_database_error().and_then(|error| error.constraint()) {
        Some("events_org_id_request_id_fkey") => Error::NotFound("request"),
        Some("events_org_id_actor_id_fkey" | "events_org_id_on_behalf_of_fkey") => Error::NotFound("person"),
        _ => error.into(),
    })?;
    Ok(())
}

pub(super) async fn get(tx: &mut TenantTx, id: EventId) -> Result<Event> {
    let data = sqlx::query_scalar!("select data from events where org_id = $1 and id = $2", tx.org().0, id.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(serde_json::from_value(data.ok_or(Error::NotFound("event"))?)?)
}

pub(super) async fn timeline(tx: &mut TenantTx, request: RequestId) -> Result<Vec<Event>> {
    let rows = sqlx::query_scalar!(
        "select data from events where org_id = $1 and request_id = $2 order by id",
        tx.org().0,
        request.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|data| Ok(serde_json::from_value(data)?)).collect()
}
