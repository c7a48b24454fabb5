//! Bots and people: who exists, and how a `User` of the Bot API looks.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    sync::Arc,
};

use rand::RngExt;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use tokio::sync::{Semaphore, watch};

use super::{Callback, Lane, Profile, Queue, Update, World};
use crate::{calls::CallLog, faults::Faults};

/// Real bots and people have ids of ten digits; bots begin here, people there.
const FIRST_BOT: i64 = 7_000_000_000;
const FIRST_PERSON: i64 = 5_000_000_000;

/// A bot account and everything that Telegram keeps for it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Bot {
    /// User id.
    pub id: i64,
    /// The token of its Bot API address.
    pub token: String,
    /// Without `@`.
    pub username: String,
    /// As people see it.
    pub name: String,
    /// Privacy mode off: sees all messages of its groups even when it is no administrator.
    pub reads_all: bool,
    /// Where updates are posted; `None` means long polling.
    pub webhook: Option<Webhook>,
    /// The kinds of updates that it asked for; empty means the default set.
    pub allowed_updates: Vec<String>,
    pub(crate) last_update_id: i64,
    pub(crate) pending: BTreeMap<i64, Arc<Update>>,
    pub(crate) profile: Profile,
    pub(crate) callbacks: HashMap<String, Callback>,
    /// Requests to be redelivered by long polling, before everything else.
    #[serde(skip)]
    pub(crate) replays: VecDeque<Arc<Update>>,
    #[serde(skip)]
    pub(crate) queues: HashMap<Queue, Lane>,
    #[serde(skip)]
    pub(crate) delivered: VecDeque<Arc<Update>>,
    #[serde(skip)]
    pub(crate) calls: CallLog,
    #[serde(skip)]
    pub(crate) faults: Faults,
    #[serde(skip)]
    pub(crate) connections: Connections,
    /// The number of the latest `getUpdates`; an older one that still waits is ended.
    #[serde(skip)]
    pub(crate) poll: u64,
}

/// A webhook as `setWebhook` left it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Webhook {
    /// The address on loopback.
    pub url: String,
    /// Sent with every request.
    pub secret: Option<String>,
    /// Requests in parallel.
    pub max_connections: usize,
    /// When the last delivery failed (Unix seconds), and how.
    pub last_error: Option<(i64, String)>,
}

/// What bounds and wakes the deliveries of one bot.
#[derive(Debug)]
pub(crate) struct Connections {
    pub permits: Arc<Semaphore>,
    /// Changes when the webhook does, so that nobody sits out a delay for a webhook that is gone.
    pub changed: watch::Sender<u64>,
}

impl Default for Connections {
    fn default() -> Self {
        Self { permits: Arc::new(Semaphore::new(40)), changed: watch::Sender::new(0) }
    }
}

/// A person to be added.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct NewPerson {
    /// Telegram user id; `None` takes the next free one.
    #[serde(default)]
    pub id: Option<i64>,
    /// Given name.
    pub first_name: String,
    /// Family name.
    #[serde(default)]
    pub last_name: Option<String>,
    /// Without `@`.
    #[serde(default)]
    pub username: Option<String>,
    /// IETF tag of the messenger's language.
    #[serde(default)]
    pub language_code: Option<String>,
    /// Shared by the "share contact" button; digits, without `+`.
    #[serde(default)]
    pub phone: Option<String>,
    /// Who this person is in the demo, shown on the chat page only.
    #[serde(default)]
    pub hint: Option<String>,
}

/// A person who uses a messenger.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersonRecord {
    /// The Bot API `User`.
    pub user: Map<String, Value>,
    /// Phone number, digits without `+`.
    pub phone: String,
    /// Who this person is in the demo.
    pub hint: Option<String>,
}

impl PersonRecord {
    /// First and last name.
    pub fn name(&self) -> String {
        let part = |key: &str| self.user.get(key).and_then(Value::as_str);
        [part("first_name"), part("last_name")].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl World {
    /// The bot of this username, made when it does not exist yet.
    pub(crate) fn add_bot(&mut self, username: &str, name: &str) -> i64 {
        let username = username.trim_start_matches('@');
        if let Some(bot) = self.bots.values().find(|bot| bot.username.eq_ignore_ascii_case(username)) {
            return bot.id;
        }
        let id = FIRST_BOT + self.fresh_id();
        let bot = Bot {
            id,
            token: format!("{id}:{}", token_secret()),
            username: username.to_owned(),
            name: name.to_owned(),
            reads_all: true,
            webhook: None,
            allowed_updates: Vec::new(),
            // The first id of a real bot is random too; a test that expects 1 is wrong.
            last_update_id: rand::rng().random_range(100_000_000..900_000_000),
            pending: BTreeMap::new(),
            profile: Profile::new(name),
            callbacks: HashMap::new(),
            replays: VecDeque::new(),
            queues: HashMap::new(),
            delivered: VecDeque::new(),
            calls: CallLog::default(),
            faults: Faults::default(),
            connections: Connections::default(),
            poll: 0,
        };
        self.bots.insert(id, bot);
        let people: Vec<i64> = self.people.keys().copied().collect();
        for person in people {
            let place = self.ensure_private(id, person);
            self.row_changed(place);
        }
        id
    }

    /// The person of this id, or, without an id, a new one.
    pub(crate) fn add_person(&mut self, new: NewPerson) -> i64 {
        let id = match new.id {
            Some(id) if self.people.contains_key(&id) => return id,
            Some(id) => id,
            None => loop {
                let id = FIRST_PERSON + self.fresh_id();
                if !self.people.contains_key(&id) {
                    break id;
                }
            },
        };
        let mut user = Map::new();
        user.insert("id".into(), id.into());
        user.insert("is_bot".into(), false.into());
        user.insert("first_name".into(), new.first_name.into());
        for (key, value) in
            [("last_name", new.last_name), ("username", new.username), ("language_code", new.language_code)]
        {
            if let Some(value) = value {
                user.insert(key.into(), value.into());
            }
        }
        let phone = new.phone.unwrap_or_else(|| format!("99890{:07}", id.rem_euclid(10_000_000)));
        self.people.insert(id, PersonRecord { user, phone, hint: new.hint });
        let bots: Vec<i64> = self.bots.keys().copied().collect();
        for bot in bots {
            self.ensure_private(bot, id);
        }
        id
    }

    /// The Bot API `User` of a bot or a person.
    pub(crate) fn user(&self, id: i64) -> Value {
        if let Some(person) = self.people.get(&id) {
            return Value::Object(person.user.clone());
        }
        match self.bots.get(&id) {
            Some(bot) => json!({"id": id, "is_bot": true, "first_name": bot.name, "username": bot.username}),
            None => json!({"id": id, "is_bot": false, "first_name": "Deleted Account"}),
        }
    }

    /// How a transcript names somebody.
    pub(crate) fn name(&self, id: i64) -> String {
        match (self.people.get(&id), self.bots.get(&id)) {
            (Some(person), _) => person.name(),
            (_, Some(bot)) => bot.name.clone(),
            _ => "Deleted Account".to_owned(),
        }
    }

    pub(crate) fn bot_by_token(&self, token: &str) -> Option<i64> {
        let id: i64 = token.split(':').next()?.parse().ok()?;
        self.bots.get(&id).filter(|bot| bot.token == token).map(|bot| bot.id)
    }
}

fn token_secret() -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    let mut random = rand::rng();
    (0..35).map(|_| char::from(LETTERS[random.random_range(0..LETTERS.len())])).collect()
}
