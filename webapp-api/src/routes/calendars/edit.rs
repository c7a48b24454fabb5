//! `PATCH /calendars/{id}`

use domain::{
    calendars::{self, CalendarEdit},
    ids::CalendarId,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    body::{CalendarBody, ExceptionBody, WeekBody, exceptions},
    show,
};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// What is to be changed; what is left out stays.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = CalendarEdit)]
pub(super) struct CalendarEditBody {
    /// A new name.
    #[serde(default)]
    #[garde(length(chars, min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// The hours of every weekday from now on.
    #[serde(default)]
    #[garde(skip)]
    week: Option<WeekBody>,
    /// All dates that differ from now on.
    #[serde(default)]
    #[garde(length(max = 400))]
    #[schema(max_items = 400)]
    exceptions: Option<Vec<ExceptionBody>>,
}

/// Change a calendar; deadlines that are open follow
#[utoipa::path(
    patch, path = "/calendars/{id}", tag = "calendars", operation_id = "edit_calendar",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = CalendarEditBody,
    responses((status = 200, body = CalendarBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
    Body(body): Body<CalendarEditBody>,
) -> Result<Tagged<CalendarBody>, Problem> {
    let id = CalendarId(id);
    let edit = CalendarEdit {
        name: body.name,
        week: body.week.map(WeekBody::read),
        exceptions: body.exceptions.map(exceptions).transpose()?,
    };
    let done = calendars::edit(&mut caller.tx, &caller.actor, id, seen, &edit).await;
    let calendar = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(calendar.into())
}
