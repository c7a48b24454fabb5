//! A member as they are sent.

use chrono::{DateTime, Utc};
use domain::{
    access::{Filter, Role},
    ids::BuildingId,
    members::Member,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// Somebody who works for the org.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Member)]
pub(super) struct MemberBody {
    /// Their membership.
    id: Uuid,
    /// This org's view of them.
    person_id: Uuid,
    /// What to call them.
    #[schema(example = "Малика Юсупова")]
    name: String,
    /// Without the `@`.
    username: Option<String>,
    /// Their role; for a role of the org's own, the preset that it is based on.
    #[schema(value_type = String, example = "dispatcher")]
    role: Role,
    /// The role of the org's own that they have.
    custom_role: Option<CustomRoleName>,
    /// What their work is limited to.
    filter: FilterBody,
    /// Since when they work for the org.
    since: DateTime<Utc>,
    /// Grows with each change.
    version: i32,
}

/// A role of the org's own, by name.
#[derive(Debug, Serialize, ToSchema)]
struct CustomRoleName {
    /// Its id.
    id: Uuid,
    /// Its name.
    name: String,
}

/// What a member's work is limited to. A kind that is empty limits nothing.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields, default)]
#[schema(as = MemberFilter)]
pub(in crate::routes) struct FilterBody {
    /// Buildings: for everything at an address.
    #[garde(length(max = 1000))]
    #[schema(max_items = 1000)]
    buildings: Vec<Uuid>,
    /// Providers: for number bases.
    #[garde(length(max = 1000), inner(length(chars, min = 1, max = 100)))]
    #[schema(max_items = 1000)]
    providers: Vec<String>,
    /// Countries and regions: for number bases.
    #[garde(length(max = 1000), inner(length(chars, min = 1, max = 100)))]
    #[schema(max_items = 1000)]
    geo: Vec<String>,
}

impl From<Filter> for FilterBody {
    fn from(filter: Filter) -> Self {
        let Filter { buildings, providers, geo } = filter;
        Self { buildings: buildings.into_iter().map(|building| building.0).collect(), providers, geo }
    }
}

impl From<FilterBody> for Filter {
    fn from(body: FilterBody) -> Self {
        let FilterBody { buildings, providers, geo } = body;
        Self { buildings: buildings.into_iter().map(BuildingId).collect(), providers, geo }
    }
}

impl From<Member> for MemberBody {
    fn from(member: Member) -> Self {
        Self {
            id: member.id.0,
            person_id: member.person.0,
            name: member.name,
            username: member.username,
            role: member.role,
            custom_role: member.custom.map(|role| CustomRoleName { id: role.id.0, name: role.name }),
            filter: member.filter.into(),
            since: member.since,
            version: member.version,
        }
    }
}

impl From<Member> for Tagged<MemberBody> {
    fn from(member: Member) -> Self {
        Self(member.version, member.into())
    }
}
