//! Conversations as data: every screen within Telegram's limits, every state readable for a week, every journey
//! played on a real database.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod chat;
mod conversations;
mod errors;
mod hostile;
mod imports;
mod limits;
mod screens;
mod states;
