//! `POST /oauth/token` (RFC 6749, 3.2): `client_credentials`, `authorization_code` with PKCE, and `refresh_token`.

use axum::{
    Form, Json,
    extract::{State, rejection::FormRejection},
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use domain::{
    service_accounts::{self, Client as Program, Exchange},
    sessions::Refreshed,
};
use platform::{Origin, Surface};
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use serde_json::json;

use super::said::{Refused, program};
use crate::{Api, Problem, client::Client, tokens::LIFETIME};

/// What a program asks for. A parameter that comes twice cannot be read.
#[derive(Debug, Deserialize)]
pub(super) struct TokenRequest {
    grant_type: Option<String>,
    client_id: Option<String>,
    client_secret: Option<String>,
    scope: Option<String>,
    code: Option<String>,
    redirect_uri: Option<String>,
    code_verifier: Option<String>,
    refresh_token: Option<String>,
}

/// Gives a program its tokens.
pub(super) async fn token(
    State(api): State<Api>,
    client: Client,
    headers: HeaderMap,
    form: Result<Form<TokenRequest>, FormRejection>,
) -> Result<Response, Problem> {
    let Ok(Form(asked)) = form else { return Ok(Refused::Request.answer()) };
    let given = (asked.client_id.as_deref(), asked.client_secret.as_deref());
    let by = match program(&api, &client, &headers, given).await? {
        Ok(by) => by,
        Err(refused) => {
            count("refused");
            return Ok(refused.answer());
        }
    };
    let answer = match asked.grant_type.as_deref() {
        Some("client_credentials") => own(&api, &by, &asked).await?,
        Some("authorization_code") => by_code(&api, &by, &client, &asked).await?,
        Some("refresh_token") => again(&api, &by, &client, &asked).await?,
        Some(_) => Err(Refused::GrantType),
        None => Err(Refused::Request),
    };
    count(if answer.is_ok() { "done" } else { "refused" });
    Ok(answer.unwrap_or_else(Refused::answer))
}

/// For the program itself (4.4). Its token carries scopes only when it is limited to some: they narrow what it may,
/// and give nothing.
async fn own(api: &Api, by: &Program, asked: &TokenRequest) -> Result<Result<Response, Refused>, Problem> {
    let Ok(scopes) = by.wanted(asked.scope.as_deref().unwrap_or_default()) else { return Ok(Err(Refused::Scope)) };
    service_accounts::note_use(&api.db, by).await?;
    let narrowed = (scopes != by.scopes).then(|| scopes.join(" "));
    let (access, _) = api.tokens.issue_program(by.id, by.org, narrowed, api.db.source().now())?;
    let answer = json!({
        "access_token": access,
        "token_type": "Bearer",
        "expires_in": LIFETIME.num_seconds(),
        "scope": scopes.join(" "),
    });
    Ok(Ok(Json(answer).into_response()))
}

/// For the code of a member's approval (4.1.3).
async fn by_code(
    api: &Api,
    by: &Program,
    client: &Client,
    asked: &TokenRequest,
) -> Result<Result<Response, Refused>, Problem> {
    let (Some(code), Some(redirect_uri), Some(verifier)) =
        (asked.code.as_deref(), asked.redirect_uri.as_deref(), asked.code_verifier.as_deref())
    else {
        return Ok(Err(Refused::Request));
    };
    let brought = Exchange { code, redirect_uri, verifier };
    let Some(made) = service_accounts::exchange(&api.db, by, &brought, origin(client)).await? else {
        return Ok(Err(Refused::Grant("the code is over, was used, or was not given to this request")));
    };
    let (access, _) = api.tokens.issue_held(made.opened.account, made.opened.session, by, api.db.source().now())?;
    let answer = json!({
        "access_token": access,
        "token_type": "Bearer",
        "expires_in": LIFETIME.num_seconds(),
        "refresh_token": made.opened.refresh.expose_secret(),
        "scope": made.scopes.join(" "),
    });
    Ok(Ok(Json(answer).into_response()))
}

/// For a refresh token (6), which is used up; one that comes again later ends its session.
async fn again(
    api: &Api,
    by: &Program,
    client: &Client,
    asked: &TokenRequest,
) -> Result<Result<Response, Refused>, Problem> {
    let Some(token) = asked.refresh_token.as_deref() else { return Ok(Err(Refused::Request)) };
    if asked.scope.as_deref().is_some_and(|scope| by.wanted(scope).is_err()) {
        return Ok(Err(Refused::Scope));
    }
    let opened = match service_accounts::refresh(&api.db, by, token, origin(client)).await? {
        Refreshed::Opened(opened) => opened,
        Refreshed::Raced => return Ok(Err(Refused::Grant("it was used a moment ago: go on with the newest one"))),
        Refreshed::Reused { .. } | Refreshed::Nothing => {
            return Ok(Err(Refused::Grant("the refresh token is over, or was used")));
        }
    };
    let (access, _) = api.tokens.issue_held(opened.account, opened.session, by, api.db.source().now())?;
    let answer = json!({
        "access_token": access,
        "token_type": "Bearer",
        "expires_in": LIFETIME.num_seconds(),
        "refresh_token": opened.refresh.expose_secret(),
    });
    Ok(Ok(Json(answer).into_response()))
}

fn origin(client: &Client) -> Origin {
    Origin { address: client.address, ..Origin::of(Surface::Api) }
}

fn count(outcome: &'static str) {
    metrics::counter!("sign_ins_total", "way" => "program", "outcome" => outcome).increment(1);
}
