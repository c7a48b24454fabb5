//! `POST /auth/refresh`

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use domain::sessions::{self, Refreshed};
use platform::{Origin, Surface};
use serde::Deserialize;
use utoipa::ToSchema;

use super::tokens::{Held, SignedInBody, hand_over};
use crate::{
    Api, Problem,
    client::Client,
    cookies::{self, Name},
    problem::ProblemBody,
    valid::Body,
};

/// The token to go on with; none when it is a cookie.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct RefreshBody {
    /// What the last sign-in or refresh gave.
    #[serde(default)]
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub(super) refresh_token: Option<String>,
}

impl RefreshBody {
    /// The token, and how its client holds it.
    pub(super) fn token(self, headers: &HeaderMap, api: &Api) -> Result<Option<(String, Held)>, Problem> {
        if let Some(token) = self.refresh_token {
            return Ok(Some((token, Held::Bearer)));
        }
        let Some(token) = cookies::read(headers, Name::Refresh) else { return Ok(None) };
        cookies::guard(&Method::POST, headers, &api.web)?;
        Ok(Some((token, Held::Cookie)))
    }
}

/// Go on with a session: new tokens for a refresh token, which is used up by it.
///
/// A token that comes again within ten seconds of its use is taken for a race and opens nothing (409): another tab
/// has the new one. Later than that somebody has a copy, and the session ends.
#[utoipa::path(
    post, path = "/auth/refresh", tag = "auth", operation_id = "refresh", security(()),
    request_body = RefreshBody,
    responses(
        (status = 200, body = SignedInBody),
        (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "`unauthenticated`, or `refresh_reused`: the session ended just now"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json", description = "`cross_site`: a cookie, and no page of ours"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`refresh_raced`: try again with the newest token"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn refresh(
    State(api): State<Api>,
    client: Client,
    headers: HeaderMap,
    Body(body): Body<RefreshBody>,
) -> Result<Response, Problem> {
    let (token, held) = body.token(&headers, &api)?.ok_or_else(Problem::unauthenticated)?;
    let origin = Origin { address: client.address, ..Origin::of(Surface::Api) };
    match sessions::refresh(&api.db, &token, origin).await? {
        Refreshed::Opened(opened) => hand_over(&api, &opened, held),
        Refreshed::Nothing => Err(Problem::unauthenticated()),
        Refreshed::Reused { .. } => Err(Problem::new(StatusCode::UNAUTHORIZED, "refresh_reused")),
        Refreshed::Raced => {
            let mut problem = Problem::new(StatusCode::CONFLICT, "refresh_raced");
            problem.headers.push((header::RETRY_AFTER, HeaderValue::from_static("1")));
            Err(problem)
        }
    }
}
