//! `GET /teams/{id}`

use domain::{access, ids::TeamId};
use uuid::Uuid;

use super::body::TeamBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A team
#[utoipa::path(
    get, path = "/teams/{id}", tag = "teams", operation_id = "show_team",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = TeamBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<TeamBody>, Problem> {
    read(&mut caller, TeamId(id)).await
}

/// As it is now.
pub(super) async fn read(caller: &mut Caller, id: TeamId) -> Result<Tagged<TeamBody>, Problem> {
    Ok(access::team(&mut caller.tx, &caller.actor, id).await?.into())
}
