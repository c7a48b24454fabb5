//! `POST /calendars`

use axum::http::StatusCode;
use domain::calendars::{self, NewCalendar, Preset, Timetable};
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::{CalendarBody, ExceptionBody, WeekBody, exceptions};
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// A calendar to be made, of a preset or of its own hours.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCalendar)]
pub(super) struct NewCalendarBody {
    /// Its name, unique in the org.
    #[garde(length(chars, min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "Офис")]
    name: String,
    /// The code of a preset, whose hours count where none are given.
    #[serde(default)]
    #[garde(length(max = 40))]
    #[schema(max_length = 40, example = "five_days")]
    preset: Option<String>,
    /// The hours of each weekday.
    #[serde(default)]
    #[garde(skip)]
    week: Option<WeekBody>,
    /// The dates that differ.
    #[serde(default)]
    #[garde(length(max = 400))]
    #[schema(max_items = 400)]
    exceptions: Vec<ExceptionBody>,
}

/// Make a calendar; the first one is the org's own
#[utoipa::path(
    post, path = "/calendars", tag = "calendars", operation_id = "create_calendar",
    request_body = NewCalendarBody,
    responses((status = 201, body = CalendarBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewCalendarBody>,
) -> Result<(StatusCode, Tagged<CalendarBody>), Problem> {
    let preset = body.preset.map(|code| code.parse::<Preset>()).transpose()?;
    let week = match (body.week, preset) {
        (Some(week), _) => week.read(),
        (None, preset) => preset.map(|preset| preset.timetable().week().clone()).unwrap_or_default(),
    };
    let timetable = Timetable::new(week, exceptions(body.exceptions)?)?;
    let new = NewCalendar { name: &body.name, timetable };
    let calendar = calendars::create(&mut caller.tx, &caller.actor, &new).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, calendar.into()))
}
