//! `GET /webhooks/{id}`

use domain::{ids::WebhookId, webhooks};

use super::body::WebhookBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A webhook
#[utoipa::path(
    get, path = "/webhooks/{id}", tag = "webhooks", operation_id = "show_webhook", params(("id" = Uuid, Path)),
    responses((status = 200, body = WebhookBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<WebhookId>) -> Result<Tagged<WebhookBody>, Problem> {
    read(&mut caller, id).await
}

/// As it is now.
pub(super) async fn read(caller: &mut Caller, id: WebhookId) -> Result<Tagged<WebhookBody>, Problem> {
    Ok(webhooks::get(&mut caller.tx, &caller.actor, id).await?.into())
}
