//! The team: who works for the org, with which role, and the handover of the org itself.

pub(crate) mod action;
mod handle;
pub mod notices;
mod view;

pub(crate) use handle::{list, tap};
pub(crate) use view::offer_lines;
pub use view::role_name;
