//! `DELETE /teams/{id}`

use axum::http::StatusCode;
use domain::{access, ids::TeamId};
use uuid::Uuid;

use super::show;
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch},
    openapi::IfMatchHeader,
    valid::Id,
};

/// Delete a team; its members stay
#[utoipa::path(
    delete, path = "/teams/{id}", tag = "teams", operation_id = "delete_team",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn delete(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let id = TeamId(id);
    let done = access::delete_team(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
