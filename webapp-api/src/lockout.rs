//! How often somebody may try to sign in (S3-102, K7): five times a minute, or what `RATE_LIMITS` says of `auth`, from an
//! address and for an account; and from the fifth failure in a row an account waits, 1, 2, 4, 8 and then 15 minutes.
//!
//! What is counted is the account's name as it was typed, whether anybody has it or not, so that an answer tells
//! nothing about it. It is kept in Redis under a fingerprint, by the clock of the process.

use std::{net::IpAddr, sync::LazyLock, time::Duration};

use axum::http::{HeaderValue, StatusCode, header};
use chrono::{DateTime, Utc};
use platform::secrets::fingerprint;
use redis::{AsyncCommands as _, Script};

use crate::{Api, Problem};

/// After so many failures in a row an account waits.
const FAILURES: u32 = 5;
/// For so long a failure is remembered.
const REMEMBERED: i64 = 24 * 3600;

static ASK: LazyLock<Script> = LazyLock::new(|| Script::new(include_str!("lockout.lua")));

/// Somebody who tries to sign in.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    address: String,
    account: String,
}

impl Attempt {
    /// From this address, for an account by whatever names it.
    pub(crate) fn new(address: Option<IpAddr>, account: &str) -> Self {
        // A network of IPv6 is one client: it has as many addresses as it likes.
        let address = match address {
            Some(IpAddr::V6(address)) => address.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
            Some(address) => address.to_string(),
            None => "unknown".to_owned(),
        };
        let hash = fingerprint(&account.trim().to_lowercase());
        Self { address, account: hash[..16].iter().map(|byte| format!("{byte:02x}")).collect() }
    }

    fn keys(&self, api: &Api) -> [String; 4] {
        let (Self { address, account }, prefix) = (self, &api.web.redis_prefix);
        [
            format!("{prefix}auth:from:{address}"),
            format!("{prefix}auth:for:{account}"),
            format!("{prefix}auth:lock:{account}"),
            format!("{prefix}auth:failed:{account}"),
        ]
    }

    /// Counts the attempt, or refuses it: 429 with `Retry-After`.
    pub(crate) async fn begin(&self, api: &Api) -> Result<(), Problem> {
        let [from, of, lock, _] = self.keys(api);
        let mut redis = api.redis.0.clone();
        let now = api.db.source().now().timestamp_millis();
        let rate = api.web.rate_limits.auth;
        let room = rate.per.as_millis() as u64;
        let every = room as f64 / f64::from(rate.count.get());
        let mut ask = ASK.key(from);
        let ask = ask.key(of).key(lock).arg(now).arg(every).arg(room);
        let wait: u64 = ask.invoke_async(&mut redis).await.map_err(unavailable)?;
        if wait == 0 { Ok(()) } else { Err(refused(wait.div_ceil(1000))) }
    }

    /// It failed. Returns whether the account waits from now on.
    pub(crate) async fn failed(&self, api: &Api) -> Result<bool, Problem> {
        let [_, _, lock, failed] = self.keys(api);
        let mut redis = api.redis.0.clone();
        let count: u32 = redis.incr(&failed, 1).await.map_err(unavailable)?;
        let () = redis.expire(&failed, REMEMBERED).await.map_err(unavailable)?;
        let Some(wait) = wait_after(count) else { return Ok(false) };
        let until: DateTime<Utc> = api.db.source().now() + wait;
        let () = redis.set_ex(&lock, until.timestamp_millis(), wait.as_secs()).await.map_err(unavailable)?;
        Ok(true)
    }

    /// It succeeded: the failures before are forgotten.
    pub(crate) async fn succeeded(&self, api: &Api) -> Result<(), Problem> {
        let [_, _, lock, failed] = self.keys(api);
        let mut redis = api.redis.0.clone();
        redis.del(&[lock, failed]).await.map_err(unavailable)
    }
}

/// How long an account waits after so many failures in a row.
fn wait_after(failures: u32) -> Option<Duration> {
    let beyond = failures.checked_sub(FAILURES)?;
    let minutes = 1u64.checked_shl(beyond).filter(|_| beyond < 4).unwrap_or(15).min(15);
    Some(Duration::from_secs(minutes * 60))
}

fn refused(seconds: u64) -> Problem {
    let mut problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "locked");
    let seconds = HeaderValue::from_str(&seconds.to_string()).unwrap_or(HeaderValue::from_static("60"));
    problem.headers.push((header::RETRY_AFTER, seconds));
    problem
}

pub(crate) fn unavailable(error: redis::RedisError) -> Problem {
    domain::Error::Unavailable(error.into()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_to_a_quarter_of_an_hour() {
        let minutes = |failures| wait_after(failures).map(|wait| wait.as_secs() / 60);
        let waits: Vec<_> = [1, 4, 5, 6, 7, 8, 9, 50].map(minutes).into();
        assert_eq!(waits, [None, None, Some(1), Some(2), Some(4), Some(8), Some(15), Some(15)]);
    }

    #[test]
    fn a_network_of_ipv6_is_one_client() {
        let from = |address: &str| Attempt::new(Some(address.parse().unwrap()), "a").address;
        assert_eq!(from("2001:db8:1:2::1"), from("2001:db8:1:2:ffff::9"));
        assert_ne!(from("2001:db8:1:2::1"), from("2001:db8:1:3::1"));
        assert_ne!(from("192.0.2.1"), from("192.0.2.2"));
    }
}
