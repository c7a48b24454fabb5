//! `GET /ui_elements`, `PUT /roles/{role}/hidden_elements`

use axum::{Json, extract::Path};
use domain::{
    access::{self, Element, Permission, RoleRef},
    ids::RoleId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Problem, caller::Caller, valid::Body};

/// Every element that a role may be spared.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct UiElements {
    /// Their codes, as `requests.column.phone`.
    elements: Vec<String>,
    /// What is hidden, from which role.
    hidden: Vec<HiddenElement>,
}

/// An element that is hidden from a role.
#[derive(Debug, Serialize, ToSchema)]
struct HiddenElement {
    /// The preset's code, or the id of a role of the org's own.
    #[schema(example = "dispatcher")]
    role: String,
    /// Which.
    #[schema(example = "requests.column.phone")]
    element: String,
}

/// What a role is not to see.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct Hidden {
    /// Their codes; whatever else was hidden from it is shown again.
    #[garde(length(max = 500), inner(length(max = 100)))]
    elements: Vec<String>,
}

/// The elements of all screens, and what is hidden
#[utoipa::path(
    get, path = "/ui_elements", tag = "access", operation_id = "list_ui_elements",
    responses((status = 200, body = UiElements))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<UiElements>, Problem> {
    let hidden = access::list_hidden(&mut caller.tx, &caller.actor).await?;
    let hidden = hidden.into_iter().map(|(whose, element)| HiddenElement {
        role: match whose {
            RoleRef::Preset(role) => role.code().to_owned(),
            RoleRef::Custom(role) => role.0.to_string(),
        },
        element,
    });
    Ok(Json(UiElements { elements: Element::all().iter().map(Element::code).collect(), hidden: hidden.collect() }))
}

/// Hide exactly these elements from a role
#[utoipa::path(
    put, path = "/roles/{role}/hidden_elements", tag = "access", operation_id = "hide_ui_elements",
    params(("role" = String, Path, description = "A preset's code, or the id of a role of the org's own")),
    request_body = Hidden,
    responses((status = 204))
)]
pub(super) async fn replace(
    mut caller: Caller,
    Path(role): Path<String>,
    Body(hidden): Body<Hidden>,
) -> Result<axum::http::StatusCode, Problem> {
    caller.actor.require(Permission::RolesManage)?;
    let preset = role.parse().ok().map(RoleRef::Preset);
    let whose = preset.or_else(|| Some(RoleRef::Custom(RoleId(role.parse().ok()?))));
    let whose = whose.ok_or(domain::Error::NotFound("role"))?;
    access::hide_elements(&mut caller.tx, &caller.actor, whose, &hidden.elements).await?;
    caller.commit().await?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}
