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
    let team = access::team(&mut caller.tx, &caller.actor, TeamId(id)).await?;
    Ok(Tagged(team.version, team.into()))
}
