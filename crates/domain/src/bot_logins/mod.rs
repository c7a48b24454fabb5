//! «Войти через бота»: a browser asks, its person answers in the bot, the browser gets a session.
//!
//! The browser shows a number; the bot offers three, and only the right one is a yes: whoever confirms has to have that
//! browser in front of them, and does not sign a stranger in by habit.

mod model;
mod service;
mod store;

pub use model::{Asked, Begun, LASTS, Polled};
pub use service::{answer, asked, begin, forget_old, poll};
