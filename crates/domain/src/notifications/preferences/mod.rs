//! Who wants to be told what, and when.
//!
//! A push has a subject and a weight. How much of a subject somebody hears, they say themselves; who gets which alert at
//! all, an admin chooses. In quiet hours whatever can wait is kept for one bundle in the morning.

mod model;
mod service;

pub use model::{Level, Manners, Preferences, Quiet, Subject, SubjectPreference, Way, Weight};
pub use service::{
    Recipient, choose_level, choose_quiet, choose_recipient, preferences, quiet, recipients, rule, set_quiet,
};
