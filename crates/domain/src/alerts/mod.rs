//! Alerts: what looks suspicious in the log is told to the owners, with the buttons that answer it.
//!
//! The rules are a pure function of an event and a little around it ([`model`]). The fan-out of events raises alerts,
//! and shows them; an answer changes every message that shows it.

mod model;
mod service;
mod store;

pub use model::{Alert, Facts, Kind, Limits};
pub use service::{answer, get, limits, list, message, raise, save_message, set_limits};
pub(crate) use store::messages;
