//! What whoever filed a request says of it: `POST /requests/{id}/accept`, `/return`, `/reopen`, `/cancel`, `/rate`.

use domain::{ids::RequestId, requests};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{answer, body::RequestBody};
use crate::{
    Problem,
    caller::Caller,
    etag::Tagged,
    valid::{Body, Id},
};

/// Accept the work
#[utoipa::path(
    post, path = "/requests/{id}/accept", tag = "requests", operation_id = "accept_request",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn accept(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::accept(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, request).await
}

/// Return the work: it is not solved
#[utoipa::path(
    post, path = "/requests/{id}/return", tag = "requests", operation_id = "return_request",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn return_to_work(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::return_to_work(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, request).await
}

/// Open a closed request again, within 14 days
#[utoipa::path(
    post, path = "/requests/{id}/reopen", tag = "requests", operation_id = "reopen_request",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn reopen(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::reopen(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, request).await
}

/// Why it is withdrawn.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestCancellation)]
pub(super) struct CancellationBody {
    /// May be left out.
    #[serde(default)]
    #[garde(length(chars, max = 500))]
    #[schema(max_length = 500, example = "Решилось само")]
    reason: Option<String>,
}

/// Withdraw a request of one's own
#[utoipa::path(
    post, path = "/requests/{id}/cancel", tag = "requests", operation_id = "cancel_request",
    params(("id" = Uuid, Path)), request_body = CancellationBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn cancel(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<CancellationBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::cancel(&mut caller.tx, &caller.actor, RequestId(id), body.reason.as_deref()).await?;
    answer(caller, request).await
}

/// How good the work was.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestRating)]
pub(super) struct RatingBody {
    /// One to five.
    #[garde(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5, example = 5)]
    stars: i16,
    /// `fast`, `clean`, `polite`, `expensive`.
    #[serde(default)]
    #[garde(length(max = 4), inner(length(max = 20)))]
    #[schema(max_items = 4)]
    tags: Vec<String>,
    /// In one's own words.
    #[serde(default)]
    #[garde(length(chars, max = 2000))]
    #[schema(max_length = 2000)]
    words: Option<String>,
}

/// Give stars, once, for work that was accepted
#[utoipa::path(
    post, path = "/requests/{id}/rate", tag = "requests", operation_id = "rate_request",
    params(("id" = Uuid, Path)), request_body = RatingBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn rate(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<RatingBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let id = RequestId(id);
    let mut request = requests::rate(&mut caller.tx, &caller.actor, id, body.stars).await?;
    for tag in &body.tags {
        request = requests::remark(&mut caller.tx, &caller.actor, id, Some(tag), None).await?;
    }
    if let Some(words) = &body.words {
        request = requests::remark(&mut caller.tx, &caller.actor, id, None, Some(words)).await?;
    }
    answer(caller, request).await
}
