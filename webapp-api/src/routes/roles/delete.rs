//! `DELETE /roles/{id}`

use axum::http::StatusCode;
use domain::{access, ids::RoleId};
use uuid::Uuid;

use super::show;
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch},
    openapi::IfMatchHeader,
    valid::Id,
};

/// Delete a role that nobody has
#[utoipa::path(
    delete, path = "/roles/{id}", tag = "roles", operation_id = "delete_role",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn delete(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let id = RoleId(id);
    let done = access::delete_role(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
