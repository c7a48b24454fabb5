//! Send budgets, shared by all processes through Redis: how much a bot may send
//! in all, to one private chat and to one group, and the holds that Telegram
//! itself imposed.
//!
//! Source of the limits: "Broadcasting to users" in Telegram's bots FAQ. They
//! are not exact, so Telegram's `retry_after` has the last word.

use std::fmt::Display;
use std::time::Duration;

use platform::config::{Rate, SendLimits};
use redis::aio::ConnectionManager;
use redis::{RedisResult, Script, pipe};

/// Lua text that defines the local function `take(keys, k, args, a)`, for
/// scripts that pay for a message and do something else in the same step. It
/// returns 0 or the milliseconds to wait. Bind [`Purchase::keys`] from index
/// `k` on and [`Purchase::args`] from index `a` on.
pub const BUDGET_LUA: &str = include_str!("budget.lua");

/// How much may be sent. Every figure counts as at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Messages a second of one bot, also its burst.
    pub bot_per_second: u32,
    /// Messages a second to one private chat.
    pub chat_per_second: u32,
    /// Messages to one private chat at once.
    pub chat_burst: u32,
    /// Messages to one group within any [`Limits::group_period`].
    pub group: u32,
    /// How long that is.
    pub group_period: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bot_per_second: 30, chat_per_second: 1, chat_burst: 5, group: 20, group_period: Duration::from_secs(60) }
    }
}

impl From<&SendLimits> for Limits {
    fn from(limits: &SendLimits) -> Self {
        let per = |rate: &Rate, seconds: f64| {
            let count = f64::from(rate.count.get()) * seconds / rate.per.as_secs_f64();
            // Bounded above by the type and below by one message.
            count.round().clamp(1.0, f64::from(u32::MAX)) as u32
        };
        let chat_per_second = per(&limits.chat, 1.0);
        Self {
            bot_per_second: per(&limits.bot, 1.0),
            chat_per_second,
            chat_burst: chat_per_second.saturating_mul(Self::default().chat_burst),
            group: limits.group.count.get(),
            group_period: limits.group.per,
        }
    }
}

/// How urgent a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Answers what the person just did: waits for holds only, but is paid for.
    Reply,
    /// Somebody must act: in a group it may use all that there is.
    Alert,
    /// News for one person: in a group the last twentieth stays for alerts.
    Push,
    /// A change of a message that is already there: in a group the last tenth
    /// stays for what is more urgent.
    Card,
    /// One of many: uses at most four fifths of the bot's rate, and the last
    /// fifth of its burst stays for the others.
    Bulk,
}

impl Class {
    /// How many of `most` messages to a group it may use within a period. Whatever
    /// lets a less urgent message go lets a more urgent one go before it.
    fn share(self, most: u32) -> u32 {
        let kept = match self {
            Self::Reply | Self::Alert => 0,
            Self::Push => most / 20,
            Self::Card => most / 10,
            Self::Bulk => most / 5,
        };
        most.saturating_sub(kept).max(1)
    }
}

/// Whether a message may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// Now; it is paid for.
    Go,
    /// Not before this has passed; nothing is paid, so ask again then.
    WaitFor(Duration),
}

impl Wait {
    /// From what `take` returned in Lua.
    #[must_use]
    pub fn from_millis(millis: u64) -> Self {
        if millis == 0 { Self::Go } else { Self::WaitFor(Duration::from_millis(millis)) }
    }
}

/// What a script needs to pay for one message with `take`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purchase {
    /// Four keys with the hash tag `{<bot>}`.
    pub keys: [String; 4],
    /// Seven numbers, whose meaning is told in the Lua text.
    pub args: [u64; 7],
}

impl Limits {
    /// How long a group takes to earn one message.
    #[must_use]
    pub fn group_pause(&self) -> Duration {
        self.group_period / self.group.max(1)
    }

