//! `GET /organizations/{org_id}/invites`

use axum::Json;
use domain::invites;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::InviteBody;
use crate::{Problem, caller::Caller};

/// The invites that can still be accepted.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Invites {
    /// The latest first; at most 100.
    items: Vec<InviteBody>,
}

/// The invites that can still be accepted
#[utoipa::path(
    get, path = "/organizations/{org_id}/invites", tag = "invites", operation_id = "list_invites",
    params(("org_id" = Uuid, Path)),
    responses((status = 200, body = Invites))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Invites>, Problem> {
    let open = invites::list(&mut caller.tx, &caller.actor).await?;
    Ok(Json(Invites { items: open.into_iter().map(InviteBody::from).collect() }))
}
