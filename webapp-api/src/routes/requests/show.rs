//! `GET /requests/{id}`

use domain::{ids::RequestId, requests};
use uuid::Uuid;

use super::body::RequestBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A request
#[utoipa::path(
    get, path = "/requests/{id}", tag = "requests", operation_id = "show_request",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = RequestBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RequestBody>, Problem> {
    read(&mut caller, RequestId(id)).await
}

/// The request as it is now.
pub(super) async fn read(caller: &mut Caller, id: RequestId) -> Result<Tagged<RequestBody>, Problem> {
    Ok(requests::get(&mut caller.tx, &caller.actor, id).await?.into())
}
