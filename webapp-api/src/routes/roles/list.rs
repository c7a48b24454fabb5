//! `GET /roles`

use axum::Json;
use domain::{
    access::{self, Preset, Role},
    members,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::RoleBody;
use crate::{Problem, caller::Caller, routes::access::words};

/// The roles that a member can have.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Roles {
    /// Those that come with Kontora.
    presets: Vec<PresetBody>,
    /// Those of the org's own, by name.
    items: Vec<RoleBody>,
}

/// A role that comes with Kontora.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RolePreset)]
struct PresetBody {
    /// Its code.
    #[schema(example = "dispatcher")]
    code: &'static str,
    /// In the caller's language.
    #[schema(example = "Диспетчер")]
    name: String,
    /// What it grants, as `permission:scope`.
    grants: Vec<String>,
    /// Whether the caller may give it to somebody.
    givable: bool,
}

/// The roles
#[utoipa::path(
    get, path = "/roles", tag = "roles", operation_id = "list_roles",
    responses((status = 200, body = Roles))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Roles>, Problem> {
    let items = access::list_roles(&mut caller.tx, &caller.actor).await?;
    let givable = members::givable(&caller.actor);
    let presets = Role::ALL.into_iter().map(|role| PresetBody {
        code: role.code(),
        name: words::role(caller.lang, role.code()),
        grants: Preset::Member(role).grants().written(),
        givable: givable.contains(&role),
    });
    Ok(Json(Roles { presets: presets.collect(), items: items.into_iter().map(RoleBody::from).collect() }))
}
