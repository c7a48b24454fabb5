//! The facts about a member.

use chrono::{DateTime, Utc};

use crate::{
    OrgId,
    access::{Filter, Role},
    ids::{AccountId, MemberId, OfferId, PersonId, RoleId},
};

/// Somebody who works for the org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their membership.
    pub id: MemberId,
    /// The person.
    pub person: PersonId,
    /// What to call them.
    pub name: String,
    /// Without the `@`.
    pub username: Option<String>,
    /// Their id with Telegram; none for somebody who has an e-mail only.
    pub telegram_id: Option<i64>,
    /// Their role; for a role of the org's own, the preset that it is based on.
    pub role: Role,
    /// The role of the org's own that they have.
    pub custom: Option<CustomRoleRef>,
    /// What their work is limited to.
    pub filter: Filter,
    /// Since when they work for the org.
    pub since: DateTime<Utc>,
    /// Grows with each change.
    pub version: i32,
}

/// A role of the org's own, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomRoleRef {
    /// Its id.
    pub id: RoleId,
    /// Its name.
    pub name: String,
}

/// An org in which somebody works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The org.
    pub org: OrgId,
    /// Its name.
    pub name: String,
    /// The role that they have there.
    pub role: Role,
    /// The username of its bot, if it has one.
    pub bot: Option<String>,
    /// Since when it is deleted, if it is: its owner can still restore it.
    pub deleted_at: Option<DateTime<Utc>>,
}

/// Whose orgs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A Telegram user's.
    Telegram(i64),
    /// An account's.
    Account(AccountId),
}

/// The most members of one answer: a page of 100, and one that tells whether another page follows.
pub const PAGE_MAX: i64 = 101;

/// Which members, and how many of them.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Only those with this role.
    pub role: Option<Role>,
    /// Only those whose name or username holds this.
    pub name: Option<&'a str>,
    /// Only those after this one, in the order in which they came.
    pub after: Option<MemberId>,
    /// How many, at most [`PAGE_MAX`].
    pub limit: i64,
}

impl Default for Wanted<'_> {
    fn default() -> Self {
        Self { role: None, name: None, after: None, limit: 50 }
    }
}

/// What is to be different about a member; none stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Their role. A role of the org's own is given by [`crate::access::give_role`], and this takes it away.
    pub role: Option<Role>,
    /// What their work is limited to.
    pub filter: Option<Filter>,
}

/// An owner offers the org to another member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// Who gives it up.
    pub from: MemberId,
    /// What they are called.
    pub from_name: String,
    /// To whom.
    pub to: MemberId,
    /// What they are called.
    pub to_name: String,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
}
