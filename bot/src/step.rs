//! One step of a person's dialogue: the state from Redis, what the input makes of it, the state back by
//! compare-and-set, the commit, the screen. `docs/adr/0001` tells why in this order.

use std::time::Duration;

use dialogues::{
    Action, Button, Ctx, Input, Screen, Show, State, Step, Viewer,
    action::{RequestTap, Surface},
    lang_of, orgs, text,
};
use domain::{Error, ids::BotId, notifications, updates, updates::Effect};
use i18n::{Lang, t};

use crate::{
    app::Shared,
    bots::Running,
    closed, connect,
    dialogue_store::{DialogueKey, Record, Saved},
    identities::Known,
    intake,
    messenger::budget::Wait,
    outcome::{Again, again},
    picture,
    present::{self, Place, Tapped},
    reachability, receipts,
    telegram::{Attachment, CallError, User},
};

/// How often a step is tried when other updates of the same person come first.
const TRIES: u32 = 8;

/// The parts of an album come in one after the other; the screen waits for the last.
const ALBUM_PAUSE: Duration = Duration::from_millis(1200);

/// What a person did in their private chat with the bot.
#[derive(Clone, Debug)]
pub struct Turn<'a> {
    /// The update.
    pub update_id: i64,
    /// Who.
    pub user: &'a User,
    /// What.
    pub input: Input,
    /// The message that said it.
    pub message: Option<i64>,
    /// Its file.
    pub file: Option<&'a Attachment>,
    /// The tap that waits for an answer.
    pub tapped: Option<Tapped>,
}

impl Turn<'_> {
    fn is_album(&self) -> bool {
        matches!(&self.input, Input::Said(said) if said.album.is_some())
    }

    /// Whether the tapped message is a live card, which a screen must not be drawn over.
    fn on_card(&self) -> bool {
        matches!(
            self.input,
            Input::Tap(
                Action::Request { on: Surface::Card, .. } | Action::Alert { .. } | Action::Import(_) | Action::Submit
            )
        )
    }
}

/// Takes one step. When this returns, the effect is committed and the person has their answer; or nothing has
/// happened that a redelivery would not finish.
pub async fn take(app: &Shared, bot: &Running, turn: &Turn<'_>) -> Result<(), Again> {
    if bot.org.deleted_at.is_some() {
        return closed::answer(app, bot, turn).await;
    }
    let key = DialogueKey { bot: bot.bot.telegram_id, chat: turn.user.id, thread: 0, person: turn.user.id };
    for _ in 0..TRIES {
        let record = app.dialogues.load(key).await?;
        let known = identity(app, bot, turn, record.as_ref()).await?;
        let now = app.db.source().now().timestamp();
        let (state, counts) = match stand(app, bot, turn, record.as_ref(), now).await? {
            Stand::Here { state, counts } => (state, counts),
            Stand::Been(state) => return show_again(app, bot, turn, &known, &state).await,
        };

        let input = input(app, bot, turn, &known, &state).await?;
        let mut effect = Effect::new(app.db.clone(), bot.bot.org, bot.bot.id, turn.update_id);
        let mut ctx = Ctx {
            lang: lang_of(known.identity.language),
            identity: &known.identity,
            org: &bot.org,
            categories: &bot.categories,
            bot: bot.bot.id,
            chat_id: turn.user.id,
            tapped: turn.tapped.as_ref().and_then(|tapped| tapped.message),
            effect: &mut effect,
        };
        let step = match dialogues::handle(&mut ctx, state.clone(), input).await {
            Ok(step) => step,
            Err(Error::AlreadyApplied) => {
                // Its commit came through, so what it left behind is where the dialogue stands.
                let stands = record.map_or(state, |record| record.state);
                return show_again(app, bot, turn, &known, &stands).await;
            }
            Err(Error::Unavailable(error)) => return Err(Again::Unavailable(error.to_string())),
            Err(Error::Refused("org_deleted")) => {
                drop(effect);
                app.bots.forget(bot.bot.telegram_id).await; // another process has heard of it first
                return closed::answer(app, bot, turn).await;
            }
            Err(error) => {
                drop(effect); // and with it everything that it did
                return refuse(app, bot, turn, &known, &state, &error).await;
            }
        };
        let lang = ctx.lang;
        let gathers = turn.is_album() && step.show != Show::Nothing;
        if gathers {
            let tx = match effect.tx().await {
                Ok(tx) => tx,
                Err(Error::AlreadyApplied) => return show_again(app, bot, turn, &known, &state).await,
                Err(error) => return Err(error.into()),
            };
            notifications::show_screen_later(tx, bot.bot.id, turn.user.id, ALBUM_PAUSE).await?;
        }

        let before = effect.is_open().then_some(state);
        let mut next = Record::next(record.as_ref(), counts, turn.update_id, now, step.state.clone(), before);
        if step.identity_changed {
            next.identity_changed = app.db.source().now().timestamp_micros();
        }
        let wait = match app.dialogues.save(key, record.as_ref(), &next).await? {
            Saved::Won(wait) => wait,
            Saved::Lost => continue,
        };
        let committed = next.pending;
        effect.commit().await?;
        if committed {
            app.dialogues.note_committed(bot.bot.telegram_id, turn.update_id);
            app.outbox.notify_one();
        }
        let known =
            if step.identity_changed { app.identities.read(&app.db, bot.bot.org, turn.user).await? } else { known };
        if step.org_changed {
            app.bots.forget(bot.bot.telegram_id).await; // the others notice within moments
        }
        if let Wait::WaitFor(wait) = wait {
            return Err(Again::Wait(wait.as_secs() + 1));
        }
        let received = turn.message.filter(|_| step.received);
        let receipt = async {
            if let Some(message) = received {
                receipts::show(app, bot, turn.user.id, message, receipts::RECEIVED).await;
            }
        };
        let shown = async { if gathers { Ok(()) } else { show(app, bot, turn, &known, lang, step).await } };
        let (shown, ()) = tokio::join!(shown, receipt);
        return shown;
    }
    Err(Again::Unavailable("other updates of the same person kept coming first".to_owned()))
}

