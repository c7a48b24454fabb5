//! `GET /audit/alerts/limits` and `PUT /audit/alerts/limits`

use axum::Json;
use domain::alerts::{self, Limits};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Problem, caller::Caller, valid::Body};

/// From when on the owners are told.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = AlertLimits)]
pub(super) struct LimitsBody {
    /// So many refused sign-ins to an account…
    #[garde(range(min = 2, max = 100))]
    #[schema(minimum = 2, maximum = 100, example = 5)]
    failures: i32,
    /// …within so many minutes.
    #[garde(range(min = 1, max = 1440))]
    #[schema(minimum = 1, maximum = 1440, example = 10)]
    failures_minutes: i32,
    /// So many rows that somebody took away…
    #[garde(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000, example = 1000)]
    rows_exported: i32,
    /// …within so many minutes.
    #[garde(range(min = 1, max = 1440))]
    #[schema(minimum = 1, maximum = 1440, example = 60)]
    rows_minutes: i32,
    /// A sign-in on a new device.
    #[garde(skip)]
    new_device: bool,
    /// A sign-in outside working hours.
    #[garde(skip)]
    odd_hours: bool,
}

impl From<Limits> for LimitsBody {
    fn from(limits: Limits) -> Self {
        let Limits { failures, failures_minutes, rows_exported, rows_minutes, new_device, odd_hours } = limits;
        Self { failures, failures_minutes, rows_exported, rows_minutes, new_device, odd_hours }
    }
}

impl From<LimitsBody> for Limits {
    fn from(body: LimitsBody) -> Self {
        let LimitsBody { failures, failures_minutes, rows_exported, rows_minutes, new_device, odd_hours } = body;
        Self { failures, failures_minutes, rows_exported, rows_minutes, new_device, odd_hours }
    }
}

/// From when on the owners are told
#[utoipa::path(
    get, path = "/audit/alerts/limits", tag = "audit", operation_id = "show_alert_limits",
    responses((status = 200, body = LimitsBody))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<LimitsBody>, Problem> {
    Ok(Json(alerts::limits(&mut caller.tx, &caller.actor).await?.into()))
}

/// Tell the owners from these limits on
#[utoipa::path(
    put, path = "/audit/alerts/limits", tag = "audit", operation_id = "set_alert_limits",
    request_body = LimitsBody,
    responses((status = 200, body = LimitsBody))
)]
pub(super) async fn set(mut caller: Caller, Body(body): Body<LimitsBody>) -> Result<Json<LimitsBody>, Problem> {
    alerts::set_limits(&mut caller.tx, &caller.actor, &body.into()).await?;
    caller.commit().await?;
    Ok(Json(body))
}
