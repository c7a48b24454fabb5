//! The facts about a member.

use chrono::{DateTime, Utc};

use crate::{
    access::{Filter, Role},
    ids::{MemberId, OfferId, PersonId},
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
    /// What their work is limited to.
    pub filter: Filter,
    /// Since when they work for the org.
    pub since: DateTime<Utc>,
    /// Grows with each change.
    pub version: i32,
}

/// The most members of one page.
pub const PAGE_MAX: i64 = 100;

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
    /// Their role.
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
