//! `POST /auth/logout`

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{AppendHeaders, IntoResponse, Response},
};
use domain::sessions::{self, EndedWhy};

use super::refresh::RefreshBody;
use crate::{Api, Problem, caller::SignedIn, cookies, problem::ProblemBody, valid::Body};

/// Sign out: the session ends, by its access token or by its refresh token, and the cookies are forgotten.
///
/// Whoever is not signed in is answered the same.
#[utoipa::path(
    post, path = "/auth/logout", tag = "auth", operation_id = "sign_out", security(()),
    request_body = RefreshBody,
    responses(
        (status = 204),
        (status = 403, body = ProblemBody, content_type = "application/problem+json", description = "`cross_site`: a cookie, and no page of ours"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn logout(
    State(api): State<Api>,
    signed_in: Result<SignedIn, Problem>,
    headers: HeaderMap,
    Body(body): Body<RefreshBody>,
) -> Result<Response, Problem> {
    let token = body.token(&headers, &api)?;
    let mut tx = api.db.system().await.map_err(domain::Error::from)?;
    let found = match (signed_in, token) {
        (Ok(SignedIn { account, session, .. }), _) => Some((account, session)),
        (Err(_), Some((token, _))) => sessions::of_refresh(&mut tx, &token).await?,
        (Err(_), None) => None,
    };
    if let Some((account, session)) = found {
        sessions::end(&mut tx, account, session, EndedWhy::SignedOut).await?;
    }
    tx.commit().await.map_err(domain::Error::from)?;
    Ok((StatusCode::NO_CONTENT, AppendHeaders(cookies::forget(&api.web))).into_response())
}
