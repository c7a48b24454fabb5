//! `GET /notifications`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use domain::{
    ids::NotificationId,
    notifications::{self, Told},
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    Api, Problem,
    caller::Caller,
    page::{Page, PageParams},
    valid::Params,
};

const NOTIFICATIONS: &str = "notifications";

/// Something that one was told in Telegram.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Notification)]
pub(super) struct NotificationBody {
    id: Uuid,
    /// What it was about.
    #[schema(value_type = String, example = "requests")]
    subject: Value,
    /// What it said.
    #[schema(example = "taken")]
    kind: String,
    request_id: Option<Uuid>,
    request_number: Option<i64>,
    /// `now`, `silently` or `bundled`.
    #[schema(value_type = String, example = "now")]
    way: Value,
    /// Whether it still waits for one's morning.
    waits: bool,
    created_at: DateTime<Utc>,
}

impl From<Told> for NotificationBody {
    fn from(told: Told) -> Self {
        Self {
            id: told.id.0,
            subject: json!(told.subject),
            kind: told.kind,
            request_id: told.request.map(|id| id.0),
            request_number: told.number,
            way: json!(told.way),
            waits: told.waits,
            created_at: told.at,
        }
    }
}

/// What one was told in the last three months, the latest first
#[utoipa::path(
    get, path = "/notifications", tag = "notifications", operation_id = "list_notifications",
    params(PageParams),
    responses((status = 200, body = Page<NotificationBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Params(page): Params<PageParams>,
) -> Result<Json<Page<NotificationBody>>, Problem> {
    let before: Option<NotificationId> = page.key(&api, NOTIFICATIONS)?;
    let rows = notifications::history(&mut caller.tx, &caller.actor, before, page.limit + 1).await?;
    Ok(Json(Page::cut(&api, NOTIFICATIONS, &page, rows, |told| told.id, NotificationBody::from)))
}
