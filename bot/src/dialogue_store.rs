//! Where each dialogue stands, in Redis: compare-and-set, and at most a week.
//!
//! A record knows the update that wrote it. One that changed the database is written *before* its commit and says so
//! (`pending`), with the state before: whoever reads it next can tell, by the update's mark in the database, whether
//! that commit came through, and goes on from the one state or the other. Nothing is lost or done twice by a kill at
//! any point. Losing Redis costs a person the current question, never data.

use dialogues::State;
use redis::{AsyncCommands as _, RedisResult, Script, aio::ConnectionManager};
use serde::{Deserialize, Serialize};

use crate::messenger::budget::{BUDGET_LUA, Class, Limits, Wait};

/// How long a draft is kept, in seconds.
const KEEP: u64 = 7 * 24 * 3600;
/// After this long without a word what was being asked is laid aside, in seconds.
const IDLE: i64 = 30 * 60;
/// What is known of drafts: a set per bot, of private chats by the time of their last word, in seconds.
fn drafts(bot: i64) -> String {
    format!("drafts:{{{bot}}}")
}

/// How many updates a record remembers: those that Telegram may have in flight for one person (their messages and
/// their taps are queues of their own) and some.
const REMEMBERED: usize = 16;

/// Whose dialogue, with which bot.
#[derive(Clone, Copy, Debug)]
pub struct DialogueKey {
    /// The bot's id with Telegram.
    pub bot: i64,
    /// The chat.
    pub chat: i64,
    /// The chat's thread; 0 for none.
    pub thread: i64,
    /// The person.
    pub person: i64,
}

impl DialogueKey {
    fn name(self) -> String {
        // The braces are the hash tag: in a Redis Cluster everything of one bot lives together.
        format!("dlg:{{{}}}:{}:{}:{}", self.bot, self.chat, self.thread, self.person)
    }
}

/// Where a dialogue stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// [`State::SCHEMA`].
    #[serde(rename = "v")]
    schema: u32,
    /// Grows with each write.
    #[serde(rename = "n")]
    writes: u64,
    /// The update that wrote it.
    #[serde(rename = "u")]
    pub update_id: i64,
    /// Whether it was written before a commit that may not have come through.
    #[serde(rename = "p", default, skip_serializing_if = "std::ops::Not::not")]
    pub pending: bool,
    /// The updates before that one, newest last.
    #[serde(rename = "r", default)]
    recent: Vec<i64>,
    /// Seconds of the clock at which it was written.
    #[serde(rename = "t")]
    touched: i64,
    /// Microseconds of the clock at which what is known of the person last changed.
    #[serde(rename = "i", default)]
    pub identity_changed: i64,
    /// Where the dialogue stands.
    #[serde(rename = "s")]
    pub state: State,
    /// Where it stood before the pending update.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub before: Option<State>,
}

impl Record {
    /// What a compare-and-set compares: the first line of what is kept.
    fn version(&self) -> String {
        format!("{}.{}", self.writes, self.update_id)
    }

    /// Whether this update has been here, and another one after it.
    pub fn remembers(&self, update_id: i64) -> bool {
        self.recent.contains(&update_id)
    }

    /// The state, laid aside when nothing was said for long.
    pub fn state_at(state: State, touched: i64, now: i64) -> State {
        if now - touched > IDLE && state.expects() { state.laid_aside() } else { state }
    }

    /// Seconds of the clock at which it was written.
    pub fn touched(&self) -> i64 {
        self.touched
    }

    /// What becomes of the reminder of a draft: it is `begun` while something is asked, there is `none` once it is filed or
    /// thrown away, and what was laid aside is `kept` as it was.
    fn draft(&self) -> &'static str {
        match (self.state.clone().into_draft().is_some(), self.state.expects()) {
            (true, true) => "begun",
            (true, false) => "kept",
            (false, _) => "none",
        }
    }

    /// The record that follows: `previous` is what was read, and whether its update counts.
    pub fn next(
        previous: Option<&Record>,
        previous_counts: bool,
        update_id: i64,
        now: i64,
        state: State,
        before: Option<State>,
    ) -> Self {
        let mut recent = previous.map(|record| record.recent.clone()).unwrap_or_default();
        if let Some(previous) = previous.filter(|previous| previous_counts && previous.update_id != update_id) {
            recent.push(previous.update_id);
        }
        let surplus = recent.len().saturating_sub(REMEMBERED);
        recent.drain(..surplus);
        Self {
            schema: State::SCHEMA,
            writes: previous.map_or(0, |record| record.writes) + 1,
            update_id,
            pending: before.is_some(),
            recent,
            touched: now,
            identity_changed: previous.map_or(0, |record| record.identity_changed),
            state,
            before,
        }
    }
}

