//! SQL of webhooks.

use chrono::{DateTime, Utc};

use super::{
    deliveries::{Attempt, Deliver, Delivery, Outcome, Status},
    model::Webhook,
};
use crate::{
    Error, Result, SystemTx, TenantTx,
    feed::News,
    ids::{EventId, WebhookDeliveryId, WebhookId},
};

/// All, or the one.
pub(super) async fn list(tx: &mut TenantTx, only: Option<WebhookId>) -> Result<Vec<Webhook>> {
    let rows = sqlx::query_as!(
        Webhook,
        r#"select id as "id: WebhookId", name, url, names, active, disabled_why, failing_since, version, created_at, updated_at
           from webhooks where org_id = $1 and ($2::uuid is null or id = $2) order by id"#,
        tx.org().0,
        only.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows)
}

pub(super) async fn lock(tx: &mut TenantTx, id: WebhookId) -> Result<()> {
    let row = sqlx::query_scalar!("select id from webhooks where org_id = $1 and id = $2 for update", tx.org().0, id.0)
        .fetch_optional(tx.conn())
        .await?;
    row.map(drop).ok_or(Error::NotFound("webhook"))
}

pub(super) async fn insert(
    tx: &mut TenantTx,
    name: &str,
    url: &str,
    names: &[String],
    secret: &[u8],
) -> Result<WebhookId> {
    let (id, now) = (WebhookId(tx.source().id()), tx.source().now());
    sqlx::query!(
        "insert into webhooks (org_id, id, name, url, names, secret, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)",
        tx.org().0,
        id.0,
        name,
        url,
        names,
        secret,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(id)
}

pub(super) async fn save(tx: &mut TenantTx, webhook: &Webhook) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update webhooks set name = $3, url = $4, names = $5, active = $6, disabled_why = $7, failing_since = $8,
                             version = version + 1, updated_at = $9
         where org_id = $1 and id = $2",
        tx.org().0,
        webhook.id.0,
        webhook.name,
        webhook.url,
        &webhook.names,
        webhook.active,
        webhook.disabled_why,
        webhook.failing_since,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn rotate(tx: &mut TenantTx, id: WebhookId, secret: &[u8], until: DateTime<Utc>) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update webhooks set old_secret = secret, old_secret_until = $4, secret = $3, version = version + 1, updated_at = $5
         where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        secret,
        until,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn delete(tx: &mut TenantTx, id: WebhookId) -> Result<()> {
    sqlx::query!("delete from webhooks where org_id = $1 and id = $2", tx.org().0, id.0).execute(tx.conn()).await?;
    Ok(())
}

/// A delivery and its job per webhook that chose the name, unless there is one for this event.
pub(super) async fn accept(tx: &mut TenantTx, news: &News, body: &str) -> Result<()> {
    let chosen = sqlx::query_scalar!(
        r#"select id as "id: WebhookId" from webhooks where org_id = $1 and active and $2 = any(names)"#,
        tx.org().0,
        news.name,
    )
    .fetch_all(tx.conn())
    .await?;
    for webhook in chosen {
        accept_one(tx, webhook, news.name, Some(news.id), body).await?;
    }
    Ok(())
}

pub(super) async fn accept_one(
    tx: &mut TenantTx,
    webhook: WebhookId,
    name: &str,
    event: Option<EventId>,
    body: &str,
) -> Result<WebhookDeliveryId> {
    let (id, now) = (WebhookDeliveryId(tx.source().id()), tx.source().now());
    sqlx::query!(
        r#"with accepted as (
             insert into webhook_deliveries (org_id, id, webhook_id, event_id, name, body, status, next_at, created_at)
             values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $7) on conflict do nothing returning id
           )
           select enqueue_job($8, jsonb_build_object('delivery', id), null, 3) as "enqueued: ()" from accepted"#,
        tx.org().0,
        id.0,
        webhook.0,
        event.map(|event| event.0),
        name,
        body,
        now,
        Deliver::TASK,
    )
    .execute(tx.conn())
    .await?;
    Ok(id)
}

pub(super) async fn body(
    tx: &mut TenantTx,
    webhook: WebhookId,
    delivery: WebhookDeliveryId,
) -> Result<(String, String)> {
    let row = sqlx::query!(
        "select name, body from webhook_deliveries where org_id = $1 and webhook_id = $2 and id = $3",
        tx.org().0,
        webhook.0,
        delivery.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| (row.name, row.body)).ok_or(Error::NotFound("delivery"))
}

