//! A role as it is sent.

use chrono::{DateTime, Utc};
use domain::access::CustomRole;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// A role of the org's own.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Role)]
pub(super) struct RoleBody {
    /// Its id.
    id: Uuid,
    /// Its name, unique in the org.
    #[schema(example = "Кладовщик")]
    name: String,
    /// The preset that it began as.
    #[schema(example = "worker")]
    based_on: &'static str,
    /// What it grants, as `permission:scope`.
    #[schema(example = json!(["catalog.read:all", "requests.read:team"]))]
    grants: Vec<String>,
    /// How many members have it.
    members: i64,
    /// Grows with each change.
    version: i32,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
}

impl From<CustomRole> for RoleBody {
    fn from(role: CustomRole) -> Self {
        Self {
            id: role.id.0,
            name: role.name,
            based_on: role.based_on.code(),
            grants: role.grants.written(),
            members: role.members,
            version: role.version,
            created_at: role.created_at,
            updated_at: role.updated_at,
        }
    }
}

impl From<CustomRole> for Tagged<RoleBody> {
    fn from(role: CustomRole) -> Self {
        Self(role.version, role.into())
    }
}
