//! `POST /organizations/{org_id}/restore`

use domain::orgs;

use super::body::OrganizationBody;
use crate::{Problem, caller::Reviver, etag::Tagged};

/// Take the deletion of an org back
#[utoipa::path(
    post, path = "/organizations/{org_id}/restore", tag = "organizations", operation_id = "restore_organization",
    params(("org_id" = Uuid, Path)),
    responses((status = 200, body = OrganizationBody))
)]
pub(super) async fn restore(Reviver(mut caller): Reviver) -> Result<Tagged<OrganizationBody>, Problem> {
    orgs::restore(&mut caller.tx, &caller.actor).await?;
    let org = orgs::current(&mut caller.tx).await?;
    caller.commit().await?;
    Ok(org.into())
}
