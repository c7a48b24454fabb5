//! What whoever has a request does: `POST /requests/{id}/take`, `/release`, `/help`, `/depart`, `/arrive`, `/pause`,
//! `/resume`, `/complete`. Each is one verb of the domain and answers with the request as it is then.

use domain::{ids::RequestId, requests};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    answer,
    body::{PauseBody, ReasonBody, RequestBody},
};
use crate::{
    Problem,
    caller::Caller,
    etag::Tagged,
    valid::{Body, Id},
};

/// Take a request
#[utoipa::path(
    post, path = "/requests/{id}/take", tag = "requests", operation_id = "take_request",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn take(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::take(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, request).await
}

/// Give a request back to the queue
#[utoipa::path(
    post, path = "/requests/{id}/release", tag = "requests", operation_id = "release_request",
    params(("id" = Uuid, Path)), request_body = ReasonBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn release(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<ReasonBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::release(&mut caller.tx, &caller.actor, RequestId(id), &body.reason).await?;
    answer(caller, request).await
}

/// Help whoever has a request
#[utoipa::path(
    post, path = "/requests/{id}/help", tag = "requests", operation_id = "help_with_request",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn help(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::help(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, request).await
}

/// Set out for a request
#[utoipa::path(
    post, path = "/requests/{id}/depart", tag = "requests", operation_id = "depart_for_request",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn depart(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::depart(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, request).await
}

/// Where somebody has arrived.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestArrival)]
pub(super) struct ArrivalBody {
    /// How far that is from the building, in metres, where the phone knows.
    #[serde(default)]
    #[garde(range(min = 0, max = 40_000_000))]
    #[schema(minimum = 0, maximum = 40_000_000)]
    metres: Option<i32>,
}

/// Arrive at a request
#[utoipa::path(
    post, path = "/requests/{id}/arrive", tag = "requests", operation_id = "arrive_at_request",
    params(("id" = Uuid, Path)), request_body = ArrivalBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn arrive(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<ArrivalBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::arrive(&mut caller.tx, &caller.actor, RequestId(id), body.metres).await?;
    answer(caller, request).await
}

/// Let a request wait
#[utoipa::path(
    post, path = "/requests/{id}/pause", tag = "requests", operation_id = "pause_request",
    params(("id" = Uuid, Path)), request_body = PauseBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn pause(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<PauseBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::pause(&mut caller.tx, &caller.actor, RequestId(id), body.into()).await?;
    answer(caller, request).await
}

/// Go on with a request that waits
#[utoipa::path(
    post, path = "/requests/{id}/resume", tag = "requests", operation_id = "resume_request",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn resume(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::resume(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, request).await
}

/// What was done.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestCompletion)]
pub(super) struct CompletionBody {
    /// In the worker's words.
    #[serde(default)]
    #[garde(length(chars, max = 2000))]
    #[schema(max_length = 2000, example = "Заменил сифон")]
    result: Option<String>,
}

/// Say that a request is done: the resident is asked
#[utoipa::path(
    post, path = "/requests/{id}/complete", tag = "requests", operation_id = "complete_request",
    params(("id" = Uuid, Path)), request_body = CompletionBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn complete(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<CompletionBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::complete(&mut caller.tx, &caller.actor, RequestId(id), body.result.as_deref()).await?;
    answer(caller, request).await
}
