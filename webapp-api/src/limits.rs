//! How often one may ask: GCRA in Redis, one trip, the same for all processes.
//!
//! Signing in counts by address, and by the account that is tried ([`attempt`]); everything else by account, or by
//! address for whoever is not signed in; callbacks of other parties by their source ([`from_source`]). Telegram's webhook
//! is none of these: it is known by its secret. Without Redis signing in is refused and everything else is let through.

use std::{net::IpAddr, sync::LazyLock};

use axum::{
    extract::{FromRequestParts as _, Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use platform::config::Rate;
use redis::Script;
use sha2::{Digest as _, Sha256};
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

use crate::{Api, Problem, client::Client};

static SCRIPT: LazyLock<Script> = LazyLock::new(|| Script::new(include_str!("limits.lua")));

/// Routes under it sign somebody in, but for those of [`NO_SIGN_IN`].
const SIGN_IN: &str = "/api/v1/auth/";

/// They prove with 256 random bits who they are: they are counted like everything else.
const NO_SIGN_IN: [&str; 2] = ["/api/v1/auth/refresh", "/api/v1/auth/logout"];

/// Here programs prove themselves, with a header that is no access token.
const OAUTH: &str = "/oauth/";

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Limit {
    SignIn,
    Api,
    Source,
}

/// How somebody stands with a limit after a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Standing {
    may: bool,
    limit: u32,
    remaining: u64,
    reset_millis: u64,
    wait_millis: u64,
}

/// The limit that a request was counted against; travels with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counted(Arc<OnceLock<Standing>>);

impl Limit {
    fn name(self) -> &'static str {
        match self {
            Limit::SignIn => "auth",
            Limit::Api => "api",
            Limit::Source => "webhook",
        }
    }

    fn rate(self, api: &Api) -> Rate {
        match self {
            Limit::SignIn => api.web.rate_limits.auth,
            Limit::Api => api.web.rate_limits.api,
            Limit::Source => api.web.rate_limits.webhook,
        }
    }
}

/// Counts requests of nobody in particular, and says in each answer how its asker stands.
pub(crate) async fn count(State(api): State<Api>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let counted = Counted::default();
    parts.extensions.insert(counted.clone());
    let Ok(client) = Client::from_request_parts(&mut parts, &api).await;
    let path = parts.uri.path();
    let signs_in = parts.method == Method::POST && path.starts_with(SIGN_IN) && !NO_SIGN_IN.contains(&path);
    let known = parts.headers.contains_key(header::AUTHORIZATION) || parts.headers.contains_key(header::COOKIE);
    let allowed = match client.address.map(prefix) {
        Some(address) if signs_in => take(&api, Limit::SignIn, &address, Some(&counted)).await,
        Some(address) if !known || path.starts_with(OAUTH) => take(&api, Limit::Api, &address, Some(&counted)).await,
        _ => Ok(()),
    };
    let mut response = match allowed {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(problem) => problem.into_response(),
    };
    if let Some(standing) = counted.0.get() {
        let seconds = standing.reset_millis.div_ceil(1000);
        for (name, value) in [
            ("ratelimit-limit", u64::from(standing.limit)),
            ("ratelimit-remaining", standing.remaining),
            ("ratelimit-reset", seconds),
        ] {
            response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from(value));
        }
    }
    response
}

/// Counts a request of an account that is signed in, or of a program.
pub(crate) async fn of(api: &Api, who: Uuid, counted: Option<&Counted>) -> Result<(), Problem> {
    take(api, Limit::Api, &who.to_string(), counted).await
}

/// Counts an attempt to sign in as `who`: an e-mail address, a telephone number, an account's id. Ask before looking
/// at the secret.
///
/// # Errors
/// 429 `too_many_requests`, and 503 while Redis is away.
pub async fn attempt(api: &Api, who: &str) -> Result<(), Problem> {
    let hash = Sha256::digest(who.trim().to_lowercase());
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    take(api, Limit::SignIn, &hash, None).await
}

/// Counts a callback of another party, by the name of its source.
///
/// # Errors
/// 429 `too_many_requests`.
pub async fn from_source(api: &Api, source: &str) -> Result<(), Problem> {
    take(api, Limit::Source, source, None).await
}

async fn take(api: &Api, limit: Limit, who: &str, counted: Option<&Counted>) -> Result<(), Problem> {
    let rate = limit.rate(api);
    let cost = u64::try_from(rate.per.as_micros()).unwrap_or(u64::MAX) / u64::from(rate.count.get());
    let cost = cost.max(1);
    let burst = cost * u64::from(rate.count.get());
    let key = format!("rate:{}:{who}", limit.name());
    let mut redis = api.redis.0.clone();
    let taken: Result<(u8, u64, u64, u64), _> = SCRIPT.key(key).arg(cost).arg(burst).invoke_async(&mut redis).await;
    let (may, remaining, reset_millis, wait_millis) = match taken {
        Ok(taken) => taken,
        Err(error) => {
            metrics::counter!("rate_limits_skipped_total", "limit" => limit.name()).increment(1);
            if limit == Limit::SignIn {
                return Err(domain::Error::Unavailable(error.into()).into()); // nobody would count the guesses
            }
            tracing::warn!(%error, "requests are not counted");
            return Ok(());
        }
    };
    let standing = Standing { may: may == 1, limit: rate.count.get(), remaining, reset_millis, wait_millis };
    if let Some(counted) = counted {
        let _ = counted.0.set(standing); // the first limit that counted it is the one that is shown
    }
    if standing.may {
        return Ok(());
    }
    metrics::counter!("rate_limited_total", "limit" => limit.name()).increment(1);
    let mut problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests");
    problem.headers.push((header::RETRY_AFTER, HeaderValue::from(standing.wait_millis.div_ceil(1000))));
    Err(problem)
}

/// Whoever has an IPv6 address has a whole /64 of them.
fn prefix(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::prefix;

    #[test]
    fn neighbours_in_a_network_of_ipv6_are_one() {
        let of = |address: &str| prefix(address.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::7"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::7"), of("2001:db8:1:3::7"));
        assert_ne!(of("203.0.113.9"), of("203.0.113.8"));
    }
}
