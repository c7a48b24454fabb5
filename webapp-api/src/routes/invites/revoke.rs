//! `DELETE /organizations/{org_id}/invites/{invite_id}`

use axum::http::StatusCode;
use domain::{ids::InviteId, invites};
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Id};

/// Take an invite back
#[utoipa::path(
    delete, path = "/organizations/{org_id}/invites/{invite_id}", tag = "invites", operation_id = "revoke_invite",
    params(("org_id" = Uuid, Path), ("invite_id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn revoke(mut caller: Caller, Id((_org, id)): Id<(Uuid, InviteId)>) -> Result<StatusCode, Problem> {
    invites::revoke(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
