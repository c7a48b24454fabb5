//! `POST /roles`

use axum::http::StatusCode;
use domain::access::{self, Grants, NewRole, Role};
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::RoleBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// A role to be made.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRole)]
pub(super) struct NewRoleBody {
    /// Its name, unique in the org.
    #[garde(length(chars, min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "Кладовщик")]
    name: String,
    /// The preset that it begins as; not `owner`.
    #[garde(length(max = 40))]
    #[schema(max_length = 40, example = "worker")]
    based_on: String,
    /// What it grants: `requests.read:team`, `requests.*`, `*`. Left out: what the preset does.
    #[serde(default)]
    #[garde(length(max = 500), inner(length(max = 100)))]
    grants: Option<Vec<String>>,
}

/// Make a role
#[utoipa::path(
    post, path = "/roles", tag = "roles", operation_id = "create_role",
    request_body = NewRoleBody,
    responses((status = 201, body = RoleBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewRoleBody>,
) -> Result<(StatusCode, Tagged<RoleBody>), Problem> {
    let based_on: Role =
        body.based_on.parse().map_err(|_| domain::Error::Invalid { field: "based_on", code: "role_invalid" })?;
    let new = NewRole { name: &body.name, based_on, grants: body.grants.map(Grants::parse).transpose()? };
    let role = access::create_role(&mut caller.tx, &caller.actor, &new).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, Tagged(role.version, role.into())))
}
