//! `POST /webhooks`

use axum::{Json, extract::State, http::StatusCode};
use domain::webhooks::{self, NewWebhook};
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::WebhookWithSecret;
use crate::{Api, Problem, caller::Caller, valid::Body};

/// A webhook to be made.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[schema(as = NewWebhook)]
#[serde(deny_unknown_fields)]
pub(super) struct New {
    /// What to call it.
    #[garde(length(chars, min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "1C")]
    name: String,
    /// Where it is: `https`, and an address of the public internet.
    #[garde(length(min = 10, max = 2000))]
    #[schema(min_length = 10, max_length = 2000, example = "https://example.com/kontora")]
    url: String,
    /// What it is told.
    #[garde(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50, example = json!(["request.created"]))]
    events: Vec<String>,
}

/// Make a webhook; its secret is shown this once
#[utoipa::path(
    post, path = "/webhooks", tag = "webhooks", operation_id = "create_webhook", request_body = New,
    responses((status = 201, body = WebhookWithSecret))
)]
pub(super) async fn create(
    State(api): State<Api>,
    mut caller: Caller,
    Body(body): Body<New>,
) -> Result<(StatusCode, Json<WebhookWithSecret>), Problem> {
    let new = NewWebhook { name: &body.name, url: &body.url, names: &body.events };
    let (webhook, secret) = webhooks::add(&mut caller.tx, &caller.actor, &api.keys, &new).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, Json(WebhookWithSecret::new(webhook, &secret))))
}
