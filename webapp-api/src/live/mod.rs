//! Live updates: who watches which org from this process, and what wakes them.
//!
//! What happens is published on Redis as a bare knock with the org's id ([`publish`]); whoever watches then reads the
//! feed from PostgreSQL, with the rights of that moment. So nothing is lost when Redis drops a knock or is away: while
//! there is no subscription everybody is woken each round instead. Each round, too, one query asks how all watched
//! sessions stand, and cuts off whoever is out.

mod tickets;
mod watching;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError, Weak},
    time::Duration,
};

use domain::{
    OrgId,
    ids::{MemberId, SessionId},
    sessions::{self, Watched},
};
use futures::StreamExt as _;
use redis::{AsyncCommands as _, aio::ConnectionManager};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::{Notify, watch};

use crate::{Api, Parts};

pub(crate) use tickets::{LASTS, Ticket};
pub(crate) use watching::serve;

/// Where the knocks are heard, on every process.
const CHANNEL: &str = "live";

/// How often the sessions of the watchers are looked at, and the watchers woken while Redis is away.
const ROUND: Duration = Duration::from_millis(500);

/// The most sockets of one session in one process.
const PER_SESSION: usize = 10;

/// Tells every process that something happened in `org`. Lost knocks are made up for, so an error is only logged.
pub async fn publish(redis: &ConnectionManager, org: OrgId) {
    let told = redis.clone().publish::<_, _, ()>(CHANNEL, org.to_string()).await;
    if let Err(error) = told {
        tracing::warn!(%error, "watchers of the API hear late of what happened");
    }
}

/// The watchers of this process.
#[derive(Default)]
pub struct Live {
    /// Where to hear knocks; without it watchers look each round.
    client: Option<redis::Client>,
    running: OnceLock<()>,
    watchers: Mutex<Watchers>,
}

#[derive(Default)]
struct Watchers {
    last: u64,
    by_number: HashMap<u64, Watcher>,
}

struct Watcher {
    of: Watched,
    member: Option<MemberId>,
    wake: Arc<Notify>,
    out: watch::Sender<Option<Out>>,
}

/// Why somebody is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Out {
    /// The session has ended.
    Session,
    /// The org no longer knows them, or not as what they were.
    Org,
}

/// One watcher's place; it is given up when this is dropped.
struct Place {
    api: Api,
    number: u64,
    wake: Arc<Notify>,
    out: watch::Receiver<Option<Out>>,
}

impl std::fmt::Debug for Live {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Live")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let left = {
            let mut watchers = self.api.live.lock();
            watchers.by_number.remove(&self.number);
            watchers.by_number.len()
        };
        metrics::gauge!("live_watchers").set(left as f64);
    }
}

impl Live {
    /// Nobody watches yet. `redis_url` is where to hear knocks.
    pub(crate) fn new(redis_url: Option<&SecretString>) -> Self {
        let client = redis_url.and_then(|url| redis::Client::open(url.expose_secret()).ok());
        Self { client, ..Self::default() }
    }

    /// How many watch from this process.
    pub fn watchers(&self) -> usize {
        self.lock().by_number.len()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Watchers> {
        self.watchers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes the watchers of `org`, or all.
    fn wake(&self, org: Option<OrgId>) {
        for watcher in self.lock().by_number.values().filter(|it| org.is_none_or(|org| it.of.org == org)) {
            watcher.wake.notify_one();
        }
    }
}

/// Takes a place; none when the session has too many.
fn join(api: &Api, org: OrgId, session: SessionId, member: Option<MemberId>) -> Option<Place> {
    api.live.running.get_or_init(|| {
        tokio::spawn(hear(Arc::downgrade(&api.0)));
        tokio::spawn(guard(Arc::downgrade(&api.0)));
    });
    let (wake, (out, heard)) = (Arc::new(Notify::new()), watch::channel(None));
    let mut watchers = api.live.lock();
    if watchers.by_number.values().filter(|it| it.of.session == session).count() >= PER_SESSION {
        return None;
    }
    watchers.last += 1;
    let number = watchers.last;
    let watcher = Watcher { of: Watched { session, org }, member, wake: Arc::clone(&wake), out };
    watchers.by_number.insert(number, watcher);
    metrics::gauge!("live_watchers").set(watchers.by_number.len() as f64);
    Some(Place { api: api.clone(), number, wake, out: heard })
}

/// Hears knocks for as long as the API is there; without Redis, wakes everybody each round.
async fn hear(api: Weak<Parts>) {
    while let Some(parts) = api.upgrade() {
        let client = parts.live.client.clone();
        parts.live.wake(None); // what was missed while nobody listened
        drop(parts);
        let subscribed = async {
            let mut knocks = client?.get_async_pubsub().await.ok()?;
            knocks.subscribe(CHANNEL).await.ok()?;
            Some(knocks)
        };
        let subscribed = tokio::time::timeout(Duration::from_secs(2), subscribed).await.ok().flatten();
        if let Some(mut knocks) = subscribed {
            if let Some(parts) = api.upgrade() {
                parts.live.wake(None); // and between the last look and the subscription
            }
            let mut knocks = knocks.on_message();
            while let Some(knock) = knocks.next().await {
                let Some(parts) = api.upgrade() else { return };
                let org = knock.get_payload::<String>().ok().and_then(|org| org.parse().ok()).map(OrgId);
                if org.is_some() {
                    parts.live.wake(org);
                }
            }
            tracing::warn!("Redis no longer tells what happens; watchers of the API look for themselves");
        }
        tokio::time::sleep(ROUND).await;
    }
}

/// Cuts off whoever is out, wherever and however that was done.
async fn guard(api: Weak<Parts>) {
    let mut rounds = tokio::time::interval(ROUND);
    rounds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        rounds.tick().await;
        let Some(parts) = api.upgrade() else { return };
        let watched: std::collections::HashSet<Watched> =
            parts.live.lock().by_number.values().map(|it| it.of).collect();
        if watched.is_empty() {
            continue;
        }
        let watched: Vec<_> = watched.into_iter().collect();
        let standing = async {
            let mut tx = parts.db.system().await?;
            let standing = sessions::standing(&mut tx, &watched).await?;
            tx.commit().await?;
            Ok::<_, domain::Error>(standing)
        };
        let standing = match standing.await {
            Ok(standing) => standing,
            Err(error) => {
                tracing::warn!(%error, "the sessions of watchers could not be looked at");
                continue;
            }
        };
        for watcher in parts.live.lock().by_number.values() {
            let Some(now) = standing.iter().find(|it| it.of == watcher.of) else { continue };
            let out = match now {
                now if !now.open => Some(Out::Session),
                now if !now.known || now.member != watcher.member => Some(Out::Org),
                _ => None,
            };
            if out.is_some() {
                watcher.out.send_replace(out);
            }
        }
    }
}
