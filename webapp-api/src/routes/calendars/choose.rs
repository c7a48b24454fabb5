//! `POST /calendars/{id}/choose`

use domain::{calendars, ids::CalendarId};
use uuid::Uuid;

use super::body::CalendarBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// Make a calendar the org's own
#[utoipa::path(
    post, path = "/calendars/{id}/choose", tag = "calendars", operation_id = "choose_calendar",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = CalendarBody))
)]
pub(super) async fn choose(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<CalendarBody>, Problem> {
    let calendar = calendars::choose(&mut caller.tx, &caller.actor, CalendarId(id)).await?;
    caller.commit().await?;
    Ok(calendar.into())
}
