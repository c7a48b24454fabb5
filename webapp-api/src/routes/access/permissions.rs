//! `GET /permissions`

use axum::Json;
use domain::access::{Permission, Subject};
use serde::Serialize;
use utoipa::ToSchema;

use super::words;
use crate::{Problem, caller::Caller};

/// Every permission that an org can grant.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Permissions {
    /// In the order of the matrix.
    items: Vec<PermissionBody>,
}

/// A permission.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Permission)]
struct PermissionBody {
    /// `resource.action`, for ever.
    #[schema(example = "requests.read")]
    code: &'static str,
    /// The part before the dot.
    #[schema(example = "requests")]
    resource: &'static str,
    /// The part after the dot.
    #[schema(example = "read")]
    action: &'static str,
    /// The scopes that make sense for it, the narrowest first.
    #[schema(example = json!(["own", "assigned", "team", "filter", "all"]))]
    scopes: Vec<&'static str>,
    /// In the caller's language.
    #[schema(example = "Заявки: просмотр")]
    title: String,
}

/// The vocabulary of rights
#[utoipa::path(
    get, path = "/permissions", tag = "access", operation_id = "list_permissions",
    responses((status = 200, body = Permissions))
)]
pub(super) async fn list(caller: Caller) -> Result<Json<Permissions>, Problem> {
    caller.actor.require(Permission::RolesRead)?;
    let items =
        Permission::ALL.into_iter().filter(|permission| permission.subject() != Subject::Platform).map(|permission| {
            PermissionBody {
                code: permission.code(),
                resource: permission.resource(),
                action: permission.action(),
                scopes: permission.subject().scopes().iter().map(|scope| scope.code()).collect(),
                title: words::permission(caller.lang, permission),
            }
        });
    Ok(Json(Permissions { items: items.collect() }))
}
