//! `GET /auth/ways`, `POST /auth/telegram` and `POST /auth/telegram/finish`

use axum::{Json, extract::State, http::HeaderMap, http::StatusCode, response::Response};
use domain::sessions;
use integrations::telegram::oidc::{Attempt, Oidc, OidcError};
use platform::secrets::fingerprint;
use redis::AsyncCommands as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::tokens::{Held, SignedInBody, count, hand_over, open_console};
use crate::{
    Api, Problem,
    client::Client,
    limits::{self, unavailable},
    problem::ProblemBody,
    routes::oauth::issuer,
    valid::Body,
};

/// How long somebody may take at Telegram, in seconds.
const LASTS: u64 = 600;

/// The page of the console that a browser comes back to.
const BACK: &str = "/console/telegram";

/// Which ways in there are, beside those that are always there.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Ways {
    /// Whether `POST /auth/telegram` leads anywhere.
    telegram: bool,
}

/// Where to go, and what to keep meanwhile.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TelegramBegun {
    /// Where to send the browser. It comes back to `/console/telegram` with `code` and `state`, or with `error`.
    #[schema(example = "https://oauth.telegram.org/…")]
    address: String,
    /// To be kept by this browser alone, for `POST /auth/telegram/finish`.
    login_token: String,
    /// Seconds until it is over.
    #[schema(example = 600)]
    expires_in: u64,
}

/// What the browser came back with.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct TelegramFinish {
    /// From the address.
    #[garde(length(min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000)]
    code: String,
    /// From the address.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    state: String,
    /// What the browser kept.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    login_token: String,
    /// How its tokens are held.
    #[garde(skip)]
    #[serde(default)]
    held: Held,
}

/// What is remembered of a browser that is at Telegram.
#[derive(Serialize, Deserialize)]
struct Away {
    redirect_uri: String,
    nonce: String,
    verifier: String,
    /// The fingerprint of what the browser keeps.
    browser: Vec<u8>,
}

/// Which ways in are there?
#[utoipa::path(
    get, path = "/auth/ways", tag = "auth", operation_id = "list_ways_in", security(()),
    responses((status = 200, body = Ways))
)]
pub(super) async fn ways(State(api): State<Api>) -> Json<Ways> {
    Json(Ways { telegram: api.oidc.is_some() })
}

/// Begin to sign in at Telegram (OpenID Connect).
#[utoipa::path(
    post, path = "/auth/telegram", tag = "auth", operation_id = "begin_telegram_login", security(()),
    responses(
        (status = 200, body = TelegramBegun),
        (status = 404, body = ProblemBody, content_type = "application/problem+json", description = "There is no such way in here"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn begin(
    State(api): State<Api>,
    client: Client,
    headers: HeaderMap,
) -> Result<Json<TelegramBegun>, Problem> {
    limits::Attempt::unnamed(&client).begin(&api).await?;
    let oidc = provider(&api)?;
    let draw = || api.db.source().token(32);
    let (state, login_token) = (draw(), draw());
    let redirect_uri = format!("{}{BACK}", issuer(&api, &headers));
    let away = Away { redirect_uri, nonce: draw(), verifier: draw(), browser: fingerprint(&login_token).to_vec() };
    let address = oidc.address(&attempt(&away, &state)).await.map_err(problem)?;
    let json = serde_json::to_string(&away).map_err(domain::Error::from)?;
    let mut redis = api.redis.0.clone();
    let () = redis.set_ex(key(&api, &state), json, LASTS).await.map_err(unavailable)?;
    Ok(Json(TelegramBegun { address: address.into(), login_token, expires_in: LASTS }))
}

/// Finish signing in at Telegram: whoever has met a bot of ours gets in. A `state` is good once.
#[utoipa::path(
    post, path = "/auth/telegram/finish", tag = "auth", operation_id = "finish_telegram_login", security(()),
    request_body = TelegramFinish,
    responses(
        (status = 200, body = SignedInBody),
        (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "`telegram_refused`, `telegram_unknown`: no bot of ours has met them, or `login_over`: begin again"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json", description = "There is no such way in here"),
    )
)]
pub(super) async fn finish(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<TelegramFinish>,
) -> Result<Response, Problem> {
    let oidc = provider(&api)?;
    let refused = |code| {
        count("oidc", "refused");
        Problem::new(StatusCode::UNAUTHORIZED, code)
    };
    let mut redis = api.redis.0.clone();
    let away: Option<String> = redis.get_del(key(&api, &body.state)).await.map_err(unavailable)?;
    let away: Option<Away> = away.and_then(|json| serde_json::from_str(&json).ok());
    let away = away.filter(|away| away.browser == fingerprint(&body.login_token).to_vec());
    let away = away.ok_or_else(|| refused("login_over"))?;
    let now = api.db.source().now();
    let who = match oidc.finish(&attempt(&away, &body.state), &body.code, now).await {
        Ok(who) => who,
        Err(OidcError::Refused(why)) => {
            tracing::info!(why, "Telegram's sign-in did not hold");
            return Err(refused("telegram_refused"));
        }
        Err(error) => return Err(problem(error)),
    };
    let mut tx = api.db.system().await.map_err(domain::Error::from)?;
    let account = sessions::of_telegram(&mut tx, who.telegram_id).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    let account = account.ok_or_else(|| refused("telegram_unknown"))?;
    count("oidc", "done");
    let opened = open_console(&api, account, &client).await?;
    hand_over(&api, &opened, body.held)
}

fn provider(api: &Api) -> Result<&Oidc, Problem> {
    api.oidc.as_ref().ok_or_else(|| domain::Error::NotFound("way in").into())
}

fn attempt<'a>(away: &'a Away, state: &'a str) -> Attempt<'a> {
    Attempt { redirect_uri: &away.redirect_uri, state, nonce: &away.nonce, verifier: &away.verifier }
}

fn key(api: &Api, state: &str) -> String {
    let hash: String = fingerprint(state).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}auth:oidc:{hash}", api.web.redis_prefix)
}

fn problem(error: OidcError) -> Problem {
    domain::Error::Unavailable(error.into()).into()
}
