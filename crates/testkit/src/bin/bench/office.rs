//! What is there before anybody does anything: services of our own, orgs with their bots and staff's groups, and
//! residents who are at home.

use std::path::Path;

use anyhow::{Context as _, Result};
use domain::{
    Db, OrgId,
    access::{Actor, Role},
    bots::{self, NewBot},
    members,
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

/// PostgreSQL and Redis of our own, with what opens what is kept there.
pub(crate) struct Site {
    services: Embedded,
    keys: Keyring,
    /// For looking on.
    pub db: Db,
    /// For looking on.
    pub jobs: Jobs,
    /// Where PostgreSQL is.
    pub database_url: String,
    /// Where Redis is.
    pub redis_url: String,
    /// Opens the bots' secrets.
    pub secret_key: String,
}

/// One org with its bot.
pub(crate) struct Office {
    /// The org.
    pub org: OrgId,
    /// The bot's id with Telegram.
    pub bot: i64,
    /// What the bot proves itself with.
    pub bot_token: String,
    /// What Telegram proves itself with.
    pub webhook_secret: String,
    /// The staff's group.
    pub staff_chat: i64,
}

/// An org to be opened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening<'a> {
    /// Its name.
    pub name: &'a str,
    /// How many orgs were opened before: its bot and its group follow from that.
    pub nth: i64,
    /// An IANA name.
    pub time_zone: &'a str,
    /// Flats of one house.
    pub flats: usize,
    /// The private chats of its residents.
    pub residents: &'a [i64],
    /// The private chats of its workers.
    pub workers: &'a [i64],
}

/// The private chats of `count` residents.
pub(crate) fn chats(count: usize) -> Vec<i64> {
    (FIRST_CHAT..).take(count).collect()
}

impl Site {
    /// Starts the services in `folder`.
    pub(crate) async fn open(folder: &Path, durable: bool) -> Result<Self> {
        let services = Embedded::start(folder, Wanted { postgres: true, redis: true, durable }).await?;
        let database_url = services.database_url.clone().context("no PostgreSQL")?;
        let redis_url = services.redis_url.clone().context("no Redis")?;
        platform::db::migrate(&database_url).await?;
        let db = Db::connect(&database_url, 2, Source::system()).await?;
        let jobs = Jobs::connect(&database_url).await?;
        let secret_key = Keyring::generate();
        let keys = Keyring::parse(&SecretString::from(secret_key.clone()))?;
        Ok(Self { services, keys, db, jobs, database_url, redis_url, secret_key })
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

impl Office {
    /// The only org, «ЖК Баҳор», with so many flats in a house.
    pub(crate) async fn only(site: &Site, flats: usize, residents: &[i64]) -> Result<Self> {
        let opening =
            Opening { name: "ЖК Баҳор", nth: 0, time_zone: "Asia/Tashkent", flats, residents, workers: &[] };
        Self::open(site, opening).await
    }

    /// Founds an org, connects its bot, and moves everybody in.
    pub(crate) async fn open(site: &Site, opening: Opening<'_>) -> Result<Self> {
        let Opening { name, nth, time_zone, flats, residents, workers } = opening;
        let Site { db, keys, .. } = site;
        let org = orgs::create(db, &NewOrg { time_zone, ..NewOrg::named(name) }).await?;
        let telegram_id = BOT_ID + nth;
        let bot_token = format!("{telegram_id}:AAF-made-up-for-measuring-0123456789");
        let token = SecretString::from(bot_token.clone());
        let username = if nth == 0 { "office_bench_bot".to_owned() } else { format!("office_{nth}_bench_bot") };
        let bot = bots::add(db, keys, org, &NewBot { telegram_id, username: &username, token: &token }).await?;

        let mut tx = db.tenant(org).await?;
        let staff_chat = STAFF_CHAT - nth;
        let staff = StaffChat {
            bot: bot.id,
            chat_id: staff_chat,
            title: "Диспетчерская".to_owned(),
            is_forum: true,
            present: true,
        };
        notifications::link_staff_chat(&mut tx, &Actor::System, &staff).await?;
        for chat in workers {
            let name = format!("Мастер Номер {chat}");
            members::add(&mut tx, &Actor::System, &newcomer(*chat, &name), Role::Worker).await?;
        }
        for (at, chat) in residents.iter().enumerate() {
            let (address, number) = (format!("Баҳор, {}", at / flats + 1), (at % flats + 1).to_string());
            let new = NewUnit { address: &address, number: &number, entrance: Some(1), floor: Some(1), phone: None };
            let unit = property::add_unit(&mut tx, &Actor::System, &new).await?.unit;
            let name = format!("Житель Номер {chat}");
            let person = people::identify(&mut tx, &newcomer(*chat, &name)).await?.person;
            property::move_in(&mut tx, person, unit).await?;
        }
        tx.commit().await?;
        let webhook_secret = bot.webhook_secret.expose_secret().to_owned();
        Ok(Self { org, bot: telegram_id, bot_token, webhook_secret, staff_chat })
    }
}

fn newcomer(telegram_id: i64, name: &str) -> Newcomer<'_> {
    Newcomer { telegram_id, name, username: None, language: Some(Language::Ru) }
}
