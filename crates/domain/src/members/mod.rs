//! Members: those who work for an org, each with a role.

mod service;
mod store;

pub use service::add;
