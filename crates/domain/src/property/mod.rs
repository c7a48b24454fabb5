//! Buildings, units and who lives in them.

mod service;
mod store;

pub use service::{Invitation, NewUnit, UnitLink, add_unit, invitation, list_buildings, move_in, settle_by_phone};
