//! `GET /shifts/on_duty`

use axum::Json;
use chrono::{DateTime, Utc};
use domain::shifts::{self, OnDuty};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::ShiftBody;
use crate::{Problem, caller::Caller};

/// Who is on duty, and one's own shift.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OnDuty)]
pub(super) struct OnDutyBody {
    /// One's own shift: that which goes on, or the next one.
    own: Option<ShiftBody>,
    /// What the one before handed over, when one's own goes on.
    left: Option<ShiftBody>,
    /// Who is on duty, in the order in which they are told of what is urgent.
    items: Vec<OnDutyMember>,
}

/// Somebody who is on duty.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OnDutyMember {
    member_id: Uuid,
    name: String,
    /// `dispatcher`, `worker` or `manager`.
    duty: &'static str,
    /// Whether they took the shift over; else the roster alone says so.
    is_begun: bool,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    /// Where; nothing: everywhere.
    building_ids: Vec<Uuid>,
}

/// Who is on duty now
#[utoipa::path(
    get, path = "/shifts/on_duty", tag = "shifts", operation_id = "show_on_duty",
    responses((status = 200, body = OnDutyBody))
)]
pub(super) async fn on_duty(mut caller: Caller) -> Result<Json<OnDutyBody>, Problem> {
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let now = tx.source().now();
    let there = shifts::on_duty(tx, actor, now).await?;
    let own = shifts::own(tx, actor).await?;
    let left = match &own {
        Some(shift) if shift.goes_on(now) => shifts::last_note(tx, actor, shift.duty).await?,
        _ => None,
    };
    let items = there.into_iter().filter_map(written).collect();
    Ok(Json(OnDutyBody { own: own.map(ShiftBody::from), left: left.map(ShiftBody::from), items }))
}

fn written(who: OnDuty) -> Option<OnDutyMember> {
    let turn = who.shift?;
    Some(OnDutyMember {
        member_id: who.member.0,
        name: who.name,
        duty: turn.duty.code(),
        is_begun: turn.is_begun,
        since: turn.since,
        until: turn.until,
        building_ids: turn.buildings.into_iter().map(|building| building.0).collect(),
    })
}
