//! A team as it is sent.

use chrono::{DateTime, Utc};
use domain::access::Team;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// A team.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Team)]
pub(super) struct TeamBody {
    /// Its id.
    id: Uuid,
    /// Its name, unique in the org.
    #[schema(example = "Сантехники")]
    name: String,
    /// Who is in it.
    member_ids: Vec<Uuid>,
    /// Grows with each change.
    version: i32,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
}

impl From<Team> for TeamBody {
    fn from(team: Team) -> Self {
        Self {
            id: team.id.0,
            name: team.name,
            member_ids: team.members.into_iter().map(|member| member.0).collect(),
            version: team.version,
            created_at: team.created_at,
            updated_at: team.updated_at,
        }
    }
}

impl From<Team> for Tagged<TeamBody> {
    fn from(team: Team) -> Self {
        Self(team.version, team.into())
    }
}
