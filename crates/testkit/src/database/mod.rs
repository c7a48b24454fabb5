//! A PostgreSQL database for one test, cloned from a template that holds the migrated schema.
//!
//! The template is made once per set of migrations; a clone takes some 50 ms, so every test has its own and no test
//! sees another's rows. A clone goes with its handle, or at the latest when the next one is made.

mod server;
mod template;

use std::time::Duration;

use anyhow::{Context as _, Result};
use chrono::{DateTime, Utc};
use domain::{Db, OrgId, TenantTx};
use platform::Source;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use server::{LOGIN, Server};

use crate::evidence;

/// What the clock of a test says in the beginning: a Saturday, five past two in the afternoon in Tashkent.
pub const START: &str = "2026-11-21T09:05:00Z";

/// How many connections a test's pool may open.
const CONNECTIONS: u32 = 12;

/// How long something that must happen may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// What every clone's name begins with.
const PREFIX: &str = "kontora_test_";

/// A database of its own, with the product's schema and no rows.
#[derive(Debug)]
pub struct TestDatabase {
    db: Db,
    url: String,
    name: String,
    server: Server,
    /// Holds the lock that says that somebody uses this database; it goes with the process, however that ends.
    _in_use: PgConnection,
}

impl TestDatabase {
    /// A fresh database on the server of `DATABASE_URL`, with a clock that stands at [`START`] until it is advanced,
    /// and ids that are the same on every run.
    pub async fn new() -> Result<Self> {
        let start: DateTime<Utc> = START.parse()?;
        Self::with(Source::seeded(0x006b_6f6e_746f_7261, start)).await
    }

    /// The same with another source of time and ids.
    pub async fn with(source: Source) -> Result<Self> {
        evidence::keep_logs();
        let server = Server::from_environment()?;
        let template = template::ensure(&server).await?;

        let mut admin = server.admin().await?;
        sweep(&mut admin).await?;
        let name = format!("{PREFIX}{}_{}", std::process::id(), Source::system().id().simple());
        lock(&mut admin, &name).await?;
        let create = format!(r#"create database "{name}" template "{template}" owner {LOGIN}"#);
        sqlx::raw_sql(AssertSqlSafe(create)).execute(&mut admin).await.context("cloning the template")?;

        let url = server.login_url(&name)?;
        let db = Db::connect(&url, CONNECTIONS, source).await?;
        Ok(Self { db, url, name, server, _in_use: admin })
    }

    /// The way that the product takes to it.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Time, ids and randomness of this database.
    pub fn source(&self) -> &Source {
        self.db.source()
    }

    /// Runs one deed in a transaction of `org`: committed when it succeeds, taken back when it does not.
    pub async fn tenant<T>(
        &self,
        org: OrgId,
        deed: impl AsyncFnOnce(&mut TenantTx) -> domain::Result<T>,
    ) -> domain::Result<T> {
        let mut tx = self.db.tenant(org).await?;
        let done = deed(&mut tx).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Waits until some connection to this database stands before another's lock: then two deeds have truly met.
    pub async fn somebody_waits(&self) -> Result<()> {
        self.so_many_wait(1).await
    }

    /// The same for several connections.
    pub async fn so_many_wait(&self, connections: i64) -> Result<()> {
        let mut superuser = self.superuser().await?;
        let met = async {
            loop {
                let waits: bool = sqlx::query_scalar(
                    "select count(*) >= $1 from pg_stat_activity
                     where datname = current_database() and wait_event_type = 'Lock'",
                )
                .bind(connections)
                .fetch_one(&mut superuser)
                .await?;
                if waits {
                    return Ok(());
                }
            }
        };
        tokio::time::timeout(PATIENCE, met).await.context("nobody waits for a lock")?
    }

    /// Its address, with the rights of the login role: for whoever connects by themselves.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A connection that no row security holds back, for looking at what the product left behind.
    pub async fn superuser(&self) -> Result<PgConnection> {
        Ok(PgConnection::connect(&self.server.url(&self.name)?).await?)
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // A drop cannot wait for a future, and the test's own runtime may be ending.
        let dropped = std::thread::spawn(move || -> Result<()> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                if evidence::is_kept() {
                    keep_events(&server.url(&name)?).await?;
                }
                remove(&mut server.admin().await?, &name).await
            })
        });
        if !matches!(dropped.join(), Ok(Ok(()))) {
            tracing::warn!(name = self.name, "a test's database was left for the next run to drop");
        }
    }
}

/// The address of the Redis that tests share. Keys begin with a bot's id, so tests with bots of their own do not meet.
pub fn redis_url() -> Result<String> {
    std::env::var("REDIS_URL").context("REDIS_URL is not set; run the tests through ./dev test")
}

/// Drops the databases of runs that were killed: nobody holds their lock any more.
async fn sweep(admin: &mut PgConnection) -> Result<()> {
    let left: Vec<String> = sqlx::query_scalar(
        "select datname from pg_database where datname like $1 || '%' and not exists (
           select 1 from pg_locks where locktype = 'advisory'
             and (classid::bigint << 32) | objid::bigint = hashtextextended(datname, 0))",
    )
    .bind(PREFIX)
    .fetch_all(&mut *admin)
    .await?;
    for name in left {
        if let Err(error) = remove(admin, &name).await {
            tracing::debug!(name, %error, "another test is dropping the same database");
        }
    }
    Ok(())
}

async fn lock(admin: &mut PgConnection, name: &str) -> Result<()> {
    sqlx::query("select pg_advisory_lock(hashtextextended($1, 0))").bind(name).execute(admin).await?;
    Ok(())
}

/// What the log of a test's org says, for the search after the suite.
async fn keep_events(url: &str) -> Result<()> {
    let mut superuser = PgConnection::connect(url).await?;
    let events: Vec<String> =
        sqlx::query_scalar("select to_jsonb(e)::text from events e").fetch_all(&mut superuser).await?;
    evidence::keep("events", &events.join("\n"));
    Ok(())
}

async fn remove(admin: &mut PgConnection, name: &str) -> Result<()> {
    let drop = format!(r#"drop database if exists "{name}" with (force)"#);
    sqlx::raw_sql(AssertSqlSafe(drop)).execute(admin).await?;
    Ok(())
}
