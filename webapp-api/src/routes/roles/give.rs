//! `PUT /roles/{id}/members/{member_id}`

use axum::http::StatusCode;
use domain::{
    access,
    ids::{MemberId, RoleId},
};
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Id};

/// Give a member a role of the org's own
#[utoipa::path(
    put, path = "/roles/{id}/members/{member_id}", tag = "roles", operation_id = "give_role",
    params(("id" = Uuid, Path), ("member_id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn give(mut caller: Caller, Id((role, member)): Id<(Uuid, Uuid)>) -> Result<StatusCode, Problem> {
    access::give_role(&mut caller.tx, &caller.actor, MemberId(member), RoleId(role)).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
