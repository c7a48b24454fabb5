//! SQL of events.

use super::{Event, FanOut};
use crate::{
    Error, Result, TenantTx,
    access::Actor,
    error::OnConstraint as _,
    ids::{EventId, RequestId},
};

pub(super) async fn insert(tx: &mut TenantTx, actor: &Actor, event: &Event, fan_out: bool) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    let data = serde_json::to_value(event)?;
    let kind = data["kind"].as_str().unwrap_or_default().to_owned();
    let actor_kind = match actor {
        Actor::Member { .. } => "member",
        Actor::Contact { .. } => "contact",
        Actor::System => "system",
    };
    sqlx::query!(
        r#"with told as (
             insert into events (org_id, id, at, actor_kind, actor_id, kind, request_id, data)
             values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
           )
           select case when $9 then enqueue_job($10, jsonb_build_object('event', id)) end as "enqueued: ()" from told"#,
        tx.org().0,
        id,
        now,
        actor_kind,
        actor.person().map(|person| person.0),
        kind,
        event.request().map(|request| request.0),
        data,
        fan_out,
        FanOut::TASK,
    )
    .execute(tx.conn())
    .await
    .on_constraint("events_org_id_request_id_fkey", Error::NotFound("request"))?;
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
