//! Categories: what a request can be about, in the org's own words.
//!
//! Two levels: the kind (plumbing) and the problem (a leak). Each says how soon it is answered and solved, what skill
//! it takes, and what must be shown before the work counts as done. What a kind says holds for its problems unless
//! they say otherwise.

mod guess;
mod model;
mod service;
mod store;

pub use guess::Guess;
pub use model::{Categories, Category, Edit, Names, NewCategory, PlaceKind, Priority, Terms};
pub use service::{all, archive, create, edit, get, install, list};
