//! Faults on demand: what Telegram and the network do on bad days, for tests that must see a bot
//! survive it. Each fault is of one bot.

use std::{
    collections::{HashMap, VecDeque},
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    error::{Error, Result},
    server::Server,
    world::Update,
};

/// What happens to a call that a rule catches.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// 429 with `parameters.retry_after` in seconds and the header; nothing is done.
    TooManyRequests {
        /// Seconds.
        retry_after: u32,
    },
    /// 403 with this description (after `Forbidden: `); nothing is done.
    Forbidden(String),
    /// 401, as for a token that was revoked; nothing is done.
    Unauthorized,
    /// 500; nothing is done.
    ServerError,
    /// The work is done and the connection is closed without an answer.
    LostAnswer,
}

/// Which calls a fault is for; the default is the next call, whatever it is.
#[derive(Clone, Debug)]
pub struct When {
    /// How many calls are caught.
    pub times: usize,
    /// Only this method, in any case.
    pub method: Option<String>,
    /// Only calls with this `chat_id`.
    pub chat: Option<i64>,
}

impl Default for When {
    fn default() -> Self {
        Self { times: 1, method: None, chat: None }
    }
}

impl When {
    /// The next `times` calls.
    pub fn next(times: usize) -> Self {
        Self { times, ..Self::default() }
    }

    /// Only of this method.
    #[must_use]
    pub fn of(mut self, method: &str) -> Self {
        self.method = Some(method.to_owned());
        self
    }

    /// Only to this chat.
    #[must_use]
    pub fn to(mut self, chat: i64) -> Self {
        self.chat = Some(chat);
        self
    }
}

/// The faults of one bot.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    rules: Vec<(When, Fault)>,
    pub latency: Duration,
    /// Only calls of this method take so long.
    pub slow_method: Option<String>,
    /// Every update is delivered twice.
    pub twice: bool,
    /// How many more updates are held back before all are let go in reverse order.
    reorder: usize,
    /// At most so many messages to a group within so long; Telegram counts edits and new topics too.
    group_limit: Option<(usize, Duration)>,
    /// When the latest messages to each group came.
    to_groups: HashMap<i64, VecDeque<Instant>>,
    pub held: Vec<Arc<Update>>,
}

impl Faults {
    /// The fault for a call, if a rule catches it.
    pub fn catch(&mut self, method: &str, params: &serde_json::Map<String, Value>) -> Option<Fault> {
        let chat = params.get("chat_id").and_then(|id| id.as_i64().or_else(|| id.as_str()?.parse().ok()));
        let index = self.rules.iter().position(|(when, _)| {
            when.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
                && when.chat.is_none_or(|wanted| Some(wanted) == chat)
        })?;
        let (when, fault) = &mut self.rules[index];
        let fault = fault.clone();
        when.times -= 1;
        if when.times == 0 {
            self.rules.remove(index);
        }
        Some(fault)
    }

    /// Whether a call is one too many for its group; otherwise it counts.
    pub fn floods(&mut self, method: &str, params: &serde_json::Map<String, Value>) -> bool {
        let Some((most, period)) = self.group_limit else { return false };
        let counts = ["send", "edit", "copy", "forward", "createForum", "closeForum", "reopenForum"];
        if method == "sendChatAction" || !counts.iter().any(|prefix| method.starts_with(prefix)) {
            return false;
        }
        let chat = params.get("chat_id").and_then(|id| id.as_i64().or_else(|| id.as_str()?.parse().ok()));
        let Some(group) = chat.filter(|chat| *chat < 0) else { return false };
        let (now, times) = (Instant::now(), self.to_groups.entry(group).or_default());
        while times.front().is_some_and(|time| now - *time >= period) {
            times.pop_front();
        }
        if times.len() >= most {
            return true;
        }
        times.push_back(now);
        false
    }

