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
    let account = service_accounts::get(&mut caller.tx, &caller.actor, id).await?;
    Ok(Tagged(account.version, account.into()))
}
