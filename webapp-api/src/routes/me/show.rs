//! `GET /me`

use axum::Json;
use domain::{access::Actor, people};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Problem, caller::Caller, problem::ProblemBody};

/// Who the caller is in this org.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Me {
    /// Their account, the same in every org.
    account_id: Uuid,
    /// This org's view of them.
    person_id: Uuid,
    /// The org.
    organization_id: Uuid,
    /// What to call them.
    name: String,
    /// `ru`, `uz` or `en`.
    #[schema(example = "ru")]
    language: &'static str,
    /// Their role, when they work for the org.
    #[schema(example = "dispatcher")]
    role: Option<String>,
    /// Their membership, when they work for the org.
    member_id: Option<Uuid>,
}

/// Who am I here?
#[utoipa::path(
    get, path = "/me", tag = "me", operation_id = "show_me",
    params(("X-Organization-Id" = Option<Uuid>, Header, description = "Which of the caller's orgs is meant")),
    responses(
        (status = 200, body = Me),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<Me>, Problem> {
    let (account, person) = caller.account.zip(caller.actor.behind()).ok_or(domain::Error::NotFound("person"))?;
    let name = people::name(&mut caller.tx, person).await?;
    Ok(Json(Me {
        account_id: account.0,
        person_id: person.0,
        organization_id: caller.tx.org().0,
        name,
        language: caller.lang.code(),
        role: match &caller.actor {
            Actor::Member { role, .. } => Some(role.code().to_owned()),
            _ => None,
        },
        member_id: caller.actor.member_behind().map(|member| member.0),
    }))
}
