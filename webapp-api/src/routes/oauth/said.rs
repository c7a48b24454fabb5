//! What the endpoints of OAuth share: who we are to programs, how they prove themselves, and how they are refused.

use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use domain::{
    ids::ServiceAccountId,
    service_accounts::{self, Client as Program},
};
use serde_json::json;

use crate::{Api, Problem, client::Client, limits::Attempt};

/// Why a program is refused (RFC 6749, 5.2; RFC 7009, 2.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It did not prove who it is.
    Client,
    /// Something is missing, given twice, or cannot be read.
    Request,
    /// The code or refresh token is none, or none any more.
    Grant(&'static str),
    /// It does not have what it asks for.
    Scope,
    /// Nobody knows this way to a token.
    GrantType,
    /// A token that cannot be taken back by itself.
    TokenType,
}

impl Refused {
    pub(super) fn answer(self) -> Response {
        let (error, why) = match self {
            Refused::Client => ("invalid_client", "no such program, a wrong secret, or an address that is not its own"),
            Refused::Request => ("invalid_request", "a parameter is missing, given twice, or cannot be read"),
            Refused::Grant(why) => ("invalid_grant", why),
            Refused::Scope => ("invalid_scope", "no such scope, or the program does not have it"),
            Refused::GrantType => ("unsupported_grant_type", "authorization_code, client_credentials, refresh_token"),
            Refused::TokenType => ("unsupported_token_type", "it runs out by itself; revoke the program to end it now"),
        };
        let status = if self == Refused::Client { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST };
        let mut answer = (status, Json(json!({ "error": error, "error_description": why }))).into_response();
        if self == Refused::Client {
            let challenge = HeaderValue::from_static("Basic realm=\"kontora\"");
            answer.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        answer
    }
}

/// Who we are: `PUBLIC_URL`, or where the request went to.
pub(crate) fn issuer(api: &Api, headers: &HeaderMap) -> String {
    match &api.web.public_url {
        Some(url) => url.as_str().trim_end_matches('/').to_owned(),
        None => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
            format!("http://{host}")
        }
    }
}

/// The program that a request comes from: by `Authorization: Basic`, or by the form, never both (RFC 6749, 2.3.1).
pub(super) async fn program(
    api: &Api,
    client: &Client,
    headers: &HeaderMap,
    form: (Option<&str>, Option<&str>),
) -> Result<Result<Program, Refused>, Problem> {
    let (id, secret) = match (headers.get(header::AUTHORIZATION), form) {
        (Some(_), (_, Some(_))) => return Ok(Err(Refused::Request)),
        (Some(given), (id, None)) => match basic(given) {
            Some((named, secret)) if id.is_none_or(|id| id == named) => (named, secret),
            _ => return Ok(Err(Refused::Client)),
        },
        (None, (Some(id), Some(secret))) => (id.to_owned(), secret.to_owned()),
        (None, _) => return Ok(Err(Refused::Client)),
    };
    let Ok(id) = id.parse() else { return Ok(Err(Refused::Client)) };
    match service_accounts::authenticate(&api.db, ServiceAccountId(id), &secret, client.address).await? {
        Some(program) => Ok(Ok(program)),
        None => {
            // Guesses are counted, and by address alone: whoever knows a program's name could lock it out otherwise.
            Attempt::unnamed(client).begin(api).await?;
            Ok(Err(Refused::Client))
        }
    }
}

/// Both are form-encoded before they are joined.
fn basic(given: &HeaderValue) -> Option<(String, String)> {
    let (scheme, given) = given.to_str().ok()?.split_once(' ')?;
    let given = BASE64_STANDARD.decode(given.trim()).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let (id, secret) = std::str::from_utf8(&given).ok()?.split_once(':')?;
    let plain = |text: &str| url::form_urlencoded::parse(text.as_bytes()).next().map(|(word, _)| word.into_owned());
    Some((plain(id)?, plain(secret)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_secret_are_read_as_they_were_written() {
        let read = |words: &str| {
            let value = format!("Basic {}", BASE64_STANDARD.encode(words));
            basic(&HeaderValue::from_str(&value).unwrap())
        };
        assert_eq!(read("abc:kcs_x-y_z"), Some(("abc".into(), "kcs_x-y_z".into())));
        assert_eq!(read("a%3Ab:c%2Bd"), Some(("a:b".into(), "c+d".into())));
        assert_eq!(read("abc"), None);
        assert_eq!(basic(&HeaderValue::from_static("Basic ???")), None);
        assert_eq!(basic(&HeaderValue::from_static("Bearer YTpi")), None);
    }
}
