//! `DELETE /calendars/{id}`

use axum::http::StatusCode;
use domain::{calendars, ids::CalendarId};
use uuid::Uuid;

use super::show;
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch},
    openapi::IfMatchHeader,
    valid::Id,
};

/// Delete a calendar; the org's own only when it is the last
#[utoipa::path(
    delete, path = "/calendars/{id}", tag = "calendars", operation_id = "delete_calendar",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn delete(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let id = CalendarId(id);
    let done = calendars::delete(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
