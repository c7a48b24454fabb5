//! The handle of a running playground: starting and stopping it, adding accounts, waiting.

use std::{path::Path, time::Duration};

use tokio::net::TcpListener;

use crate::{
    bot_father,
    calls::Call,
    error::{Error, Result},
    faults::FaultsHandle,
    options::Options,
    people::{BotAccount, Group, Person},
    server::Server,
    snapshot, talk, web,
    world::{NewPerson, Place, World},
};

/// A running playground; cheap to clone. It runs until [`shutdown`](Self::shutdown) or the end of the runtime.
#[derive(Clone, Debug)]
pub struct Playground {
    server: Server,
}

impl Playground {
    /// Starts listening. Fails when the address is not loopback or taken, or the kept world cannot be read.
    pub async fn start(options: Options) -> Result<Self> {
        if !options.listen.ip().is_loopback() {
            return Err(Error::NotLoopback(options.listen));
        }
        // reqwest wants a TLS provider even for plain HTTP; another one may be installed already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .pool_max_idle_per_host(128)
            .build()?;
        let world = match &options.data {
            Some(folder) => snapshot::load(folder).await?,
            None => World::default(),
        };
        let listening = format!("listening on {}", options.listen);
        let listener = TcpListener::bind(options.listen).await.map_err(Error::io(listening.clone()))?;
        let address = listener.local_addr().map_err(Error::io(listening))?;
        let server = Server::new(world, options, format!("http://{address}"), http);
        web::serve(&server, listener);
        if let Some(folder) = server.options().data.clone() {
            snapshot::keep(&server, folder);
        }
        server.start_pending();
        if server.options().bot_father {
            bot_father::open(&server);
        }
        Ok(Self { server })
    }

    /// `http://127.0.0.1:<port>`, without a slash at the end: the Bot API's base and the chat page.
    pub fn url(&self) -> &str {
        self.server.url()
    }

    /// Stops listening and delivering, and writes the world when it is kept.
    pub async fn shutdown(&self) -> Result<()> {
        self.server.stop().await;
        match &self.server.options().data {
            Some(folder) => snapshot::save(&self.server, folder, true).await,
            None => Ok(()),
        }
    }

    /// The folder that keeps the world.
    pub fn data(&self) -> Option<&Path> {
        self.server.options().data.as_deref()
    }

    /// The bot of this username, made when there is none.
    pub fn add_bot(&self, username: &str, name: &str) -> BotAccount {
        self.server.change(|world| {
            let id = world.add_bot(username, name);
            let (token, username) =
                world.bot(id).map_or_else(Default::default, |bot| (bot.token.clone(), bot.username.clone()));
            BotAccount { id, token, username, server: self.server.clone() }
        })
    }

    /// The person of this id; without an id, or when there is none, a new one.
    pub fn add_person(&self, new: NewPerson) -> Person {
        let id = self.server.change(|world| world.add_person(new));
        Person { id, server: self.server.clone() }
    }

    /// A person by user id.
    pub fn person(&self, id: i64) -> Option<Person> {
        let is_known = self.server.read(|world| world.people.contains_key(&id));
        is_known.then(|| Person { id, server: self.server.clone() })
    }

    /// A new supergroup. Bots are added by [`Group::promotes`] and [`Group::adds_bot`].
    pub fn add_group(&self, title: &str, owner: &Person, is_forum: bool, members: &[&Person]) -> Group {
        let members: Vec<i64> = members.iter().map(|person| person.id).collect();
        let id = self.server.change(|world| world.add_group(title, owner.id, is_forum, &members));
        Group { id, owner: owner.id, server: self.server.clone() }
    }

    /// The first group of this title, for a world that was kept.
    pub fn group(&self, title: &str) -> Option<Group> {
        self.server.read(|world| {
            let mut found: Vec<_> = world.chats().filter(|chat| chat.title == title).collect();
            found.sort_by_key(|chat| std::cmp::Reverse(chat.place));
            let chat = found.first()?;
            let Place::Group(id) = chat.place else { return None };
            let owner = chat.members.iter().find(|(_, member)| member.status == crate::Status::Creator);
            let owner = owner.map_or(0, |(id, _)| *id);
            Some(Group { id, owner, server: self.server.clone() })
        })
    }

    /// What a bot has called, oldest first.
    pub fn calls(&self, bot: &BotAccount) -> Vec<Call> {
        self.server.read(|world| world.bot(bot.id).map_or_else(Vec::new, |bot| bot.calls.all()))
    }

    /// Forgets the calls so far.
    pub fn clear_calls(&self, bot: &BotAccount) {
        self.server.change(|world| {
            if let Some(bot) = world.bots.get_mut(&bot.id) {
                bot.calls.clear();
            }
        });
    }

    /// What goes wrong for a bot.
    pub fn faults(&self, bot: &BotAccount) -> FaultsHandle {
        FaultsHandle::new(self.server.clone(), bot.id)
    }

    /// Moves the playground's clock ahead: ages callbacks and updates without waiting for them.
    pub fn advance(&self, time: Duration) {
        let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
        self.server.change(|world| world.clock_offset = world.clock_offset.saturating_add(seconds));
    }

    /// Looks at the world.
    pub fn look<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        self.server.read(look)
    }

    /// Waits until `look` finds something; it looks again after each change. `what` is for the error.
    pub async fn wait<T>(&self, what: &str, look: impl Fn(&World) -> Option<T>) -> Result<T> {
        self.server.wait(what, look, talk::recent).await
    }

    /// Waits until nothing is pending, held back or in flight for a bot.
    pub async fn settled(&self, bot: &BotAccount) -> Result<()> {
        let look = |world: &World| world.bot(bot.id).is_some_and(|bot| bot.is_settled()).then_some(());
        self.wait("all updates to be delivered", look).await
    }

    /// The bytes of a file, by the playground's file id.
    pub async fn file(&self, file_id: &str) -> Result<bytes::Bytes> {
        crate::client::file(&self.server, file_id).await.map(|(bytes, _)| bytes)
    }
}

impl Server {
    /// Waits until `look` finds something, at most `wait_timeout`.
    pub(crate) async fn wait<T>(
        &self,
        what: &str,
        look: impl Fn(&World) -> Option<T>,
        shown: impl Fn(&World) -> String,
    ) -> Result<T> {
        let timeout = self.options().wait_timeout;
        let deadline = tokio::time::Instant::now() + timeout;
        let mut changes = self.changes();
        loop {
            changes.mark_unchanged();
            if let Some(found) = self.read(&look) {
                return Ok(found);
            }
            let changed = tokio::time::timeout_at(deadline, changes.changed()).await;
            if !matches!(changed, Ok(Ok(()))) {
                let transcript = self.read(shown);
                return Err(Error::Timeout { what: what.to_owned(), seconds: timeout.as_secs_f64(), transcript });
            }
        }
    }

    /// Resumes the deliveries of a kept world.
    fn start_pending(&self) {
        self.change(|world| {
            let hooked: Vec<i64> = world.bots.values().filter(|bot| bot.webhook.is_some()).map(|bot| bot.id).collect();
            hooked.into_iter().for_each(|bot| world.fill_queues(bot));
        });
    }
}
