//! Getting messages to people within what Telegram allows: budgets, the outbox, live cards and notices.

pub mod budget;
mod bundles;
mod cards;
mod digests;
mod files;
mod forum;
mod imports;
mod incidents;
mod kind;
mod mirror;
mod notices;
mod outbox;
mod pay;
mod pictures;
mod screens;
mod warnings;

pub use outbox::{deliver_due, run};
