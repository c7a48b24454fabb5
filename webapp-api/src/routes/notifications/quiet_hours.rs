//! `GET /notifications/quiet_hours` and `PUT /notifications/quiet_hours`

use axum::Json;
use chrono::NaiveTime;
use domain::notifications::{self, Quiet};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Problem, caller::Caller, valid::Body};

/// When people are left in peace: what can wait comes in the morning, in one message.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = QuietHours)]
pub(super) struct QuietBody {
    /// Whether they are at all.
    #[garde(skip)]
    pub on: bool,
    /// The first minute.
    #[garde(custom(clock))]
    #[schema(example = "22:00")]
    pub from: String,
    /// The minute after the last; of the next day when it is before `from`.
    #[garde(custom(clock))]
    #[schema(example = "08:00")]
    pub to: String,
}

fn clock(time: &str, (): &()) -> garde::Result {
    parse(time).map(drop).ok_or_else(|| garde::Error::new("invalid"))
}

fn parse(time: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(time, "%H:%M").ok()
}

impl From<Quiet> for QuietBody {
    fn from(quiet: Quiet) -> Self {
        let clock = |time: NaiveTime| time.format("%H:%M").to_string();
        Self { on: quiet.on, from: clock(quiet.from), to: clock(quiet.to) }
    }
}

impl From<&QuietBody> for Quiet {
    fn from(body: &QuietBody) -> Self {
        let clock = |time: &str| parse(time).unwrap_or_default(); // it was checked
        Self { on: body.on, from: clock(&body.from), to: clock(&body.to) }
    }
}

/// When people are left in peace, unless they say otherwise
#[utoipa::path(
    get, path = "/notifications/quiet_hours", tag = "notifications", operation_id = "show_quiet_hours",
    responses((status = 200, body = QuietBody))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<QuietBody>, Problem> {
    Ok(Json(notifications::quiet(&mut caller.tx, &caller.actor).await?.into()))
}

/// Leave people in peace in these hours, unless they say otherwise
#[utoipa::path(
    put, path = "/notifications/quiet_hours", tag = "notifications", operation_id = "set_quiet_hours",
    request_body = QuietBody,
    responses((status = 200, body = QuietBody))
)]
pub(super) async fn set(mut caller: Caller, Body(body): Body<QuietBody>) -> Result<Json<QuietBody>, Problem> {
    notifications::set_quiet(&mut caller.tx, &caller.actor, Quiet::from(&body)).await?;
    caller.commit().await?;
    Ok(Json(body))
}
