//! `GET`, `PUT /settings/members_see`

use axum::{Json, http::StatusCode};
use domain::access::{self, Scope};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Problem, caller::Caller, valid::Body};

/// What whoever has the role `member` sees.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct MembersSee {
    /// All, what is their team's, or what is their own.
    #[garde(skip)]
    members_see: Seen,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Seen {
    All,
    Team,
    Own,
}

/// What do members see?
#[utoipa::path(
    get, path = "/settings/members_see", tag = "access", operation_id = "show_members_see",
    responses((status = 200, body = MembersSee))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<MembersSee>, Problem> {
    let members_see = match access::members_see(&mut caller.tx, &caller.actor).await? {
        Scope::Team => Seen::Team,
        Scope::Own | Scope::Assigned => Seen::Own,
        Scope::Filter | Scope::All => Seen::All,
    };
    Ok(Json(MembersSee { members_see }))
}

/// Set what members see
#[utoipa::path(
    put, path = "/settings/members_see", tag = "access", operation_id = "set_members_see",
    request_body = MembersSee,
    responses((status = 204))
)]
pub(super) async fn replace(mut caller: Caller, Body(wanted): Body<MembersSee>) -> Result<StatusCode, Problem> {
    let scope = match wanted.members_see {
        Seen::All => Scope::All,
        Seen::Team => Scope::Team,
        Seen::Own => Scope::Assigned,
    };
    access::set_members_see(&mut caller.tx, &caller.actor, scope).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
