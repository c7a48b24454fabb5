//! `GET /organizations/{org_id}/members/{member_id}`

use domain::{ids::MemberId, members};
use uuid::Uuid;

use super::body::MemberBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A member
#[utoipa::path(
    get, path = "/organizations/{org_id}/members/{member_id}", tag = "members", operation_id = "show_member",
    params(("org_id" = Uuid, Path), ("member_id" = Uuid, Path)),
    responses((status = 200, body = MemberBody))
)]
pub(super) async fn show(
    mut caller: Caller,
    Id((_org, id)): Id<(Uuid, MemberId)>,
) -> Result<Tagged<MemberBody>, Problem> {
    read(&mut caller, id).await
}

/// As they are now.
pub(super) async fn read(caller: &mut Caller, id: MemberId) -> Result<Tagged<MemberBody>, Problem> {
    Ok(members::get(&mut caller.tx, &caller.actor, id).await?.into())
}
