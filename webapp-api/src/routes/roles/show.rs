//! `GET /roles/{id}`

use domain::{access, ids::RoleId};
use uuid::Uuid;

use super::body::RoleBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A role of the org's own
#[utoipa::path(
    get, path = "/roles/{id}", tag = "roles", operation_id = "show_role",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = RoleBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RoleBody>, Problem> {
    read(&mut caller, RoleId(id)).await
}

/// As it is now.
pub(super) async fn read(caller: &mut Caller, id: RoleId) -> Result<Tagged<RoleBody>, Problem> {
    Ok(access::role(&mut caller.tx, &caller.actor, id).await?.into())
}
