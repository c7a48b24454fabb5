//! Orgs: the tenants. What they tell of themselves, how they begin, and how they end.

mod hours;
mod model;
mod service;
mod store;

pub use hours::{Clock, Day, Hours, WorkingHours};
pub use model::{Branding, Edit, Industry, NewOrg, Org, UNDO, check_name, time_zone};
pub use service::{
    create, create_as, current, delete, due_for_purge, edit, found, list, platform, purge, require_in_force, restore,
};
