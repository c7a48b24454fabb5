//! How often somebody may try to sign in (S3-102, K7): five times a minute, or what `RATE_LIMITS` says of `auth`, from an
//! address and for an account; and from the fifth failure in a row an account waits, 1, 2, 4, 8 and then 15 minutes.
//!
//! Every route that lets somebody in asks here, before it looks at what they show; a test holds each of them to it. What
//! is counted is the account's name as it was typed, whether anybody has it or not, so that an answer tells nothing
//! about it. It is kept in Redis under a fingerprint, by the clock of the process. Without Redis nobody gets in: nobody
//! would count the guesses.

use std::time::Duration;

use domain::{credentials, events::SignInFailure, ids::AccountId};
use platform::{Origin, Surface, secrets::fingerprint};
use redis::AsyncCommands as _;

use super::{Limit, prefix, refused, take};
use crate::{Api, Problem, client::Client};

/// After so many failures in a row an account waits.
const FAILURES: u32 = 5;
/// For so long a failure is remembered, in seconds.
const REMEMBERED: i64 = 24 * 3600;

/// Somebody who tries to sign in.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    client: Client,
    /// A fingerprint of what names the account; none where nothing does before it is proven.
    account: Option<String>,
}

impl Attempt {
    /// For an account, by whatever names it: an e-mail address, a telephone number, an id.
    pub(crate) fn new(client: &Client, account: &str) -> Self {
        let hash = fingerprint(&account.trim().to_lowercase());
        let account = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self { client: client.clone(), account: Some(account) }
    }

    /// With something that names an account only when it is true.
    pub(crate) fn unnamed(client: &Client) -> Self {
        Self { client: client.clone(), account: None }
    }

    /// Counts the attempt, or refuses it.
    ///
    /// # Errors
    /// 429 `locked` with `Retry-After`, and 503 while Redis is away.
    pub(crate) async fn begin(&self, api: &Api) -> Result<(), Problem> {
        let address = self.client.address.map_or("unknown".to_owned(), prefix);
        let mut keys = vec![format!("{}auth:from:{address}", api.web.redis_prefix)];
        if let Some(account) = &self.account {
            keys.extend(["for", "lock"].map(|what| format!("{}auth:{what}:{account}", api.web.redis_prefix)));
        }
        let now = api.db.source().now().timestamp_micros();
        let standing = take(api, Limit::SignIn, &keys, Some(now), self.account.is_some()).await.map_err(unavailable)?;
        self.client.counted.set(standing);
        if standing.may { Ok(()) } else { Err(refused(Limit::SignIn, standing)) }
    }

    /// It failed. Whose account it was learns of it through their org, and in the bot when they have to wait from now on.
    pub(crate) async fn failed(
        &self,
        api: &Api,
        account: Option<AccountId>,
        why: SignInFailure,
    ) -> Result<(), Problem> {
        let waits = self.wait(api).await?;
        if let Some(account) = account {
            let origin = Origin { address: self.client.address, ..Origin::of(Surface::Console) };
            credentials::lock_told(&api.db, account, origin, why).await?;
            if waits {
                credentials::lock_told(&api.db, account, origin, SignInFailure::Locked).await?;
            }
        }
        Ok(())
    }

    /// It succeeded: the failures before are forgotten.
    pub(crate) async fn succeeded(&self, api: &Api) -> Result<(), Problem> {
        let Some([lock, failed]) = self.keys(api) else { return Ok(()) };
        let mut redis = api.redis.0.clone();
        redis.del(&[lock, failed]).await.map_err(unavailable)
    }

    /// Counts the failure. Returns whether the account waits from now on.
    async fn wait(&self, api: &Api) -> Result<bool, Problem> {
        let Some([lock, failed]) = self.keys(api) else { return Ok(false) };
        let mut redis = api.redis.0.clone();
        let (count, _): (u32, bool) = redis::pipe()
            .incr(&failed, 1)
            .expire(&failed, REMEMBERED)
            .query_async(&mut redis)
            .await
            .map_err(unavailable)?;
        let Some(wait) = wait_after(count) else { return Ok(false) };
        let until = api.db.source().now() + wait;
        let () = redis.set_ex(&lock, until.timestamp_micros(), wait.as_secs()).await.map_err(unavailable)?;
        Ok(true)
    }

    fn keys(&self, api: &Api) -> Option<[String; 2]> {
        let account = self.account.as_ref()?;
        Some(["lock", "failed"].map(|what| format!("{}auth:{what}:{account}", api.web.redis_prefix)))
    }
}

/// How long an account waits after so many failures in a row.
fn wait_after(failures: u32) -> Option<Duration> {
    let beyond = failures.checked_sub(FAILURES)?;
    let minutes = 1u64.checked_shl(beyond).filter(|_| beyond < 4).unwrap_or(15).min(15);
    Some(Duration::from_secs(minutes * 60))
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
}
