//! Everything that Telegram would know: accounts, chats, messages, files and what each bot still has
//! to be told. One value behind one lock; nothing here waits or touches the network. Changes are
//! noted in `events` and `lanes_to_start` and carried out after the lock is released.

mod accounts;
mod bot_profile;
mod callbacks;
mod chat;
mod events;
mod files;
mod keyboard;
mod membership;
mod message;
mod person_acts;
mod post;
mod reactions;
mod render;
mod topics;
mod updates;

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    str::FromStr,
    time::{SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Serialize};

pub use accounts::{Bot, NewPerson, PersonRecord, Webhook};
pub use bot_profile::Profile;
pub use callbacks::{Callback, CallbackAnswer};
pub use chat::{Chat, Member, Right, Status, Topic};
pub use events::Event;
pub use files::{FileKind, FileRecord, Files};
pub(crate) use files::{hex, unique};
pub use keyboard::Keyboard;
pub use message::Stored;
pub(crate) use person_acts::{From as Writer, STICKER};
pub use post::Draft;
pub(crate) use reactions::shown as shown_reactions;
pub use render::Viewer;
pub use updates::{Lane, Queue, Update};

/// Where messages are: a bot and a person alone, or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Place {
    /// The private chat of a bot and a person.
    Private {
        /// The bot's user id.
        bot: i64,
        /// The person's user id.
        person: i64,
    },
    /// A supergroup, by its (negative) chat id.
    Group(i64),
}

/// The state of the playground.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct World {
    pub(crate) bots: BTreeMap<i64, Bot>,
    pub(crate) people: BTreeMap<i64, PersonRecord>,
    pub(crate) chats: HashMap<Place, Chat>,
    pub(crate) files: Files,
    /// Ascends with every change of a message or act of a person; tells "before" from "after" exactly.
    pub(crate) sequence: u64,
    next_id: i64,
    /// How far [`Playground::advance`](crate::Playground::advance) has moved the clock, in seconds.
    pub(crate) clock_offset: i64,
    /// How many streams each person has open; events for nobody are not made.
    #[serde(skip)]
    pub(crate) watchers: HashMap<i64, usize>,
    #[serde(skip)]
    pub(crate) events: Vec<Event>,
    #[serde(skip)]
    pub(crate) lanes_to_start: Vec<(i64, Queue)>,
}

impl World {
    /// The playground's time, in Unix seconds.
    pub fn now(&self) -> i64 {
        let real = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        i64::try_from(real).unwrap_or(i64::MAX).saturating_add(self.clock_offset)
    }

    /// The next number of the world's own sequence, for ids that need no order of their own.
    pub(crate) fn fresh_id(&mut self) -> i64 {
        self.next_id += 1;
        self.next_id
    }

    pub(crate) fn tick(&mut self) -> u64 {
        self.sequence += 1;
        self.sequence
    }

    /// A chat with its messages.
    pub fn chat(&self, place: Place) -> Option<&Chat> {
        self.chats.get(&place)
    }

    /// All chats, in no order.
    pub fn chats(&self) -> impl Iterator<Item = &Chat> {
        self.chats.values()
    }

    /// A bot by its user id.
    pub fn bot(&self, id: i64) -> Option<&Bot> {
        self.bots.get(&id)
    }

    /// After a crash the last moments may be missing from the snapshot, so every counter leaps ahead:
    /// an id that was ever given out is never given out again.
    pub(crate) fn leap(&mut self) {
        const LEAP: i64 = 10_000;
        self.next_id += LEAP;
        for bot in self.bots.values_mut() {
            bot.last_update_id += LEAP;
        }
        for chat in self.chats.values_mut() {
            chat.last_message_id += LEAP;
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Private { bot, person } => write!(f, "private:{bot}:{person}"),
            Self::Group(id) => write!(f, "group:{id}"),
        }
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.to_string()
    }
}

impl TryFrom<String> for Place {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("not a place: {text}");
        let id = |part: &str| part.parse::<i64>().map_err(|_| wrong());
        match text.split(':').collect::<Vec<_>>()[..] {
            ["private", bot, person] => Ok(Self::Private { bot: id(bot)?, person: id(person)? }),
            ["group", group] => Ok(Self::Group(id(group)?)),
            _ => Err(wrong()),
        }
    }
}
