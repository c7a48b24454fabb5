//! What each bot still has to be told. An update waits in its bot's pending list until it is
//! confirmed; with a webhook it also stands in a queue: messages, edits and membership per chat,
//! callbacks per person (as the official server does it), one request in flight per queue.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Bot, World};

/// Seconds that Telegram keeps an update.
const LIFE: i64 = 24 * 60 * 60;
/// Seconds that a callback query can be answered, and is worth delivering.
pub(crate) const CALLBACK_LIFE: i64 = 150;
/// How many confirmed updates are remembered, so that a test can have them delivered again.
const REMEMBERED: usize = 10_000;
/// Kinds that a bot gets only when it asks for them by name.
const OPT_IN: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// An update for one bot.
#[derive(Debug, Serialize, Deserialize)]
pub struct Update {
    /// Ascends for its bot.
    pub id: i64,
    /// The whole Bot API `Update`.
    pub body: Value,
    /// The queue that keeps it in order.
    pub queue: Queue,
    /// Unix seconds after which it is dropped.
    pub expires: i64,
}

/// Updates of one queue are delivered one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Queue {
    /// Messages, edits, reactions and membership of a chat.
    Chat(i64),
    /// Callback queries of a person.
    Person(i64),
}

/// A queue of a webhook.
#[derive(Debug, Default)]
pub struct Lane {
    pub(crate) waiting: VecDeque<Arc<Update>>,
    /// A task delivers from it.
    pub(crate) is_running: bool,
    pub(crate) in_flight: Option<i64>,
}

impl Bot {
    pub(crate) fn wants(&self, kind: &str) -> bool {
        if self.allowed_updates.is_empty() {
            !OPT_IN.contains(&kind)
        } else {
            self.allowed_updates.iter().any(|allowed| allowed == kind)
        }
    }

    /// Nothing is waiting, held back or in flight.
    pub(crate) fn is_settled(&self) -> bool {
        self.pending.is_empty()
            && self.replays.is_empty()
            && self.faults.held.is_empty()
            && self.queues.values().all(|lane| lane.in_flight.is_none() && lane.waiting.is_empty())
    }

    /// Whether it has asked for updates by long polling.
    pub fn is_polled(&self) -> bool {
        self.poll > 0
    }

    /// Drops from the pending list what is too old.
    pub(crate) fn expire(&mut self, now: i64) {
        self.pending.retain(|_, update| update.expires >= now);
    }

    fn remember(&mut self, update: Arc<Update>) {
        if self.delivered.len() == REMEMBERED {
            self.delivered.pop_front();
        }
        self.delivered.push_back(update);
    }

    /// Long polling confirms everything below `offset`.
    pub(crate) fn confirm_below(&mut self, offset: i64) {
        let kept = self.pending.split_off(&offset);
        for (_, update) in std::mem::replace(&mut self.pending, kept) {
            if self.faults.twice {
                self.replays.push_back(Arc::clone(&update));
            }
            self.remember(update);
        }
    }

    /// A negative offset of `getUpdates`: all but the last `count` are forgotten.
    pub(crate) fn forget_but_last(&mut self, count: usize) {
        while self.pending.len() > count {
            self.pending.pop_first();
        }
    }

    pub(crate) fn forget_all(&mut self) {
        self.pending = BTreeMap::new();
        self.replays.clear();
        self.queues.values_mut().for_each(|lane| lane.waiting.clear());
        self.faults.held.clear();
    }
}

impl World {
    /// Tells `bot` something, unless it did not ask for this kind.
    pub(super) fn push_update(&mut self, bot: i64, kind: &str, value: Value, queue: Queue) {
        let now = self.now();
        let Some(account) = self.bots.get_mut(&bot) else { return };
        if !account.wants(kind) {
            return;
        }
        account.last_update_id += 1;
        let id = account.last_update_id;
        let mut body = Map::new();
        body.insert("update_id".into(), id.into());
        body.insert(kind.into(), value);
        let life = if kind == "callback_query" { CALLBACK_LIFE } else { LIFE };
        let update = Arc::new(Update { id, body: Value::Object(body), queue, expires: now + life });
        account.pending.insert(id, Arc::clone(&update));
        for update in account.faults.pass_or_hold(update) {
            self.enqueue(bot, update, false);
        }
    }

