//! The two kinds of transaction, and whose data each may see.

use std::fmt;

use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, PgConnection, Postgres, Transaction};
use uuid::Uuid;

use super::{Origin, Pool};
use crate::Source;

/// A tenant. Every row, key and file of the product belongs to one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct OrgId(pub Uuid);

impl fmt::Debug for OrgId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "org {}", self.0)
    }
}

impl fmt::Display for OrgId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A transaction in which PostgreSQL itself shows one org's rows only (row security, forced). Dropped without
/// [`TenantTx::commit`], it rolls back.
#[derive(Debug)]
pub struct TenantTx {
    tx: Transaction<'static, Postgres>,
    org: OrgId,
    source: Source,
    origin: Origin,
}

impl TenantTx {
    /// `begin`, the role and the org travel together: one round trip.
    pub(super) async fn begin(pool: &Pool, org: OrgId, source: Source, origin: Origin) -> Result<Self, sqlx::Error> {
        // The org is a UUID that we format ourselves, so the text cannot carry anything else.
        let begin = format!("begin; set local role app_tenant; set local app.org_id = '{}'", org.0);
        let tx = pool.begin_with(AssertSqlSafe(begin)).await?;
        Ok(Self { tx, org, source, origin })
    }

    /// Whose rows this transaction sees.
    pub fn org(&self) -> OrgId {
        self.org
    }

    /// Where the work of this transaction comes from: what is recorded in it says so.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Says where the work of this transaction comes from, for everything that is recorded after.
    pub fn set_origin(&mut self, origin: Origin) {
        self.origin = origin;
    }

    /// Time, ids and randomness.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The connection, for the queries of a `store.rs`.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.tx
    }

    /// Enqueues the job `task` in this transaction: it runs when and only when the transaction commits. The payload
    /// must be a JSON object; the org is added to it as `org_id`.
    pub async fn enqueue(&mut self, task: &str, payload: &serde_json::Value) -> Result<(), sqlx::Error> {
        sqlx::query("select enqueue_job($1, $2)").bind(task).bind(payload).execute(&mut *self.tx).await?;
        Ok(())
    }

    /// Makes everything in it so.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.tx.commit().await
    }

    /// Takes everything in it back, now.
    pub async fn rollback(self) -> Result<(), sqlx::Error> {
        self.tx.rollback().await
    }
}

/// A transaction for the platform's own chores across orgs. It may do what `system_table` grants, and no more.
#[derive(Debug)]
pub struct SystemTx {
    tx: Transaction<'static, Postgres>,
    source: Source,
}

impl SystemTx {
    pub(super) async fn begin(pool: &Pool, source: Source) -> Result<Self, sqlx::Error> {
        let tx = pool.begin_with("begin; set local role app_system").await?;
        Ok(Self { tx, source })
    }

    /// Time, ids and randomness.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The connection, for the queries of a `store.rs`.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.tx
    }

    /// Makes everything in it so.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.tx.commit().await
    }
}
