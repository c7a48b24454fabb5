//! `POST /oauth/revoke` (RFC 7009)

use axum::{
    Form,
    extract::{State, rejection::FormRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use domain::service_accounts;
use serde::Deserialize;

use super::said::{Refused, program};
use crate::{Api, Problem, client::Client};

/// A token to be taken back.
#[derive(Debug, Deserialize)]
pub(super) struct RevocationRequest {
    token: Option<String>,
    client_id: Option<String>,
    client_secret: Option<String>,
}

/// Ends what a token of the program's opens: with the refresh token its access tokens too, and the other way round.
/// A token that is none is taken back already.
pub(super) async fn revoke(
    State(api): State<Api>,
    client: Client,
    headers: HeaderMap,
    form: Result<Form<RevocationRequest>, FormRejection>,
) -> Result<Response, Problem> {
    let Ok(Form(asked)) = form else { return Ok(Refused::Request.answer()) };
    let given = (asked.client_id.as_deref(), asked.client_secret.as_deref());
    let by = match program(&api, &client, &headers, given).await? {
        Ok(by) => by,
        Err(refused) => return Ok(refused.answer()),
    };
    let Some(token) = asked.token.as_deref() else { return Ok(Refused::Request.answer()) };
    let claims = api.tokens.read(token, api.db.source().now()).filter(|claims| claims.client_id == Some(by.id));
    match claims.map(|claims| claims.sid) {
        Some(Some(session)) => service_accounts::end_session(&api.db, &by, session).await?,
        Some(None) => return Ok(Refused::TokenType.answer()),
        None => drop(service_accounts::end_token(&api.db, &by, token).await?),
    }
    Ok(StatusCode::OK.into_response())
}
