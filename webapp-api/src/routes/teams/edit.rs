//! `PATCH /teams/{id}`

use domain::{
    access,
    ids::{MemberId, TeamId},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{body::TeamBody, show};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// What is to be changed; what is left out stays.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct TeamEdit {
    /// A new name.
    #[serde(default)]
    #[garde(length(chars, min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// Who is in it from now on.
    #[serde(default)]
    #[garde(length(max = 500))]
    #[schema(max_items = 500)]
    member_ids: Option<Vec<Uuid>>,
}

/// Change a team
#[utoipa::path(
    patch, path = "/teams/{id}", tag = "teams", operation_id = "edit_team",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = TeamEdit,
    responses((status = 200, body = TeamBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
    Body(body): Body<TeamEdit>,
) -> Result<Tagged<TeamBody>, Problem> {
    let id = TeamId(id);
    let members = body.member_ids.map(|ids| ids.into_iter().map(MemberId).collect::<Vec<_>>());
    let (name, members) = (body.name.as_deref(), members.as_deref());
    let done = access::edit_team(&mut caller.tx, &caller.actor, id, seen, name, members).await;
    let team = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(team.into())
}
