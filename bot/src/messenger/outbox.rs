//! The outbox's other end: claims what is due, sends it, and writes down what came of it.
//!
//! Any number of processes may run this. A chat's deliveries go one at a time; the claim is a lease, so a delivery
//! whose process was killed is tried again by another.

use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use domain::{
    Error, Result, TenantTx,
    ids::CardId,
    notifications::{self, Claimed, Class, Delivery},
    requests::Side,
};
use platform::{Shutdown, db::Presence};
use tokio::{task::JoinSet, time::timeout};

use super::{
    budget::Class as Budgeted, bundles, cards, digests, forum, imports, incidents, kind::kind, mirror, notices,
    pay::pay, screens, warnings,
};
use crate::{
    app::{App, Shared},
    bots::Running,
    present::Place,
    reachability, receipts,
    telegram::CallError,
};

/// How many are sent at a time by one process.
const AT_ONCE: usize = 32;
/// How often the database is asked when nobody rings: deliveries that become due, and those of other processes.
const LOOK: Duration = Duration::from_millis(250);
/// Longer than the calls of one delivery can take together.
const LEASE: Duration = Duration::from_secs(120);
/// How long a delivery rests that something of ours, not Telegram, kept from being sent.
const AGAIN: Duration = Duration::from_secs(1);
/// How often it is asked whether those who hold a lease are still here.
const CALL_THE_ROLL: Duration = Duration::from_secs(1);
/// Whoever was away for so long does not come back: a connection that broke is made anew sooner.
const GRACE: Duration = Duration::from_secs(3);
/// After so many failures a delivery is given up.
const ATTEMPTS_MAX: i32 = 20;

/// What was sent, to be written down together with the end of the delivery.
pub(super) enum Sent {
    /// Nothing needs writing.
    Plain,
    /// A card shows something new.
    Card(cards::Shown),
    /// An alert stands in a message.
    Alert(notices::Alerted),
    /// A warning stands in a message.
    Warned(warnings::Warned),
    /// A message that shows somebody who waits.
    Asked(notices::AskedIn),
    /// The card of an import was sent.
    Import(imports::Carded),
    /// A comment is shown by these messages.
    Mirrored(mirror::Mirrored),
    /// Messages that belong to a request.
    Linked(notices::Linked),
    /// What waited for somebody's morning.
    Bundle(bundles::Shown),
}

/// Why a delivery was not sent.
pub(super) enum Unsent {
    /// The budgets have no room before this has passed.
    Wait(Duration),
    /// It is too early for it, and for nothing else.
    NotYet(Duration),
    /// Telegram said no.
    Call(CallError),
    /// We could not even ask.
    Ours(Error),
}

impl From<CallError> for Unsent {
    fn from(error: CallError) -> Self {
        Unsent::Call(error)
    }
}

impl From<Error> for Unsent {
    fn from(error: Error) -> Self {
        Unsent::Ours(error)
    }
}

