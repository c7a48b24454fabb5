//! `DELETE /organizations/{org_id}/members/{member_id}/sessions`

use axum::Json;
use domain::{ids::MemberId, sessions};
use uuid::Uuid;

use crate::{Problem, caller::Caller, routes::me::Ended, valid::Id};

/// End every sign-in of a member: whoever holds one is out with the next request
#[utoipa::path(
    delete, path = "/organizations/{org_id}/members/{member_id}/sessions", tag = "members",
    operation_id = "end_member_sessions",
    params(("org_id" = Uuid, Path), ("member_id" = Uuid, Path)),
    responses((status = 200, body = Ended))
)]
pub(super) async fn end_sessions(
    mut caller: Caller,
    Id((_org, id)): Id<(Uuid, MemberId)>,
) -> Result<Json<Ended>, Problem> {
    let ended = sessions::end_those_of(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(Json(Ended { ended }))
}
