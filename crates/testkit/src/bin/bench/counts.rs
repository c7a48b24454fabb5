//! How often the services are asked: PostgreSQL's transactions and the time that they took by its own statistics, Redis' commands by listening in.

use std::time::Duration;

use anyhow::{Context as _, Result};
use futures::{Stream, StreamExt as _};
use redis::Client;
use sqlx::{Connection as _, PgConnection};
use tokio::time::{sleep, timeout};

/// A backend of PostgreSQL tells its numbers at the latest after ten idle seconds (`PGSTAT_IDLE_INTERVAL`).
const SETTLE: Duration = Duration::from_secs(11);
/// How long Redis may take to repeat what it was told.
const PATIENCE: Duration = Duration::from_secs(10);

/// What one database has done.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Done {
    /// How many transactions ended.
    pub transactions: i64,
    /// The time that all connections together spent in statements.
    pub busy: Duration,
}

/// Counts what one database does.
pub(crate) struct Transactions {
    connection: PgConnection,
    seen: Done,
}

impl Transactions {
    /// Begins to count.
    pub(crate) async fn count(database_url: &str) -> Result<Self> {
        let mut counting = Self { connection: PgConnection::connect(database_url).await?, seen: Done::default() };
        counting.since().await?;
        Ok(counting)
    }

    /// What was done since the last look. Waits until PostgreSQL knows.
    pub(crate) async fn since(&mut self) -> Result<Done> {
        sleep(SETTLE).await;
        let query = "select xact_commit + xact_rollback, active_time from pg_stat_database
                     where datname = current_database()";
        let (transactions, busy): (i64, f64) = sqlx::query_as(query).fetch_one(&mut self.connection).await?;
        let seen = Done { transactions, busy: Duration::from_secs_f64(busy / 1e3) };
        let before = std::mem::replace(&mut self.seen, seen);
        // The look itself was one.
        Ok(Done {
            transactions: seen.transactions - before.transactions - 1,
            busy: seen.busy.saturating_sub(before.busy),
        })
    }
}

/// Hears every command that Redis is told. Those that a script gives are not trips, and are left out.
pub(crate) struct Commands {
    marks: redis::aio::ConnectionManager,
    lines: Box<dyn Stream<Item = String> + Send + Unpin>,
    looks: usize,
}

impl Commands {
    /// Begins to listen.
    pub(crate) async fn listen(redis_url: &str) -> Result<Self> {
        let monitor = Client::open(redis_url)?.get_async_monitor().await?;
        let marks = platform::redis::connect(redis_url).await?;
        let mut commands = Self { marks, lines: Box::new(monitor.into_on_message()), looks: 0 };
        commands.since().await?;
        Ok(commands)
    }

    /// How many there were since the last look.
    pub(crate) async fn since(&mut self) -> Result<usize> {
        self.looks += 1;
        let mark = format!("bench-mark-{}", self.looks);
        let _: String = redis::cmd("ECHO").arg(&mark).query_async(&mut self.marks).await?;
        let count = async {
            let mut count = 0;
            while let Some(line) = self.lines.next().await {
                if line.contains(&mark) {
                    return Some(count);
                }
                count += usize::from(!line.contains(" lua] "));
            }
            None
        };
        timeout(PATIENCE, count).await?.context("Redis no longer says what it is told")
    }
}
