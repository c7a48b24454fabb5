//! That a process lives, said by PostgreSQL itself: a session lock under a number of the process's own.
//!
//! The lock is held on a connection of its own and goes with it, however the process ends. So whoever finds the number
//! on something that was begun, and the lock free, knows that nobody will finish it. Where PostgreSQL is reached
//! through a pooler that takes sessions apart (PgBouncer's `transaction` mode), nobody is present, and leases have to
//! run out.

use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicI32, Ordering},
    },
    time::Duration,
};

use sqlx::{Connection as _, PgConnection, postgres::PgConnectOptions};
use tokio::{task::JoinHandle, time::timeout};

use crate::Source;

/// The first half of the lock's key, of all processes; the second is the process's number.
pub const PRESENCE: i32 = 0x6b6f_6e74; // "kont"

/// How often the connection is looked after.
const PING: Duration = Duration::from_secs(1);
/// What takes longer is no connection any more.
const PATIENCE: Duration = Duration::from_secs(3);
/// Between two tries to be present again.
const PAUSE: Duration = Duration::from_millis(250);

/// A process that is here, until this is dropped.
#[derive(Debug)]
pub struct Presence {
    /// The number while its lock is held; 0 otherwise.
    held: Arc<AtomicI32>,
    holding: JoinHandle<Infallible>,
}

impl Presence {
    pub(super) fn begin(options: PgConnectOptions, source: Source) -> Self {
        let held = Arc::new(AtomicI32::new(0));
        let holding = tokio::spawn(hold(options, source, Arc::clone(&held)));
        Self { held, holding }
    }

    /// The process's number; none while PostgreSQL does not know that it is here.
    #[must_use]
    pub fn number(&self) -> Option<i32> {
        Some(self.held.load(Ordering::Relaxed)).filter(|number| *number != 0)
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.holding.abort(); // and with it the connection and the lock
    }
}

/// Comes back under the same number when the connection was lost: what it has begun is still its own.
async fn hold(options: PgConnectOptions, source: Source, held: Arc<AtomicI32>) -> Infallible {
    let mut number = None;
    loop {
        match stay(&options, &source, &mut number, &held).await {
            Ok(never) => match never {},
            Err(error) => tracing::debug!(%error, "PostgreSQL does not know that this process is here"),
        }
        held.store(0, Ordering::Relaxed);
        tokio::time::sleep(PAUSE).await;
    }
}

async fn stay(
    options: &PgConnectOptions,
    source: &Source,
    number: &mut Option<i32>,
    held: &AtomicI32,
) -> Result<Infallible, sqlx::Error> {
    let mut connection = PgConnection::connect_with(options).await?;
    // A machine that is gone says no good-bye: the server notices by itself.
    sqlx::raw_sql(
        "set role app_nobody; set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3",
    )
    .execute(&mut connection)
    .await?;
    let mine = match *number {
        Some(mine) => {
            // Its former session may have to end first; as long as it does not, it is here anyway.
            sqlx::query("select pg_advisory_lock($1, $2)").bind(PRESENCE).bind(mine).execute(&mut connection).await?;
            mine
        }
        None => *number.insert(free_number(&mut connection, source).await?),
    };
    held.store(mine, Ordering::Relaxed);
    loop {
        tokio::time::sleep(PING).await;
        timeout(PATIENCE, connection.ping()).await.map_err(|_| sqlx::Error::PoolTimedOut)??;
    }
}

/// Takes the lock of a number that nobody else has.
async fn free_number(connection: &mut PgConnection, source: &Source) -> Result<i32, sqlx::Error> {
    loop {
        let [a, b, c, d, ..] = *source.id().as_bytes().last_chunk::<8>().unwrap_or(&[1; 8]);
        let number = i32::from_le_bytes([a, b, c, d]);
        if number == 0 {
            continue;
        }
        let is_mine: bool = sqlx::query_scalar("select pg_try_advisory_lock($1, $2)")
            .bind(PRESENCE)
            .bind(number)
            .fetch_one(&mut *connection)
            .await?;
        if is_mine {
            return Ok(number);
        }
    }
}
