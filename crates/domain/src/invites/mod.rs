//! Invites: a link that makes whoever opens it first a member of the org, once.
//!
//! The token is in the link alone; the database keeps its hash. An invite gives no more than its inviter has, neither
//! when it is written nor when it is accepted.

mod model;
mod service;
mod store;

pub use model::{Invite, LASTS, LASTS_AT_MOST, LINK_PREFIX, NewInvite, Written};
pub use service::{accept, create, get, join, list, open, org_of, revoke};
