//! The audit trail.

mod carried_over;
mod months;
mod origin;
