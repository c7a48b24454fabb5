//! What people are told of their own sign-in.

mod notices;

pub use notices::{password_link, security};
