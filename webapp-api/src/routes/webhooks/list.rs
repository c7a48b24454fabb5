//! `GET /webhooks`

use axum::Json;
use domain::webhooks;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::WebhookBody;
use crate::{Problem, caller::Caller};

/// The webhooks of the org.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Webhooks {
    /// The first one first.
    items: Vec<WebhookBody>,
    /// What they may choose to be told.
    #[schema(example = json!(["request.created"]))]
    events: Vec<&'static str>,
}

/// The webhooks, and what there is to be told
#[utoipa::path(
    get, path = "/webhooks", tag = "webhooks", operation_id = "list_webhooks",
    responses((status = 200, body = Webhooks))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Webhooks>, Problem> {
    let webhooks = webhooks::list(&mut caller.tx, &caller.actor).await?;
    let items = webhooks.into_iter().map(WebhookBody::from).collect();
    Ok(Json(Webhooks { items, events: domain::feed::NAMES.to_vec() }))
}
