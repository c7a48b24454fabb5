//! `GET /webhooks/{id}/deliveries`

use axum::{Json, extract::State};
use domain::{
    ids::{WebhookDeliveryId, WebhookId},
    webhooks,
};

use super::body::DeliveryBody;
use crate::{
    Api, Problem,
    caller::Caller,
    page::{Page, PageParams},
    valid::{Id, Params},
};

const LIST: &str = "webhook_deliveries";

/// What a webhook was told, the latest first; kept for 30 days
#[utoipa::path(
    get, path = "/webhooks/{id}/deliveries", tag = "webhooks", operation_id = "list_webhook_deliveries",
    params(("id" = Uuid, Path), PageParams),
    responses((status = 200, body = Page<DeliveryBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<WebhookId>,
    Params(page): Params<PageParams>,
) -> Result<Json<Page<DeliveryBody>>, Problem> {
    let before = page.key::<WebhookDeliveryId>(&api, LIST)?;
    let rows = webhooks::deliveries(&mut caller.tx, &caller.actor, id, before, page.reads()).await?;
    Ok(Json(Page::cut(&api, LIST, &page, rows, |delivery| delivery.id, DeliveryBody::from)))
}
