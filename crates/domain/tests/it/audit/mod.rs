//! The audit trail.

mod carried_over;
mod chain;
mod list;
mod months;
mod origin;
mod retention;
