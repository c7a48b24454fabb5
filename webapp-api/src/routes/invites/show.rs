//! `GET /organizations/{org_id}/invites/{invite_id}`

use axum::Json;
use domain::{ids::InviteId, invites};
use uuid::Uuid;

use super::body::InviteBody;
use crate::{Problem, caller::Caller, valid::Id};

/// An invite, also one that nobody can accept any more
#[utoipa::path(
    get, path = "/organizations/{org_id}/invites/{invite_id}", tag = "invites", operation_id = "show_invite",
    params(("org_id" = Uuid, Path), ("invite_id" = Uuid, Path)),
    responses((status = 200, body = InviteBody))
)]
pub(super) async fn show(
    mut caller: Caller,
    Id((_org, id)): Id<(Uuid, InviteId)>,
) -> Result<Json<InviteBody>, Problem> {
    Ok(Json(invites::get(&mut caller.tx, &caller.actor, id).await?.into()))
}
