//! Who is away, and who stands in for them: receives their work and their alerts meanwhile.

mod away;
mod model;
mod service;
mod store;

pub use away::{Away, HOPS_MAX};
pub use model::{Absence, NewAbsence, StandIn};
pub use service::{appoint, away, end, list, resolve_deputy};