/// Sends what is due until the process is asked to stop; then finishes what it has claimed.
pub async fn run(app: App, shutdown: Shutdown) {
    let mut sending = JoinSet::new();
    let presence = app.db.presence();
    let mut roll = Roll::default();
    while !shutdown.begun() {
        while sending.try_join_next().is_some() {}
        if let Err(error) = roll.call(&app).await {
            tracing::warn!(%error, "the leases could not be looked at");
        }
        let room = AT_ONCE.saturating_sub(sending.len());
        let claimed = if room == 0 { Ok(vec![]) } else { claim(&app, room, Some(&presence)).await };
        match claimed {
            Ok(claimed) if !claimed.is_empty() => {
                for delivery in claimed {
                    let (app, ends) = (Arc::clone(&app), shutdown.clone());
                    sending.spawn(async move {
                        deliver(&app, delivery, &ends).await;
                        app.outbox.notify_one(); // its lane may have more
                    });
                }
                continue;
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the outbox could not be read"),
        }
        tokio::select! {
            () = shutdown.wait() => {}
            () = app.outbox.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
    while sending.join_next().await.is_some() {}
}

/// Who holds a lease and is not here, and since when this process has seen that.
#[derive(Default)]
struct Roll {
    called: Option<Instant>,
    absent: HashMap<i32, Instant>,
}

impl Roll {
    /// Ends the leases of those who have stayed away.
    async fn call(&mut self, app: &Shared) -> Result<()> {
        let now = Instant::now();
        if self.called.is_some_and(|called| now - called < CALL_THE_ROLL) {
            return Ok(());
        }
        self.called = Some(now);
        let absent = notifications::absent_holders(&app.db).await?;
        self.absent.retain(|holder, _| absent.contains(holder));
        for holder in absent {
            self.absent.entry(holder).or_insert(now);
        }
        let is_gone = |since: &Instant| now - *since >= GRACE;
        let gone: Vec<i32> =
            self.absent.iter().filter(|(_, since)| is_gone(since)).map(|(holder, _)| *holder).collect();
        if !gone.is_empty() {
            let leases = notifications::end_leases(&app.db, &gone).await?;
            tracing::info!(leases, "a process is gone; what it was sending is sent by others");
            self.absent.retain(|_, since| !is_gone(since));
        }
        Ok(())
    }
}

/// Sends everything that is due now and returns how many there were: for tests and for emptying the outbox by hand.
pub async fn deliver_due(app: &App) -> Result<usize> {
    let mut sent = 0;
    loop {
        let claimed = claim(app, AT_ONCE, None).await?;
        if claimed.is_empty() {
            return Ok(sent);
        }
        sent += claimed.len();
        for delivery in claimed {
            deliver(app, delivery, &Shutdown::new()).await;
        }
    }
}

async fn claim(app: &Shared, room: usize, presence: Option<&Presence>) -> Result<Vec<Claimed>> {
    let holder = presence.and_then(Presence::number);
    notifications::claim(&app.db, i64::try_from(room).unwrap_or(i64::MAX), LEASE, holder).await
}

async fn deliver(app: &Shared, delivery: Claimed, shutdown: &Shutdown) {
    let kind = kind(&delivery.delivery);
    let claimed = Instant::now();
    let done = match timeout(LEASE, attempt(app, &delivery)).await {
        Ok(done) => done,
        Err(_) => Err(Error::Unavailable("the lease ran out".into())),
    };
    let outcome = match &done {
        Ok(outcome) => *outcome,
        Err(error) => {
            tracing::warn!(org = %delivery.org, kind, %error, "a delivery stays where it is");
            // What a mistake of ours keeps from being sent is not tried for ever: it may be half done each time.
            let given_up = matches!(error, Error::Internal(_)) && delivery.attempts >= ATTEMPTS_MAX;
            let why = given_up.then(|| error.to_string());
            put_back(app, &delivery, why.as_deref(), claimed, shutdown).await;
            if given_up { "failed" } else { "left" }
        }
    };
    metrics::counter!("deliveries_total", "kind" => kind, "outcome" => outcome).increment(1);
    if outcome == "sent" {
        metrics::histogram!("delivery_age_seconds", "kind" => kind).record(delivery.age_seconds);
    }
}

/// Redis or the database was away: what is ours to send is tried again soon after they are back, and does not wait for
/// the end of its lease. After that, or after the end of this process, whoever can goes on.
async fn put_back(app: &Shared, delivery: &Claimed, given_up: Option<&str>, claimed: Instant, shutdown: &Shutdown) {
    while claimed.elapsed() + AGAIN < LEASE {
        match rest(app, delivery, given_up).await {
            Ok(()) => return,
            Err(error) => tracing::debug!(%error, "a delivery could not be put back"),
        }
        tokio::select! {
            () = tokio::time::sleep(AGAIN) => {}
            () = shutdown.wait() => return,
        }
    }
}

async fn rest(app: &Shared, delivery: &Claimed, given_up: Option<&str>) -> Result<()> {
    let mut tx = app.db.tenant(delivery.org).await?;
    match given_up {
        Some(why) => notifications::fail(&mut tx, delivery.id, why).await?,
        // At first soon, then less and less often.
        None => {
            let rest = AGAIN * 2u32.saturating_pow(delivery.attempts.clamp(1, 7).unsigned_abs() - 1);
            notifications::later(&mut tx, delivery.id, rest, None).await?;
        }
    }
    Ok(tx.commit().await?)
}

async fn attempt(app: &Shared, delivery: &Claimed) -> Result<&'static str> {
    let Some(bot) = app.bots.by_id(&app.db, &app.keys, delivery.bot).await? else {
        let mut tx = app.db.tenant(delivery.org).await?;
        notifications::fail(&mut tx, delivery.id, "its bot is gone").await?;
        tx.commit().await?;
        return Ok("failed");
    };
    match send(app, &bot, delivery).await {
        Ok(sent) => {
            let mut tx = app.db.tenant(delivery.org).await?;
            match &sent {
                Sent::Plain => {}
                Sent::Card(shown) => shown.save(&mut tx).await?,
                Sent::Alert(alerted) => alerted.save(&mut tx, bot.bot.id).await?,
                Sent::Warned(warned) => warned.save(&mut tx, bot.bot.id).await?,
                Sent::Asked(asked) => asked.save(&mut tx, bot.bot.id).await?,
                Sent::Import(carded) => carded.save(&mut tx).await?,
                Sent::Mirrored(shown) => shown.save(&mut tx, bot.bot.id).await?,
                Sent::Linked(linked) => linked.save(&mut tx, bot.bot.id).await?,
                Sent::Bundle(shown) => shown.save(&mut tx).await?,
            }
            notifications::done(&mut tx, delivery.id).await?;
            tx.commit().await?;
            if let Sent::Mirrored(shown) = &sent {
                shown.acknowledge(app, &bot).await;
            }
            Ok("sent")
        }
        Err(Unsent::Wait(wait)) => {
            let mut tx = app.db.tenant(delivery.org).await?;
            notifications::later(&mut tx, delivery.id, wait, None).await?;
            tx.commit().await?;
            Ok("waited")
        }
        Err(Unsent::NotYet(wait)) => {
            let mut tx = app.db.tenant(delivery.org).await?;
            notifications::not_yet(&mut tx, delivery.id, wait).await?;
            tx.commit().await?;
            Ok("waited")
        }
        Err(Unsent::Ours(Error::NotFound(_))) => {
            // What it was about is gone, so nothing is left to say.
            let mut tx = app.db.tenant(delivery.org).await?;
            notifications::done(&mut tx, delivery.id).await?;
            tx.commit().await?;
            Ok("moot")
        }
        Err(Unsent::Ours(error)) => Err(error),
        Err(Unsent::Call(error)) => after_error(app, &bot, delivery, &error).await,
    }
}

async fn send(app: &Shared, bot: &Running, delivery: &Claimed) -> Result<Sent, Unsent> {
    // These pay for what they turn out to need: nothing, an edit, or a topic and what goes into it.
    if !matches!(
        delivery.delivery,
        Delivery::Card { .. }
            | Delivery::Comment { .. }
            | Delivery::CommentChanged { .. }
            | Delivery::NotHeard { .. }
            | Delivery::FixedTopic { .. }
            | Delivery::Board {}
            | Delivery::Alarm { .. }
    ) {
        pay(app, bot, delivery.chat_id, class(delivery.class)).await?;
    }
    match &delivery.delivery {
        Delivery::Card { card } => cards::show(app, bot, CardId(card.0)).await,
        Delivery::Comment { comment, to } => {
            let place = Place { silent: delivery.silent, ..Place::chat(delivery.chat_id) };
            mirror::show(app, bot, place, *comment, *to, class(delivery.class), true).await
        }
        Delivery::CommentChanged { comment } => {
            let to = if delivery.chat_id < 0 { Side::Staff } else { Side::Resident };
            let place = Place { silent: true, ..Place::chat(delivery.chat_id) };
            mirror::show(app, bot, place, *comment, to, class(delivery.class), false).await
        }
        Delivery::NotHeard { comment } => mirror::not_heard(app, bot, *comment).await,
        Delivery::Taken { request } => notices::taken(app, bot, delivery.chat_id, *request).await,
        Delivery::Departed { request } => notices::departed(app, bot, delivery.chat_id, *request).await,
        Delivery::TimedOut { request, check } => notices::timed_out(app, bot, delivery.chat_id, *request, *check).await,
        Delivery::Declined { request, reason } => notices::declined(app, bot, delivery.chat_id, *request, reason).await,
        Delivery::AskPrice { request } => notices::ask_price(app, bot, delivery.chat_id, *request).await,
        Delivery::AskAcceptance { request } => notices::ask_acceptance(app, bot, delivery.chat_id, *request).await,
        Delivery::RequestFiles { request } => notices::request_files(app, bot, delivery.chat_id, *request).await,
        Delivery::QuestionPrompt { request, asker } => {
            notices::question_prompt(app, bot, delivery.chat_id, *request, asker).await
        }
        Delivery::CardMoved { request, message_id } => {
            notices::card_moved(app, bot, delivery.chat_id, *request, *message_id).await
        }
        Delivery::Screen { telegram_id } => screens::show(app, bot, *telegram_id).await,
        Delivery::Draft { telegram_id, until } => screens::draft(app, bot, *telegram_id, *until).await,
        Delivery::Alert { alert } => notices::alert(app, bot, delivery.chat_id, *alert).await,
        Delivery::Warning { request, rule } => warnings::show(app, bot, delivery.chat_id, *request, *rule).await,
        Delivery::ResidentAsks { resident } => notices::resident_asks(app, bot, delivery.chat_id, *resident).await,
        Delivery::ResidentAnswered { resident } => {
            notices::resident_answered(app, bot, delivery.chat_id, *resident).await
        }
        Delivery::Import { import } => imports::card(app, bot, delivery.chat_id, *import).await,
        Delivery::ImportErrors { import } => imports::errors(app, bot, delivery.chat_id, *import).await,
        Delivery::TeamNews { event } => notices::team_news(app, bot, delivery.chat_id, *event).await,
        Delivery::Security { notice } => notices::security(app, bot, delivery.chat_id, *notice).await,
        Delivery::PasswordLink { person } => notices::password_link(app, bot, delivery.chat_id, *person).await,
        Delivery::FixedTopic { topic } => forum::fixed_topic(app, bot, delivery.chat_id, *topic).await,
        Delivery::Board {} => forum::board(app, bot, delivery.chat_id).await,
        Delivery::Alarm { request } => forum::alarm(app, bot, delivery.chat_id, *request).await,
        Delivery::IncidentUnanswered { request } => incidents::unanswered(app, bot, delivery.chat_id, *request).await,
        Delivery::IncidentAct { request } => incidents::act(app, bot, delivery.chat_id, *request).await,
        Delivery::Bundle { person } => bundles::show(app, bot, delivery.chat_id, *person).await,
        Delivery::Digest { person, day } => digests::show(app, bot, delivery.chat_id, *person, *day).await,
        Delivery::StaffChatLost { title } => notices::staff_chat_lost(app, bot, delivery.chat_id, title).await,
    }
}

/// What a failed call means for a delivery: wait, drop the lane, or try again with growing pauses, and at last give up.
async fn after_error(app: &Shared, bot: &Running, delivery: &Claimed, error: &CallError) -> Result<&'static str> {
    let chat_id = delivery.chat_id;
    match error {
        CallError::Blocked(_) | CallError::Kicked(_) if chat_id > 0 => {
            reachability::lost(app, bot, chat_id).await?;
            if let Delivery::Comment { comment, .. } = &delivery.delivery {
                let mut tx = app.db.tenant(delivery.org).await?;
                let originals = notifications::originals(&mut tx, *comment).await?;
                drop(tx);
                receipts::show_all(app, bot, &originals, receipts::UNHEARD).await;
            }
            return Ok("unreachable");
        }
        CallError::Kicked(_) | CallError::Blocked(_) => {
            let mut tx = app.db.tenant(delivery.org).await?;
            notifications::lose_staff_chat(&mut tx, bot.bot.id, chat_id).await?;
            notifications::drop_lane(&mut tx, bot.bot.id, chat_id).await?;
            tx.commit().await?;
            app.bots.forget(bot.bot.telegram_id).await;
            return Ok("unreachable");
        }
        _ => {}
    }
    let mut tx: TenantTx = app.db.tenant(delivery.org).await?;
    let outcome = match error {
        CallError::RetryAfter(seconds) => {
            let held = app.budget.hold(bot.bot.telegram_id, Some(chat_id), *seconds).await;
            held.map_err(|error| Error::Unavailable(error.into()))?;
            notifications::later(&mut tx, delivery.id, Duration::from_secs(*seconds), None).await?;
            "waited"
        }
        CallError::Unavailable(_) | CallError::Unauthorized if delivery.attempts < ATTEMPTS_MAX => {
            let pause = Duration::from_millis(500 << delivery.attempts.clamp(0, 9));
            notifications::later(&mut tx, delivery.id, pause, Some(error.outcome())).await?;
            "retried"
        }
        error => {
            tracing::error!(org = %delivery.org, delivery = %delivery.id.0, %error, "a delivery was given up");
            notifications::fail(&mut tx, delivery.id, &error.to_string()).await?;
            "failed"
        }
    };
    tx.commit().await?;
    Ok(outcome)
}

fn class(class: i16) -> Budgeted {
    match class {
        c if c == Class::Alert as i16 => Budgeted::Alert,
        c if c == Class::Card as i16 => Budgeted::Card,
        c if c == Class::Broadcast as i16 => Budgeted::Bulk,
        _ => Budgeted::Push,
    }
}
