//! How often one may ask: GCRA in Redis, one trip, the same for all processes.
//!
//! Requests count by account, or by address for whoever is not signed in; attempts to sign in count once more, by address
//! and by account ([`Attempt`]); callbacks of other parties count by their source ([`from_source`]). Telegram's webhook is
//! none of these: it is known by its secret. Without Redis nobody signs in, and everything else is let through.

mod attempts;

use std::{
    net::IpAddr,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use axum::{
    extract::{FromRequestParts as _, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use platform::config::Rate;
use redis::{RedisResult, Script};
use uuid::Uuid;

pub(crate) use attempts::{Attempt, unavailable};

use crate::{Api, Problem, client::Client};

static SCRIPT: LazyLock<Script> = LazyLock::new(|| Script::new(include_str!("limits.lua")));

/// Under these nobody is known by what comes with a request: people who sign in, and programs, which prove themselves
/// with a header that is no access token.
const UNKNOWN: [&str; 2] = ["/api/v1/auth/", "/oauth/"];

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
pub(crate) struct Counted(Arc<Mutex<Option<Standing>>>);

impl Counted {
    /// The limit that counted it last is the one that is shown.
    fn set(&self, standing: Standing) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(standing);
    }

    fn get(&self) -> Option<Standing> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

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
    let known = parts.headers.contains_key(header::AUTHORIZATION) || parts.headers.contains_key(header::COOKIE);
    let path = parts.uri.path();
    let unknown = !known || UNKNOWN.iter().any(|there| path.starts_with(there));
    let allowed = match client.address.map(prefix) {
        Some(address) if unknown => allow(&api, Limit::Api, &address, Some(&counted)).await,
        _ => Ok(()),
    };
    let mut response = match allowed {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(problem) => problem.into_response(),
    };
    if let Some(standing) = counted.get() {
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
    allow(api, Limit::Api, &who.to_string(), counted).await
}

/// Counts a callback of another party, by the name of its source.
///
/// # Errors
/// 429 `too_many_requests`.
pub async fn from_source(api: &Api, source: &str) -> Result<(), Problem> {
    allow(api, Limit::Source, source, None).await
}

/// Counts what is let through while Redis is away.
async fn allow(api: &Api, limit: Limit, who: &str, counted: Option<&Counted>) -> Result<(), Problem> {
    let key = format!("{}rate:{}:{who}", api.web.redis_prefix, limit.name());
    match take(api, limit, &[key], None, false).await {
        Ok(standing) => {
            if let Some(counted) = counted {
                counted.set(standing);
            }
            if standing.may { Ok(()) } else { Err(refused(limit, standing)) }
        }
        Err(error) => {
            metrics::counter!("rate_limits_skipped_total", "limit" => limit.name()).increment(1);
            tracing::warn!(%error, "requests are not counted");
            Ok(())
        }
    }
}

/// Takes one of each key's, at `now` in microseconds or by Redis's own clock; with `locks` the last key locks out.
async fn take(api: &Api, limit: Limit, keys: &[String], now: Option<i64>, locks: bool) -> RedisResult<Standing> {
    let rate = limit.rate(api);
    let cost = u64::try_from(rate.per.as_micros()).unwrap_or(u64::MAX) / u64::from(rate.count.get());
    let cost = cost.max(1);
    let burst = cost * u64::from(rate.count.get());
    let mut script = SCRIPT.prepare_invoke();
    for key in keys {
        script.key(key);
    }
    script.arg(cost).arg(burst).arg(now.map_or(String::new(), |now| now.to_string()));
    script.arg(if locks { "lock" } else { "" });
    let (may, remaining, reset_millis, wait_millis): (u8, u64, u64, u64) =
        script.invoke_async(&mut api.redis.0.clone()).await?;
    Ok(Standing { may: may == 1, limit: rate.count.get(), remaining, reset_millis, wait_millis })
}

fn refused(limit: Limit, standing: Standing) -> Problem {
    metrics::counter!("rate_limited_total", "limit" => limit.name()).increment(1);
    let code = if limit == Limit::SignIn { "locked" } else { "too_many_requests" };
    let mut problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, code);
    problem.headers.push((header::RETRY_AFTER, HeaderValue::from(standing.wait_millis.div_ceil(1000))));
    problem
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
