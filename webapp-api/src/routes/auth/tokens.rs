//! The answer of every way to sign in: the tokens of a session.

use axum::{
    Json,
    response::{AppendHeaders, IntoResponse as _, Response},
};
use chrono::{DateTime, Utc};
use domain::{
    ids::AccountId,
    sessions::{self, Kind, NewSession, Opened},
};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    Api, Problem,
    client::Client,
    cookies::{self, Name},
    tokens::LIFETIME,
};

/// How a client holds its tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Held {
    /// By itself: they are in the answer.
    #[default]
    Bearer,
    /// As cookies that no script can read: for the console.
    Cookie,
}

/// The tokens of a session.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SignedInBody {
    /// For `Authorization: Bearer`; left out when it is a cookie.
    #[serde(skip_serializing_if = "Option::is_none")]
    access_token: Option<String>,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Seconds until the access token ends.
    #[schema(example = 600)]
    expires_in: i64,
    /// For `POST /auth/refresh`, once; left out when it is a cookie.
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    /// When the refresh token ends.
    refresh_expires_at: DateTime<Utc>,
    /// The account.
    account_id: Uuid,
    /// The session.
    session_id: Uuid,
    /// The org that is meant when a request names none.
    organization_id: Option<Uuid>,
}

/// Hands the tokens of a session over.
pub(super) fn hand_over(api: &Api, opened: &Opened, held: Held) -> Result<Response, Problem> {
    let now = api.db.source().now();
    let (access, _) = api.tokens.issue(opened.account, opened.session, opened.home, now)?;
    let refresh = opened.refresh.expose_secret().to_owned();
    let mut body = SignedInBody {
        access_token: None,
        token_type: "Bearer",
        expires_in: LIFETIME.num_seconds(),
        refresh_token: None,
        refresh_expires_at: opened.refresh_ends,
        account_id: opened.account.0,
        session_id: opened.session.0,
        organization_id: opened.home.map(|org| org.0),
    };
    match held {
        Held::Bearer => {
            (body.access_token, body.refresh_token) = (Some(access), Some(refresh));
            Ok(Json(body).into_response())
        }
        Held::Cookie => {
            let kept = [
                cookies::keep(&api.web, Name::Access, &access, LIFETIME),
                cookies::keep(&api.web, Name::Refresh, &refresh, opened.refresh_ends - now),
            ];
            Ok((AppendHeaders(kept), Json(body)).into_response())
        }
    }
}

/// Opens a session of the console, at home in the first org that knows the account.
pub(super) async fn open_console(api: &Api, account: AccountId, client: &Client) -> Result<Opened, Problem> {
    let mut tx = api.db.system().await.map_err(domain::Error::from)?;
    let home = sessions::orgs(&mut tx, account).await?.into_iter().next();
    tx.commit().await.map_err(domain::Error::from)?;
    let (kind, device, address) = (Kind::Console, client.device.as_str(), client.address);
    let new = NewSession { account, kind, home, device, address, proof: None };
    sessions::sign_in(&api.db, &new).await?.ok_or_else(Problem::unauthenticated)
}

/// A password that is longer is not looked at: hashing is paid for by us.
pub(super) fn not_too_long(password: &SecretString, _: &()) -> garde::Result {
    if password.expose_secret().len() <= 1024 { Ok(()) } else { Err(garde::Error::new("password_length")) }
}

/// Counts a sign-in.
pub(super) fn count(way: &'static str, outcome: &'static str) {
    metrics::counter!("sign_ins_total", "way" => way, "outcome" => outcome).increment(1);
}
