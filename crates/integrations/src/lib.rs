//! One module per outside party: its protocol, and nothing of the business.

pub mod files;
pub mod mail;
pub mod telegram;
pub mod webhooks;
