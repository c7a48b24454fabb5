//! `GET /.well-known/jwks.json` (RFC 7517)

use axum::{Json, extract::State, http::header, response::IntoResponse};

use crate::{Api, tokens::LIFETIME};

/// The public keys that verify access tokens; none while they are signed with a secret. Whoever keeps them asks again
/// as soon as a token could be signed by another one.
pub(super) async fn jwks(State(api): State<Api>) -> impl IntoResponse {
    let kept = format!("public, max-age={}", LIFETIME.num_seconds());
    ([(header::CACHE_CONTROL, kept)], Json(api.tokens.public().clone()))
}
