//! The audit trail: what is done with the log of events beside writing it.
//!
//! [`crate::events`] writes what happened. Here it is sealed into a chain of hashes, verified, kept by month, and looked
//! at by whoever may. `docs/audit.md` tells what this protects from.

mod chain;
mod list;
pub(crate) mod reports;
mod retention;
mod sealing;
mod store;
mod verification;

pub use chain::Hash;
pub use list::{Entry, Export, Filter, export, export_next, list, list_own};
pub use reports::{Activity, SecurityDay, activity, security_report};
pub use retention::{drop_old, prepare_months};
pub use sealing::{Head, heads, seal_waiting};
pub use verification::{Broken, Damage, Verification, seal_hash, verify, verify_last};
