//! Brings a database to this version: the job library's tables first, then ours.

use std::str::FromStr;

use sqlx::{
    Connection, PgConnection,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// Where the job library keeps its tables.
pub const JOBS_SCHEMA: &str = "jobs";

static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// One process migrates at a time; the number only has to be ours.
const MIGRATION_LOCK: i64 = 0x006b_6f6e_746f_7261; // "kontora"

/// Why a database could not be brought to this version.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// The server could not be asked.
    #[error("the database could not be reached: {0}")]
    Database(#[from] sqlx::Error),
    /// One of our own migrations failed, or a migration that was applied has been edited since.
    #[error("a migration failed: {0}")]
    Ours(#[from] sqlx::migrate::MigrateError),
    /// The job library's migrations failed.
    #[error("the job tables could not be made: {0}")]
    Jobs(String),
}

/// Runs what is missing, as the login role of `url`, which must own the database (or be a superuser). Safe to call
/// from several processes at once, and again.
pub async fn migrate(url: &str) -> Result<(), MigrationError> {
    let options = PgConnectOptions::from_str(url)?;
    let mut lock = PgConnection::connect_with(&options).await?;
    sqlx::query("select pg_advisory_lock($1)").bind(MIGRATION_LOCK).execute(&mut lock).await?;

    let pool = PgPoolOptions::new().max_connections(2).connect_with(options).await?;
    graphile_worker_migrations::migrate(pool.clone(), JOBS_SCHEMA)
        .await
        .map_err(|error| MigrationError::Jobs(error.to_string()))?;
    MIGRATOR.run(&pool).await?;

    pool.close().await;
    lock.close().await?; // and with it the lock
    Ok(())
}
