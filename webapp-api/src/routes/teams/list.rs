//! `GET /teams`

use axum::Json;
use domain::access;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::TeamBody;
use crate::{Problem, caller::Caller};

/// The teams of the org.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Teams {
    /// By name.
    items: Vec<TeamBody>,
}

/// The teams
#[utoipa::path(
    get, path = "/teams", tag = "teams", operation_id = "list_teams",
    responses((status = 200, body = Teams))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Teams>, Problem> {
    let teams = access::list_teams(&mut caller.tx, &caller.actor).await?;
    Ok(Json(Teams { items: teams.into_iter().map(TeamBody::from).collect() }))
}
