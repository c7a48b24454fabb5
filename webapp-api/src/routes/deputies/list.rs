//! `GET /absences`

use axum::Json;
use domain::deputies;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::AbsenceBody;
use crate::{Problem, caller::Caller};

/// Who is away, or will be.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Absences {
    /// What is not over yet, by its beginning; at most 500.
    items: Vec<AbsenceBody>,
}

/// Who is away, or will be
#[utoipa::path(
    get, path = "/absences", tag = "shifts", operation_id = "list_absences",
    responses((status = 200, body = Absences))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Absences>, Problem> {
    let found = deputies::list(&mut caller.tx, &caller.actor).await?;
    Ok(Json(Absences { items: found.into_iter().map(AbsenceBody::from).collect() }))
}
