//! OAuth 2.0 for programs (RFC 6749, 7009, 7636, 8414, 9207): the consent of a member is part of the API; what a
//! program speaks stands where such programs look for it, with the answers that they know.

mod authorize;
mod consent;
mod jwks;
mod metadata;
mod revoke;
mod said;
mod token;

use axum::{
    Router,
    routing::{get, post},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(crate) use said::issuer;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(consent::show, consent::answer))
}

/// What programs speak, beside the API.
pub(crate) fn protocol() -> Router<Api> {
    Router::new()
        .route("/oauth/authorize", get(authorize::authorize))
        .route("/oauth/token", post(token::token))
        .route("/oauth/revoke", post(revoke::revoke))
        .route("/.well-known/jwks.json", get(jwks::jwks))
        .route("/.well-known/oauth-authorization-server", get(metadata::metadata))
}
