//! `GET /roles/matrix`

use axum::Json;
use domain::access::{self, Grants, Permission, Preset, Role, Subject};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Problem, caller::Caller, routes::access::words};

/// Roles across, permissions down.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Matrix {
    /// The columns: presets first.
    columns: Vec<MatrixColumn>,
    /// The rows.
    rows: Vec<MatrixRow>,
}

/// A role.
#[derive(Debug, Serialize, ToSchema)]
struct MatrixColumn {
    /// The preset's code.
    role: Option<&'static str>,
    /// The id of a role of the org's own.
    custom_role_id: Option<Uuid>,
    /// What to call it.
    name: String,
}

/// A permission.
#[derive(Debug, Serialize, ToSchema)]
struct MatrixRow {
    /// Its code.
    #[schema(example = "requests.read")]
    permission: &'static str,
    /// In the caller's language.
    title: String,
    /// On what each column's role may use it; none: it may not.
    #[schema(example = json!(["all", "all", null]))]
    scopes: Vec<Option<&'static str>>,
}

/// Who may do what: every role, every permission
#[utoipa::path(
    get, path = "/roles/matrix", tag = "roles", operation_id = "show_role_matrix",
    responses((status = 200, body = Matrix))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<Matrix>, Problem> {
    let custom = access::list_roles(&mut caller.tx, &caller.actor).await?;
    let lang = caller.lang;
    let presets = Role::ALL.into_iter().map(|role| {
        let name = words::role(lang, role.code());
        (MatrixColumn { role: Some(role.code()), custom_role_id: None, name }, Preset::Member(role).grants().clone())
    });
    let custom = custom
        .into_iter()
        .map(|role| (MatrixColumn { role: None, custom_role_id: Some(role.id.0), name: role.name }, role.grants));
    let (columns, grants): (Vec<_>, Vec<Grants>) = presets.chain(custom).unzip();
    let rows = Permission::ALL.into_iter().filter(|permission| permission.subject() != Subject::Platform);
    let rows = rows.map(|permission| MatrixRow {
        permission: permission.code(),
        title: words::permission(lang, permission),
        scopes: grants.iter().map(|grants| grants.get(permission).map(|scope| scope.code())).collect(),
    });
    Ok(Json(Matrix { columns, rows: rows.collect() }))
}
