//! `DELETE /organizations/{org_id}`

use domain::orgs;
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::OrganizationBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// The org's name as its owner typed it, so that nobody deletes one by mistake.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganizationDeletion {
    /// The name of the org.
    #[garde(length(chars, max = 400))]
    #[schema(max_length = 400)]
    name: String,
}

/// Delete an org. Everybody is refused from now on; for seven days its owner can take it back.
#[utoipa::path(
    delete, path = "/organizations/{org_id}", tag = "organizations", operation_id = "delete_organization",
    params(("org_id" = Uuid, Path)),
    request_body = OrganizationDeletion,
    responses((status = 200, body = OrganizationBody))
)]
pub(super) async fn delete(
    mut caller: Caller,
    Body(typed): Body<OrganizationDeletion>,
) -> Result<Tagged<OrganizationBody>, Problem> {
    orgs::delete(&mut caller.tx, &caller.actor, &typed.name).await?;
    let org = orgs::current(&mut caller.tx).await?;
    caller.commit().await?;
    Ok(org.into())
}
