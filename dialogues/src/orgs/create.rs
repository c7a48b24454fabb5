//! Founding an org with the platform's own bot, and connecting the org's bot to it.

use domain::{
    Error, OrgId, Result, bots,
    members::{Whose, list_orgs},
    orgs as desk,
    orgs::NewOrg,
    people::Newcomer,
};
use i18n::{Lang, t};

use super::{Ask, State as Asked, handle};
use crate::{
    Action, Command, Ctx, Input, Said, Show, State, Step,
    action::{City, OrgTap},
    context::language_of,
    handle::old_button,
    input::Connected,
    members, people,
};

/// Everything that is done in a chat with the platform's own bot. It takes no requests.
pub(crate) async fn platform(ctx: &mut Ctx<'_>, state: State, input: Input) -> Result<Step> {
    match input {
        Input::Command(Command::Language) => {
            Ok(Step::to(state).showing(Show::Other(people::language_screen(ctx.viewer()))))
        }
        Input::Command(Command::Org | Command::Team) => handle::tap(ctx, state, OrgTap::Mine).await,
        Input::Command(_) | Input::Tap(Action::Cancel | Action::Menu) => Ok(Step::to(State::default())),
        Input::Tap(Action::Language(lang)) => people::choose_language(ctx, state, lang).await,
        Input::Tap(Action::Org(tap)) => handle::tap(ctx, state, tap).await,
        Input::Tap(Action::Member(tap)) => members::tap(ctx, state, tap).await,
        // No register is filled from here: a file means nothing.
        Input::Tap(_) | Input::OldTap | Input::Imported(_) => Ok(old_button(ctx, state)),
        Input::Connected(outcome) => Ok(connected(ctx, state, outcome)),
        Input::Said(said) => match state {
            State::Orgs(asked) => handle::said(ctx, asked, said).await,
            _ => Ok(Step::to(State::default())),
        },
    }
}

fn asking(ask: Ask) -> Step {
    Step::to(State::Orgs(Asked { ask, draft: None }))
}

/// A tap on the way to a new org.
pub(super) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: OrgTap) -> Result<Step> {
    if !ctx.org.is_platform {
        return Ok(old_button(ctx, state));
    }
    let asked = match &state {
        State::Orgs(asked) => Some(asked.ask.clone()),
        _ => None,
    };
    match (tap, asked) {
        (OrgTap::Create, _) => Ok(asking(Ask::Industry)),
        (OrgTap::Industry(industry), Some(Ask::Industry)) => Ok(asking(Ask::Name { industry })),
        (OrgTap::Speak(lang), Some(Ask::Language { industry, name })) => {
            let org = OrgId(ctx.effect.db().source().id());
            Ok(asking(Ask::Zone { org, industry, name, language: language_of(lang) }))
        }
        (OrgTap::City(city), Some(zone @ Ask::Zone { .. })) => found(ctx, zone, city.zone(), city.currency()).await,
        (OrgTap::Connect(org), _) => {
            // Whoever taps must be able to: the id came from a button.
            bots::may_add(ctx.effect.db(), org, ctx.identity.telegram_id).await?;
            let mine = list_orgs(ctx.effect.db(), Whose::Telegram(ctx.identity.telegram_id)).await?;
            let name = mine.into_iter().find(|known| known.org == org).ok_or(Error::NotFound("org"))?.name;
            Ok(asking(Ask::Token { org, name }))
        }
        (OrgTap::Later, Some(Ask::Token { .. })) => Ok(Step::to(State::default()).lead(t::orgs::bot_later(ctx.lang))),
        _ => Ok(old_button(ctx, state)),
    }
}

/// Words on the way to a new org.
pub(super) async fn said(ctx: &mut Ctx<'_>, asked: Asked, said: Said) -> Result<Step> {
    let (lang, words) = (ctx.lang, said.words.trim().to_owned());
    match asked.ask {
        Ask::Name { industry } if !words.is_empty() => {
            let name = desk::check_name(&words)?;
            Ok(asking(Ask::Language { industry, name }))
        }
        Ask::Zone { .. } if !words.is_empty() => {
            let zone = desk::time_zone(&words)?;
            let city = City::ALL.into_iter().find(|city| city.zone() == zone);
            found(ctx, asked.ask, &zone, city.map_or("UZS", City::currency)).await
        }
        ask @ (Ask::Industry | Ask::Language { .. }) => Ok(asking(ask).lead(t::orgs::by_button(lang))),
        ask @ (Ask::Name { .. } | Ask::Zone { .. } | Ask::DeleteName) => Ok(asking(ask).lead(t::orgs::by_words(lang))),
        // A token itself never gets here.
        ask @ Ask::Token { .. } => Ok(asking(ask).lead(t::orgs::token_shape(lang))),
    }
}

async fn found(ctx: &mut Ctx<'_>, ask: Ask, time_zone: &str, currency: &str) -> Result<Step> {
    let Ask::Zone { org, industry, name, language } = ask else { return Ok(asking(ask)) };
    let owner = Newcomer {
        telegram_id: ctx.identity.telegram_id,
        name: &ctx.identity.name,
        username: None,
        language: Some(ctx.identity.language),
    };
    let new = NewOrg { name: &name, industry, language, time_zone, currency, owner: Some(owner) };
    desk::create_as(ctx.effect.db(), org, &new).await?;
    let lead = t::orgs::created(ctx.lang, &name);
    Ok(asking(Ask::Token { org, name }).lead(lead))
}

/// What came of the token that was sent.
pub(crate) fn connected(ctx: &Ctx<'_>, state: State, outcome: Connected) -> Step {
    let lang: Lang = ctx.lang;
    let State::Orgs(Asked { ask: Ask::Token { name, .. }, .. }) = &state else { return old_button(ctx, state) };
    match outcome {
        Connected::Yes { username } => {
            let text = t::orgs::connected(lang, &username, name);
            Step::to(State::default()).showing(Show::Other(crate::Screen::says(text)))
        }
        Connected::Unknown => Step::to(state).lead(t::orgs::token_unknown(lang)),
        Connected::Refused(code) => {
            let why = i18n::error_text(lang, code).unwrap_or_else(|| code.to_owned());
            Step::to(state).lead(why)
        }
    }
}
