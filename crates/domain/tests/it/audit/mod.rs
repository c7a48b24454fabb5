//! The audit trail.

mod carried_over;
mod chain;
mod months;
mod origin;
mod retention;
