//! One step of a dialogue: what works everywhere first, then whatever is being asked.

use domain::Result;

use crate::{
    Action, Command, Ctx, Input, Said, Screen, Show, State, Step, Viewer,
    action::Surface,
    alerts, bot_logins, imports, incidents, invites, members, menu, notifications, orgs, people, reports,
    reports::{Page, ReportTap, Span},
    requests, sessions, shifts, warnings,
};

/// What `input` makes of `state`. On an error nothing has changed: the caller shows the same screen with a line
/// about it.
pub async fn handle(ctx: &mut Ctx<'_>, state: State, input: Input) -> Result<Step> {
    match input {
        // A sign-in belongs to a human, whichever bot they ask.
        Input::Command(Command::Sessions) => return sessions::list(ctx, state, None).await,
        Input::Tap(Action::Session(tap)) => return sessions::tap(ctx, state, tap).await,
        _ => {}
    }
    if ctx.org.is_platform {
        return orgs::platform(ctx, state, input).await;
    }
    match input {
        Input::Command(command) => handle_command(ctx, state, command).await,
        Input::Tap(action) => handle_tap(ctx, state, action).await,
        Input::OldTap => Ok(old_button(ctx, state)),
        Input::Said(said) => handle_said(ctx, state, said).await,
        Input::Connected(outcome) => Ok(orgs::connected(ctx, state, outcome)),
        Input::Imported(came) => Ok(imports::received(ctx.lang, state, came)),
    }
}

/// What a state shows.
pub fn view(viewer: Viewer<'_>, state: &State) -> Screen {
    match state {
        State::Menu { .. } if viewer.org.is_platform => orgs::welcome(viewer),
        State::Menu { draft } => menu::view(viewer, draft.as_ref()),
        State::People(state) => people::view(viewer, state),
        State::Requests(state) => requests::view(viewer, state),
        State::Orgs(state) => orgs::view(viewer, state),
        State::Invites(state) => invites::view(viewer, state),
        State::Shifts(_) => shifts::view(viewer),
    }
}

/// The toast and the fresh screen of a button that means nothing any more.
pub fn old_button(ctx: &Ctx<'_>, state: State) -> Step {
    Step::to(state).showing(Show::Fresh).toast(i18n::t::common::old_button(ctx.lang))
}

async fn handle_command(ctx: &mut Ctx<'_>, state: State, command: Command) -> Result<Step> {
    match command {
        Command::Start(Some(payload)) if payload.starts_with(bot_logins::LINK) => {
            bot_logins::ask(ctx, state, &payload[bot_logins::LINK.len()..]).await
        }
        Command::Start(payload) => people::start(ctx, state, payload).await,
        Command::Menu => Ok(Step::to(state.laid_aside())),
        Command::Cancel => Ok(menu::cancel(ctx, state)),
        Command::Language => Ok(Step::to(state).showing(Show::Other(people::language_screen(ctx.viewer())))),
        Command::Help => Ok(Step::to(state).showing(Show::Other(menu::help(ctx.viewer())))),
        Command::New => Ok(requests::begin(ctx, state)),
        Command::My => requests::list(ctx, state, None).await,
        Command::Jobs => requests::work::jobs(ctx, state).await,
        Command::Org => orgs::card(ctx, state).await,
        Command::Team => members::list(ctx, state, None).await,
        Command::Shift => shifts::show(ctx, state).await,
        Command::Sessions => sessions::list(ctx, state, None).await,
        Command::Settings => notifications::settings(ctx, state).await,
        Command::Today => reports::show(ctx, state, ReportTap { page: Page::Overview, span: Span::Week }).await,
        Command::Report => reports::show(ctx, state, ReportTap { page: Page::Overview, span: Span::Month }).await,
        Command::Unknown => {
            let lead = i18n::t::common::unknown_command(ctx.lang);
            Ok(Step::to(state).lead(lead))
        }
    }
}

