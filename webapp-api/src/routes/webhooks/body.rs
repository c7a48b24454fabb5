//! Webhooks and their log as they are sent.

use chrono::{DateTime, Utc};
use domain::webhooks::{Delivery, Status, Webhook};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// A webhook.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Webhook)]
pub(super) struct WebhookBody {
    /// Its id.
    id: Uuid,
    /// What the org calls it.
    #[schema(example = "1C")]
    name: String,
    /// Where it is.
    #[schema(example = "https://example.com/kontora")]
    url: String,
    /// What it is told.
    events: Vec<String>,
    /// Whether it is told anything.
    active: bool,
    /// Why not: `by_person`, or `failing` when nothing succeeded for a day.
    disabled_why: Option<String>,
    /// Since when no delivery succeeds.
    failing_since: Option<DateTime<Utc>>,
    /// Grows with each change.
    version: i32,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
}

/// A webhook and its secret, which is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WebhookWithSecret {
    /// The webhook.
    #[serde(flatten)]
    webhook: WebhookBody,
    /// What signs its deliveries. Keep it: it is not shown again.
    #[schema(example = "whsec_…")]
    secret: String,
}

impl WebhookWithSecret {
    pub(super) fn new(webhook: Webhook, secret: &SecretString) -> Self {
        Self { webhook: webhook.into(), secret: secret.expose_secret().to_owned() }
    }
}

impl From<Webhook> for WebhookBody {
    fn from(webhook: Webhook) -> Self {
        Self {
            id: webhook.id.0,
            name: webhook.name,
            url: webhook.url,
            events: webhook.names,
            active: webhook.active,
            disabled_why: webhook.disabled_why,
            failing_since: webhook.failing_since,
            version: webhook.version,
            created_at: webhook.created_at,
            updated_at: webhook.updated_at,
        }
    }
}

/// A line of a webhook's log.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WebhookDelivery)]
pub(super) struct DeliveryBody {
    /// Its id: the header `Kontora-Delivery`.
    id: Uuid,
    /// What it tells of.
    #[schema(example = "request.created")]
    event: String,
    /// The id of what happened; none for a ping and for a repetition.
    event_id: Option<Uuid>,
    /// `waiting`, `done` or `failed`.
    #[schema(example = "done")]
    status: &'static str,
    /// How often it was tried.
    attempts: i16,
    /// When it is tried next.
    next_attempt_at: Option<DateTime<Utc>>,
    /// The HTTP status of the last attempt.
    response_status: Option<i16>,
    /// The beginning of that answer.
    response_body: Option<String>,
    /// Why there was no answer: `timed_out`, `not_reached`, `address_not_public`…
    error: Option<String>,
    /// How long the last attempt took, in milliseconds.
    took_ms: Option<i32>,
    /// When it was accepted.
    created_at: DateTime<Utc>,
    /// When it was last tried.
    tried_at: Option<DateTime<Utc>>,
}

impl From<Delivery> for DeliveryBody {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: delivery.id.0,
            event: delivery.name,
            event_id: delivery.event.map(|event| event.0),
            status: match delivery.status {
                Status::Waiting => "waiting",
                Status::Done => "done",
                Status::Failed => "failed",
            },
            attempts: delivery.attempts,
            next_attempt_at: delivery.next_at,
            response_status: delivery.answered,
            response_body: delivery.answer,
            error: delivery.error,
            took_ms: delivery.took_millis,
            created_at: delivery.created_at,
            tried_at: delivery.tried_at,
        }
    }
}

impl From<Webhook> for Tagged<WebhookBody> {
    fn from(webhook: Webhook) -> Self {
        Self(webhook.version, webhook.into())
    }
}
