//! To whom a request is given: the org's strategy, and the ranking of whoever could have it.
//!
//! [`rank`] is pure: candidates and a strategy go in, an order with its reasons comes out. Why somebody stands where
//! they stand is data; the words for it are the screens'.

mod model;
mod rank;
mod service;
mod store;

pub use model::{Candidate, Job, Ranked, Reasons, Strategy};
pub use rank::rank;
pub use service::{candidates, give_out, set_strategy, strategy, suggest};
