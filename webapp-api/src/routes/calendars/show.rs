//! `GET /calendars/{id}`

use domain::{calendars, ids::CalendarId};
use uuid::Uuid;

use super::body::CalendarBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A calendar
#[utoipa::path(
    get, path = "/calendars/{id}", tag = "calendars", operation_id = "show_calendar",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = CalendarBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<CalendarBody>, Problem> {
    read(&mut caller, CalendarId(id)).await
}

/// As it is now.
pub(super) async fn read(caller: &mut Caller, id: CalendarId) -> Result<Tagged<CalendarBody>, Problem> {
    Ok(calendars::get(&mut caller.tx, &caller.actor, id).await?.into())
}
