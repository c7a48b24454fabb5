//! An invite as it is sent.

use chrono::{DateTime, Utc};
use domain::{access::Role, invites::Invite};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::routes::members::FilterBody;

/// An invite.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invite)]
pub(super) struct InviteBody {
    /// Its id.
    id: Uuid,
    /// The role that it gives.
    #[schema(value_type = String, example = "worker")]
    role: Role,
    /// What the work will be limited to.
    filter: FilterBody,
    /// For whom it is, as the inviter wrote it.
    name: Option<String>,
    /// Who wrote it; none for the command line.
    inviter_id: Option<Uuid>,
    /// What they are called.
    inviter_name: Option<String>,
    /// When it was written.
    created_at: DateTime<Utc>,
    /// Until when it can be accepted.
    expires_at: DateTime<Utc>,
    /// When it was taken back.
    revoked_at: Option<DateTime<Utc>>,
    /// When it was accepted.
    accepted_at: Option<DateTime<Utc>>,
}

impl From<Invite> for InviteBody {
    fn from(invite: Invite) -> Self {
        Self {
            id: invite.id.0,
            role: invite.role,
            filter: invite.filter.into(),
            name: invite.name,
            inviter_id: invite.inviter.map(|person| person.0),
            inviter_name: invite.inviter_name,
            created_at: invite.created_at,
            expires_at: invite.expires_at,
            revoked_at: invite.revoked_at,
            accepted_at: invite.accepted_at,
        }
    }
}

/// What somebody was sent. In a body, so that it stands in no log of addresses.
#[derive(Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct InviteToken {
    /// The token of an invite.
    #[garde(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub token: String,
}

/// Without the token.
impl std::fmt::Debug for InviteToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InviteToken")
    }
}
