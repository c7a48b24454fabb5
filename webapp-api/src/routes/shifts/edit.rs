//! `PATCH /shifts/{id}`

use chrono::{DateTime, Utc};
use domain::{
    ids::{BuildingId, ShiftId},
    shifts::{self, Duty, ShiftEdit},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{body::ShiftBody, show};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// What is to be changed; what is left out stays.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = ShiftEdit)]
pub(super) struct ShiftEditBody {
    /// As what.
    #[serde(default)]
    #[garde(length(max = 20))]
    #[schema(max_length = 20)]
    duty: Option<String>,
    /// From when on.
    #[serde(default)]
    #[garde(skip)]
    starts_at: Option<DateTime<Utc>>,
    /// Until when.
    #[serde(default)]
    #[garde(skip)]
    ends_at: Option<DateTime<Utc>>,
    /// Where.
    #[serde(default)]
    #[garde(length(max = 500))]
    #[schema(max_items = 500)]
    building_ids: Option<Vec<Uuid>>,
}

/// Change a shift that was not taken over yet; its member is told
#[utoipa::path(
    patch, path = "/shifts/{id}", tag = "shifts", operation_id = "edit_shift",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = ShiftEditBody,
    responses((status = 200, body = ShiftBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
    Body(body): Body<ShiftEditBody>,
) -> Result<Tagged<ShiftBody>, Problem> {
    let id = ShiftId(id);
    let edit = ShiftEdit {
        duty: body.duty.map(|duty| duty.parse::<Duty>()).transpose()?,
        starts_at: body.starts_at,
        ends_at: body.ends_at,
        buildings: body.building_ids.map(|ids| ids.into_iter().map(BuildingId).collect()),
    };
    let done = shifts::edit(&mut caller.tx, &caller.actor, id, seen, &edit).await;
    let shift = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(shift.into())
}
