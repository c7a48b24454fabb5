//! What every part of the process shares.

use std::sync::{Arc, OnceLock};

use domain::Db;
use platform::{
    config::{SendLimits, Web},
    secrets::Keyring,
};
use redis::aio::ConnectionManager;
use reqwest::Url;
use tokio::sync::Notify;

use crate::{
    bots::Bots,
    dialogue_store::DialogueStore,
    identities::Identities,
    messenger::budget::{Budget, Limits},
    telegram::{self, Client},
};

/// Shared by every part of the process; cheap to clone.
pub type App = Arc<Shared>;

/// What every part of the process shares.
pub struct Shared {
    /// PostgreSQL.
    pub db: Db,
    /// Redis.
    pub redis: ConnectionManager,
    /// Opens the secrets that rest in the database.
    pub keys: Keyring,
    /// The Bot API, for every bot.
    pub telegram: Client,
    /// How much may be sent, over all processes.
    pub budget: Budget,
    /// The bots that this process has met.
    pub bots: Bots,
    /// The people that this process has met.
    pub identities: Identities,
    /// Where each dialogue stands.
    pub dialogues: DialogueStore,
    /// How many whole months of events are kept; none: all.
    pub audit_keep_months: Option<u32>,
    /// Calls the webhooks of orgs.
    pub webhooks: integrations::webhooks::Caller,
    /// What the HTTP API has to know of its surroundings.
    pub web: Web,
    /// Where Telegram reaches this process; set once it is known.
    pub public: OnceLock<Url>,
    /// Rings when something may have been accepted for sending.
    pub outbox: Notify,
}

impl Shared {
    /// Ties the parts together.
    pub fn new(
        db: Db,
        redis: ConnectionManager,
        keys: Keyring,
        telegram_api: &Url,
        limits: &SendLimits,
        audit_keep_months: Option<u32>,
        web: Web,
    ) -> reqwest::Result<App> {
        let limits = Limits::from(limits);
        Ok(Arc::new(Self {
            telegram: Client::new(telegram_api, telegram::http_client()?),
            webhooks: integrations::webhooks::Caller::new(integrations::webhooks::Reach::Public)?,
            budget: Budget::new(redis.clone(), limits),
            dialogues: DialogueStore::new(redis.clone(), limits),
            bots: Bots::default(),
            identities: Identities::default(),
            audit_keep_months,
            public: OnceLock::new(),
            outbox: Notify::new(),
            web,
            db,
            redis,
            keys,
        }))
    }

    /// Where Telegram reaches this process; none with long polling.
    pub fn public_url(&self) -> Option<&Url> {
        self.public.get()
    }
}
