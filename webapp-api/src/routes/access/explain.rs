//! `GET /access/explain`

use axum::Json;
use domain::{
    access::{self, Permission, Source},
    ids::{MemberId, RequestId},
    requests,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::words;
use crate::{Problem, caller::Caller, valid::Params};

/// What is to be explained.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ExplainParams {
    /// Which right; `requests.read` for why a request is seen.
    #[serde(default)]
    #[garde(length(max = 100))]
    #[param(example = "requests.read", max_length = 100)]
    permission: Option<String>,
    /// Whose; the caller's own when it is not said. For those who may see roles.
    #[serde(default)]
    #[garde(skip)]
    member_id: Option<Uuid>,
    /// Why the caller sees this request.
    #[serde(default)]
    #[garde(skip)]
    request_id: Option<Uuid>,
}

/// Why somebody may, or may not.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Explanation {
    /// Which right.
    #[schema(example = "requests.read")]
    permission: &'static str,
    /// On what it may be used; none: it may not.
    #[schema(example = "filter")]
    scope: Option<&'static str>,
    /// What the source grants, before a filter.
    #[schema(example = "requests.read:all")]
    grant: Option<String>,
    /// `role`, `everybody`, `program` or `system`.
    #[schema(example = "role")]
    source: Option<&'static str>,
    /// The preset that grants it.
    #[schema(example = "manager")]
    role: Option<&'static str>,
    /// The role of the org's own that grants it.
    custom_role_id: Option<Uuid>,
    /// The buildings to which it is narrowed.
    building_ids: Vec<Uuid>,
    /// The teams that count.
    team_ids: Vec<Uuid>,
    /// The org's setting «members see», when it narrows it.
    members_see: Option<&'static str>,
    /// Why the request is seen: a scope, `free` when nobody has taken it yet, `helps` or `follows`.
    #[schema(example = "assigned")]
    seen_because: Option<&'static str>,
    /// All of it in words, in the caller's language.
    sentences: Vec<String>,
}

/// Why do I see it? Why may I?
#[utoipa::path(
    get, path = "/access/explain", tag = "access", operation_id = "explain_access",
    params(ExplainParams),
    responses((status = 200, body = Explanation))
)]
pub(super) async fn show(
    mut caller: Caller,
    Params(asked): Params<ExplainParams>,
) -> Result<Json<Explanation>, Problem> {
    let permission = match asked.permission.as_deref() {
        None => Permission::RequestsRead,
        Some(code) => {
            code.parse().map_err(|_| domain::Error::Invalid { field: "permission", code: "grant_invalid" })?
        }
    };
    let why = match asked.member_id {
        None => access::explain(&caller.actor, permission),
        Some(member) => access::explain_member(&mut caller.tx, &caller.actor, MemberId(member), permission).await?,
    };
    let because = match asked.request_id {
        None => None,
        Some(id) => Some(requests::seen_because(&mut caller.tx, &caller.actor, RequestId(id)).await?),
    };
    let whose = match why.source {
        Some(Source::Role(whose)) => Some(whose),
        _ => None,
    };
    let role_name = match whose.and_then(access::RoleRef::custom) {
        None => None,
        Some(role) => access::role_name(&mut caller.tx, role).await?,
    };
    let mut sentences = words::why(caller.lang, &why, role_name.as_deref());
    sentences.extend(because.map(|because| words::because(caller.lang, because)));
    Ok(Json(Explanation {
        permission: permission.code(),
        scope: why.scope.map(|scope| scope.code()),
        source: why.source.as_ref().map(|source| match source {
            Source::Everybody => "everybody",
            Source::Role(_) => "role",
            Source::Program => "program",
            Source::System => "system",
        }),
        role: whose.and_then(access::RoleRef::preset).map(|role| role.code()),
        custom_role_id: whose.and_then(access::RoleRef::custom).map(|role| role.0),
        building_ids: why.filter.iter().flat_map(|filter| &filter.buildings).map(|building| building.0).collect(),
        team_ids: why.teams.iter().map(|team| team.0).collect(),
        members_see: why.members_see.map(|scope| scope.code()),
        seen_because: because.map(|because| match because {
            requests::Because::Scope(scope) => scope.code(),
            requests::Because::Free => "free",
            requests::Because::Helps => "helps",
            requests::Because::Follows => "follows",
        }),
        grant: why.grant,
        sentences,
    }))
}
