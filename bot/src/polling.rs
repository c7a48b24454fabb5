//! The second way in, for machines without a public address: `getUpdates`, with the same guarantees. The offset moves
//! only after the effect, so a kill means a redelivery here as well.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use futures::{StreamExt as _, stream::FuturesUnordered};
use platform::Shutdown;
use tokio::task::JoinHandle;

use crate::{
    app::App,
    bots::Running,
    telegram::{
        CallError, Update, UpdateKind,
        methods::{DeleteWebhook, GetUpdates},
    },
    updates_wanted,
    webhook::handle,
};

/// How long Telegram holds the question open when there is nothing new, in seconds.
const HOLD: u64 = 25;
/// The most updates of one answer (Bot API, `getUpdates`).
const AT_ONCE: u32 = 100;

/// The pause after a failure, doubled by each further one up to the longest.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Polls every bot until the process is asked to stop. Bots that are added meanwhile are met within a minute.
pub async fn run(app: App, shutdown: Shutdown) -> anyhow::Result<()> {
    let mut polled: BTreeMap<i64, JoinHandle<()>> = BTreeMap::new();
    while !shutdown.begun() {
        // One that ended abnormally begins anew, and what it was about comes again.
        polled.retain(|_, polling| !polling.is_finished());
        match domain::bots::list(&app.db, &app.keys).await {
            Ok(bots) => {
                for bot in bots {
                    let poller = || Poller::new(Arc::clone(&app), bot.telegram_id);
                    polled.entry(bot.telegram_id).or_insert_with(|| tokio::spawn(poller().run(shutdown.clone())));
                }
            }
            Err(error) => tracing::warn!(%error, "the bots could not be listed"),
        }
        tokio::select! {
            () = shutdown.wait() => {}
            () = tokio::time::sleep(Duration::from_secs(60)) => {}
        }
    }
    for (_, polling) in polled {
        polling.await?;
    }
    Ok(())
}

/// Polls one bot.
struct Poller {
    app: App,
    bot: i64,
    /// All updates below it are done; Telegram forgets them when it hears of it.
    offset: Option<i64>,
    /// Updates at or above the offset that are done: they come again with those that are not, and are passed over.
    done: BTreeSet<i64>,
    /// Whether this is known to be how Telegram delivers: it is either by webhook or by getUpdates.
    is_way_in: bool,
    /// Rounds that failed in a row.
    failures: u32,
}

impl Poller {
    fn new(app: App, bot: i64) -> Self {
        Self { app, bot, offset: None, done: BTreeSet::new(), is_way_in: false, failures: 0 }
    }

    async fn run(mut self, shutdown: Shutdown) {
        while !shutdown.begun() {
            let Err(pause) = self.round(&shutdown).await else {
                self.failures = 0;
                continue;
            };
            let pause = pause.unwrap_or(LONGEST_PAUSE.min(PAUSE * 2_u32.saturating_pow(self.failures)));
            self.failures += 1;
            tokio::select! {
                () = shutdown.wait() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
        self.confirm().await;
    }

    /// One question and its answers. An error is a failed round, with the pause that was asked for.
    async fn round(&mut self, shutdown: &Shutdown) -> Result<(), Option<Duration>> {
        let app = Arc::clone(&self.app);
        let bot = app.bots.by_telegram_id(&app.db, &app.keys, self.bot).await.ok().flatten().ok_or(None)?;
        if !self.is_way_in {
            let asked = app.telegram.call(&bot.token, &DeleteWebhook::default()).await;
            asked.map_err(|error| self.failed(&error))?;
            self.is_way_in = true;
        }
        let question = GetUpdates {
            offset: self.offset,
            limit: Some(AT_ONCE),
            timeout: HOLD,
            allowed_updates: Some(updates_wanted()),
        };
        let answer = tokio::select! {
            () = shutdown.wait() => return Ok(()),
            answer = app.telegram.call(&bot.token, &question) => answer.map_err(|error| self.failed(&error))?,
        };
        let Some(last) = answer.0.last().map(|update| update.update_id) else { return Ok(()) };
        let ids: Vec<i64> = answer.0.iter().map(|update| update.update_id).collect();
        handle_all(&app, &bot, answer.0, &mut self.done).await;
        // Never past one that is not done: it would be forgotten.
        let next = ids.into_iter().find(|id| !self.done.contains(id)).unwrap_or(last + 1);
        self.offset = self.offset.max(Some(next));
        self.done = self.done.split_off(&next);
        // However long one chat has to wait: what is new in the others comes with the next round.
        if next > last { Ok(()) } else { Err(Some(PAUSE)) }
    }

    fn failed(&mut self, error: &CallError) -> Option<Duration> {
        tracing::warn!(bot = self.bot, outcome = error.outcome(), %error, "getUpdates failed");
        match error {
            CallError::RetryAfter(seconds) => return Some(Duration::from_secs(*seconds)),
            // Somebody set a webhook, or polls too; the former can be undone.
            CallError::Rejected { code: 409, .. } => self.is_way_in = false,
            _ => {}
        }
        None
    }

    /// Tells Telegram what is done, so that the next start does not get it again.
    async fn confirm(&self) {
        let app = &self.app;
        let (Some(_), Ok(Some(bot))) = (self.offset, app.bots.by_telegram_id(&app.db, &app.keys, self.bot).await)
        else {
            return;
        };
        let question = GetUpdates { offset: self.offset, limit: Some(1), timeout: 0, allowed_updates: None };
        if let Err(error) = app.telegram.call(&bot.token, &question).await {
            tracing::debug!(bot = self.bot, %error, "the last updates come again"); // which does no harm
        }
    }
}

/// Handles those of a batch that are not `done`, in the order of each chat and different chats side by side. Those
/// that cannot be finished now, and those behind them, come again.
async fn handle_all(app: &App, bot: &Arc<Running>, updates: Vec<Update>, done: &mut BTreeSet<i64>) {
    let mut queues: BTreeMap<i64, Vec<Update>> = BTreeMap::new();
    for update in updates {
        if !done.contains(&update.update_id) {
            queues.entry(queue(&update)).or_default().push(update);
        }
    }
    let mut queues: FuturesUnordered<_> = queues
        .into_values()
        .map(|updates| async move {
            let mut finished = vec![];
            for update in updates {
                // What was wrong is told there.
                if handle(app, bot, &update).await.is_err() {
                    break;
                }
                finished.push(update.update_id);
            }
            finished
        })
        .collect();
    while let Some(finished) = queues.next().await {
        done.extend(finished);
    }
}

/// What must stay in order: the messages of a chat, the taps of a person.
fn queue(update: &Update) -> i64 {
    match &update.kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => message.chat.id,
        UpdateKind::CallbackQuery(query) => query.from.id,
        UpdateKind::MyChatMember(change) | UpdateKind::ChatMember(change) => change.chat.id,
        UpdateKind::ChatJoinRequest(request) => request.chat.id,
        UpdateKind::MessageReaction(reaction) => reaction.chat.id,
        UpdateKind::Other(_) => update.update_id,
    }
}
