//! `GET /audit/alerts` and `POST /audit/alerts/{id}/answer`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use domain::{
    alerts::{self, Alert},
    events::AlertAnswer,
    ids::AlertId,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    Api, Problem,
    caller::Caller,
    page::{Page, PageParams},
    problem::ProblemBody,
    valid::{Body, Id, Params},
};

const ALERTS: &str = "audit_alerts";

/// Something suspicious that the owners were told of.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Alert)]
pub(super) struct AlertBody {
    id: Uuid,
    #[schema(value_type = String, example = "new_device")]
    kind: Value,
    person_id: Option<Uuid>,
    person_name: Option<String>,
    /// What it says beside: device, address, count, minutes, role, by, bot.
    #[schema(value_type = Object)]
    facts: Value,
    raised_at: DateTime<Utc>,
    /// `fine` or `end_sessions`; none while nobody has answered.
    #[schema(value_type = Option<String>)]
    answer: Value,
    answered_by: Option<String>,
}

impl From<Alert> for AlertBody {
    fn from(alert: Alert) -> Self {
        Self {
            id: alert.id.0,
            kind: json!(alert.kind),
            person_id: alert.person.map(|id| id.0),
            person_name: alert.person_name,
            facts: json!(alert.facts),
            raised_at: alert.raised_at,
            answer: json!(alert.answer),
            answered_by: alert.answered_by,
        }
    }
}

/// What was behind it.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerBody {
    /// `fine`: nothing is wrong. `end_sessions`: every session of the person ends, in every org.
    #[garde(skip)]
    #[schema(value_type = String, example = "fine")]
    answer: AlertAnswer,
}

/// What looked suspicious, the latest first
#[utoipa::path(
    get, path = "/audit/alerts", tag = "audit", operation_id = "list_alerts",
    params(PageParams),
    responses((status = 200, body = Page<AlertBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Params(page): Params<PageParams>,
) -> Result<Json<Page<AlertBody>>, Problem> {
    let before: Option<AlertId> = page.key(&api, ALERTS)?;
    let rows = alerts::list(&mut caller.tx, &caller.actor, before, page.limit + 1).await?;
    Ok(Json(Page::cut(&api, ALERTS, &page, rows, |alert| alert.id, AlertBody::from)))
}

/// Answer an alert, once, for all owners
#[utoipa::path(
    post, path = "/audit/alerts/{id}/answer", tag = "audit", operation_id = "answer_alert",
    params(("id" = Uuid, Path)), request_body = AnswerBody,
    responses(
        (status = 200, body = AlertBody),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`alert_answered`, `alert_without_person`"),
    )
)]
pub(super) async fn answer(
    mut caller: Caller,
    Id(id): Id<AlertId>,
    Body(body): Body<AnswerBody>,
) -> Result<Json<AlertBody>, Problem> {
    let alert = alerts::answer(&mut caller.tx, &caller.actor, id, body.answer).await?;
    caller.commit().await?;
    Ok(Json(alert.into()))
}
