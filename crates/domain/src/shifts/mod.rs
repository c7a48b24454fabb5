//! Shifts: the roster, who took theirs and what they handed over, and who is to be told when something burns.

mod chain;
mod model;
mod service;
mod store;

pub use chain::{OnCall, chain};
pub use model::{Duty, EARLY, FORGOTTEN, NOTE_MAX, NewShift, OnDuty, Shift, ShiftEdit, Turn, UNPLANNED};
pub(crate) use service::end_all;
pub use service::{begin, cancel, duty_chain, edit, end, get, last_note, list, on_duty, own, plan};
