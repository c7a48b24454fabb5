//! The executable `kontora` as a library, so that tests can start it in-process.
//!
//! An update comes in by [`webhook`] or [`polling`], finds its way in [`dispatch`], and is taken by [`step`] (a
//! person's private chat) or [`group`] (the staff). What it changes goes out through [`messenger`]; what follows later
//! runs in [`jobs`].

pub mod app;
mod bots;
pub mod cli;
mod closed;
mod connect;
mod console_link;
pub mod demo;
mod dialogue_store;
mod dispatch;
pub mod drafts;
mod edits;
mod group;
pub mod http;
mod identities;
mod intake;
pub mod jobs;
mod letters;
pub mod messenger;
mod outcome;
pub mod picture;
pub mod polling;
mod present;
mod qr;
mod reachability;
mod receipts;
mod sealer;
pub mod server;
mod setup;
pub use setup::set_webhook;
mod step;
pub mod telegram;
pub mod webhook;

/// The kinds of updates that are asked for (Bot API, `allowed_updates`).
pub fn updates_wanted() -> Vec<String> {
    ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"].map(str::to_owned).into()
}
