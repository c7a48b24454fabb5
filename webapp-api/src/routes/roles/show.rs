//! `GET /roles/{id}`

use domain::{access, ids::RoleId};
use uuid::Uuid;

use super::body::RoleBody;
use crate::{Problem, caller::Caller, etag::Tagged, problem::ProblemBody, valid::Id};

/// A role of the org's own
#[utoipa::path(
    get, path = "/roles/{id}", tag = "roles", operation_id = "show_role",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, body = RoleBody),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<RoleBody>, Problem> {
    let role = access::role(&mut caller.tx, &caller.actor, RoleId(id)).await?;
    Ok(Tagged(role.version, role.into()))
}
