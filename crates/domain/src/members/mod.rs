//! Members: those who work for an org, each with a role and, perhaps, a filter.
//!
//! Nobody changes their own role, nobody gives or takes more than they have themselves, and an org is never without
//! an owner. Ownership passes by two taps: an offer, and its acceptance.

mod model;
mod news;
mod ownership;
mod service;
mod store;

pub use model::{Change, CustomRoleRef, Member, Membership, Offer, PAGE_MAX, Wanted, Whose};
pub use news::{News, news};
pub use ownership::{OFFER_LASTS, accept_ownership, offer_ownership, open_offer, withdraw_offer};
pub use service::{add, admit, change, get, givable, leave, list, list_orgs, remove};
pub(crate) use service::{by_offer, enroll, may_give, may_touch, of_person};
