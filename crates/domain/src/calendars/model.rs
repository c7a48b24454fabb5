//! A calendar by name, and what may be changed about it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Exception, Interval, Timetable};
use crate::{Result, events::Changes, ids::CalendarId, orgs::Day};

/// The most calendars of one org.
pub const CALENDARS_MAX: usize = 20;

/// A calendar of an org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Its id.
    pub id: CalendarId,
    /// Its name, unique in the org, at most 80 characters.
    pub name: String,
    /// Its hours, in the org's time zone.
    pub timetable: Timetable,
    /// Whether it is the org's own: what counts where no other is named.
    pub is_chosen: bool,
    /// Grows with each change.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A calendar to be made.
#[derive(Clone, Debug)]
pub struct NewCalendar<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its hours.
    pub timetable: Timetable,
}

/// What is to be different about a calendar; none stays as it is.
#[derive(Clone, Debug, Default)]
pub struct CalendarEdit {
    /// Its name.
    pub name: Option<String>,
    /// The hours of every weekday.
    pub week: Option<BTreeMap<Day, Vec<Interval>>>,
    /// All dates that differ.
    pub exceptions: Option<BTreeMap<NaiveDate, Exception>>,
}

impl CalendarEdit {
    /// The calendar as it is afterwards, and what differs.
    pub(super) fn apply(&self, old: &Calendar) -> Result<(Calendar, Changes)> {
        let mut new = old.clone();
        if let Some(name) = &self.name {
            new.name = crate::access::tidy(name)?;
        }
        if self.week.is_some() || self.exceptions.is_some() {
            let week = self.week.clone().unwrap_or_else(|| old.timetable.week().clone());
            let exceptions = self.exceptions.clone().unwrap_or_else(|| old.timetable.exceptions().clone());
            new.timetable = Timetable::new(week, exceptions)?;
        }
        let changes = Changes::of("name", &old.name, &new.name)
            .and("week", old.timetable.week(), new.timetable.week())
            .and("exceptions", old.timetable.exceptions(), new.timetable.exceptions());
        Ok((new, changes))
    }
}
