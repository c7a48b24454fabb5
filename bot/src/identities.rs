//! The people that this process has met. Rights are never decided on what is cached here, only words and languages.

use std::{sync::Arc, time::Duration};

use domain::{
    Db, OrgId, Result,
    people::{self, Identity, Newcomer},
};
use i18n::Lang;
use moka::future::Cache;

use crate::telegram::User;

/// How long what is known of a person is used before it is read again.
const FRESH: Duration = Duration::from_secs(60);

/// A person, and since when we know that.
#[derive(Clone, Debug)]
pub struct Known {
    /// The person.
    pub identity: Arc<Identity>,
    /// Microseconds of the clock at which it was read.
    pub read_at: i64,
}

/// The people that this process has met.
#[derive(Debug)]
pub struct Identities {
    known: Cache<(OrgId, i64), Known>,
}

impl Default for Identities {
    fn default() -> Self {
        Self { known: Cache::builder().max_capacity(200_000).time_to_live(FRESH).build() }
    }
}

impl Identities {
    /// Who this is in the org; a person met for the first time is remembered.
    pub async fn of(&self, db: &Db, org: OrgId, user: &User) -> Result<Known> {
        if let Some(known) = self.known.get(&(org, user.id)).await {
            return Ok(known);
        }
        self.read(db, org, user).await
    }

    /// The same, read again.
    pub async fn read(&self, db: &Db, org: OrgId, user: &User) -> Result<Known> {
        let read_at = db.source().now().timestamp_micros();
        let name = full_name(user);
        let newcomer = Newcomer {
            telegram_id: user.id,
            name: &name,
            username: user.username.as_deref(),
            language: Lang::guess(user.language_code.as_deref()).map(dialogues::language_of),
        };
        let mut tx = db.tenant(org).await?;
        let identity = Arc::new(people::identify(&mut tx, &newcomer).await?);
        tx.commit().await?;
        let known = Known { identity, read_at };
        self.known.insert((org, user.id), known.clone()).await;
        Ok(known)
    }

    /// What is known of this person is read again.
    pub async fn forget(&self, org: OrgId, telegram_id: i64) {
        self.known.invalidate(&(org, telegram_id)).await;
    }
}

fn full_name(user: &User) -> String {
    match &user.last_name {
        Some(last) => format!("{} {last}", user.first_name),
        None => user.first_name.clone(),
    }
}
