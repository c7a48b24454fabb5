//! `POST /webhooks/{id}/ping`

use axum::{Json, http::StatusCode};
use domain::{ids::WebhookId, webhooks};

use super::body::DeliveryBody;
use crate::{Problem, caller::Caller, valid::Id};

/// Send a webhook a ping, to see whether it is there
#[utoipa::path(
    post, path = "/webhooks/{id}/ping", tag = "webhooks", operation_id = "ping_webhook", params(("id" = Uuid, Path)),
    responses((status = 202, body = DeliveryBody))
)]
pub(super) async fn ping(
    mut caller: Caller,
    Id(id): Id<WebhookId>,
) -> Result<(StatusCode, Json<DeliveryBody>), Problem> {
    let delivery = webhooks::ping(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok((StatusCode::ACCEPTED, Json(delivery.into())))
}
