//! Conversations, played on a real database and written down.

mod filing;
mod following;
mod journey;
mod login;
mod meeting;
mod reports;
mod sessions;
mod staff;
mod team;

/// Telegram users whom no fixture knows.
const NEWCOMER: i64 = 900;
