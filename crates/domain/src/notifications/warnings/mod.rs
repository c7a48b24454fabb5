//! Warnings about a request: nobody has it, it is nearly late, it is late, it was returned, it was rated badly. Each has
//! buttons that end its cause, and says so by itself when the cause is gone.
//!
//! There is one per request and rule. It goes to whomever an admin has chosen for the rule; to nobody chosen, into the
//! topic of the staff's forum, or where there is none to the first of the chain of duty. What nobody has dealt with in
//! four hours goes one further along the chain, in the same message and to whoever is next.

mod model;
mod service;

pub use model::{Escalate, Rule, Seen, Warning, holds};
pub(super) use service::follow;
pub use service::{
    WarningPhone, apologize, escalate, extend, hush, phone, save_warning_message, settle, warning, warning_message,
};
