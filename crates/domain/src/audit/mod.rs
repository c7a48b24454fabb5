//! The audit trail: what is done with the log of events beside writing it.
//!
//! [`crate::events`] writes what happened. Here it is kept by month, and looked at by whoever may.

mod retention;
mod store;

pub use retention::prepare_months;
