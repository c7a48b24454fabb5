//! `DELETE /webhooks/{id}`

use axum::http::StatusCode;
use domain::{ids::WebhookId, webhooks};

use super::show;
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch},
    openapi::IfMatchHeader,
    valid::Id,
};

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
    let done = webhooks::delete(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
