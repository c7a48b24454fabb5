//! A shift as it is sent.

use chrono::{DateTime, Utc};
use domain::shifts::Shift;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// A shift of the roster.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Shift)]
pub(super) struct ShiftBody {
    /// Its id.
    id: Uuid,
    /// Whose.
    member_id: Uuid,
    /// What they are called.
    #[schema(example = "Бобур")]
    name: String,
    /// `dispatcher`, `worker` or `manager`.
    #[schema(example = "dispatcher")]
    duty: &'static str,
    /// From when on, as planned.
    starts_at: DateTime<Utc>,
    /// Until when, as planned.
    ends_at: DateTime<Utc>,
    /// Where; nothing: everywhere.
    building_ids: Vec<Uuid>,
    /// When it was taken over.
    begun_at: Option<DateTime<Utc>>,
    /// When it was handed over.
    ended_at: Option<DateTime<Utc>>,
    /// What was handed over.
    note: Option<String>,
    /// Grows with each change.
    version: i32,
}

impl From<Shift> for ShiftBody {
    fn from(shift: Shift) -> Self {
        Self {
            id: shift.id.0,
            member_id: shift.member.0,
            name: shift.name,
            duty: shift.duty.code(),
            starts_at: shift.starts_at,
            ends_at: shift.ends_at,
            building_ids: shift.buildings.into_iter().map(|building| building.0).collect(),
            begun_at: shift.begun_at,
            ended_at: shift.ended_at,
            note: shift.note,
            version: shift.version,
        }
    }
}

impl From<Shift> for Tagged<ShiftBody> {
    fn from(shift: Shift) -> Self {
        Self(shift.version, shift.into())
    }
}
