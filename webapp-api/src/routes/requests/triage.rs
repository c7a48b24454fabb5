//! What the desk does with a request: `POST /requests/{id}/assign`, `/decline`, `/close`, `/merge`.

use axum::Json;
use domain::{
    ids::{BuildingId, MemberId, RequestId},
    requests::{self, Closing, Worker},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    answer,
    body::{ReasonBody, RequestBody},
};
use crate::{
    Problem,
    caller::Caller,
    etag::Tagged,
    valid::{Body, Id, Params},
};

/// Somebody who could have a request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestWorker)]
pub(super) struct WorkerBody {
    /// A member.
    member_id: Uuid,
    /// What to call them.
    name: String,
    /// How many open requests they have.
    open: i64,
}

/// Who could have a request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestWorkers)]
pub(super) struct WorkersBody {
    /// Those with the least to do first.
    items: Vec<WorkerBody>,
}

/// Where it is.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct WorkersWanted {
    /// In this building.
    #[serde(default)]
    #[garde(skip)]
    building_id: Option<Uuid>,
}

/// Who could have a request, those with the least to do first
#[utoipa::path(
    get, path = "/requests/workers", tag = "requests", operation_id = "list_request_workers",
    params(WorkersWanted), responses((status = 200, body = WorkersBody))
)]
pub(super) async fn workers(
    mut caller: Caller,
    Params(wanted): Params<WorkersWanted>,
) -> Result<Json<WorkersBody>, Problem> {
    let building = wanted.building_id.map(BuildingId);
    let workers = requests::workers(&mut caller.tx, &caller.actor, building).await?;
    let line = |worker: Worker| WorkerBody { member_id: worker.member.0, name: worker.name, open: worker.open };
    Ok(Json(WorkersBody { items: workers.into_iter().map(line).collect() }))
}

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
