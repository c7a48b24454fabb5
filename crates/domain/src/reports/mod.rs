//! Reports of the desk: what came and what was closed by day, what is late, who did how much, and which houses keep people
//! busy. Everybody sees what their right to reports reaches: all, that of their teams, or their own work; and a filter of
//! buildings holds here too.
//!
//! A screen is one statement. Days are those of a time zone: the org's, or the reader's.

mod model;
mod service;
mod store;

pub use model::{Attention, Day, House, Kind, Now, Overview, Performance, Period, Totals, Why};
pub use service::{breakdown, late, overview, performance};
