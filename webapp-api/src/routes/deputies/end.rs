//! `DELETE /absences/{id}`

use axum::http::StatusCode;
use domain::{deputies, ids::AbsenceId};
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Id};

/// Somebody is back, or does not go
#[utoipa::path(
    delete, path = "/absences/{id}", tag = "shifts", operation_id = "end_absence",
    params(("id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn end(mut caller: Caller, Id(id): Id<Uuid>) -> Result<StatusCode, Problem> {
    deputies::end(&mut caller.tx, &caller.actor, AbsenceId(id)).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
