//! `POST /invites/accept`

use axum::{Json, extract::State, http::StatusCode};
use domain::invites;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::InviteToken;
use crate::{Api, Problem, caller::SignedIn, client::Client, idempotency::Keyed, valid::Body};

/// The membership of whoever accepted.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Joined {
    /// The org.
    organization_id: Uuid,
    /// Their membership.
    member_id: Uuid,
}

/// Accept an invite: whoever is signed in works for the org now
#[utoipa::path(
    post, path = "/invites/accept", tag = "invites", operation_id = "accept_invite",
    request_body = InviteToken,
    responses((status = 201, body = Joined))
)]
pub(super) async fn accept(
    State(api): State<Api>,
    me: SignedIn,
    client: Client,
    keyed: Keyed,
    Body(InviteToken { token }): Body<InviteToken>,
) -> Result<(StatusCode, Json<Joined>), Problem> {
    let org = invites::org_of(&api.db, &token).await?;
    let mut tx = me.enter(&api, &client, org).await?;
    let claimed = keyed.claim(&mut tx, me.account.0).await?;
    let member = invites::join(&mut tx, me.session, &token).await?;
    claimed.commit(tx).await?;
    Ok((StatusCode::CREATED, Json(Joined { organization_id: org.0, member_id: member.0 })))
}
