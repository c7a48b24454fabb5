//! Letters by mail: what is accepted for sending, and what has become of it.
//!
//! A letter names facts, not texts, and belongs to an account, not to an org. It is accepted in the transaction of the
//! deed, with the job that sends it ([`Send`], run by `bot/src/jobs/send_mail.rs`): what was accepted survives a kill.

mod model;
mod service;
mod store;

pub(crate) use model::{EMAIL_LINK, PASSWORD_LINK};
pub use model::{Letter, Mail, SecurityNotice, Send};
pub use service::{forget_old, give_up, sent, to_send};
pub(crate) use service::{write, write_to};
