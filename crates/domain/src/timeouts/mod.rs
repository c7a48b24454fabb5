//! What happens to a request when somebody does not answer in time: a job for each moment to look again, enqueued with
//! what began the waiting, and asked anew when it runs whether anybody still waits.

mod model;
mod service;
mod store;

pub use model::{Check, Look, SOON, Step, Timeouts};
pub use service::{arm, look, set, timeouts};