    /// The keys and arguments of `take` for one message. `bot` names the bot
    /// and must not hold a brace.
    #[must_use]
    pub fn purchase(&self, bot: impl Display, chat: i64, is_group: bool, class: Class) -> Purchase {
        let period = u64::try_from(self.group_period.as_micros()).unwrap_or(u64::MAX);
        let [chat_cost, chat_tolerance, chat_debt] = match is_group {
            // A cost of nothing says that it is a window: so many messages within any period.
            true if self.group <= WINDOW_MAX => {
                [0, u64::from(class.share(self.group)), period + period / WINDOW_MARGIN]
            }
            true => Gcra::new(period, self.group, self.group).whole(),
            false => Gcra::new(1_000_000, self.chat_per_second, self.chat_burst).whole(),
        };
        let bot_budget = Gcra::new(1_000_000, self.bot_per_second, self.bot_per_second);
        let [cost, tolerance, debt] = if class == Class::Bulk { bot_budget.four_fifths() } else { bot_budget.whole() };
        Purchase {
            keys: [
                format!("bud:{{{bot}}}"),
                format!("{}:{{{bot}}}:{chat}", if chat_cost == 0 { "win" } else { "bud" }),
                hold_key(&bot, None),
                hold_key(&bot, Some(chat)),
            ],
            args: [u64::from(class != Class::Reply), cost, tolerance, debt, chat_cost, chat_tolerance, chat_debt],
        }
    }
}

/// A window remembers each message of a period. So many messages are no limit of Telegram's any more, and are spread
/// evenly instead.
const WINDOW_MAX: u32 = 200;
/// This part of the period is added to it: a message takes its way to Telegram, now shorter, now longer.
const WINDOW_MARGIN: u64 = 20;

/// One budget, in microseconds.
struct Gcra {
    /// Time that earns one message.
    interval: u64,
    /// Time that earns a whole burst.
    burst: u64,
}

impl Gcra {
    fn new(period: u64, rate: u32, burst: u32) -> Self {
        let interval = period / u64::from(rate.max(1));
        Self { interval, burst: interval * u64::from(burst.max(1)) }
    }

    /// Cost, tolerance, debt. Replies do not wait and could go into debt without
    /// end; beyond two bursts it is forgotten, or the news for a person who taps
    /// about would come minutes late.
    fn whole(&self) -> [u64; 3] {
        [self.interval, self.burst, 2 * self.burst]
    }

    /// Each message costs five fourths: alone that is four fifths of the rate.
    fn four_fifths(&self) -> [u64; 3] {
        let cost = self.interval * 5 / 4;
        [cost, (self.burst * 4 / 5).max(cost), 2 * self.burst.max(cost)]
    }
}

fn hold_key(bot: &impl Display, chat: Option<i64>) -> String {
    match chat {
        None => format!("hold:{{{bot}}}"),
        Some(chat) => format!("hold:{{{bot}}}:{chat}"),
    }
}

/// The budgets in Redis. Cheap to clone.
#[derive(Clone)]
pub struct Budget {
    redis: ConnectionManager,
    limits: Limits,
    script: Script,
}

impl Budget {
    /// Budgets of `limits`, the same in all processes on this Redis.
    #[must_use]
    pub fn new(redis: ConnectionManager, limits: Limits) -> Self {
        let script = Script::new(&format!("{BUDGET_LUA}\nreturn take(KEYS, 1, ARGV, 1)"));
        Self { redis, limits, script }
    }

    /// The limits, for a script that pays by [`BUDGET_LUA`].
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Pays for one message, or says how long to wait; one round trip.
    ///
    /// # Errors
    /// When Redis cannot be asked; nothing is known to be paid then.
    pub async fn take(&self, bot: impl Display, chat: i64, is_group: bool, class: Class) -> RedisResult<Wait> {
        let purchase = self.limits.purchase(bot, chat, is_group, class);
        let mut call = self.script.prepare_invoke();
        call.key(&purchase.keys).arg(&purchase.args);
        let millis: u64 = call.invoke_async(&mut self.redis.clone()).await?;
        Ok(Wait::from_millis(millis))
    }

    /// Stops everything to one chat, or everything of the bot, for the seconds
    /// that Telegram named. A longer hold stays as it is.
    ///
    /// # Errors
    /// When Redis cannot be asked.
    pub async fn hold(&self, bot: impl Display, chat: Option<i64>, seconds: u64) -> RedisResult<()> {
        let key = hold_key(&bot, chat);
        let millis = seconds.max(1).saturating_mul(1000);
        // Not atomic, and need not be: whoever comes between leaves a hold too.
        let mut commands = pipe();
        commands.cmd("SET").arg(&key).arg(1).arg("PX").arg(millis).arg("NX").ignore();
        commands.cmd("PEXPIRE").arg(&key).arg(millis).arg("GT").ignore();
        commands.query_async(&mut self.redis.clone()).await
    }
}

#[cfg(test)]
mod tests;
