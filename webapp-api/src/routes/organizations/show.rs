//! `GET /organizations/{org_id}`

use domain::orgs;

use super::body::OrganizationBody;
use crate::{Problem, caller::Caller, etag::Tagged};

/// What an org tells of itself
#[utoipa::path(
    get, path = "/organizations/{org_id}", tag = "organizations", operation_id = "show_organization",
    params(("org_id" = Uuid, Path)),
    responses((status = 200, body = OrganizationBody))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Tagged<OrganizationBody>, Problem> {
    read(&mut caller).await
}

/// As it is now.
pub(super) async fn read(caller: &mut Caller) -> Result<Tagged<OrganizationBody>, Problem> {
    Ok(orgs::current(&mut caller.tx).await?.into())
}
