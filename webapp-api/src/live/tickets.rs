//! A ticket opens one socket, once, within half a minute: an access token has no place in an address, where logs and
//! histories keep it.

use std::time::Duration;

use domain::{
    OrgId,
    ids::{AccountId, SessionId},
};
use redis::AsyncCommands as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::Api;

/// How long a ticket is good.
pub(crate) const LASTS: Duration = Duration::from_secs(30);

/// What a ticket stands for.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Ticket {
    /// The account.
    pub(crate) account: AccountId,
    /// The session.
    pub(crate) session: SessionId,
    /// The org that is watched.
    pub(crate) org: OrgId,
}

impl Ticket {
    /// Writes a ticket out. Redis has its hash only.
    pub(crate) async fn issue(&self, api: &Api) -> Result<String, domain::Error> {
        let word = api.db.source().token(32);
        let json = serde_json::to_string(self)?;
        let mut redis = api.redis.0.clone();
        let kept = redis.set_ex::<_, _, ()>(key(&word), json, LASTS.as_secs()).await;
        kept.map_err(|error| domain::Error::Unavailable(error.into()))?;
        Ok(word)
    }

    /// Takes a ticket; none when there is no such, or no longer.
    pub(crate) async fn take(api: &Api, word: &str) -> Result<Option<Self>, domain::Error> {
        let mut redis = api.redis.0.clone();
        let kept: Result<Option<String>, _> = redis.get_del(key(word)).await;
        let kept = kept.map_err(|error| domain::Error::Unavailable(error.into()))?;
        Ok(kept.and_then(|json| serde_json::from_str(&json).ok()))
    }
}

fn key(word: &str) -> String {
    let hash = Sha256::digest(word);
    format!("live:ticket:{}", hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}
