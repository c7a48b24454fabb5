//! The role presets. What a role may do is read here; `tests/it/access.rs` prints it as a matrix.

use Permission::*;
use Scope::*;

use super::{Actor, Permission, Role, Scope};

/// What residents and clients may do: their own things. Members have homes too, so every role has this as well.
const CONTACT: &[(Permission, Scope)] =
    &[(RequestsCreate, Own), (RequestsRead, Own), (RequestsComment, Own), (RequestsAccept, Own)];

const WORKER: &[(Permission, Scope)] = &[
    (RequestsCreate, Own),
    (RequestsRead, All), // the staff's group shows every card to everyone in it
    (RequestsTake, All),
    (RequestsComplete, Assigned),
    (RequestsComment, All),
    (RequestsAccept, Own),
];

const DISPATCHER: &[(Permission, Scope)] = &[
    (RequestsCreate, All),
    (RequestsRead, All),
    (RequestsTake, All),
    (RequestsComplete, All),
    (RequestsComment, All),
    (RequestsAccept, Own), // the work is judged by who asked for it, by nobody on their behalf
];

const MANAGEMENT: &[(Permission, Scope)] = &[
    (RequestsCreate, All),
    (RequestsRead, All),
    (RequestsTake, All),
    (RequestsComplete, All),
    (RequestsComment, All),
    (RequestsAccept, Own),
    (StaffChatsManage, All),
    (MembersManage, All),
    (OrgEdit, All),
];

const OWNER: &[(Permission, Scope)] = &[
    (RequestsCreate, All),
    (RequestsRead, All),
    (RequestsTake, All),
    (RequestsComplete, All),
    (RequestsComment, All),
    (RequestsAccept, Own),
    (StaffChatsManage, All),
    (MembersManage, All),
    (OrgEdit, All),
    (OrgDelete, All),
];

const SYSTEM: &[(Permission, Scope)] = &[
    (RequestsCreate, All),
    (RequestsRead, All),
    (RequestsTake, All),
    (RequestsComplete, All),
    (RequestsComment, All),
    (RequestsAccept, All),
    (StaffChatsManage, All),
    (MembersManage, All),
    (OrgEdit, All),
    (OrgDelete, All),
];

/// Everything that `actor` is granted.
pub fn grants(actor: &Actor) -> &'static [(Permission, Scope)] {
    match actor {
        Actor::System => SYSTEM,
        Actor::Contact { .. } => CONTACT,
        Actor::Member { role, .. } => match role {
            Role::Owner => OWNER,
            Role::Admin => MANAGEMENT,
            Role::Manager | Role::Dispatcher => DISPATCHER,
            Role::Worker => WORKER,
        },
    }
}
