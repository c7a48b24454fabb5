//! The resting place of every dialogue: the main keyboard, help, and what is laid aside.

mod handle;
mod view;

pub(crate) use handle::{cancel, said};
pub(crate) use view::{help, main_keys, more, view};
