//! `POST /absences`

use axum::{Json, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{
    Error,
    access::Permission,
    deputies::{self, NewAbsence},
    ids::MemberId,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::AbsenceBody;
use crate::{Problem, caller::Caller, valid::Body};

/// An absence to be noted.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAbsence)]
pub(super) struct NewAbsenceBody {
    /// Who will be away; left out: oneself.
    #[serde(default)]
    #[garde(skip)]
    member_id: Option<Uuid>,
    /// Who receives their work and alerts meanwhile.
    #[serde(default)]
    #[garde(skip)]
    deputy_id: Option<Uuid>,
    /// From when on.
    #[garde(skip)]
    #[schema(example = "2026-12-01T00:00:00Z")]
    starts_at: DateTime<Utc>,
    /// Until when; at most a year later.
    #[garde(skip)]
    #[schema(example = "2026-12-15T00:00:00Z")]
    ends_at: DateTime<Utc>,
}

/// Note that somebody will be away, and who stands in for them
#[utoipa::path(
    post, path = "/absences", tag = "shifts", operation_id = "note_absence",
    request_body = NewAbsenceBody,
    responses((status = 201, body = AbsenceBody))
)]
pub(super) async fn appoint(
    mut caller: Caller,
    Body(body): Body<NewAbsenceBody>,
) -> Result<(StatusCode, Json<AbsenceBody>), Problem> {
    caller.actor.require(Permission::ShiftsRead)?;
    let member = body.member_id.map(MemberId).or_else(|| caller.actor.member());
    let new = NewAbsence {
        member: member.ok_or(Error::NotFound("member"))?,
        deputy: body.deputy_id.map(MemberId),
        starts_at: body.starts_at,
        ends_at: body.ends_at,
    };
    let absence = deputies::appoint(&mut caller.tx, &caller.actor, &new).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, Json(absence.into())))
}
