//! Webhooks: addresses of an org's own that are told what happens, signed, until they answer or a day has passed.
//!
//! An event of the feed becomes a delivery per webhook that chose its name, in the transaction that fans it out. A
//! delivery is one job; its body is written once and signed anew with each attempt.

mod deliveries;
mod model;
mod service;
mod store;

pub use deliveries::{
    Attempt, Deliver, Delivery, Outcome, Sending, Status, deliveries, forget_old, note_attempt, ping, replay, sending,
    tell,
};
pub use model::{NewWebhook, OLD_SECRET_LASTS, Webhook, WebhookEdit, after_attempts};
pub use service::{add, delete, edit, get, list, rotate_secret};
