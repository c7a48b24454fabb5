//! `DELETE /organizations/{org_id}/members/me`

use axum::http::StatusCode;
use domain::members;

use crate::{Problem, caller::Caller};

/// Leave the org. Its last owner stays.
#[utoipa::path(
    delete, path = "/organizations/{org_id}/members/me", tag = "members", operation_id = "leave_organization",
    params(("org_id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn leave(mut caller: Caller) -> Result<StatusCode, Problem> {
    members::leave(&mut caller.tx, &caller.actor).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
