//! `DELETE /me/sessions/{id}` and `DELETE /me/sessions`

use axum::{Json, extract::State, http::StatusCode};
use domain::{Error, ids::SessionId, sessions};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Api, Problem, caller::SignedIn, client::Client, problem::ProblemBody, valid::Id};

/// How many sign-ins ended.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct Ended {
    /// How many.
    pub ended: u64,
}

/// End one of my sign-ins: whoever holds it is out with the next request.
#[utoipa::path(
    delete, path = "/me/sessions/{id}", tag = "me", operation_id = "end_my_session",
    params(("id" = Uuid, Path, description = "Of the session")),
    responses(
        (status = 204),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn end(
    State(api): State<Api>,
    me: SignedIn,
    client: Client,
    Id(session): Id<SessionId>,
) -> Result<StatusCode, Problem> {
    match sessions::end_own(&api.db, me.account, me.session, Some(session), client.address).await? {
        None => Err(Problem::unauthenticated()),
        Some(0) => Err(Error::NotFound("session").into()),
        Some(_) => Ok(StatusCode::NO_CONTENT),
    }
}

/// End all my sign-ins but this one.
#[utoipa::path(
    delete, path = "/me/sessions", tag = "me", operation_id = "end_my_other_sessions",
    responses(
        (status = 200, body = Ended),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn end_others(State(api): State<Api>, me: SignedIn, client: Client) -> Result<Json<Ended>, Problem> {
    let ended = sessions::end_own(&api.db, me.account, me.session, None, client.address).await?;
    Ok(Json(Ended { ended: ended.ok_or_else(Problem::unauthenticated)? }))
}
