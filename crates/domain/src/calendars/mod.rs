//! Working time: calendars with the hours of each weekday and the dates that differ, and the arithmetic of deadlines
//! on them. An org has several by name, and one of them is its own; a category may name another.
//!
//! [`WorkTime`] is pure: a calendar and a zone go in, a moment comes out.

mod model;
mod presets;
mod service;
mod store;
mod timetable;
mod work_time;

pub use model::{CALENDARS_MAX, Calendar, CalendarEdit, NewCalendar};
pub use presets::{Norm, Preset, Rule};
pub use service::{choose, create, delete, edit, get, list, work_time};
pub use timetable::{EXCEPTIONS_MAX, Exception, INTERVALS_MAX, Interval, Timetable};
pub use work_time::{HORIZON, WorkTime};
