//! `POST /webhooks/{id}/deliveries/{delivery_id}/replay`

use axum::{Json, http::StatusCode};
use domain::{
    ids::{WebhookDeliveryId, WebhookId},
    webhooks,
};

use super::body::DeliveryBody;
use crate::{Problem, caller::Caller, valid::Id};

/// Send once more what was sent before
#[utoipa::path(
    post, path = "/webhooks/{id}/deliveries/{delivery_id}/replay", tag = "webhooks",
    operation_id = "replay_webhook_delivery",
    params(("id" = Uuid, Path), ("delivery_id" = Uuid, Path)),
    responses((status = 202, body = DeliveryBody))
)]
pub(super) async fn replay(
    mut caller: Caller,
    Id((id, delivery)): Id<(WebhookId, WebhookDeliveryId)>,
) -> Result<(StatusCode, Json<DeliveryBody>), Problem> {
    let delivery = webhooks::replay(&mut caller.tx, &caller.actor, id, delivery).await?;
    caller.commit().await?;
    Ok((StatusCode::ACCEPTED, Json(delivery.into())))
}
