//! What every part of the process shares.

use std::sync::{Arc, OnceLock};

use domain::Db;
use integrations::{files::Storage, mail::Mailer};
use platform::{
    config::{Mail, SendLimits, Web},
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
    /// Hands letters over; none when the deployment sends none.
    pub mailer: Option<Mailer>,
    /// The bytes of files.
    pub files: Storage,
    /// What the HTTP API has to know of its surroundings.
    pub web: Web,
    /// Where Telegram reaches this process; set once it is known.
    pub public: OnceLock<Url>,
    /// Rings when something may have been accepted for sending.
    pub outbox: Notify,
}

/// What the configuration says to the parts of the process.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the Bot API is.
    pub telegram_api: Url,
    /// How fast a bot may send.
    pub limits: SendLimits,
    /// How many whole months of events are kept; none: all.
    pub audit_keep_months: Option<u32>,
    /// How letters are sent; none are without it.
    pub mail: Option<Mail>,
    /// The bytes of files.
    pub files: Storage,
    /// What the HTTP API has to know of its surroundings.
    pub web: Web,
}

impl Shared {
    /// Ties the parts together.
    pub fn new(db: Db, redis: ConnectionManager, keys: Keyring, settings: Settings) -> anyhow::Result<App> {
        let Settings { telegram_api, limits, audit_keep_months, mail, files, web } = settings;
        let mailer = mail.map(|mail| Mailer::new(&mail.server, &mail.from)).transpose().map_err(anyhow::Error::msg)?;
        let limits = Limits::from(&limits);
        Ok(Arc::new(Self {
            telegram: Client::new(&telegram_api, telegram::http_client()?),
            webhooks: integrations::webhooks::Caller::new(integrations::webhooks::Reach::Public)?,
            budget: Budget::new(redis.clone(), limits),
            dialogues: DialogueStore::new(redis.clone(), limits),
            bots: Bots::default(),
            identities: Identities::default(),
            audit_keep_months,
            public: OnceLock::new(),
            outbox: Notify::new(),
            mailer,
            files,
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
