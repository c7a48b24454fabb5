//! How fast a bot may send: the shape of `TELEGRAM_LIMITS`, such as `bot=30/s,chat=1/s,group=20/min`. And how often the
//! API may be asked: that of `RATE_LIMITS`, such as `auth=5/min,api=100/min,webhook=1000/min`.

use std::{fmt, num::NonZeroU32, str::FromStr, time::Duration};

/// So many events in a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub count: NonZeroU32,
    /// In how long: a second, a minute or an hour.
    pub per: Duration,
}

/// The budgets of one bot. A message to a group spends from `bot` and `group`, any other from `bot` and `chat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SendLimits {
    /// All messages of the bot.
    pub bot: Rate,
    /// Messages to one private chat.
    pub chat: Rate,
    /// Messages to one group or channel.
    pub group: Rate,
}

impl Rate {
    const fn every(count: NonZeroU32, seconds: u64) -> Self {
        Self { count, per: Duration::from_secs(seconds) }
    }
}

impl Default for SendLimits {
    /// What Telegram names in its FAQ ("My bot is hitting limits"): 30 a second in all, one a second to a chat,
    /// 20 a minute to a group.
    fn default() -> Self {
        const THIRTY: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);
        const TWENTY: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
        Self { bot: Rate::every(THIRTY, 1), chat: Rate::every(NonZeroU32::MIN, 1), group: Rate::every(TWENTY, 60) }
    }
}

impl FromStr for Rate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (count, unit) =
            text.split_once('/').ok_or_else(|| format!("`{text}` is not a number, a slash and a unit"))?;
        let count = count.trim().parse().map_err(|_| format!("`{count}` is not a whole number above zero"))?;
        let seconds = match unit.trim() {
            "s" => 1,
            "min" => 60,
            "h" => 3600,
            other => return Err(format!("`{other}` is not a unit (s, min, h)")),
        };
        Ok(Self::every(count, seconds))
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.per.as_secs() {
            1 => "s",
            60 => "min",
            _ => "h",
        };
        write!(f, "{}/{unit}", self.count)
    }
}

/// How often the HTTP API may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimits {
    /// Signing in: by address, and by the account that is tried.
    pub auth: Rate,
    /// Everything else: by account, or by address for whoever is not signed in.
    pub api: Rate,
    /// Callbacks of other parties: by source.
    pub webhook: Rate,
}

impl Default for RateLimits {
    fn default() -> Self {
        const FIVE: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);
        const HUNDRED: NonZeroU32 = NonZeroU32::MIN.saturating_add(99);
        const THOUSAND: NonZeroU32 = NonZeroU32::MIN.saturating_add(999);
        Self { auth: Rate::every(FIVE, 60), api: Rate::every(HUNDRED, 60), webhook: Rate::every(THOUSAND, 60) }
    }
}

impl FromStr for SendLimits {
    type Err = String;

    /// A budget that is left out keeps its default.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut limits = Self::default();
        let Self { bot, chat, group } = &mut limits;
        read(text, &mut [("bot", bot), ("chat", chat), ("group", group)])?;
        Ok(limits)
    }
}

impl FromStr for RateLimits {
    type Err = String;

    /// A limit that is left out keeps its default.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut limits = Self::default();
        let Self { auth, api, webhook } = &mut limits;
        read(text, &mut [("auth", auth), ("api", api), ("webhook", webhook)])?;
        Ok(limits)
    }
}

/// Reads `name=rate,…` into those that are named.
fn read(text: &str, known: &mut [(&str, &mut Rate)]) -> Result<(), String> {
    let mut told = Vec::new();
    for part in text.split(',') {
        let (name, rate) = part.split_once('=').ok_or_else(|| format!("`{part}` is not a name, `=` and a rate"))?;
        let name = name.trim();
        if told.contains(&name) {
            return Err(format!("`{name}` is given twice"));
        }
        told.push(name);
        let rate = rate.parse()?;
        match known.iter_mut().find(|(known, _)| *known == name) {
            Some((_, budget)) => **budget = rate,
            None => {
                let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
                return Err(format!("`{name}` is not a budget ({})", names.join(", ")));
            }
        }
    }
    Ok(())
}

impl fmt::Display for RateLimits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "auth={},api={},webhook={}", self.auth, self.api, self.webhook)
    }
}

impl fmt::Display for SendLimits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bot={},chat={},group={}", self.bot, self.chat, self.group)
    }
}
