//! `DELETE /service-accounts/{id}`

use axum::http::StatusCode;
use domain::{ids::ServiceAccountId, service_accounts};

use crate::{Problem, caller::Caller, etag::IfMatch, openapi::IfMatchHeader, valid::Id};

/// Take everything away from a program, at once and for good
///
/// It is out with its next request, also on behalf of those who approved it. It stays in the list, as the log names it.
#[utoipa::path(
    delete, path = "/service-accounts/{id}", tag = "service accounts", operation_id = "revoke_service_account",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn revoke(
    mut caller: Caller,
    Id(id): Id<ServiceAccountId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    service_accounts::revoke(&mut caller.tx, &caller.actor, id, seen).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
