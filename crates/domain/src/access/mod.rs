//! Who acts, and what they may do. The first line of every verb asks here.
//!
//! A [`Permission`] is `resource.action`; a [`Scope`] says on which of the things. [`Grants`] are a set of both: a
//! [`Preset`] in code, or a role of the org's own. [`Rights`] are somebody's grants with their teams and filter, and
//! an [`Actor`] carries them. `docs/roles.md` tells it at length.

mod actor;
mod given;
mod permission;
mod presets;
mod rights;
mod role;
mod scope;
mod store;

pub use actor::Actor;
pub use permission::{Permission, Subject, UnknownPermission};
pub use presets::Preset;
pub use rights::{Grants, Rights};
pub use role::Role;
pub use scope::{FILTER_MAX, Filter, Reach, Scope, Standing};
