//! `PATCH /webhooks/{id}`

use domain::{
    ids::WebhookId,
    webhooks::{self, WebhookEdit},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{body::WebhookBody, show};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// What is to be changed; what is left out stays.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[schema(as = WebhookEdit)]
#[serde(deny_unknown_fields)]
pub(super) struct Edit {
    /// A new name.
    #[serde(default)]
    #[garde(length(chars, min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// A new place.
    #[serde(default)]
    #[garde(length(min = 10, max = 2000))]
    #[schema(min_length = 10, max_length = 2000)]
    url: Option<String>,
    /// What it is told from now on.
    #[serde(default)]
    #[garde(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    events: Option<Vec<String>>,
    /// Whether it is told anything.
    #[serde(default)]
    #[garde(skip)]
    active: Option<bool>,
}

/// Change a webhook
#[utoipa::path(
    patch, path = "/webhooks/{id}", tag = "webhooks", operation_id = "edit_webhook",
    params(("id" = Uuid, Path), IfMatchHeader), request_body = Edit,
    responses((status = 200, body = WebhookBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<WebhookId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<Edit>,
) -> Result<Tagged<WebhookBody>, Problem> {
    let edit = WebhookEdit {
        name: body.name.as_deref(),
        url: body.url.as_deref(),
        names: body.events.as_deref(),
        active: body.active,
    };
    let done = webhooks::edit(&mut caller.tx, &caller.actor, id, seen, &edit).await;
    let webhook = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(webhook.into())
}
