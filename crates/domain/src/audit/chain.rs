//! The chain of hashes over an org's events: what is hashed, and how one seal follows from another.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{OrgId, ids::EventId};

/// A SHA-256 hash; as text, 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What a chain begins with.
    pub const START: Hash = Hash([0; 32]);

    /// The hash of the seal that follows this one: SHA-256 over this hash and the digest of the event.
    #[must_use]
    pub fn then(self, digest: Hash) -> Hash {
        Hash(Sha256::new().chain_update(self.0).chain_update(digest.0).finalize().into())
    }

    pub(super) fn from_slice(bytes: &[u8]) -> Option<Hash> {
        bytes.try_into().ok().map(Hash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl std::str::FromStr for Hash {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != 64 || !text.is_ascii() {
            return Err(());
        }
        let mut hash = [0; 32];
        for (byte, at) in hash.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| ())?;
        }
        Ok(Hash(hash))
    }
}

/// A row of `events`, every column of it, as PostgreSQL shows it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub org: OrgId,
    pub id: EventId,
    pub at: DateTime<Utc>,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    pub service_id: Option<Uuid>,
    pub on_behalf_of: Option<Uuid>,
    pub surface: String,
    pub address: Option<String>,
    pub session_id: Option<Uuid>,
    pub kind: String,
    pub subject_kind: Option<String>,
    pub subject_id: Option<Uuid>,
    pub request_id: Option<Uuid>,
    pub changes: Option<String>,
    pub data: String,
}

impl Row {
    /// SHA-256 of the canonical bytes: of each column that is not null, in the order of the table, the length of its
    /// name (one byte), its name, the length of its value (four bytes, the highest first), its value. A uuid is its 16
    /// bytes, a time its microseconds since 1970 in decimal, anything else PostgreSQL's text. A column that is added
    /// later is null in older rows, so their digests stay what they are.
    pub fn digest(&self) -> Hash {
        let mut hash = Sha256::new();
        let mut column = |name: &str, value: Option<&[u8]>| {
            let Some(value) = value else { return };
            hash.update([u8::try_from(name.len()).unwrap_or(u8::MAX)]);
            hash.update(name);
            hash.update(u32::try_from(value.len()).unwrap_or(u32::MAX).to_be_bytes());
            hash.update(value);
        };
        let uuid = |id: &'_ Option<Uuid>| id.as_ref().map(|id| id.as_bytes().to_vec());
        column("org_id", Some(self.org.0.as_bytes()));
        column("id", Some(self.id.0.as_bytes()));
        column("at", Some(self.at.timestamp_micros().to_string().as_bytes()));
        column("actor_kind", Some(self.actor_kind.as_bytes()));
        column("actor_id", uuid(&self.actor_id).as_deref());
        column("service_id", uuid(&self.service_id).as_deref());
        column("on_behalf_of", uuid(&self.on_behalf_of).as_deref());
        column("surface", Some(self.surface.as_bytes()));
        column("address", self.address.as_deref().map(str::as_bytes));
        column("session_id", uuid(&self.session_id).as_deref());
        column("kind", Some(self.kind.as_bytes()));
        column("subject_kind", self.subject_kind.as_deref().map(str::as_bytes));
        column("subject_id", uuid(&self.subject_id).as_deref());
        column("request_id", uuid(&self.request_id).as_deref());
        column("changes", self.changes.as_deref().map(str::as_bytes));
        column("data", Some(self.data.as_bytes()));
        Hash(hash.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Edit = fn(&mut Row, Option<Uuid>, Option<String>);

    fn row() -> Row {
        Row {
            org: OrgId(Uuid::from_u128(1)),
            id: EventId(Uuid::from_u128(2)),
            at: DateTime::from_timestamp(1_700_000_000, 5000).unwrap(),
            actor_kind: "system".into(),
            actor_id: None,
            service_id: None,
            on_behalf_of: None,
            surface: "bot".into(),
            address: None,
            session_id: None,
            kind: "org_created".into(),
            subject_kind: None,
            subject_id: None,
            request_id: None,
            changes: None,
            data: r#"{"kind": "org_created"}"#.into(),
        }
    }

    /// Seals are kept for years: what is hashed may never change.
    #[test]
    fn the_digest_of_a_row_stays_what_it_is() {
        let digest = row().digest();
        assert_eq!(digest.to_string(), "26d5920c34ae5cc484ad78d0e9a8fe4c9d3ad327e707e0f6fb9d3c154c27bda0");
        assert_eq!(
            Hash::START.then(digest).to_string(),
            "d2067fcea9e7b339be550c8f8116c00ee30220e30dc9cd86ff2dcfebce526868"
        );
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert!("zz".parse::<Hash>().is_err() && "я".repeat(32).parse::<Hash>().is_err());
    }

    #[test]
    fn every_column_counts_and_none_runs_into_the_next() {
        let plain = row().digest();
        let id = Some(Uuid::from_u128(9));
        let text = || Some("x".to_owned());
        let edits: [Edit; 16] = [
            |row, id, _| row.org.0 = id.unwrap(),
            |row, id, _| row.id.0 = id.unwrap(),
            |row, _, _| row.at += chrono::TimeDelta::microseconds(1),
            |row, _, text| row.actor_kind = text.unwrap(),
            |row, id, _| row.actor_id = id,
            |row, id, _| row.service_id = id,
            |row, id, _| row.on_behalf_of = id,
            |row, _, text| row.surface = text.unwrap(),
            |row, _, text| row.address = text,
            |row, id, _| row.session_id = id,
            |row, _, text| row.kind = text.unwrap(),
            |row, _, text| row.subject_kind = text,
            |row, id, _| row.subject_id = id,
            |row, id, _| row.request_id = id,
            |row, _, text| row.changes = text,
            |row, _, text| row.data = text.unwrap(),
        ];
        let mut digests = vec![plain.to_string()];
        for edit in edits {
            let mut edited = row();
            edit(&mut edited, id, text());
            digests.push(edited.digest().to_string());
        }
        digests.sort();
        digests.dedup();
        assert_eq!(digests.len(), 17);
    }
}
