//! Buttons about invites, and how they fit into callback data.

use domain::{
    access::Role,
    ids::{BuildingId, InviteId},
};

use crate::{
    action::{id, parse_id},
    members::action::{role_letter, role_of},
};

/// A button about invites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteTap {
    /// Write one.
    New,
    /// It is to this role.
    Role(Role),
    /// It is to this role, for one building or for all.
    Scope(Role, Option<BuildingId>),
    /// Those that can still be accepted.
    Open,
    /// Take one back.
    Revoke(InviteId),
    /// The invited accepts.
    Accept,
    /// The invited declines.
    Decline,
}

impl InviteTap {
    pub(crate) fn encode(self) -> String {
        match self {
            InviteTap::New => "n".to_owned(),
            InviteTap::Role(role) => format!("r{}", role_letter(role)),
            InviteTap::Scope(role, building) => {
                format!("b{}{}", role_letter(role), building.map(|building| id(building.0)).unwrap_or_default())
            }
            InviteTap::Open => "l".to_owned(),
            InviteTap::Revoke(invite) => format!("x{}", id(invite.0)),
            InviteTap::Accept => "a".to_owned(),
            InviteTap::Decline => "d".to_owned(),
        }
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        let kind = letters.next()?;
        let rest = letters.as_str();
        Some(match (kind, rest) {
            ('n', "") => InviteTap::New,
            ('r', rest) => {
                let role = role_of(letters.next()?)?;
                (rest.len() == 1).then_some(InviteTap::Role(role))?
            }
            ('b', _) => {
                let role = role_of(letters.next()?)?;
                let building = match letters.as_str() {
                    "" => None,
                    building => Some(BuildingId(parse_id(building)?)),
                };
                InviteTap::Scope(role, building)
            }
            ('l', "") => InviteTap::Open,
            ('x', rest) => InviteTap::Revoke(InviteId(parse_id(rest)?)),
            ('a', "") => InviteTap::Accept,
            ('d', "") => InviteTap::Decline,
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let building = BuildingId(uuid::Uuid::from_u128(u128::MAX));
        let mut all = vec![
            InviteTap::New,
            InviteTap::Open,
            InviteTap::Revoke(InviteId(uuid::Uuid::from_u128(5))),
            InviteTap::Accept,
            InviteTap::Decline,
        ];
        for role in Role::ALL {
            all.extend([InviteTap::Role(role), InviteTap::Scope(role, None), InviteTap::Scope(role, Some(building))]);
        }
        all
    }
}
