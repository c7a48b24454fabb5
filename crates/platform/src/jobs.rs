//! Jobs and cron, by the job library: what every worker of ours has in common, and what its operator asks.
//!
//! A job is enqueued by [`crate::TenantTx::enqueue`], in the transaction of the deed. The worker's own connections
//! use the login role: the queue belongs to no tenant.

use std::{str::FromStr, time::Duration};

use graphile_worker::{LocalQueueConfig, WorkerOptions, WorkerRecoveryConfig};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    Shutdown,
    db::{JOBS_SCHEMA, Pool},
};

/// How many jobs a worker takes at a time: few enough that another worker finds some too.
const BATCH: usize = 32;
/// How long a worker may sit on jobs that it has not begun.
const BATCH_KEPT: Duration = Duration::from_secs(30);

/// The queue. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Jobs {
    pool: Pool,
}

/// A job that used up its attempts.
#[derive(Clone, Debug)]
pub struct DeadJob {
    /// Its number in the queue.
    pub id: i64,
    /// What it does.
    pub task: String,
    /// How often it was tried.
    pub attempts: i16,
    /// Why it failed last.
    pub error: String,
}

/// How a job that did not succeed ends. The choice is made where the error is.
#[derive(Debug)]
pub enum JobError {
    /// Tried again, with growing pauses, until its attempts are used up.
    Retry(String),
    /// Never tried again: it would fail the same way.
    Fail(String),
}

impl Jobs {
    /// Opens the queue at `url`, as its login role.
    pub async fn connect(url: &str) -> Result<Self, sqlx::Error> {
        let options = PgConnectOptions::from_str(url)?;
        let pool = PgPoolOptions::new().max_connections(8).connect_with(options).await?;
        Ok(Self { pool })
    }

    /// A worker that takes over the jobs of a killed one and stops with us; the caller defines what it runs.
    pub fn worker(&self, shutdown: &Shutdown) -> WorkerOptions {
        let shutdown = shutdown.clone();
        WorkerOptions::default()
            .schema(JOBS_SCHEMA)
            .pg_pool(self.pool.clone())
            .concurrency(4)
            .poll_interval(Duration::from_secs(1)) // beside LISTEN, which tells at once
            // Without it each poll or notification runs one job per slot and no more, so that a backlog would go
            // down by four jobs a second. Its jobs are locked by us, and the recovery below frees those of a kill.
            .local_queue(LocalQueueConfig::default().with_size(BATCH).with_ttl(BATCH_KEPT))
            .listen_os_shutdown_signals(false)
            .shutdown_signal(async move { shutdown.wait().await })
            .worker_recovery(
                WorkerRecoveryConfig::default()
                    .enabled(true)
                    .heartbeat_interval(Duration::from_secs(5))
                    .sweep_interval(Duration::from_secs(5))
                    .sweep_threshold(Duration::from_secs(20))
                    .recovery_delay(Duration::ZERO),
            )
    }

    /// The job's present attempt is its last.
    pub async fn give_up(&self, id: i64) -> Result<(), sqlx::Error> {
        sqlx::query("update jobs._private_jobs set max_attempts = attempts where id = $1")
            .bind(id)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The jobs that used up their attempts, newest first, at most 100.
    pub async fn dead(&self) -> Result<Vec<DeadJob>, sqlx::Error> {
        let rows: Vec<(i64, String, i16, Option<String>)> = sqlx::query_as(
            "select j.id, t.identifier, j.attempts, j.last_error
             from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
             where j.attempts >= j.max_attempts and j.locked_at is null order by j.id desc limit 100",
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(rows
            .into_iter()
            .map(|(id, task, attempts, error)| DeadJob { id, task, attempts, error: error.unwrap_or_default() })
            .collect())
    }

    /// Gives every dead job another chance. Returns how many.
    pub async fn retry_dead(&self) -> Result<u64, sqlx::Error> {
        let done = sqlx::query(
            "update jobs._private_jobs set attempts = 0, run_at = now() where attempts >= max_attempts and locked_at is null",
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    /// How many are due, or will be within a minute, and the age of the oldest in seconds. What is to happen later waits
    /// for its day, not for a worker.
    pub async fn waiting(&self) -> Result<(i64, f64), sqlx::Error> {
        sqlx::query_as(
            "select count(*), greatest(coalesce(extract(epoch from now() - min(run_at)), 0), 0)::double precision
             from jobs._private_jobs where attempts < max_attempts and run_at < now() + interval '1 minute'",
        )
        .fetch_one(&self.pool)
        .await
    }
}
