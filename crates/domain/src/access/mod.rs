//! Who acts, and what they may do. The first line of every verb asks here.
//!
//! A [`Permission`] is `resource.action`; a [`Scope`] says on which of the things. [`Grants`] are a set of both: a
//! [`Preset`] in code, or a role of the org's own. [`Rights`] are somebody's grants with their teams and filter, and
//! an [`Actor`] carries them. `docs/roles.md` tells it at length.

mod actor;
mod custom_roles;
mod explain;
mod given;
mod permission;
mod presets;
mod rights;
mod role;
mod scope;
mod screens;
mod store;
mod teams;
mod viewing;

pub use actor::{Actor, Behalf};
pub(crate) use custom_roles::tidy;
pub use custom_roles::{
    CustomRole, NAME_MAX, NewRole, RoleEdit, create_role, delete_role, edit_role, give_role, list_roles, may_give,
    role, role_name, take_role,
};
pub use explain::{Source, Why, explain, explain_member, members_see, set_members_see};
pub(crate) use given::Given;
pub use permission::{Permission, Subject, UnknownPermission};
pub use presets::Preset;
pub use rights::{Grants, Rights};
pub use role::Role;
pub use scope::{FILTER_MAX, Filter, Reach, Scope, Standing};
pub use screens::{Element, ElementKind, RoleRef, Shown, hide_elements, list_hidden, my_screens, screens};
pub use teams::{TEAM_MAX, Team, create_team, delete_team, edit_team, list_teams, team};
pub use viewing::{VIEWING, Viewing, look, note_viewing, start_viewing, stop_viewing};