    fn enqueue(&mut self, bot: i64, update: Arc<Update>, at_front: bool) {
        let Some(account) = self.bots.get_mut(&bot) else { return };
        if account.webhook.is_none() {
            return;
        }
        let queue = update.queue;
        let lane = account.queues.entry(queue).or_default();
        if at_front {
            lane.waiting.push_front(update);
        } else {
            lane.waiting.push_back(update);
        }
        if !lane.is_running {
            lane.is_running = true;
            self.lanes_to_start.push((bot, queue));
        }
    }

    /// After `setWebhook`: everything pending goes into queues.
    pub(crate) fn fill_queues(&mut self, bot: i64) {
        let Some(account) = self.bots.get_mut(&bot) else { return };
        account.queues.values_mut().for_each(|lane| lane.waiting.clear());
        let held: Vec<i64> = account.faults.held.iter().map(|update| update.id).collect();
        let flying: Vec<i64> = account.queues.values().filter_map(|lane| lane.in_flight).collect();
        let waiting: Vec<Arc<Update>> = account
            .pending
            .values()
            .filter(|update| !held.contains(&update.id) && !flying.contains(&update.id))
            .map(Arc::clone)
            .collect();
        for update in waiting {
            self.enqueue(bot, update, false);
        }
    }

    /// After `deleteWebhook`: updates wait for long polling.
    pub(crate) fn empty_queues(&mut self, bot: i64) {
        if let Some(account) = self.bots.get_mut(&bot) {
            account.queues.values_mut().for_each(|lane| lane.waiting.clear());
        }
    }

    /// The next update of a lane; `None` ends its task, because nothing is left or the webhook is gone.
    pub(crate) fn take_from_lane(&mut self, bot: i64, queue: Queue) -> Option<Arc<Update>> {
        let now = self.now();
        let account = self.bots.get_mut(&bot)?;
        let has_webhook = account.webhook.is_some();
        let lane = account.queues.get_mut(&queue)?;
        while has_webhook && let Some(update) = lane.waiting.pop_front() {
            if update.expires < now {
                account.pending.remove(&update.id);
                continue;
            }
            lane.in_flight = Some(update.id);
            return Some(update);
        }
        account.queues.remove(&queue);
        None
    }

    /// A delivery was confirmed.
    pub(crate) fn delivered(&mut self, bot: i64, update: &Arc<Update>) {
        let Some(account) = self.bots.get_mut(&bot) else { return };
        let first_time = account.pending.remove(&update.id).is_some();
        if first_time {
            account.remember(Arc::clone(update));
        }
        let again = first_time && account.faults.twice;
        if let Some(lane) = account.queues.get_mut(&update.queue) {
            lane.in_flight = None;
            if again {
                lane.waiting.push_front(Arc::clone(update));
            }
        }
    }

    /// A delivery failed: the update stays first in its queue.
    pub(crate) fn not_delivered(&mut self, bot: i64, update: &Arc<Update>, why: String) {
        let now = self.now();
        let Some(account) = self.bots.get_mut(&bot) else { return };
        let Some(hook) = &mut account.webhook else {
            // deleteWebhook came meanwhile; the update is still pending for long polling.
            if let Some(lane) = account.queues.get_mut(&update.queue) {
                lane.in_flight = None;
            }
            return;
        };
        hook.last_error = Some((now, why));
        // Dropped by drop_pending_updates while it was in flight: neither pending nor one that is delivered again.
        let is_wanted = account.pending.contains_key(&update.id)
            || account.delivered.iter().rev().any(|delivered| delivered.id == update.id);
        if let Some(lane) = account.queues.get_mut(&update.queue) {
            lane.in_flight = None;
            if is_wanted {
                lane.waiting.push_front(Arc::clone(update));
            }
        }
    }

    /// Delivers a confirmed update once more, before everything else of its queue. `None` means the last one.
    /// Returns its id.
    pub(crate) fn redeliver(&mut self, bot: i64, id: Option<i64>) -> Option<i64> {
        let account = self.bots.get_mut(&bot)?;
        let update = match id {
            None => account.delivered.back(),
            Some(id) => account.delivered.iter().rev().find(|update| update.id == id),
        }
        .map(Arc::clone)?;
        let id = update.id;
        if account.webhook.is_some() {
            self.enqueue(bot, update, true);
        } else {
            account.replays.push_back(update);
        }
        Some(id)
    }

    /// Lets go of what a reordering fault holds back, the newest first.
    pub(crate) fn release_held(&mut self, bot: i64) {
        let Some(account) = self.bots.get_mut(&bot) else { return };
        for update in account.faults.take_held() {
            self.enqueue(bot, update, false);
        }
    }
}
