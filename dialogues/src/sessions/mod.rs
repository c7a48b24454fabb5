//! `/sessions`: where somebody is signed in, and the way out of each.

pub(crate) mod action;
mod device;
mod handle;
mod view;

pub(crate) use handle::{list, tap};
