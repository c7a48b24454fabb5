//! `POST /webhooks/{id}/secret`

use axum::{Json, extract::State};
use domain::{ids::WebhookId, webhooks};

use super::body::WebhookWithSecret;
use crate::{Api, Problem, caller::Caller, valid::Id};

/// Draw a new secret, shown this once; the old one signs beside it for a day
#[utoipa::path(
    post, path = "/webhooks/{id}/secret", tag = "webhooks", operation_id = "rotate_webhook_secret",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = WebhookWithSecret))
)]
pub(super) async fn rotate(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<WebhookId>,
) -> Result<Json<WebhookWithSecret>, Problem> {
    let (webhook, secret) = webhooks::rotate_secret(&mut caller.tx, &caller.actor, &api.keys, id).await?;
    caller.commit().await?;
    Ok(Json(WebhookWithSecret::new(webhook, &secret)))
}
