//! `DELETE /webhooks/{id}`

use axum::http::StatusCode;
use domain::{ids::WebhookId, webhooks};

use crate::{Problem, caller::Caller, etag::IfMatch, openapi::IfMatchHeader, valid::Id};

/// Delete a webhook with its log
#[utoipa::path(
    delete, path = "/webhooks/{id}", tag = "webhooks", operation_id = "delete_webhook",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn delete(
    mut caller: Caller,
    Id(id): Id<WebhookId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    webhooks::delete(&mut caller.tx, &caller.actor, id, seen).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