async fn handle_tap(ctx: &mut Ctx<'_>, state: State, action: Action) -> Result<Step> {
    match action {
        Action::Language(lang) => people::choose_language(ctx, state, lang).await,
        Action::Menu => Ok(Step::to(state.laid_aside())),
        Action::More => Ok(Step::to(state).showing(Show::Other(menu::more(ctx.viewer())))),
        Action::Help => Ok(Step::to(state).showing(Show::Other(menu::help(ctx.viewer())))),
        // An old «Отмена» must not reach what was laid aside since.
        Action::Cancel if !state.expects() => Ok(old_button(ctx, state)),
        Action::Cancel => Ok(menu::cancel(ctx, state)),
        Action::DropDraft => Ok(match state {
            State::Menu { draft: Some(_) } => menu::cancel(ctx, state),
            state => old_button(ctx, state),
        }),
        Action::NewRequest => Ok(requests::begin_anew(ctx, state)),
        Action::ResumeDraft => Ok(match state {
            State::Menu { draft: Some(draft) } => requests::resume(ctx, draft),
            state => old_button(ctx, state),
        }),
        Action::MyRequests { before } => requests::list(ctx, state, before).await,
        Action::Jobs => requests::work::jobs(ctx, state).await,
        Action::Alert { id, answer } => alerts::tap(ctx, state, id, answer).await,
        Action::Request { tap, id, on } => requests::tap(ctx, state, tap, id, on).await,
        Action::Org(tap) => orgs::tap(ctx, state, tap).await,
        Action::Member(tap) => members::tap(ctx, state, tap).await,
        Action::Invite(tap) => invites::tap(ctx, state, tap).await,
        Action::Session(tap) => sessions::tap(ctx, state, tap).await,
        Action::Home(tap) => people::tap(ctx, state, tap).await,
        Action::Shift(tap) => shifts::tap(ctx, state, tap).await,
        Action::Import(tap) => imports::tap(ctx, state, tap).await,
        Action::Incident(tap) => {
            let done = incidents::tap(ctx, tap).await?;
            Ok(requests::at_desk(state, done))
        }
        Action::Notify(tap) => notifications::tap(ctx, state, tap).await,
        Action::Report(tap) => reports::show(ctx, state, tap).await,
        Action::Warn(tap) => warnings::tap(ctx, state, tap).await,
        Action::Login { id, number } => bot_logins::answer(ctx, state, id, number).await,
        Action::LivesHere | Action::LivesElsewhere | Action::NotResident => match state {
            State::People(asked) => people::answer(ctx, asked, action).await,
            state => Ok(old_button(ctx, state)),
        },
        Action::Back
        | Action::Category(_)
        | Action::Place(_)
        | Action::Slot(_)
        | Action::Edit(_)
        | Action::Urgent
        | Action::Submit
        | Action::Join
        | Action::FileAnyway => match state {
            State::Requests(asked) => requests::answer(ctx, asked, action).await,
            state => Ok(old_button(ctx, state)),
        },
    }
}

async fn handle_said(ctx: &mut Ctx<'_>, state: State, said: Said) -> Result<Step> {
    // An answer to a card, or to a word that was passed on, belongs to that request wherever the dialogue stands.
    if let Some(message) = said.reply_to
        && let Some(step) = requests::reply_to_message(ctx, &state, message, &said).await?
    {
        return Ok(step);
    }
    match state {
        State::People(asked) => people::said(ctx, asked, said).await,
        State::Requests(asked) => requests::said(ctx, asked, said).await,
        State::Menu { draft } => menu::said(ctx, draft, said).await,
        State::Orgs(asked) => orgs::said(ctx, asked, said).await,
        State::Invites(asked) => invites::said(ctx, asked, said).await,
        State::Shifts(asked) => shifts::said(ctx, asked, said).await,
    }
}

/// Whether the tapped message is a live card, which must not be drawn over.
pub(crate) fn fresh(on: Surface) -> bool {
    on == Surface::Card
}
