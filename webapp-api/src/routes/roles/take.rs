//! `DELETE /roles/{id}/members/{member_id}`

use axum::http::StatusCode;
use domain::{
    access,
    ids::{MemberId, RoleId},
};
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Id};

/// Take a role of the org's own from a member; the preset that it is based on remains
#[utoipa::path(
    delete, path = "/roles/{id}/members/{member_id}", tag = "roles", operation_id = "take_role",
    params(("id" = Uuid, Path), ("member_id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn take(mut caller: Caller, Id((role, member)): Id<(Uuid, Uuid)>) -> Result<StatusCode, Problem> {
    access::take_role(&mut caller.tx, &caller.actor, MemberId(member), RoleId(role)).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
