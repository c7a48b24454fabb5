//! `POST /requests`

use axum::http::StatusCode;
use domain::{
    categories::Priority,
    ids::{CategoryId, PersonId, UnitId},
    requests::{self, NewRequest},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{PlaceBody, RequestBody, SlotBody};
use super::files::uploaded;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// A request to be filed.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRequest)]
pub(super) struct NewRequestBody {
    /// What it is about.
    #[garde(skip)]
    category_id: Uuid,
    /// Where it is.
    #[garde(skip)]
    place: PlaceBody,
    /// The home that it is filed from, for a place outside it.
    #[serde(default)]
    #[garde(skip)]
    unit_id: Option<Uuid>,
    /// What is the matter.
    #[garde(length(chars, min = 1, max = 8192))]
    #[schema(min_length = 1, max_length = 8192, example = "Течёт под раковиной")]
    words: String,
    /// How urgent it is; as the category has it when it is not said.
    #[serde(default)]
    #[garde(skip)]
    #[schema(value_type = Option<String>, example = "emergency")]
    priority: Option<Priority>,
    /// When the resident can be found.
    #[serde(default)]
    #[garde(skip)]
    slot: Option<SlotBody>,
    /// What shows it: files that the caller uploaded.
    #[serde(default)]
    #[garde(length(max = 20))]
    #[schema(max_items = 20)]
    file_ids: Vec<Uuid>,
    /// For whom it is filed, by whoever may file for others; for oneself when it is not said.
    #[serde(default)]
    #[garde(skip)]
    reporter_id: Option<Uuid>,
}

/// File a request
#[utoipa::path(
    post, path = "/requests", tag = "requests", operation_id = "create_request",
    request_body = NewRequestBody,
    responses((status = 201, body = RequestBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewRequestBody>,
) -> Result<(StatusCode, Tagged<RequestBody>), Problem> {
    let new = NewRequest {
        category: CategoryId(body.category_id),
        place: body.place.into(),
        unit: body.unit_id.map(UnitId),
        priority: body.priority,
        slot: body.slot.map(Into::into),
        reporter: body.reporter_id.map(PersonId),
        words: &body.words,
        attachments: &uploaded(&body.file_ids),
        bot: None,
        draft_message: None,
    };
    let filed = requests::file(&mut caller.tx, &caller.actor, &new).await?;
    let request = requests::get(&mut caller.tx, &caller.actor, filed.id).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, request.into()))
}
