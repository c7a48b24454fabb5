//! What happens to a request when somebody does not answer in time: how long the org waits for what.

mod model;
mod service;
mod store;

pub use model::Timeouts;
pub use service::{set, timeouts};