    /// The updates that may go now; while reordering they gather until enough are held.
    pub fn pass_or_hold(&mut self, update: Arc<Update>) -> Vec<Arc<Update>> {
        if self.reorder == 0 {
            return vec![update];
        }
        self.held.push(update);
        self.reorder -= 1;
        if self.reorder == 0 { self.take_held() } else { Vec::new() }
    }

    pub fn take_held(&mut self) -> Vec<Arc<Update>> {
        self.reorder = 0;
        self.held.drain(..).rev().collect()
    }
}

/// Sets the faults of one bot.
#[derive(Clone, Debug)]
pub struct FaultsHandle {
    server: Server,
    bot: i64,
}

impl FaultsHandle {
    pub(crate) fn new(server: Server, bot: i64) -> Self {
        Self { server, bot }
    }

    fn set<T: Default>(&self, change: impl FnOnce(&mut Faults) -> T) -> T {
        self.server.change(|world| world.bots.get_mut(&self.bot).map(|bot| change(&mut bot.faults)).unwrap_or_default())
    }

    /// Answers the calls of `when` with `fault`.
    pub fn answer(&self, when: When, fault: Fault) {
        if when.times > 0 {
            self.set(|faults| faults.rules.push((when, fault)));
        }
    }

    /// The next `times` calls get 429 with `retry_after` seconds.
    pub fn too_many_requests(&self, times: usize, retry_after: u32) {
        self.answer(When::next(times), Fault::TooManyRequests { retry_after });
    }

    /// The next `times` calls get 500.
    pub fn server_errors(&self, times: usize) {
        self.answer(When::next(times), Fault::ServerError);
    }

    /// The next `times` calls are carried out and their answers are lost.
    pub fn lose_answers(&self, times: usize) {
        self.answer(When::next(times), Fault::LostAnswer);
    }

    /// Refuses with 429 what is more than `most` messages to one group within `period`, as Telegram does with 20 and a
    /// minute; whoever tests a bot by it wants a shorter minute.
    pub fn limit_groups(&self, most: usize, period: Duration) {
        self.set(|faults| faults.group_limit = Some((most, period)));
    }

    /// Every call takes at least this long.
    pub fn latency(&self, latency: Duration) {
        self.set(|faults| (faults.latency, faults.slow_method) = (latency, None));
    }

    /// Every call of `method` takes at least this long, and no other.
    pub fn latency_of(&self, method: &str, latency: Duration) {
        self.set(|faults| (faults.latency, faults.slow_method) = (latency, Some(method.to_owned())));
    }

    /// Delivers every update twice, or stops doing so.
    pub fn deliver_twice(&self, twice: bool) {
        self.set(|faults| faults.twice = twice);
    }

    /// Holds the next `count` updates back and then delivers them in reverse order.
    pub fn reorder(&self, count: usize) {
        self.set(|faults| faults.reorder = count);
    }

    /// Lets go of what [`reorder`](Self::reorder) holds back so far.
    pub fn release(&self) {
        self.server.change(|world| world.release_held(self.bot));
    }

    /// Delivers the last confirmed update once more; returns its id.
    pub fn redeliver_last(&self) -> Result<i64> {
        self.again(None)
    }

    /// Delivers a confirmed update once more.
    pub fn redeliver(&self, update_id: i64) -> Result<i64> {
        self.again(Some(update_id))
    }

    fn again(&self, id: Option<i64>) -> Result<i64> {
        self.server
            .change(|world| world.redeliver(self.bot, id))
            .ok_or_else(|| Error::NotFound("a confirmed update to deliver again".to_owned()))
    }

    /// Forgets all faults and lets go of what is held.
    pub fn clear(&self) {
        self.release();
        self.set(|faults| *faults = Faults::default());
    }

    /// Posts any body to the bot's webhook with its secret, outside all queues; returns the HTTP status.
    pub async fn deliver_raw(&self, body: impl Into<bytes::Bytes>) -> Result<u16> {
        self.server.deliver_raw(self.bot, body.into()).await
    }
}