pub(super) async fn deliveries(
    tx: &mut TenantTx,
    webhook: WebhookId,
    only: Option<WebhookDeliveryId>,
    before: Option<WebhookDeliveryId>,
    limit: i64,
) -> Result<Vec<Delivery>> {
    let rows = sqlx::query_as!(
        Delivery,
        r#"select id as "id: WebhookDeliveryId", name, event_id as "event: EventId", status as "status: Status", attempts,
                  next_at, answered, error, answer, took_millis, created_at, tried_at
           from webhook_deliveries
           where org_id = $1 and webhook_id = $2 and ($3::uuid is null or id = $3) and ($4::uuid is null or id < $4)
           order by id desc limit $5"#,
        tx.org().0,
        webhook.0,
        only.map(|id| id.0),
        before.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows)
}

/// What a delivery that waits needs.
pub(super) struct ToSend {
    pub url: String,
    pub active: bool,
    pub secret: Vec<u8>,
    pub old_secret: Option<Vec<u8>>,
    pub name: String,
    pub body: String,
}

pub(super) async fn sending(tx: &mut TenantTx, id: WebhookDeliveryId) -> Result<Option<ToSend>> {
    let now = tx.source().now();
    let row = sqlx::query_as!(
        ToSend,
        r#"select w.url, w.active, w.secret,
                  case when w.old_secret_until > $3 then w.old_secret end as old_secret, d.name, d.body
           from webhook_deliveries d join webhooks w on w.org_id = d.org_id and w.id = d.webhook_id
           join orgs o on o.id = d.org_id and o.deleted_at is null
           where d.org_id = $1 and d.id = $2 and d.status = 'waiting'"#,
        tx.org().0,
        id.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row)
}

pub(super) async fn give_up(tx: &mut TenantTx, id: WebhookDeliveryId) -> Result<()> {
    sqlx::query!(
        "update webhook_deliveries set status = 'failed', next_at = null, error = 'switched_off' where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How often it was tried, and whose it is; none when it does not wait.
pub(super) async fn lock_delivery(tx: &mut TenantTx, id: WebhookDeliveryId) -> Result<Option<(i16, WebhookId)>> {
    let row = sqlx::query!(
        r#"select attempts, webhook_id as "webhook: WebhookId" from webhook_deliveries
           where org_id = $1 and id = $2 and status = 'waiting' for update"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.attempts, row.webhook)))
}

/// Writes how an attempt went; with `again`, the job of the next.
pub(super) async fn note(
    tx: &mut TenantTx,
    id: WebhookDeliveryId,
    status: Status,
    again: Option<DateTime<Utc>>,
    attempt: &Attempt,
) -> Result<()> {
    let (answered, error, answer) = match &attempt.outcome {
        Outcome::Answered { status, beginning } => (i16::try_from(*status).ok(), None, Some(beginning.as_str())),
        Outcome::Unanswered(why) => (None, Some(*why), None),
    };
    let now = tx.source().now();
    sqlx::query!(
        r#"with noted as (
             update webhook_deliveries set status = $3, attempts = attempts + 1, next_at = $4, answered = $5, error = $6,
                                           answer = $7, took_millis = $8, tried_at = $9
             where org_id = $1 and id = $2 returning id
           )
           select case when $4::timestamptz is not null
                       then enqueue_job($10, jsonb_build_object('delivery', id), $4, 3) end as "enqueued: ()" from noted"#,
        tx.org().0,
        id.0,
        status as Status,
        again,
        answered,
        error,
        answer,
        attempt.took_millis,
        now,
        Deliver::TASK,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes that the webhook took something, or since when it does not.
pub(super) async fn note_health(tx: &mut TenantTx, id: WebhookId, well: bool) -> Result<Option<DateTime<Utc>>> {
    let now = tx.source().now();
    let since = sqlx::query_scalar!(
        "update webhooks set failing_since = case when $3 then null else coalesce(failing_since, $4) end
         where org_id = $1 and id = $2 and active returning failing_since",
        tx.org().0,
        id.0,
        well,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(since.flatten())
}

pub(super) async fn switch_off(tx: &mut TenantTx, id: WebhookId) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update webhooks set active = false, disabled_why = 'failing', version = version + 1, updated_at = $3
         where org_id = $1 and id = $2 and active",
        tx.org().0,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn forget(tx: &mut SystemTx, before: DateTime<Utc>) -> Result<u64> {
    let done = sqlx::query!("delete from webhook_deliveries where created_at < $1", before).execute(tx.conn()).await?;
    Ok(done.rows_affected())
}
