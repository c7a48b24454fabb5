//! Who acts, and what they may do. The first line of every verb asks here.

mod presets;
mod store;

use serde::{Deserialize, Serialize};

pub use presets::grants;

use crate::{
    Error, Result, TenantTx,
    ids::{MemberId, PersonId},
};

/// A member's role: a named set of permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Role {
    /// Everything in the org.
    Owner,
    /// Everything but deleting the org.
    Admin,
    /// The work, not the settings.
    Manager,
    /// Requests and residents.
    Dispatcher,
    /// The requests assigned to them.
    Worker,
}

impl Role {
    /// All of them, the mightiest first.
    pub const ALL: [Role; 5] = [Role::Owner, Role::Admin, Role::Manager, Role::Dispatcher, Role::Worker];

    /// Its name on the command line and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Admin => "admin",
            Role::Manager => "manager",
            Role::Dispatcher => "dispatcher",
            Role::Worker => "worker",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let known = || Role::ALL.map(Role::code).join(", ");
        Role::ALL
            .into_iter()
            .find(|role| role.code() == code)
            .ok_or_else(|| format!("no such role; there are {}", known()))
    }
}

/// `resource.action`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Permission {
    /// File a request.
    RequestsCreate,
    /// See a request.
    RequestsRead,
    /// «Беру».
    RequestsTake,
    /// «Готово».
    RequestsComplete,
    /// Speak about a request with the other side.
    RequestsComment,
    /// Accept, return and rate the work, cancel the request.
    RequestsAccept,
    /// Link the staff's group.
    StaffChatsManage,
    /// Add and remove members.
    MembersManage,
    /// Change what the org tells of itself.
    OrgEdit,
    /// Delete the org, and take that back.
    OrgDelete,
}

impl Permission {
    /// All of them, for the matrix.
    pub const ALL: [Permission; 10] = [
        Permission::RequestsCreate,
        Permission::RequestsRead,
        Permission::RequestsTake,
        Permission::RequestsComplete,
        Permission::RequestsComment,
        Permission::RequestsAccept,
        Permission::StaffChatsManage,
        Permission::MembersManage,
        Permission::OrgEdit,
        Permission::OrgDelete,
    ];
}

/// On which of the things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Those that they made.
    Own,
    /// Those that are assigned to them.
    Assigned,
    /// Every one of the org.
    All,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Someone who works for the org.
    Member {
        /// The person.
        person: PersonId,
        /// Their membership.
        member: MemberId,
        /// Their role, read afresh in this transaction.
        role: Role,
    },
    /// A resident or client.
    Contact {
        /// The person.
        person: PersonId,
    },
    /// Kontora itself: a timer, an import, the command line.
    System,
}

impl Actor {
    /// Reads who `person` is in this org, now. [`Error::NotFound`] for a person whom the org does not know.
    pub async fn load(tx: &mut TenantTx, person: PersonId) -> Result<Actor> {
        let known = store::membership(tx, person).await?.ok_or(Error::NotFound("person"))?;
        Ok(match known {
            Some((member, role)) => Actor::Member { person, member, role },
            None => Actor::Contact { person },
        })
    }

    /// The person behind it; none for the system.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Actor::Member { person, .. } | Actor::Contact { person } => Some(*person),
            Actor::System => None,
        }
    }

    /// The membership behind it.
    pub fn member(&self) -> Option<MemberId> {
        match self {
            Actor::Member { member, .. } => Some(*member),
            Actor::Contact { .. } | Actor::System => None,
        }
    }

    /// On what the actor may use `permission`, or [`Error::Forbidden`]. Ownership is asked of the loaded thing.
    pub fn require(&self, permission: Permission) -> Result<Scope> {
        grants(self)
            .iter()
            .filter(|(granted, _)| *granted == permission)
            .map(|(_, scope)| *scope)
            .max()
            .ok_or(Error::Forbidden(permission))
    }
}
