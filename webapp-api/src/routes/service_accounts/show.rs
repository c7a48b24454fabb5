//! `GET /service-accounts/{id}`

use domain::{ids::ServiceAccountId, service_accounts};

use super::body::ServiceAccountBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A program
#[utoipa::path(
    get, path = "/service-accounts/{id}", tag = "service accounts", operation_id = "show_service_account",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ServiceAccountBody))
)]
pub(super) async fn show(
    mut caller: Caller,
    Id(id): Id<ServiceAccountId>,
) -> Result<Tagged<ServiceAccountBody>, Problem> {
    read(&mut caller, id).await
}

/// As it is now.
pub(super) async fn read(caller: &mut Caller, id: ServiceAccountId) -> Result<Tagged<ServiceAccountBody>, Problem> {
    Ok(service_accounts::get(&mut caller.tx, &caller.actor, id).await?.into())
}
