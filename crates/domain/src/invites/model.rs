//! The facts about an invite, and the rules of accepting one.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};

use crate::{
    Error, Result,
    access::{Filter, Role},
    ids::{InviteId, PersonId},
};

/// How long an invite can be accepted, when nothing else is said.
pub const LASTS: TimeDelta = TimeDelta::days(7);

/// How long at most.
pub const LASTS_AT_MOST: TimeDelta = TimeDelta::days(30);

/// What the payload of its deep link begins with: `https://t.me/<bot>?start=i_<token>`.
pub const LINK_PREFIX: &str = "i_";

/// An invite to be written.
#[derive(Clone, Debug)]
pub struct NewInvite<'a> {
    /// The role that it gives.
    pub role: Role,
    /// What the work will be limited to.
    pub filter: Filter,
    /// For whom it is, for the list of open ones.
    pub name: Option<&'a str>,
    /// How long it can be accepted: at most [`LASTS_AT_MOST`].
    pub lasts: TimeDelta,
}

impl NewInvite<'_> {
    /// An invite to a role and nothing else.
    pub fn to(role: Role) -> Self {
        Self { role, filter: Filter::default(), name: None, lasts: LASTS }
    }
}

/// An invite just written: the only moment at which its token is known.
#[derive(Clone)]
pub struct Written {
    /// The invite.
    pub invite: Invite,
    /// The payload of its deep link.
    pub start: String,
}

impl Written {
    /// Its deep link through a bot.
    pub fn link(&self, bot_username: &str) -> String {
        format!("https://t.me/{bot_username}?start={}", self.start)
    }
}

/// Without the token.
impl std::fmt::Debug for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Written").field("invite", &self.invite).finish_non_exhaustive()
    }
}

/// An invite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// Its id.
    pub id: InviteId,
    /// The role that it gives.
    pub role: Role,
    /// What the work will be limited to.
    pub filter: Filter,
    /// For whom it is.
    pub name: Option<String>,
    /// Who wrote it; none for the command line.
    pub inviter: Option<PersonId>,
    /// What they are called.
    pub inviter_name: Option<String>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it was accepted.
    pub accepted_at: Option<DateTime<Utc>>,
}

impl Invite {
    /// Refuses what nobody can accept any more.
    pub(super) fn require_open(&self, now: DateTime<Utc>) -> Result<()> {
        if self.accepted_at.is_some() {
            Err(Error::Refused("invite_used"))
        } else if self.revoked_at.is_some() {
            Err(Error::Refused("invite_revoked"))
        } else if self.expires_at <= now {
            Err(Error::Refused("invite_expired"))
        } else {
            Ok(())
        }
    }
}

/// What is kept of a token.
pub(super) fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// The name of whom it is for: trimmed, at most 128 characters.
pub(super) fn name_of(name: Option<&str>) -> Result<Option<String>> {
    let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else { return Ok(None) };
    if name.chars().count() > 128 || name.chars().any(char::is_control) {
        return Err(Error::Invalid { field: "name", code: "invite_name_invalid" });
    }
    Ok(Some(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invite_says_why_it_cannot_be_accepted() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let open = Invite {
            id: InviteId(uuid::Uuid::nil()),
            role: Role::Worker,
            filter: Filter::default(),
            name: None,
            inviter: None,
            inviter_name: None,
            created_at: now,
            expires_at: now + LASTS,
            revoked_at: None,
            accepted_at: None,
        };
        let code = |invite: &Invite, at| invite.require_open(at).map_err(|error| error.code()).err();
        assert_eq!(code(&open, now), None);
        assert_eq!(code(&open, now + LASTS), Some("invite_expired"));
        assert_eq!(code(&Invite { revoked_at: Some(now), ..open.clone() }, now), Some("invite_revoked"));
        assert_eq!(code(&Invite { accepted_at: Some(now), ..open }, now + LASTS), Some("invite_used"));
    }
}