/// What came of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is written; the answer to the person may go, or has to wait.
    Won(Wait),
    /// Another update came first: read again.
    Lost,
}

/// The dialogues in Redis. Cheap to clone.
#[derive(Clone)]
pub struct DialogueStore {
    redis: ConnectionManager,
    limits: Limits,
    script: Script,
    /// Updates whose commit this process has seen come through: their records are not really pending.
    committed: moka::sync::Cache<(i64, i64), ()>,
}

impl DialogueStore {
    /// The dialogues on this Redis; a write also pays for the answer, so that a step makes two trips.
    pub fn new(redis: ConnectionManager, limits: Limits) -> Self {
        let script = Script::new(&format!(
            r"{BUDGET_LUA}
local kept = redis.call('GET', KEYS[1])
local version = ''
if kept then version = string.sub(kept, 1, (string.find(kept, '\n', 1, true) or 1) - 1) end
if version ~= ARGV[1] then return {{0, 0}} end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
if ARGV[4] == 'begun' then
  redis.call('ZADD', KEYS[2], ARGV[5], ARGV[6])
  redis.call('EXPIRE', KEYS[2], ARGV[3])
elseif ARGV[4] == 'none' then
  redis.call('ZREM', KEYS[2], ARGV[6])
end
return {{1, take(KEYS, 3, ARGV, 7)}}"
        ));
        Self { redis, limits, script, committed: moka::sync::Cache::new(100_000) }
    }

    /// The commit of this bot's update came through.
    pub fn note_committed(&self, bot: i64, update_id: i64) {
        self.committed.insert((bot, update_id), ());
    }

    /// Whether this process has seen that commit come through.
    pub fn committed(&self, bot: i64, update_id: i64) -> bool {
        self.committed.contains_key(&(bot, update_id))
    }

    /// Where the dialogue stands. A record that cannot be read, or of another schema, is none.
    pub async fn load(&self, key: DialogueKey) -> RedisResult<Option<Record>> {
        let kept: Option<Vec<u8>> = self.redis.clone().get(key.name()).await?;
        let Some(kept) = kept else { return Ok(None) };
        let record = parse(&kept);
        if record.is_none() {
            // It would stand in the way of every compare-and-set.
            let () = self.redis.clone().del(key.name()).await?;
        }
        Ok(record)
    }

    /// Writes `next` when what is kept is still what was read as `previous`, and pays for the answer.
    pub async fn save(&self, key: DialogueKey, previous: Option<&Record>, next: &Record) -> RedisResult<Saved> {
        let purchase = self.limits.purchase(key.bot, key.chat, false, Class::Reply);
        let text = serde_json::to_string(next).map_err(|error| {
            redis::RedisError::from((redis::ErrorKind::Client, "a state that is no JSON", error.to_string()))
        })?;
        let mut call = self.script.prepare_invoke();
        call.key(key.name()).key(drafts(key.bot)).key(&purchase.keys);
        call.arg(previous.map(Record::version).unwrap_or_default());
        call.arg(format!("{}\n{text}", next.version())).arg(KEEP);
        call.arg(next.draft()).arg(next.touched).arg(key.chat).arg(&purchase.args);
        let (won, wait): (u8, u64) = call.invoke_async(&mut self.redis.clone()).await?;
        Ok(if won == 1 { Saved::Won(Wait::from_millis(wait)) } else { Saved::Lost })
    }

    /// The private chats of this bot with a draft of which nothing was heard since `until`, in seconds of the clock; at most
    /// `limit`.
    pub async fn drafts(&self, bot: i64, until: i64, limit: isize) -> RedisResult<Vec<i64>> {
        self.redis.clone().zrangebyscore_limit(drafts(bot), "-inf", until, 0, limit).await
    }

    /// Whether somebody has a draft of which nothing was heard since `until`, and was not reminded of it.
    pub async fn has_draft(&self, bot: i64, chat: i64, until: i64) -> RedisResult<bool> {
        let touched: Option<f64> = self.redis.clone().zscore(drafts(bot), chat).await?;
        Ok(touched.is_some_and(|touched| touched <= until as f64))
    }

    /// Somebody was reminded: once is enough.
    pub async fn reminded(&self, bot: i64, chat: i64) -> RedisResult<()> {
        self.redis.clone().zrem(drafts(bot), chat).await
    }
}

fn parse(kept: &[u8]) -> Option<Record> {
    let text = &kept[kept.iter().position(|byte| *byte == b'\n')? + 1..];
    serde_json::from_slice::<Record>(text).ok().filter(|record| record.schema == State::SCHEMA)
}
