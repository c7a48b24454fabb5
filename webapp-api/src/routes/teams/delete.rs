//! `DELETE /teams/{id}`

use axum::http::StatusCode;
use domain::{access, ids::TeamId};
use uuid::Uuid;

use crate::{Problem, caller::Caller, etag::IfMatch, problem::ProblemBody, valid::Id};

/// Delete a team; its members stay
#[utoipa::path(
    delete, path = "/teams/{id}", tag = "teams", operation_id = "delete_team",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "The `ETag` that was seen, or `*`")),
    responses(
        (status = 204),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
        (status = 412, body = ProblemBody, content_type = "application/problem+json"),
        (status = 428, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn delete(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    access::delete_team(&mut caller.tx, &caller.actor, TeamId(id), seen).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