/// What the dialogue gets to hear: the token of a bot is taken out before.
async fn input(app: &Shared, bot: &Running, turn: &Turn<'_>, known: &Known, state: &State) -> Result<Input, Again> {
    if let (State::Orgs(orgs::State { ask: orgs::Ask::Token { org, .. }, .. }), Input::Said(said)) =
        (state, &turn.input)
        && bot.org.is_platform
        && let Some(outcome) = connect::token(app, bot, turn.user, turn.message, *org, said).await?
    {
        return Ok(Input::Connected(outcome));
    }
    // Where something is being asked, a file is the answer; and so it is for whoever may not fill the register.
    if let (State::Menu { .. }, Some(file)) = (state, turn.file)
        && !turn.is_album()
        && let Some(came) = intake::table(app, bot, turn, &known.identity, file).await?
    {
        return Ok(Input::Imported(came));
    }
    Ok(turn.input.clone())
}

/// Where the dialogue stands for an update.
enum Stand {
    /// Here; `counts` says whether the update that wrote the record took effect.
    Here { state: State, counts: bool },
    /// The update has been here before: this is where things stand now.
    Been(State),
}

/// Decides, from the record and the marks in the database, where this update finds the dialogue.
async fn stand(
    app: &Shared,
    bot: &Running,
    turn: &Turn<'_>,
    record: Option<&Record>,
    now: i64,
) -> Result<Stand, Again> {
    let Some(record) = record else {
        return Ok(Stand::Here { state: State::default(), counts: false });
    };
    let same = record.update_id == turn.update_id;
    if record.remembers(turn.update_id) || (same && !record.pending) {
        return Ok(Stand::Been(record.state.clone()));
    }
    let counts = !record.pending || applied(app, bot.bot.id, bot, record.update_id).await?;
    if same && counts {
        return Ok(Stand::Been(record.state.clone()));
    }
    // A pending update whose commit was lost has not happened: the state before it holds.
    let state = if counts { &record.state } else { record.before.as_ref().unwrap_or(&record.state) };
    Ok(Stand::Here { state: Record::state_at(state.clone(), record.touched(), now), counts })
}

/// Whether an update's commit came through. This process remembers its own, so the database is rarely asked.
async fn applied(app: &Shared, id: BotId, bot: &Running, update_id: i64) -> Result<bool, Again> {
    if app.dialogues.committed(bot.bot.telegram_id, update_id) {
        return Ok(true);
    }
    Ok(updates::was_applied(&app.db, bot.bot.org, id, update_id).await?)
}

/// Who this is; read again when the record says that something about them has changed since.
async fn identity(app: &Shared, bot: &Running, turn: &Turn<'_>, record: Option<&Record>) -> Result<Known, Again> {
    let known = app.identities.of(&app.db, bot.bot.org, turn.user).await?;
    if known.identity.unreachable {
        // Whoever writes can be written to, whatever we thought: they had never started the bot, say.
        reachability::found(app, bot, turn.user.id).await?;
        return Ok(app.identities.read(&app.db, bot.bot.org, turn.user).await?);
    }
    if record.is_some_and(|record| record.identity_changed > known.read_at) {
        return Ok(app.identities.read(&app.db, bot.bot.org, turn.user).await?);
    }
    Ok(known)
}

