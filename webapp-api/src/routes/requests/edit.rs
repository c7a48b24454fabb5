//! `PATCH /requests/{id}`

use domain::{
    categories::Priority,
    ids::{CategoryId, RequestId},
    requests::{self, Edit},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    body::{RequestBody, SlotBody},
    show,
};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id, said},
};

/// What is to be corrected; what is left out stays.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestEdit {
    /// What it is about; decides when it is due.
    #[serde(default)]
    #[garde(skip)]
    category_id: Option<Uuid>,
    /// How urgent it is; decides when it is due.
    #[serde(default)]
    #[garde(skip)]
    #[schema(value_type = Option<String>, example = "high")]
    priority: Option<Priority>,
    /// When the resident can be found; null: at any time.
    #[serde(default, deserialize_with = "said")]
    #[garde(skip)]
    #[schema(value_type = Option<SlotBody>)]
    slot: Option<Option<SlotBody>>,
}

/// Correct a request
#[utoipa::path(
    patch, path = "/requests/{id}", tag = "requests", operation_id = "edit_request",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = RequestEdit,
    responses((status = 200, body = RequestBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
    Body(body): Body<RequestEdit>,
) -> Result<Tagged<RequestBody>, Problem> {
    let id = RequestId(id);
    let edit = Edit {
        category: body.category_id.map(CategoryId),
        priority: body.priority,
        slot: body.slot.map(|slot| slot.map(Into::into)),
    };
    let done = requests::edit(&mut caller.tx, &caller.actor, id, seen, &edit).await;
    let request = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(request.into())
}
