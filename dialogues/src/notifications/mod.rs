//! `/settings`: what somebody wants to be told, and when; and the bundle of what waited for their morning.

pub(crate) mod action;
mod board;
mod bundle;
mod handle;
mod view;

pub use board::{board, topic_name};
pub use bundle::{BundleLine, bundle};
pub(crate) use handle::{settings, tap};
