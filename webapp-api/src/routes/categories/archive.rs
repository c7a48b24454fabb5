//! `DELETE /categories/{id}`

use axum::http::StatusCode;
use domain::{categories, ids::CategoryId};
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Id};

/// Offer a category no longer; what was filed about it stays
#[utoipa::path(
    delete, path = "/categories/{id}", tag = "categories", operation_id = "archive_category",
    params(("id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn archive(mut caller: Caller, Id(id): Id<Uuid>) -> Result<StatusCode, Problem> {
    categories::archive(&mut caller.tx, &caller.actor, CategoryId(id)).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
