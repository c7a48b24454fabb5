//! `GET /settings/timeouts` and `PUT /settings/timeouts`

use axum::Json;
use domain::timeouts::{self, Timeouts};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Problem, caller::Caller, valid::Body};

/// How long the org waits, in minutes each.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = Timeouts)]
pub(super) struct TimeoutsBody {
    /// Until the desk hears of a new request that nobody has; and until the next one hears of it.
    #[garde(range(min = 1, max = 1440))]
    #[schema(minimum = 1, maximum = 1440, example = 10)]
    unassigned: i32,
    /// The same in an emergency.
    #[garde(range(min = 1, max = 1440))]
    #[schema(minimum = 1, maximum = 1440, example = 2)]
    unassigned_emergency: i32,
    /// Until what somebody was given and did not answer is anybody's.
    #[garde(range(min = 1, max = 1440))]
    #[schema(minimum = 1, maximum = 1440, example = 15)]
    not_accepted: i32,
    /// Until the resident is reminded of a question.
    #[garde(range(min = 1, max = 43200))]
    #[schema(minimum = 1, maximum = 43200, example = 1440)]
    answer_reminder: i32,
    /// Until the desk hears that there is no answer; later than the reminder.
    #[garde(range(min = 1, max = 43200))]
    #[schema(minimum = 1, maximum = 43200, example = 4320)]
    answer_overdue: i32,
    /// Until the request is closed without it; later than that.
    #[garde(range(min = 1, max = 43200))]
    #[schema(minimum = 1, maximum = 43200, example = 10080)]
    answer_close: i32,
    /// Until the resident is reminded to look at the work.
    #[garde(range(min = 1, max = 43200))]
    #[schema(minimum = 1, maximum = 43200, example = 1440)]
    done_reminder: i32,
    /// Until the work counts as accepted; later than the reminder.
    #[garde(range(min = 1, max = 43200))]
    #[schema(minimum = 1, maximum = 43200, example = 2880)]
    done_accept: i32,
}

/// Both have the same fields; one that is missing here does not compile.
macro_rules! alike {
    ($($field:ident),+) => {
        impl From<Timeouts> for TimeoutsBody {
            fn from(Timeouts { $($field),+ }: Timeouts) -> Self {
                Self { $($field),+ }
            }
        }

        impl From<TimeoutsBody> for Timeouts {
            fn from(TimeoutsBody { $($field),+ }: TimeoutsBody) -> Self {
                Self { $($field),+ }
            }
        }
    };
}

alike!(
    unassigned,
    unassigned_emergency,
    not_accepted,
    answer_reminder,
    answer_overdue,
    answer_close,
    done_reminder,
    done_accept
);

/// How long the org waits until something happens by itself
#[utoipa::path(
    get, path = "/settings/timeouts", tag = "requests", operation_id = "show_timeouts",
    responses((status = 200, body = TimeoutsBody))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<TimeoutsBody>, Problem> {
    Ok(Json(timeouts::timeouts(&mut caller.tx, &caller.actor).await?.into()))
}

/// Say how long the org waits; what is waited for already follows
#[utoipa::path(
    put, path = "/settings/timeouts", tag = "requests", operation_id = "set_timeouts",
    request_body = TimeoutsBody,
    responses((status = 200, body = TimeoutsBody))
)]
pub(super) async fn set(mut caller: Caller, Body(body): Body<TimeoutsBody>) -> Result<Json<TimeoutsBody>, Problem> {
    timeouts::set(&mut caller.tx, &caller.actor, &body.into()).await?;
    caller.commit().await?;
    Ok(Json(body))
}
