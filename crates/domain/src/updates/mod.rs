//! An update of Telegram has its effect once, however often it is delivered.
//!
//! The mark that says so is written first in the transaction of the effect. Two deliveries of one update meet at
//! that row: the second waits for the first and is then told that nothing is left to do.

mod store;

use chrono::{DateTime, Utc};
use store::Marked;

use crate::{Db, Error, OrgId, Result, SystemTx, TenantTx, ids::BotId};

/// The effect of one update: a transaction that opens when it is first needed, so that a step which only asks the
/// next question never meets PostgreSQL.
#[derive(Debug)]
pub struct Effect {
    db: Db,
    org: OrgId,
    bot: BotId,
    update_id: i64,
    in_deleted: bool,
    tx: Option<TenantTx>,
}

impl Effect {
    /// The effect of `update_id`, not yet begun.
    pub fn new(db: Db, org: OrgId, bot: BotId, update_id: i64) -> Self {
        Self { db, org, bot, update_id, in_deleted: false, tx: None }
    }

    /// The same in an org that may be deleted: for taking the deletion back.
    #[must_use]
    pub fn in_deleted_org(mut self) -> Self {
        self.in_deleted = true;
        self
    }

    /// The transaction; at its first use the update is marked. [`Error::AlreadyApplied`] when it was marked before,
    /// [`Error::Refused`] `org_deleted` in a deleted org.
    pub async fn tx(&mut self) -> Result<&mut TenantTx> {
        let tx = match self.tx.take() {
            Some(tx) => tx,
            None => {
                let mut tx = self.db.tenant(self.org).await?;
                let marked = if self.in_deleted {
                    store::mark(&mut tx, self.bot, self.update_id).await?.into()
                } else {
                    store::mark_in_force(&mut tx, self.bot, self.update_id).await?
                };
                match marked {
                    Marked::Now => {}
                    Marked::Before => return Err(Error::AlreadyApplied),
                    Marked::Deleted => return Err(Error::Refused("org_deleted")),
                }
                tx
            }
        };
        Ok(self.tx.insert(tx))
    }

    /// The time, without opening the transaction.
    pub fn now(&self) -> DateTime<Utc> {
        self.db.source().now()
    }

    /// The database, for what belongs to no org or to another one.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Whether there is anything to commit.
    pub fn is_open(&self) -> bool {
        self.tx.is_some()
    }

    /// Makes the effect so.
    pub async fn commit(self) -> Result<()> {
        match self.tx {
            Some(tx) => Ok(tx.commit().await?),
            None => Ok(()),
        }
    }
}

/// Whether `update_id` has had its effect. An effect that is being committed at this moment is waited for.
pub async fn was_applied(db: &Db, org: OrgId, bot: BotId, update_id: i64) -> Result<bool> {
    let mut tx = db.tenant(org).await?;
    let applied = !store::mark(&mut tx, bot, update_id).await?;
    tx.rollback().await?; // the mark was only a question
    Ok(applied)
}

/// Forgets marks older than any update that Telegram could still deliver (24 hours). Returns how many.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    store::delete_older_than_two_days(tx).await
}
