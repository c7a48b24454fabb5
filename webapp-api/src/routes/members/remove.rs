//! `DELETE /organizations/{org_id}/members/{member_id}`

use axum::http::StatusCode;
use domain::{ids::MemberId, members};
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Id};

/// Take a membership away: with their next request they are nobody here, or a resident if they are one
#[utoipa::path(
    delete, path = "/organizations/{org_id}/members/{member_id}", tag = "members", operation_id = "remove_member",
    params(("org_id" = Uuid, Path), ("member_id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn remove(mut caller: Caller, Id((_org, id)): Id<(Uuid, MemberId)>) -> Result<StatusCode, Problem> {
    members::remove(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
