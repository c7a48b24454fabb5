//! A calendar as it is sent.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Error,
    calendars::{Calendar, Exception, Interval},
    orgs::{Clock, Day},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Problem, etag::Tagged};

/// A calendar.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Calendar)]
pub(super) struct CalendarBody {
    /// Its id.
    id: Uuid,
    /// Its name, unique in the org.
    #[schema(example = "Аварийная служба")]
    name: String,
    /// The hours of each weekday.
    week: WeekBody,
    /// The dates that differ, in order.
    exceptions: Vec<ExceptionBody>,
    /// Whether it is the org's own: what counts where no other is named.
    is_chosen: bool,
    /// Grows with each change.
    version: i32,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
}

/// From and to of a stretch of work: `HH:MM`, the end not included. One whose end is not after its beginning ends on
/// the next day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Interval)]
pub(super) struct IntervalBody {
    /// The first minute.
    #[schema(value_type = String, example = "22:00")]
    from: Clock,
    /// The minute after the last.
    #[schema(value_type = String, example = "06:00")]
    to: Clock,
}

/// The hours of each weekday, at most six a day; a day that is not there is a day off.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Week)]
#[allow(missing_docs, reason = "the names say it")]
pub(super) struct WeekBody {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mon: Vec<IntervalBody>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tue: Vec<IntervalBody>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wed: Vec<IntervalBody>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    thu: Vec<IntervalBody>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fri: Vec<IntervalBody>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sat: Vec<IntervalBody>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sun: Vec<IntervalBody>,
}

/// A date whose hours are not those of its weekday.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CalendarException)]
pub(super) struct ExceptionBody {
    /// The date.
    date: NaiveDate,
    /// Its hours, at most six; none on a holiday.
    #[serde(default)]
    hours: Vec<IntervalBody>,
    /// What day it is.
    #[serde(default)]
    #[schema(max_length = 80, example = "Навруз")]
    note: Option<String>,
}

impl WeekBody {
    /// The week as the domain has it.
    pub(super) fn read(self) -> BTreeMap<Day, Vec<Interval>> {
        let WeekBody { mon, tue, wed, thu, fri, sat, sun } = self;
        let days = Day::ALL.into_iter().zip([mon, tue, wed, thu, fri, sat, sun]);
        days.map(|(day, hours)| (day, intervals(hours))).collect()
    }

    /// The week as it is sent.
    pub(super) fn of(week: &BTreeMap<Day, Vec<Interval>>) -> Self {
        let [mon, tue, wed, thu, fri, sat, sun] =
            Day::ALL.map(|day| week.get(&day).map(|it| written(it)).unwrap_or_default());
        Self { mon, tue, wed, thu, fri, sat, sun }
    }
}

/// Dates as the domain has them; one that is there twice is refused.
pub(super) fn exceptions(given: Vec<ExceptionBody>) -> Result<BTreeMap<NaiveDate, Exception>, Problem> {
    let count = given.len();
    let read = |it: ExceptionBody| (it.date, Exception { hours: intervals(it.hours), note: it.note });
    let dates: BTreeMap<_, _> = given.into_iter().map(read).collect();
    if dates.len() == count {
        Ok(dates)
    } else {
        Err(Error::Invalid { field: "exceptions", code: "hours_invalid" }.into())
    }
}

fn intervals(hours: Vec<IntervalBody>) -> Vec<Interval> {
    hours.into_iter().map(|IntervalBody { from, to }| Interval { from, to }).collect()
}

fn written(hours: &[Interval]) -> Vec<IntervalBody> {
    hours.iter().map(|&Interval { from, to }| IntervalBody { from, to }).collect()
}

impl From<Calendar> for CalendarBody {
    fn from(calendar: Calendar) -> Self {
        let exceptions = calendar.timetable.exceptions().iter().map(|(date, exception)| ExceptionBody {
            date: *date,
            hours: written(&exception.hours),
            note: exception.note.clone(),
        });
        Self {
            id: calendar.id.0,
            week: WeekBody::of(calendar.timetable.week()),
            exceptions: exceptions.collect(),
            name: calendar.name,
            is_chosen: calendar.is_chosen,
            version: calendar.version,
            created_at: calendar.created_at,
            updated_at: calendar.updated_at,
        }
    }
}

impl From<Calendar> for Tagged<CalendarBody> {
    fn from(calendar: Calendar) -> Self {
        Self(calendar.version, calendar.into())
    }
}
