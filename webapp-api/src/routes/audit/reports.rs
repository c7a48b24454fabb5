//! `GET /audit/reports`

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use domain::audit;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Params};

/// Of which time: at most 92 days.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct Period {
    /// Not before.
    #[garde(skip)]
    #[param(example = "2026-11-01T00:00:00Z")]
    from: DateTime<Utc>,
    /// Before.
    #[garde(skip)]
    #[param(example = "2026-12-01T00:00:00Z")]
    to: DateTime<Utc>,
}

/// Security and activity.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditReport {
    /// By day of the org, the latest first, and person.
    security: Vec<SecurityDayBody>,
    /// By person, the busiest first.
    activity: Vec<ActivityBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SecurityDay)]
struct SecurityDayBody {
    day: NaiveDate,
    person_id: Option<Uuid>,
    name: Option<String>,
    sign_ins: i64,
    new_devices: i64,
    failures: i64,
    exports: i64,
    rows_exported: i64,
    role_changes: i64,
    sessions_ended: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Activity)]
struct ActivityBody {
    person_id: Uuid,
    name: String,
    events: i64,
    days: i64,
    last_at: DateTime<Utc>,
    surfaces: Vec<String>,
}

/// Who signed in, failed, exported and got another role; and who did how much
#[utoipa::path(
    get, path = "/audit/reports", tag = "audit", operation_id = "show_audit_report",
    params(Period),
    responses((status = 200, body = AuditReport))
)]
pub(super) async fn report(mut caller: Caller, Params(period): Params<Period>) -> Result<Json<AuditReport>, Problem> {
    let security = audit::security_report(&mut caller.tx, &caller.actor, period.from, period.to).await?;
    let activity = audit::activity(&mut caller.tx, &caller.actor, period.from, period.to).await?;
    Ok(Json(AuditReport {
        security: security
            .into_iter()
            .map(|day| SecurityDayBody {
                day: day.day,
                person_id: day.person.map(|id| id.0),
                name: day.name,
                sign_ins: day.sign_ins,
                new_devices: day.new_devices,
                failures: day.failures,
                exports: day.exports,
                rows_exported: day.rows_exported,
                role_changes: day.role_changes,
                sessions_ended: day.sessions_ended,
            })
            .collect(),
        activity: activity
            .into_iter()
            .map(|one| ActivityBody {
                person_id: one.person.0,
                name: one.name,
                events: one.events,
                days: one.days,
                last_at: one.last_at,
                surfaces: one.surfaces,
            })
            .collect(),
    }))
}
