//! `GET /oauth/authorize`: a program sends a person's browser here, to be asked by the console.
//!
//! Nothing is sent to an address that is not the program's own: such a mistake is shown to the person instead
//! (RFC 6749, 4.1.2.1; RFC 9700, 4.1). Every other one is told to the program.

use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::HeaderMap,
    response::Redirect,
};
use domain::{ids::ServiceAccountId, service_accounts};
use serde::Deserialize;
use url::{Url, form_urlencoded};

use super::said::issuer;
use crate::{Api, Problem};

/// The page of the console that asks.
const PAGE: &str = "/console/authorize";

/// The longest `state` that is carried along, in bytes.
pub(super) const STATE_MAX: usize = 2000;

/// What a program asks for (RFC 6749, 4.1.1; RFC 7636, 4.3).
#[derive(Debug, Deserialize)]
pub(super) struct AuthorizationRequest {
    response_type: Option<String>,
    client_id: Option<String>,
    redirect_uri: Option<String>,
    scope: Option<String>,
    state: Option<String>,
    code_challenge: Option<String>,
    code_challenge_method: Option<String>,
}

/// Sends the browser on: to the question, or back with what is wrong.
pub(super) async fn authorize(
    State(api): State<Api>,
    headers: HeaderMap,
    asked: Result<Query<AuthorizationRequest>, QueryRejection>,
) -> Result<Redirect, Problem> {
    let shown = |wrong: &str| Ok(Redirect::to(&format!("{PAGE}?wrong={wrong}")));
    let Ok(Query(asked)) = asked else { return shown("request") };
    let id = asked.client_id.as_deref().and_then(|id| id.parse().ok()).map(ServiceAccountId);
    let program = match id {
        Some(id) => service_accounts::client(&api.db, id).await?,
        None => None,
    };
    let Some(program) = program else { return shown("client") };
    let Some(uri) = asked.redirect_uri.as_deref().filter(|uri| program.redirect_uris.iter().any(|own| own == uri))
    else {
        return shown("redirect");
    };
    let state = asked.state.as_deref();
    let refused = |error| {
        let back =
            back_to(uri, &[("error", error)], state.filter(|state| state.len() <= STATE_MAX), &issuer(&api, &headers));
        back.map(|uri| Redirect::to(&uri))
    };
    if asked.response_type.as_deref() != Some("code") {
        let error = if asked.response_type.is_some() { "unsupported_response_type" } else { "invalid_request" };
        return refused(error);
    }
    let challenge = asked.code_challenge.as_deref().filter(|_| asked.code_challenge_method.as_deref() == Some("S256"));
    let (Some(challenge), true) = (challenge, state.is_none_or(|state| state.len() <= STATE_MAX)) else {
        return refused("invalid_request");
    };
    let scope = asked.scope.as_deref().unwrap_or_default();
    if program.wanted(scope).is_err() {
        return refused("invalid_scope");
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("org", &program.org.to_string()).append_pair("client_id", &program.id.0.to_string());
    query.append_pair("redirect_uri", uri).append_pair("scope", scope).append_pair("code_challenge", challenge);
    if let Some(state) = state {
        query.append_pair("state", state);
    }
    Ok(Redirect::to(&format!("{PAGE}?{}", query.finish())))
}

/// Where a browser is sent back to, with what it brings.
pub(super) fn back_to(
    uri: &str,
    brings: &[(&str, &str)],
    state: Option<&str>,
    issuer: &str,
) -> Result<String, Problem> {
    let mut uri = Url::parse(uri).map_err(|error| domain::Error::Internal(error.into()))?;
    let mut query = uri.query_pairs_mut();
    query.extend_pairs(brings);
    if let Some(state) = state {
        query.append_pair("state", state);
    }
    query.append_pair("iss", issuer); // RFC 9207
    drop(query);
    Ok(uri.into())
}
