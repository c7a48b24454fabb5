//! How an account proves itself beside Telegram: a password, a second factor, links that are good for one use.
//!
//! None of it belongs to an org. What is done here is told to the org that the account is at home in.

mod email;
mod model;
mod second_factor;
mod service;
mod store;

pub use email::{ask_email, confirm_email, make_email_link};
pub use model::{Address, Enrolment, PASSWORD_MAX, PASSWORD_MIN, Passed, Registration, email_of};
pub use second_factor::{begin_second_factor, confirm_second_factor, drop_second_factor, rotate_keys, second_factor};
pub use service::{
    address, ask_link, change_password, check, found, lock_told, make_link, make_link_of, register, reset_password,
};
