//! What the desk does with a request: `POST /requests/{id}/assign`, `/decline`, `/close`, `/merge`.

use domain::{
    ids::{MemberId, RequestId},
    requests::{self, Closing},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    answer,
    body::{ReasonBody, RequestBody},
};
use crate::{
    Problem,
    caller::Caller,
    etag::Tagged,
    valid::{Body, Id},
};

/// Who gets it.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestAssignment)]
pub(super) struct AssignmentBody {
    /// A member.
    #[garde(skip)]
    member_id: Uuid,
}

/// Give a request to a member
#[utoipa::path(
    post, path = "/requests/{id}/assign", tag = "requests", operation_id = "assign_request",
    params(("id" = Uuid, Path)), request_body = AssignmentBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn assign(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<AssignmentBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let to = MemberId(body.member_id);
    let request = requests::assign(&mut caller.tx, &caller.actor, RequestId(id), to).await?;
    answer(caller, request).await
}

/// Decline a request; the resident reads why
#[utoipa::path(
    post, path = "/requests/{id}/decline", tag = "requests", operation_id = "decline_request",
    params(("id" = Uuid, Path)), request_body = ReasonBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn decline(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<ReasonBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::decline(&mut caller.tx, &caller.actor, RequestId(id), &body.reason).await?;
    answer(caller, request).await
}

/// Close a request without the resident's word
#[utoipa::path(
    post, path = "/requests/{id}/close", tag = "requests", operation_id = "close_request",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn close(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::close(&mut caller.tx, &caller.actor, RequestId(id), Closing::ByStaff).await?;
    answer(caller, request).await
}

/// With which it goes on.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestMerge)]
pub(super) struct MergeBody {
    /// The other request.
    #[garde(skip)]
    into_id: Uuid,
}

/// Let a request go on as part of another
#[utoipa::path(
    post, path = "/requests/{id}/merge", tag = "requests", operation_id = "merge_request",
    params(("id" = Uuid, Path)), request_body = MergeBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn merge(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<MergeBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let into = RequestId(body.into_id);
    let request = requests::merge(&mut caller.tx, &caller.actor, RequestId(id), into).await?;
    answer(caller, request).await
}
