//! The roles that a member can have by name. A role of the org's own begins as one of them.

use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// A member's role: a named set of permissions.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
        #[serde(rename_all = "snake_case")]
        #[sqlx(type_name = "text", rename_all = "snake_case")]
        pub enum Role {
            $($(#[$doc])* $name,)*
        }

        impl Role {
            /// All of them, in the order of the contract.
            pub const ALL: [Role; [$($code),*].len()] = [$(Role::$name),*];

            /// Its name on the command line, in the API and in the database.
            pub const fn code(self) -> &'static str {
                match self { $(Role::$name => $code,)* }
            }
        }
    };
}

roles! {
    /// Everything in the org.
    Owner = "owner",
    /// Everything but deleting the org.
    Admin = "admin",
    /// The work, not the settings.
    Manager = "manager",
    /// Requests and residents.
    Dispatcher = "dispatcher",
    /// The requests assigned to them.
    Worker = "worker",
    /// Sees what the org lets members see, changes what is theirs.
    Member = "member",
    /// The work of their teams.
    TeamLead = "team_lead",
    /// Their own leads, their own ledger.
    Partner = "partner",
    /// The next number to call.
    Caller = "caller",
    /// Sees and reports, changes nothing.
    Analyst = "analyst",
    /// Charges, payments, money given back.
    Accountant = "accountant",
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
