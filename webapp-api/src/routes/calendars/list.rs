//! `GET /calendars`

use axum::Json;
use domain::calendars;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::CalendarBody;
use crate::{Problem, caller::Caller};

/// The calendars of the org.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Calendars {
    /// By name.
    items: Vec<CalendarBody>,
}

/// The calendars
#[utoipa::path(
    get, path = "/calendars", tag = "calendars", operation_id = "list_calendars",
    responses((status = 200, body = Calendars))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Calendars>, Problem> {
    let found = calendars::list(&mut caller.tx, &caller.actor).await?;
    Ok(Json(Calendars { items: found.into_iter().map(CalendarBody::from).collect() }))
}
