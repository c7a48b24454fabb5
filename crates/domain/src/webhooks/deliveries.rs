//! What webhooks are told, and how that goes.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use platform::secrets::Keyring;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    model::after_attempts,
    service::{SECRET, find},
    store,
};
use crate::{
    Error, OrgId, Result, SystemTx, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    feed::{self, News},
    ids::{EventId, WebhookDeliveryId, WebhookId},
};

/// How long the log is kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// How long a webhook may fail before it is told no more.
const FAILING: TimeDelta = TimeDelta::hours(24);

/// The job that makes one attempt. Its runner is `bot/src/jobs/deliver_webhook.rs`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Deliver {
    /// Whose; written by the database.
    pub org_id: OrgId,
    /// Which delivery.
    pub delivery: WebhookDeliveryId,
}

impl Deliver {
    /// Its name in the queue.
    pub const TASK: &'static str = "deliver_webhook";
}

/// How a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Status {
    /// It is tried, or tried again.
    Waiting,
    /// The address took it.
    Done,
    /// A day has passed, or the webhook was switched off.
    Failed,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its id: what the receiver knows a repetition by.
    pub id: WebhookDeliveryId,
    /// What it tells of.
    pub name: String,
    /// The event; none for a ping.
    pub event: Option<EventId>,
    /// How it stands.
    pub status: Status,
    /// How often it was tried.
    pub attempts: i16,
    /// When it is tried next.
    pub next_at: Option<DateTime<Utc>>,
    /// The HTTP status of the last attempt.
    pub answered: Option<i16>,
    /// Why there was none.
    pub error: Option<String>,
    /// The beginning of the answer.
    pub answer: Option<String>,
    /// How long the last attempt took.
    pub took_millis: Option<i32>,
    /// When it was accepted.
    pub created_at: DateTime<Utc>,
    /// When it was last tried.
    pub tried_at: Option<DateTime<Utc>>,
}

/// What is to be sent now.
#[derive(Clone, Debug)]
pub struct Sending {
    /// Where.
    pub url: String,
    /// As it is signed and sent.
    pub body: String,
    /// What it tells of.
    pub name: String,
    /// The secrets that sign it: the present one, and the one of before for a while.
    pub secrets: Vec<SecretString>,
}

/// How an attempt went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There was an answer.
    Answered {
        /// Its HTTP status.
        status: u16,
        /// Its beginning.
        beginning: String,
    },
    /// There was none, and why: a code.
    Unanswered(&'static str),
}

/// An attempt that was made.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// How it went.
    pub outcome: Outcome,
    /// How long it took.
    pub took_millis: i32,
}

/// Accepts an event for delivery to every webhook that chose its name. Run twice, it changes nothing the second time.
pub async fn tell(tx: &mut TenantTx, event: EventId) -> Result<()> {
    let Some(news) = feed::get(tx, event).await? else { return Ok(()) };
    let body = body(tx.org(), &news);
    store::accept(tx, &news, &body).await
}

fn body(org: OrgId, news: &News) -> String {
    let at = news.at.to_rfc3339_opts(SecondsFormat::Millis, true);
    json!({ "id": news.id, "name": news.name, "at": at, "organization_id": org, "data": news.data }).to_string()
}

/// Sends a webhook a `ping`, whatever it has chosen, to see whether it is there.
pub async fn ping(tx: &mut TenantTx, actor: &Actor, webhook: WebhookId) -> Result<Delivery> {
    actor.require(Permission::WebhooksManage)?;
    find(tx, webhook).await?;
    let (now, org) = (tx.source().now().to_rfc3339_opts(SecondsFormat::Millis, true), tx.org());
    let body = json!({ "id": tx.source().id(), "name": "ping", "at": now, "organization_id": org, "data": {} });
    let id = store::accept_one(tx, webhook, "ping", None, &body.to_string()).await?;
    one(tx, webhook, id).await
}

/// Sends what was sent before once more, as a delivery of its own with the same body.
pub async fn replay(
    tx: &mut TenantTx,
    actor: &Actor,
    webhook: WebhookId,
    delivery: WebhookDeliveryId,
) -> Result<Delivery> {
    actor.require(Permission::WebhooksManage)?;
    let (name, body) = store::body(tx, webhook, delivery).await?;
    let id = store::accept_one(tx, webhook, &name, None, &body).await?;
    one(tx, webhook, id).await
}

/// The log of a webhook, the latest first; `before` is a delivery to go on from.
pub async fn deliveries(
    tx: &mut TenantTx,
    actor: &Actor,
    webhook: WebhookId,
    before: Option<WebhookDeliveryId>,
    limit: i64,
) -> Result<Vec<Delivery>> {
    actor.require(Permission::WebhooksRead)?;
    find(tx, webhook).await?;
    store::deliveries(tx, webhook, None, before, limit).await
}

async fn one(tx: &mut TenantTx, webhook: WebhookId, id: WebhookDeliveryId) -> Result<Delivery> {
    store::deliveries(tx, webhook, Some(id), None, 1).await?.pop().ok_or(Error::NotFound("delivery"))
}

/// What is to be sent for a delivery; none when nothing is left to do.
pub async fn sending(tx: &mut TenantTx, keys: &Keyring, id: WebhookDeliveryId) -> Result<Option<Sending>> {
    let Some(row) = store::sending(tx, id).await? else { return Ok(None) };
    if !row.active && row.name != "ping" {
        store::give_up(tx, id).await?;
        return Ok(None);
    }
    let secrets = std::iter::once(row.secret).chain(row.old_secret);
    let secrets = secrets.map(|sealed| keys.open_text(SECRET, &sealed)).collect::<Result<_, _>>()?;
    Ok(Some(Sending { url: row.url, body: row.body, name: row.name, secrets }))
}

/// Notes how an attempt went, and enqueues the next when there is one. Returns whether the webhook was switched off
/// because nothing has succeeded for a day.
pub async fn note_attempt(tx: &mut TenantTx, id: WebhookDeliveryId, attempt: &Attempt) -> Result<bool> {
    let done = matches!(attempt.outcome, Outcome::Answered { status, .. } if (200..300).contains(&status));
    let now = tx.source().now();
    let Some((attempts, webhook)) = store::lock_delivery(tx, id).await? else { return Ok(false) };
    let again = after_attempts(attempts + 1).filter(|_| !done).map(|wait| now + wait);
    let status = match (done, again) {
        (true, _) => Status::Done,
        (false, Some(_)) => Status::Waiting,
        (false, None) => Status::Failed,
    };
    store::note(tx, id, status, again, attempt).await?;
    let failing_since = store::note_health(tx, webhook, done).await?;
    let off = failing_since.is_some_and(|since| now - since >= FAILING);
    if off {
        store::switch_off(tx, webhook).await?;
        events::record(tx, &Actor::System, &Event::WebhookSwitchedOff { webhook }).await?;
    }
    Ok(off)
}

/// Forgets deliveries that are older than the log is kept. Returns how many.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    let before = tx.source().now() - KEPT;
    store::forget(tx, before).await
}
