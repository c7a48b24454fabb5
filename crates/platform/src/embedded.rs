//! A private PostgreSQL and Redis, kept as children of this process: the default for whoever brings none.
//!
//! The distribution's own binaries run on Unix sockets in a folder closed to others, with no TCP port at all. A child
//! that ends is started again; when this process dies, even by SIGKILL, the kernel tells the children to stop; what
//! an earlier process left behind is stopped before anything starts.

mod account;
mod binaries;
mod child;
mod error;
mod orphans;
mod place;
mod postgres;
mod redis_server;
mod shared;
mod supervise;

use std::path::{Path, PathBuf};

use tokio::sync::{oneshot, watch};
use tokio_util::sync::CancellationToken;

use account::Account;
use binaries::Search;
use place::Place;
use postgres::Postgres;
use redis_server::RedisServer;
use supervise::{Lane, Status};

pub use error::EmbeddedError;
pub use shared::Attached;

/// Which services to keep, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// A PostgreSQL with the database and the role `kontora`.
    pub postgres: bool,
    /// A Redis.
    pub redis: bool,
    /// Whether data must survive a power cut. `false` is for tests: faster, 300 connections instead of 100, and the
    /// role is a superuser.
    pub durable: bool,
}

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// PostgreSQL.
    Postgres,
    /// Redis.
    Redis,
}

/// Running services. Dropping it asks them to stop; [`Embedded::stop`] also waits until they did.
#[derive(Debug)]
pub struct Embedded {
    /// For `sqlx` and libpq: `postgres://kontora@localhost/kontora?host=/socket/folder`.
    pub database_url: Option<String>,
    /// For `redis`: `redis+unix:///path/of/socket`.
    pub redis_url: Option<String>,
    home: PathBuf,
    postgres: Option<watch::Receiver<Status>>,
    redis: Option<watch::Receiver<Status>>,
    stop: CancellationToken,
    ended: oneshot::Receiver<()>,
}

impl Embedded {
    /// Starts what is wanted on the data folder `data`, and returns when it answers. The first start makes the
    /// cluster, the role and the database.
    ///
    /// As root the children run as the user `postgres`. When that user cannot reach `data`, the services live under
    /// `/var/lib/kontora` instead, in a folder named after `data` (see [`Embedded::home`]).
    ///
    /// # Errors
    /// A program is not installed, the folder is in use by another process or made by another major version, or a
    /// service ended while starting; each error says what to do.
    pub async fn start(data: &Path, wanted: Wanted) -> Result<Self, EmbeddedError> {
        Self::start_with(data, wanted, &Search::system()).await
    }

    async fn start_with(data: &Path, wanted: Wanted, search: &Search) -> Result<Self, EmbeddedError> {
        let account = Account::for_children(wanted)?;
        let place = Place::take(data, account)?;
        let postgres = wanted.postgres.then(|| Postgres::new(&place, search, wanted.durable)).transpose()?;
        let redis = wanted.redis.then(|| RedisServer::new(&place, search, wanted.durable)).transpose()?;
        let (home, stop) = (place.home.clone(), CancellationToken::new());
        let (database_url, redis_url) = (postgres.as_ref().map(Postgres::url), redis.as_ref().map(RedisServer::url));
        let (postgres, postgres_seen) = Lane::pair(postgres);
        let (redis, redis_seen) = Lane::pair(redis);
        // From here on a drop, also by an error or a cancelled caller, stops what has started.
        let mut running = Self {
            database_url,
            redis_url,
            home,
            postgres: postgres_seen.status,
            redis: redis_seen.status,
            ended: supervise::spawn(postgres, redis, place, stop.clone())?,
            stop,
        };
        for started in [postgres_seen.started, redis_seen.started].into_iter().flatten() {
            if let Ok(Err(error)) = started.await {
                running.stop.cancel();
                // An answer or its sender's end: both mean that the children are gone.
                let _ = (&mut running.ended).await;
                return Err(error);
            }
        }
        Ok(running)
    }

    /// Lets other processes of this user, and of root, use the services for as long as they run here: they find them
    /// by [`Embedded::attach`].
    ///
    /// # Errors
    /// When the file that says where they are cannot be written.
    pub fn share(&self) -> Result<(), EmbeddedError> {
        let (database_url, redis_url) = (self.database_url.clone(), self.redis_url.clone());
        shared::write(&self.home, &Attached { database_url, redis_url, pid: std::process::id() })
    }

    /// The services on the data folder `data` that another process runs and shares; none when no process does now.
    ///
    /// # Errors
    /// When they belong to another user.
    pub fn attach(data: &Path) -> Result<Option<Attached>, EmbeddedError> {
        match place::find(data) {
            Some(home) => shared::read(&home),
            None => Ok(None),
        }
    }

    /// Stops the services and waits until they ended.
    pub async fn stop(mut self) {
        // The lock is still ours. From here on whoever comes waits for their turn.
        shared::remove(&self.home);
        self.stop.cancel();
        let _ = (&mut self.ended).await;
    }

    /// Resolves when a service ends that nobody asked to, with what it said last. It is being started again by then:
    /// this is for telling, not for acting. Never resolves while all is well.
    pub async fn watch(&self) -> EmbeddedError {
        tokio::select! {
            error = supervise::next_end(self.postgres.clone()) => error,
            error = supervise::next_end(self.redis.clone()) => error,
        }
    }

    /// Resolves when every wanted service answers.
    pub async fn ready(&self) {
        for status in [&self.postgres, &self.redis].into_iter().flatten() {
            // The sender lives until the supervisor stops, and then there is nothing to wait for.
            let _ = status.clone().wait_for(|status| status.pid.is_some()).await;
        }
    }

    /// The process id of a service while it answers.
    #[must_use]
    pub fn pid(&self, service: Service) -> Option<u32> {
        let status = match service {
            Service::Postgres => &self.postgres,
            Service::Redis => &self.redis,
        };
        status.as_ref().and_then(|status| status.borrow().pid)
    }

    /// The folder in which the services keep their data, logs and lock.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::{Embedded, EmbeddedError, Search, Wanted};

    #[tokio::test]
    async fn nothing_starts_when_a_program_is_missing() {
        let top = tempfile::tempdir().unwrap();
        let search = Search { versions: top.path().join("none"), path: vec![top.path().to_owned()] };
        for (postgres, line) in [(true, "apt install postgresql"), (false, "apt install redis-server")] {
            let wanted = Wanted { postgres, redis: true, durable: false };
            let started = Embedded::start_with(top.path(), wanted, &search).await;
            let error = started.map(|_| ()).unwrap_err();
            assert!(matches!(error, EmbeddedError::Missing { .. }), "{error}");
            assert!(error.to_string().contains(line), "{error}");
        }
    }
}
