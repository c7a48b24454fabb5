//! The bots that this process has met, with their secrets opened. A bot that was added, changed or removed elsewhere
//! is noticed within [`FRESH`].

use std::{
    sync::{
        Arc,
        atomic::{AtomicI8, AtomicI64, Ordering},
    },
    time::Duration,
};

use domain::{
    Db, Error, Result,
    bots::Bot,
    categories::{self, Categories},
    ids::BotId,
    notifications, orgs,
    orgs::Org,
};
use moka::future::Cache;
use platform::secrets::Keyring;
use secrecy::ExposeSecret as _;

use crate::telegram::Token;

/// How long what is known of a bot is used before it is read again.
const FRESH: Duration = Duration::from_secs(20);

/// A bot, ready to speak.
#[derive(Debug)]
pub struct Running {
    /// What the database knows of it.
    pub bot: Bot,
    /// Its org.
    pub org: Org,
    /// What a request can be about there.
    pub categories: Categories,
    /// What it calls the Bot API with.
    pub token: Token,
    /// The staff's group: 0 when there is none.
    staff_chat: AtomicI64,
    /// Whether that group has topics: -1 unknown.
    staff_forum: AtomicI8,
}

impl Running {
    /// Whether `is_forum` is news about the staff's group. Says so once.
    pub fn forum_changed(&self, chat_id: i64, is_forum: bool) -> bool {
        self.staff_chat.load(Ordering::Relaxed) == chat_id
            && self.staff_forum.swap(i8::from(is_forum), Ordering::Relaxed) != i8::from(is_forum)
    }

    /// Whether this is the staff's group.
    pub fn is_staff_chat(&self, chat_id: i64) -> bool {
        self.staff_chat.load(Ordering::Relaxed) == chat_id
    }
}

/// The bots that this process has met.
#[derive(Debug)]
pub struct Bots {
    by_telegram_id: Cache<i64, Option<Arc<Running>>>,
    /// The id with Telegram never changes.
    telegram_ids: Cache<BotId, i64>,
}

impl Default for Bots {
    fn default() -> Self {
        Self {
            by_telegram_id: Cache::builder().max_capacity(100_000).time_to_live(FRESH).build(),
            telegram_ids: Cache::new(100_000),
        }
    }
}

impl Bots {
    /// The bot behind a webhook's address.
    pub async fn by_telegram_id(&self, db: &Db, keys: &Keyring, telegram_id: i64) -> Result<Option<Arc<Running>>> {
        if let Some(known) = self.by_telegram_id.get(&telegram_id).await {
            return Ok(known);
        }
        let running = match domain::bots::by_telegram_id(db, keys, telegram_id).await? {
            Some(bot) => Some(Arc::new(start(db, bot).await?)),
            None => None, // remembered too: a flood of wrong addresses does not reach the database
        };
        self.by_telegram_id.insert(telegram_id, running.clone()).await;
        Ok(running)
    }

    /// The bot that a delivery goes through.
    pub async fn by_id(&self, db: &Db, keys: &Keyring, id: BotId) -> Result<Option<Arc<Running>>> {
        let telegram_id = match self.telegram_ids.get(&id).await {
            Some(known) => known,
            None => {
                let Some(found) = domain::bots::telegram_id(db, id).await? else { return Ok(None) };
                self.telegram_ids.insert(id, found).await;
                found
            }
        };
        self.by_telegram_id(db, keys, telegram_id).await
    }

    /// What is known of this bot is read again.
    pub async fn forget(&self, telegram_id: i64) {
        self.by_telegram_id.invalidate(&telegram_id).await;
    }
}

async fn start(db: &Db, bot: Bot) -> Result<Running> {
    let mut tx = db.tenant(bot.org).await?;
    let org = orgs::current(&mut tx).await?;
    let categories = categories::all(&mut tx).await?;
    let staff = notifications::staff_chat(&mut tx, bot.id).await?;
    tx.commit().await?;
    let token: Token = bot.token.expose_secret().parse().map_err(|error| Error::Internal(Box::new(error)))?;
    let present = staff.filter(|chat| chat.present);
    Ok(Running {
        staff_chat: AtomicI64::new(present.as_ref().map_or(0, |chat| chat.chat_id)),
        staff_forum: AtomicI8::new(present.map_or(-1, |chat| i8::from(chat.is_forum))),
        bot,
        org,
        categories,
        token,
    })
}
