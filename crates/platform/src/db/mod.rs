//! PostgreSQL: the pool, and the only two ways to it.
//!
//! [`TenantTx`] sees one org, [`SystemTx`] serves the platform's own chores. A connection rests as `app_nobody`,
//! who may do nothing, so a query outside a transaction is refused and not answered with someone's data.

mod migrate;
mod origin;
mod presence;
mod tenancy;

use std::{str::FromStr, time::Duration};

use sqlx::{
    PgConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
};

pub use migrate::{JOBS_SCHEMA, MigrationError, migrate};
pub use origin::{Origin, Surface};
pub use presence::{PRESENCE, Presence};
pub use tenancy::{OrgId, SystemTx, TenantTx};

use crate::Source;

/// The pool's type has its home here; nobody else holds one.
#[allow(clippy::disallowed_types, reason = "this is the pool's home")]
pub(crate) type Pool = sqlx::Pool<sqlx::Postgres>;

/// The database of this process. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pool: Pool,
    source: Source,
    surface: Surface,
}

impl Db {
    /// Opens a pool of at most `connections`. The first connection is made now, so a wrong address fails here.
    pub async fn connect(url: &str, connections: u32, source: Source) -> Result<Self, sqlx::Error> {
        let options = PgConnectOptions::from_str(url)?;
        let pool = PgPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(5))
            // A ping before each use would cost one round trip per step; a dead connection fails its step instead,
            // and the step is delivered again.
            .test_before_acquire(false)
            .max_lifetime(Duration::from_secs(30 * 60))
            .after_connect(|connection, _| Box::pin(rest_as_nobody(connection)))
            .connect_with(options)
            .await?;
        Ok(Self { pool, source, surface: Surface::default() })
    }

    /// The same database, for work that comes from `surface`: its transactions say so unless they are told more.
    #[must_use]
    pub fn for_surface(&self, surface: Surface) -> Self {
        Self { surface, ..self.clone() }
    }

    /// Where work of this database comes from unless a transaction is told more.
    pub fn surface(&self) -> Surface {
        self.surface
    }

    /// Begins a transaction that sees `org` and nothing else. One round trip.
    pub async fn tenant(&self, org: OrgId) -> Result<TenantTx, sqlx::Error> {
        TenantTx::begin(&self.pool, org, self.source.clone(), Origin::of(self.surface)).await
    }

    /// Begins a transaction for one of the platform's chores (`docs/architecture.md` lists its users).
    pub async fn system(&self) -> Result<SystemTx, sqlx::Error> {
        SystemTx::begin(&self.pool, self.source.clone()).await
    }

    /// Time, ids and randomness, as every transaction of this database uses them.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// One trip to the server and back, for health checks.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        self.system().await?.commit().await
    }

    /// This process lets PostgreSQL know that it is here, on a connection of its own.
    pub fn presence(&self) -> Presence {
        Presence::begin((*self.pool.connect_options()).clone(), self.source.clone())
    }

    /// Connections in the pool: (open, idle).
    pub fn connections(&self) -> (u32, usize) {
        (self.pool.size(), self.pool.num_idle())
    }

    /// Closes every connection, waiting for those in use.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// The login role's own rights are given up for the connection's life; a transaction steps into what it needs.
async fn rest_as_nobody(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::raw_sql("set role app_nobody; set lock_timeout = '10s'; set statement_timeout = '30s'")
        .execute(connection)
        .await?;
    Ok(())
}
