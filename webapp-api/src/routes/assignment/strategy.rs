//! `GET /settings/assignment` and `PUT /settings/assignment`

use axum::Json;
use domain::assignment::{self, Strategy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Problem, caller::Caller, valid::Body};

/// By what the org gives work out.
#[derive(Debug, Serialize, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = Assignment)]
pub(super) struct AssignmentBody {
    /// `by_hand`: nobody gets it by itself; `in_order`: whoever waited longest; `evenly`: whoever has the fewest open;
    /// `by_load_and_skill`: who can do it and has the least to do; `by_building`: whose building it is.
    #[garde(length(max = 40))]
    #[schema(max_length = 40, example = "by_load_and_skill")]
    strategy: String,
}

impl From<Strategy> for AssignmentBody {
    fn from(strategy: Strategy) -> Self {
        Self { strategy: strategy.code().to_owned() }
    }
}

/// By what the org gives work out
#[utoipa::path(
    get, path = "/settings/assignment", tag = "requests", operation_id = "show_assignment",
    responses((status = 200, body = AssignmentBody))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<AssignmentBody>, Problem> {
    Ok(Json(assignment::strategy(&mut caller.tx, &caller.actor).await?.into()))
}

/// Choose by what the org gives work out
#[utoipa::path(
    put, path = "/settings/assignment", tag = "requests", operation_id = "set_assignment",
    request_body = AssignmentBody,
    responses((status = 200, body = AssignmentBody))
)]
pub(super) async fn set(mut caller: Caller, Body(body): Body<AssignmentBody>) -> Result<Json<AssignmentBody>, Problem> {
    let strategy = body.strategy.parse::<Strategy>()?;
    assignment::set_strategy(&mut caller.tx, &caller.actor, strategy).await?;
    caller.commit().await?;
    Ok(Json(strategy.into()))
}
