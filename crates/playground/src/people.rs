//! Handles of tests and demos: bots, people and groups. All are cheap to clone and look into the
//! running playground.

use crate::{
    error::{Error, Result},
    server::Server,
    talk::Talk,
    world::{NewPerson, Place, Right, Status, World},
};

/// A bot account.
#[derive(Clone, Debug)]
pub struct BotAccount {
    /// User id.
    pub id: i64,
    /// The token of its Bot API address.
    pub token: String,
    /// Without `@`.
    pub username: String,
    pub(crate) server: Server,
}

impl BotAccount {
    /// Switches privacy mode: with it the bot sees in groups only what concerns it, unless it is an administrator.
    pub fn privacy_mode(&self, on: bool) {
        self.server.change(|world| {
            if let Some(bot) = world.bots.get_mut(&self.id) {
                bot.reads_all = !on;
            }
        });
    }
}

/// A person with a messenger.
#[derive(Clone, Debug)]
pub struct Person {
    pub(crate) id: i64,
    pub(crate) server: Server,
}

impl Person {
    /// Telegram user id; for bots also the id of their private chat.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// First and last name.
    pub fn name(&self) -> String {
        self.server.read(|world| world.name(self.id))
    }

    /// What they registered with; `None` for somebody unknown.
    pub fn profile(&self) -> Option<NewPerson> {
        self.server.read(|world| {
            let person = world.people.get(&self.id)?;
            let text = |key: &str| person.user.get(key).and_then(|value| value.as_str()).map(str::to_owned);
            Some(NewPerson {
                id: Some(self.id),
                first_name: text("first_name").unwrap_or_default(),
                last_name: text("last_name"),
                username: text("username"),
                language_code: text("language_code"),
                phone: Some(person.phone.clone()),
                hint: person.hint.clone(),
            })
        })
    }

    /// The chat with a bot, or a group, as this person has it on the screen.
    pub fn chat(&self, with: impl Into<Peer>) -> Talk {
        let place = match with.into() {
            Peer::Bot(bot) => self.server.change_quietly(|world| world.ensure_private(bot, self.id)),
            Peer::Group(group) => Place::Group(group),
        };
        Talk::new(self.server.clone(), self.id, place, None)
    }

    /// Asks to be let into a group.
    pub fn asks_to_join(&self, group: &Group) {
        self.server.change(|world| world.ask_to_join(group.id, self.id));
    }
}

/// Whom a person talks with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// A bot, by its user id.
    Bot(i64),
    /// A group, by its chat id.
    Group(i64),
}

impl From<&BotAccount> for Peer {
    fn from(bot: &BotAccount) -> Self {
        Self::Bot(bot.id)
    }
}

impl From<&Group> for Peer {
    fn from(group: &Group) -> Self {
        Self::Group(group.id)
    }
}

/// A supergroup.
#[derive(Clone, Debug)]
pub struct Group {
    pub(crate) id: i64,
    pub(crate) owner: i64,
    pub(crate) server: Server,
}

impl Group {
    /// Chat id, negative.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The owner adds a bot as a plain member.
    pub fn adds_bot(&self, bot: &BotAccount) {
        self.set(bot.id, Status::Member, &[]);
    }

    /// The owner makes a bot an administrator with every right, adding it when needed.
    pub fn promotes(&self, bot: &BotAccount) {
        self.set(bot.id, Status::Administrator, &Right::ALL);
    }

    /// The owner makes a bot an administrator with these rights only.
    pub fn promotes_with(&self, bot: &BotAccount, rights: &[Right]) {
        self.set(bot.id, Status::Administrator, rights);
    }

    /// The owner throws a bot out.
    pub fn kicks_bot(&self, bot: &BotAccount) {
        self.set(bot.id, Status::Kicked, &[]);
    }

    /// A person comes in.
    pub fn adds(&self, person: &Person) {
        self.set(person.id, Status::Member, &[]);
    }

    /// A person goes.
    pub fn removes(&self, person: &Person) {
        self.set(person.id, Status::Left, &[]);
    }

    /// Switches topics on or off.
    pub fn set_forum(&self, is_forum: bool) {
        self.server.change(|world| world.set_forum(self.id, is_forum));
    }

    /// The topics: thread id and name.
    pub fn topics(&self) -> Vec<(i64, String)> {
        self.server.read(|world| self.topics_in(world))
    }

    /// The same, inside a [`wait`](crate::Playground::wait), which holds the world already.
    pub fn topics_in(&self, world: &World) -> Vec<(i64, String)> {
        let chat = world.chat(Place::Group(self.id));
        chat.into_iter().flat_map(|chat| &chat.topics).map(|(id, topic)| (*id, topic.name.clone())).collect()
    }

    /// The thread id of the newest topic of this name.
    pub fn topic(&self, name: &str) -> Result<i64> {
        let topics = self.topics();
        let found = topics.iter().rev().find(|(_, topic)| topic == name);
        found.map(|(id, _)| *id).ok_or_else(|| Error::NotFound(format!("topic {name:?} among {topics:?}")))
    }

    fn set(&self, user: i64, status: Status, rights: &[Right]) {
        self.server
            .change(|world| world.set_member(self.id, self.owner, user, status, rights.iter().copied().collect()));
    }
}
