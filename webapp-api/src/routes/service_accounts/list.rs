//! `GET /service-accounts`

use axum::Json;
use domain::service_accounts;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::ServiceAccountBody;
use crate::{Problem, caller::Caller};

/// The programs of the org.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ServiceAccounts {
    /// The first one first; those that were revoked too.
    items: Vec<ServiceAccountBody>,
}

/// The programs that act for the org
#[utoipa::path(
    get, path = "/service-accounts", tag = "service accounts", operation_id = "list_service_accounts",
    responses((status = 200, body = ServiceAccounts))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<ServiceAccounts>, Problem> {
    let accounts = service_accounts::list(&mut caller.tx, &caller.actor).await?;
    Ok(Json(ServiceAccounts { items: accounts.into_iter().map(ServiceAccountBody::from).collect() }))
}
