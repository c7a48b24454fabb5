//! `PATCH /roles/{id}`

use domain::{
    access::{self, Grants, RoleEdit},
    ids::RoleId,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{body::RoleBody, show};
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
#[schema(as = RoleEdit)]
pub(super) struct RoleEditBody {
    /// A new name.
    #[serde(default)]
    #[garde(length(chars, min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// What it grants from now on.
    #[serde(default)]
    #[garde(length(max = 500), inner(length(max = 100)))]
    grants: Option<Vec<String>>,
}

/// Change a role, for everybody who has it
#[utoipa::path(
    patch, path = "/roles/{id}", tag = "roles", operation_id = "edit_role",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = RoleEditBody,
    responses((status = 200, body = RoleBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
    Body(body): Body<RoleEditBody>,
) -> Result<Tagged<RoleBody>, Problem> {
    let id = RoleId(id);
    let edit = RoleEdit { name: body.name.as_deref(), grants: body.grants.map(Grants::parse).transpose()? };
    let done = access::edit_role(&mut caller.tx, &caller.actor, id, seen, &edit).await;
    let role = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(role.into())
}
