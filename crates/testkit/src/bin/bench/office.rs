//! What is there before anybody writes: services of our own, an org with its bot and staff's group, and residents
//! who are at home.

use std::path::Path;

use anyhow::{Context as _, Result};
use domain::{
    Db, OrgId,
    access::Actor,
    bots::{self, NewBot},
    notifications::{self, StaffChat},
    orgs::{self, NewOrg},
    people::{self, Language, Newcomer},
    property::{self, NewUnit},
};
use platform::{
    Source,
    embedded::{Embedded, Wanted},
    jobs::Jobs,
    secrets::Keyring,
};
use secrecy::{ExposeSecret as _, SecretString};

use crate::wire::{BOT_ID, STAFF_CHAT};

/// The id with Telegram of the first resident; the others follow.
const FIRST_CHAT: i64 = 800_000_001;
/// Flats of one building.
const FLATS: usize = 100;

/// The ground that Kontora is measured on.
pub(crate) struct Office {
    services: Embedded,
    /// For looking on.
    pub db: Db,
    /// For looking on.
    pub jobs: Jobs,
    /// Where PostgreSQL is.
    pub database_url: String,
    /// Where Redis is.
    pub redis_url: String,
    /// Opens the bot's secrets.
    pub secret_key: String,
    /// What Telegram proves itself with.
    pub webhook_secret: String,
    /// The org.
    pub org: OrgId,
    /// What its bot proves itself with.
    pub bot_token: String,
}

/// The private chats of `count` residents.
pub(crate) fn chats(count: usize) -> Vec<i64> {
    (FIRST_CHAT..).take(count).collect()
}

impl Office {
    /// Starts the services in `folder`, and moves everybody in.
    pub(crate) async fn open(folder: &Path, durable: bool, chats: &[i64]) -> Result<Self> {
        let services = Embedded::start(folder, Wanted { postgres: true, redis: true, durable }).await?;
        let database_url = services.database_url.clone().context("no PostgreSQL")?;
        let redis_url = services.redis_url.clone().context("no Redis")?;
        platform::db::migrate(&database_url).await?;
        let db = Db::connect(&database_url, 2, Source::system()).await?;
        let jobs = Jobs::connect(&database_url).await?;

        let secret_key = Keyring::generate();
        let keys = Keyring::parse(&SecretString::from(secret_key.clone()))?;
        let org = orgs::create(&db, &NewOrg::named("ЖК Баҳор")).await?;
        let bot_token = format!("{BOT_ID}:AAF-made-up-for-measuring-0123456789");
        let token = SecretString::from(bot_token.clone());
        let new = NewBot { telegram_id: BOT_ID, username: "office_bench_bot", token: &token };
        let bot = bots::add(&db, &keys, org, &new).await?;

        let mut tx = db.tenant(org).await?;
        let staff = StaffChat {
            bot: bot.id,
            chat_id: STAFF_CHAT,
            title: "Диспетчерская".to_owned(),
            is_forum: true,
            present: true,
        };
        notifications::link_staff_chat(&mut tx, &Actor::System, &staff).await?;
        for (at, chat) in chats.iter().enumerate() {
            let (address, number) = (format!("Баҳор, {}", at / FLATS + 1), (at % FLATS + 1).to_string());
            let new = NewUnit { address: &address, number: &number, entrance: Some(1), floor: Some(1), phone: None };
            let unit = property::add_unit(&mut tx, &Actor::System, &new).await?.unit;
            let name = format!("Житель Номер {chat}");
            let who = Newcomer { telegram_id: *chat, name: &name, username: None, language: Some(Language::Ru) };
            let person = people::identify(&mut tx, &who).await?.person;
            property::move_in(&mut tx, person, unit).await?;
        }
        tx.commit().await?;
        let webhook_secret = bot.webhook_secret.expose_secret().to_owned();
        Ok(Self { services, db, jobs, database_url, redis_url, secret_key, webhook_secret, org, bot_token })
    }

    /// How many jobs and deliveries wait.
    pub(crate) async fn waiting(&self) -> Result<i64> {
        Ok(self.jobs.waiting().await?.0 + notifications::waiting(&self.db).await?.0)
    }

    /// Ends the services and removes their data.
    pub(crate) async fn close(self) -> Result<()> {
        self.db.close().await;
        let home = self.services.home().to_owned();
        self.services.stop().await;
        if home.exists() {
            std::fs::remove_dir_all(&home).with_context(|| format!("removing {}", home.display()))?;
        }
        Ok(())
    }
}