/// Shows what a step made.
async fn show(
    app: &Shared,
    bot: &Running,
    turn: &Turn<'_>,
    known: &Known,
    lang: Lang,
    step: Step,
) -> Result<(), Again> {
    let viewer = Viewer { lang, identity: &known.identity, org: &bot.org, categories: &bot.categories };
    let (screen, fresh) = match step.show {
        Show::Picture { ref chart, ref screen } => {
            let shown = async {
                let message = turn.tapped.as_ref().and_then(|tapped| tapped.message);
                picture::show(app, bot, Place::chat(turn.user.id), message, chart, screen).await.map(drop)
            };
            let answered = async {
                if let Some(tapped) = &turn.tapped {
                    present::answer(app, bot, &tapped.query, step.toast.clone(), step.alerts).await;
                }
            };
            let (shown, ()) = tokio::join!(shown, answered);
            return settle(app, bot, turn.user.id, shown).await;
        }
        Show::Qr { ref link, ref screen } => {
            let sent = present::send_qr(app, bot, Place::chat(turn.user.id), link, screen).await;
            if let Some(tapped) = &turn.tapped {
                present::answer(app, bot, &tapped.query, step.toast.clone(), step.alerts).await;
            }
            return settle(app, bot, turn.user.id, sent.map(drop)).await;
        }
        Show::Screen => (Some(dialogues::view(viewer, &step.state)), false),
        Show::Fresh => (Some(dialogues::view(viewer, &step.state)), true),
        Show::Other(screen) => (Some(screen), false),
        Show::OtherFresh(screen) => (Some(screen), true),
        Show::Nothing => (None, false),
    };
    let screen = match (screen, &step.lead) {
        (Some(screen), Some(lead)) => Some(screen.under(lead)),
        (screen, _) => screen,
    };
    let to = Place::chat(turn.user.id);
    let shown = async {
        match (&screen, turn.tapped.as_ref().and_then(|tapped| tapped.message)) {
            (None, _) => Ok(()),
            (Some(screen), Some(message)) if !fresh => present::replace(app, bot, to, message, screen).await.map(drop),
            (Some(screen), _) => present::send(app, bot, to, screen).await.map(drop),
        }
    };
    let answered = async {
        if let Some(tapped) = &turn.tapped {
            present::answer(app, bot, &tapped.query, step.toast, step.alerts).await;
        }
    };
    let (shown, ()) = tokio::join!(shown, answered);
    settle(app, bot, turn.user.id, shown).await
}

/// An update that has been here only shows where things stand. A live card shows that by itself.
async fn show_again(app: &Shared, bot: &Running, turn: &Turn<'_>, known: &Known, state: &State) -> Result<(), Again> {
    let lang = lang_of(known.identity.language);
    let rests = matches!(state, State::Menu { draft: None });
    let show_what = match (&turn.tapped, turn.on_card()) {
        (Some(_), _) if rests => Show::Nothing,
        (Some(_), true) => Show::Fresh,
        _ => Show::Screen,
    };
    let toast = t::common::already_done(lang);
    show(app, bot, turn, known, lang, Step::to(state.clone()).showing(show_what).toast(toast)).await
}

/// Says why not, and leaves everything as it was.
async fn refuse(
    app: &Shared,
    bot: &Running,
    turn: &Turn<'_>,
    known: &Known,
    state: &State,
    error: &Error,
) -> Result<(), Again> {
    let lang = lang_of(known.identity.language);
    let why = why_not(app, lang, error);
    let step = Step::to(state.clone());
    let step = match (&turn.tapped, &turn.input) {
        // A message of its own that has outlived its question gives way to the card.
        (Some(_), Input::Tap(Action::Request { id, on: Surface::Message, .. }))
            if matches!(error, Error::Refused(_)) =>
        {
            let card = Button::new(
                t::requests::show_card(lang),
                Action::Request { tap: RequestTap::Show, id: *id, on: Surface::Message },
            );
            step.showing(Show::Other(Screen::says(why.clone()).rows(vec![vec![card]]))).toast(why)
        }
        (Some(_), _) => step.showing(Show::Nothing).toast(why),
        (None, _) => step.lead(why),
    };
    show(app, bot, turn, known, lang, step).await
}

/// The words for an error. A mistake of ours gets a code that the person can name and the log can be searched for.
pub fn why_not(app: &Shared, lang: Lang, error: &Error) -> String {
    if let Error::Internal(source) = error {
        let code = app.db.source().short_token();
        let code = text::shorten(&code, 6).to_uppercase();
        tracing::error!(incident = code, error = %source, "a step failed");
        metrics::counter!("incidents_total").increment(1);
        return t::common::incident(lang, &code);
    }
    i18n::error_text(lang, error.code()).unwrap_or_else(|| error.code().to_owned())
}

/// What a failed answer means: the person blocked the bot, Telegram wants fewer messages, or try again.
pub async fn settle(app: &Shared, bot: &Running, chat_id: i64, shown: Result<(), CallError>) -> Result<(), Again> {
    let Err(error) = shown else { return Ok(()) };
    match &error {
        CallError::Blocked(_) | CallError::Kicked(_) => reachability::lost(app, bot, chat_id).await?,
        CallError::RetryAfter(seconds) => app.budget.hold(bot.bot.telegram_id, Some(chat_id), *seconds).await?,
        _ => {}
    }
    match again(&error) {
        Some(again) => Err(again),
        None => {
            if !matches!(error, CallError::Blocked(_) | CallError::Kicked(_)) {
                tracing::error!(outcome = error.outcome(), %error, "an answer was refused");
            }
            Ok(())
        }
    }
}
