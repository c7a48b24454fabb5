//! `POST /shifts`

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::{
    ids::{BuildingId, MemberId},
    shifts::{self, Duty, NewShift},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::ShiftBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// A shift to be planned.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewShift)]
pub(super) struct NewShiftBody {
    /// Whose.
    #[garde(skip)]
    member_id: Uuid,
    /// `dispatcher`, `worker` or `manager`.
    #[garde(length(max = 20))]
    #[schema(max_length = 20, example = "dispatcher")]
    duty: String,
    /// From when on.
    #[garde(skip)]
    #[schema(example = "2026-11-23T03:00:00Z")]
    starts_at: DateTime<Utc>,
    /// Until when; at most a week later.
    #[garde(skip)]
    #[schema(example = "2026-11-23T15:00:00Z")]
    ends_at: DateTime<Utc>,
    /// Where; nothing: everywhere.
    #[serde(default)]
    #[garde(length(max = 500))]
    #[schema(max_items = 500)]
    building_ids: Vec<Uuid>,
}

/// Plan a shift; its member is told
#[utoipa::path(
    post, path = "/shifts", tag = "shifts", operation_id = "plan_shift",
    request_body = NewShiftBody,
    responses((status = 201, body = ShiftBody))
)]
pub(super) async fn plan(
    mut caller: Caller,
    Body(body): Body<NewShiftBody>,
) -> Result<(StatusCode, Tagged<ShiftBody>), Problem> {
    let new = NewShift {
        member: MemberId(body.member_id),
        duty: body.duty.parse::<Duty>()?,
        starts_at: body.starts_at,
        ends_at: body.ends_at,
        buildings: body.building_ids.into_iter().map(BuildingId).collect(),
    };
    let shift = shifts::plan(&mut caller.tx, &caller.actor, new).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, shift.into()))
}
