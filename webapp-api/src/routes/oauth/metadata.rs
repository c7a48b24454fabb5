//! `GET /.well-known/oauth-authorization-server` (RFC 8414)

use axum::{Json, extract::State, http::HeaderMap};
use domain::access::{Permission, Subject};
use serde_json::{Value, json};

use super::said::issuer;
use crate::{Api, openapi::PAGE};

/// What a program has to know of us.
pub(super) async fn metadata(State(api): State<Api>, headers: HeaderMap) -> Json<Value> {
    let issuer = issuer(&api, &headers);
    let ways = ["client_secret_basic", "client_secret_post"];
    let scopes = Permission::ALL.into_iter().filter(|permission| permission.subject() != Subject::Platform);
    let scopes: Vec<_> = scopes
        .flat_map(|permission| {
            permission.subject().scopes().iter().map(move |scope| format!("{permission}:{}", scope.code()))
        })
        .collect();
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/oauth/authorize"),
        "token_endpoint": format!("{issuer}/oauth/token"),
        "revocation_endpoint": format!("{issuer}/oauth/revoke"),
        "jwks_uri": format!("{issuer}/.well-known/jwks.json"),
        "service_documentation": format!("{issuer}{PAGE}"),
        "scopes_supported": scopes,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "client_credentials", "refresh_token"],
        "token_endpoint_auth_methods_supported": ways,
        "revocation_endpoint_auth_methods_supported": ways,
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
        "ui_locales_supported": ["ru", "uz", "en"],
    }))
}
