//! Buttons about homes, and how they fit into callback data.

use domain::{
    ids::{BuildingId, ResidentId},
    property::ResidentRole,
};

use crate::action::{id, parse_id};

/// A button about homes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeTap {
    /// As what one lives there.
    Role(ResidentRole),
    /// «Согласен».
    Agree,
    /// Look for one's flat by address.
    Search,
    /// This is the building.
    Building(BuildingId),
    /// Somebody who waits lives there.
    Verify(ResidentId),
    /// They do not.
    Decline(ResidentId),
}

impl HomeTap {
    pub(crate) fn encode(self) -> String {
        match self {
            HomeTap::Role(ResidentRole::Owner) => "ro".to_owned(),
            HomeTap::Role(ResidentRole::Family) => "rf".to_owned(),
            HomeTap::Role(ResidentRole::Tenant) => "rt".to_owned(),
            HomeTap::Agree => "a".to_owned(),
            HomeTap::Search => "s".to_owned(),
            HomeTap::Building(building) => format!("b{}", id(building.0)),
            HomeTap::Verify(resident) => format!("v{}", id(resident.0)),
            HomeTap::Decline(resident) => format!("d{}", id(resident.0)),
        }
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        let kind = letters.next()?;
        Some(match (kind, letters.as_str()) {
            ('r', "o") => HomeTap::Role(ResidentRole::Owner),
            ('r', "f") => HomeTap::Role(ResidentRole::Family),
            ('r', "t") => HomeTap::Role(ResidentRole::Tenant),
            ('a', "") => HomeTap::Agree,
            ('s', "") => HomeTap::Search,
            ('b', rest) => HomeTap::Building(BuildingId(parse_id(rest)?)),
            ('v', rest) => HomeTap::Verify(ResidentId(parse_id(rest)?)),
            ('d', rest) => HomeTap::Decline(ResidentId(parse_id(rest)?)),
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let any = uuid::Uuid::from_u128(u128::MAX);
        let mut all: Vec<_> = ResidentRole::ALL.iter().copied().map(HomeTap::Role).collect();
        all.extend([HomeTap::Agree, HomeTap::Search, HomeTap::Building(BuildingId(any))]);
        all.extend([HomeTap::Verify(ResidentId(any)), HomeTap::Decline(ResidentId(any))]);
        all
    }
}
