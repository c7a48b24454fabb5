//! Service accounts: programs that act for an org, or on behalf of its members.
//!
//! They are OAuth 2.0 clients (RFC 6749) with scopes, a secret that is shown once, and addresses that they may come
//! from. A member approves what a program may do on their behalf; it never may more than they do at that moment.

mod approvals;
mod model;
mod service;
mod sign_in;
mod store;

pub use approvals::{Asked, Consent, Exchange, Exchanged, approve, consent, exchange, forget_old};
pub use model::{
    CODE_LASTS, Edit, NewServiceAccount, OLD_SECRET_LASTS, REDIRECTS_MAX, SCOPES_MAX, ServiceAccount, challenge_of,
};
pub use service::{create, edit, get, list, revoke, rotate_secret};
pub use sign_in::{Client, Through, authenticate, caller, client, end_session, end_token, note_use, refresh};
