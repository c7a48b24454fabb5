//! `POST /invites/open`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use domain::{access::Role, invites, orgs};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::InviteToken;
use crate::{Api, Problem, caller::SignedIn, client::Client, valid::Body};

/// What somebody is invited to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OpenInvite {
    /// The org.
    organization_id: Uuid,
    /// What it is called.
    organization_name: String,
    /// The role that they would have.
    #[schema(value_type = String, example = "worker")]
    role: Role,
    /// Who invites; none for the command line.
    inviter_name: Option<String>,
    /// Until when they can accept.
    expires_at: DateTime<Utc>,
}

/// What does this invite ask me to?
#[utoipa::path(
    post, path = "/invites/open", tag = "invites", operation_id = "open_invite",
    request_body = InviteToken,
    responses((status = 200, body = OpenInvite))
)]
pub(super) async fn open(
    State(api): State<Api>,
    me: SignedIn,
    client: Client,
    Body(InviteToken { token }): Body<InviteToken>,
) -> Result<Json<OpenInvite>, Problem> {
    let org = invites::org_of(&api.db, &token).await?;
    let mut tx = me.enter(&api, &client, org).await?;
    orgs::require_in_force(&mut tx).await?;
    let (invite, org) = (invites::open(&mut tx, &token).await?, orgs::current(&mut tx).await?);
    Ok(Json(OpenInvite {
        organization_id: org.id.0,
        organization_name: org.name,
        role: invite.role,
        inviter_name: invite.inviter_name,
        expires_at: invite.expires_at,
    }))
}
