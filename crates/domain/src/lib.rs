//! The business: one folder per capability, each with its rules, its SQL (`store.rs` alone holds it) and its verbs.
//!
//! Capabilities depend along a line, never in a web: `orgs, bots, people, access, mails, members, invites, calendars, deputies,
//! shifts, skills → property, categories → requests → timeouts →
//! notifications → feed → webhooks`. What the right must learn from the left, it learns from [`events`].

pub mod access;
pub mod alerts;
pub mod assignment;
pub mod audit;
pub mod bot_logins;
pub mod bots;
pub mod calendars;
pub mod categories;
pub mod credentials;
pub mod deputies;
pub mod error;
pub mod events;
pub mod feed;
pub mod files;
pub mod idempotency;
pub mod ids;
pub mod imports;
pub mod invites;
pub mod mails;
pub mod members;
pub mod notifications;
pub mod orgs;
pub mod people;
pub mod property;
pub mod reports;
pub mod requests;
pub mod service_accounts;
pub mod sessions;
pub mod shifts;
pub mod skills;
pub mod timeouts;
pub mod updates;
pub mod webhooks;

pub use error::{Error, Result};
pub use platform::{Db, OrgId, SystemTx, TenantTx};
