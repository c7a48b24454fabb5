//! An incident: how it is declared, and what the staff and those whom it concerns read of it. What residents see is the
//! live card of the request that they follow (`requests::cards`).

pub(crate) mod action;
mod tap;
mod view;

pub(crate) use tap::{says, tap, told};
pub(crate) use view::{WORDS_SHOWN, news, where_line};
pub use view::{alarm, unanswered};
