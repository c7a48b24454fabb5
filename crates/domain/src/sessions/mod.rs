//! Sessions: sign-ins that have not ended.
//!
//! A session belongs to an account and opens every org that knows it. What its person may do is read afresh in each
//! transaction: a session that ended, and a member who was removed, are out with the next request, on every process.

mod model;
mod service;
mod store;

pub use model::{Caller, EndedWhy, Kind, Lifetime, NewSession, Opened, RACE, Refreshed, Session, Standing, Watched};
pub(crate) use service::tell;
pub use service::{
    caller, end, end_all, end_all_of, end_held, end_here, end_own, end_those_of, forget_old, introduce, is_open, kind,
    list, list_here, of_refresh, of_telegram, open, open_for, orgs, refresh, refresh_held, sign_in,
    sign_in_from_telegram, standing,
};
