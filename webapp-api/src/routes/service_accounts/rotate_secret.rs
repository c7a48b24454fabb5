//! `POST /service-accounts/{id}/secret`

use axum::Json;
use domain::{ids::ServiceAccountId, service_accounts};

use super::body::ServiceAccountWithSecret;
use crate::{Problem, caller::Caller, valid::Id};

/// Draw a new secret, shown this once; the old one is good beside it for a day
#[utoipa::path(
    post, path = "/service-accounts/{id}/secret", tag = "service accounts",
    operation_id = "rotate_service_account_secret", params(("id" = Uuid, Path)),
    responses((status = 200, body = ServiceAccountWithSecret))
)]
pub(super) async fn rotate(
    mut caller: Caller,
    Id(id): Id<ServiceAccountId>,
) -> Result<Json<ServiceAccountWithSecret>, Problem> {
    let made = service_accounts::rotate_secret(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(Json(ServiceAccountWithSecret::new(made)))
}
