//! `GET /oauth/consent` and `POST /oauth/consent`

use axum::{Json, extract::State, http::HeaderMap};
use domain::{
    ids::ServiceAccountId,
    service_accounts::{self, Asked},
};
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    authorize::{STATE_MAX, back_to},
    said::issuer,
};
use crate::{
    Api, Problem,
    caller::Caller,
    valid::{Body, Params},
};

/// What a program asks for.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedParams {
    /// Which program.
    #[garde(skip)]
    client_id: Uuid,
    /// Where the answer is to be sent: one of its own addresses.
    #[garde(length(min = 1, max = 1000))]
    #[param(min_length = 1, max_length = 1000, example = "https://example.com/callback")]
    redirect_uri: String,
    /// Scopes with blanks between; all that the program has when it is left out.
    #[garde(length(max = 10000))]
    #[serde(default)]
    #[param(max_length = 10000, required = false, example = "requests.read:all")]
    scope: String,
    /// By `S256`.
    #[garde(length(min = 43, max = 43))]
    #[param(min_length = 43, max_length = 43, example = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")]
    code_challenge: String,
}

/// What the person is asked.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Consent {
    /// What the program is called.
    #[schema(example = "1C")]
    name: String,
    /// What it asks for.
    #[schema(example = json!(["requests.read:all"]))]
    scopes: Vec<String>,
    /// What of that it may do on the person's behalf, as they stand now.
    #[schema(example = json!(["requests.read:team"]))]
    effective: Vec<String>,
}

/// The person's answer.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsentAnswer {
    /// Which program.
    #[garde(skip)]
    client_id: Uuid,
    /// Where the answer is to be sent: one of its own addresses.
    #[garde(length(min = 1, max = 1000))]
    #[schema(min_length = 1, max_length = 1000, example = "https://example.com/callback")]
    redirect_uri: String,
    /// Scopes with blanks between; all that the program has when it is left out.
    #[garde(length(max = 10000))]
    #[serde(default)]
    #[schema(max_length = 10000, example = "requests.read:all")]
    scope: String,
    /// By `S256`.
    #[garde(length(min = 43, max = 43))]
    #[schema(min_length = 43, max_length = 43, example = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")]
    code_challenge: String,
    /// What the program wants to have back.
    #[garde(length(max = STATE_MAX))]
    #[serde(default)]
    #[schema(max_length = 2000)]
    state: Option<String>,
    /// Whether it is a yes.
    #[garde(skip)]
    approve: bool,
}

/// Where to go.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConsentGiven {
    /// The program's own address, with the code or with `access_denied`.
    redirect_to: String,
}

/// What a program asks for on one's behalf
#[utoipa::path(
    get, path = "/oauth/consent", tag = "service accounts", operation_id = "show_consent", params(AskedParams),
    responses((status = 200, body = Consent))
)]
pub(super) async fn show(mut caller: Caller, Params(params): Params<AskedParams>) -> Result<Json<Consent>, Problem> {
    let asked = Asked {
        service: ServiceAccountId(params.client_id),
        redirect_uri: &params.redirect_uri,
        scope: &params.scope,
        challenge: &params.code_challenge,
    };
    let found = service_accounts::consent(&mut caller.tx, &caller.actor, &asked).await?;
    Ok(Json(Consent { name: found.name, scopes: found.scopes, effective: found.effective }))
}

/// Let a program act on one's behalf, or do not
#[utoipa::path(
    post, path = "/oauth/consent", tag = "service accounts", operation_id = "answer_consent",
    request_body = ConsentAnswer,
    responses((status = 200, body = ConsentGiven))
)]
pub(super) async fn answer(
    State(api): State<Api>,
    mut caller: Caller,
    headers: HeaderMap,
    Body(body): Body<ConsentAnswer>,
) -> Result<Json<ConsentGiven>, Problem> {
    let asked = Asked {
        service: ServiceAccountId(body.client_id),
        redirect_uri: &body.redirect_uri,
        scope: &body.scope,
        challenge: &body.code_challenge,
    };
    let (state, issuer) = (body.state.as_deref(), issuer(&api, &headers));
    let redirect_to = if body.approve {
        let code = service_accounts::approve(&mut caller.tx, &caller.actor, &asked).await?;
        back_to(&body.redirect_uri, &[("code", code.expose_secret())], state, &issuer)?
    } else {
        service_accounts::consent(&mut caller.tx, &caller.actor, &asked).await?;
        back_to(&body.redirect_uri, &[("error", "access_denied")], state, &issuer)?
    };
    caller.commit().await?;
    Ok(Json(ConsentGiven { redirect_to }))
}
