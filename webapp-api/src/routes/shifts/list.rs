//! `GET /shifts`

use axum::Json;
use chrono::{DateTime, Utc};
use domain::{ids::MemberId, shifts};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::body::ShiftBody;
use crate::{Problem, caller::Caller, valid::Params};

/// Of which time, and whose.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct Roster {
    /// What ends after this.
    #[garde(skip)]
    #[param(example = "2026-11-16T00:00:00Z")]
    from: DateTime<Utc>,
    /// What begins before this: at most 92 days later.
    #[garde(skip)]
    #[param(example = "2026-11-23T00:00:00Z")]
    to: DateTime<Utc>,
    /// Of this member alone.
    #[garde(skip)]
    member_id: Option<Uuid>,
}

/// The roster.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Shifts {
    /// By time; at most 500.
    items: Vec<ShiftBody>,
}

/// The roster between two moments
#[utoipa::path(
    get, path = "/shifts", tag = "shifts", operation_id = "list_shifts",
    params(Roster),
    responses((status = 200, body = Shifts))
)]
pub(super) async fn list(mut caller: Caller, Params(asked): Params<Roster>) -> Result<Json<Shifts>, Problem> {
    let member = asked.member_id.map(MemberId);
    let found = shifts::list(&mut caller.tx, &caller.actor, asked.from, asked.to, member).await?;
    Ok(Json(Shifts { items: found.into_iter().map(ShiftBody::from).collect() }))
}
