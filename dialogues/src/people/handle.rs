//! The steps of the first meeting.

use domain::{Result, people as residents, property};
use i18n::{Lang, t};

use super::{Ask, State as Asked};
use crate::{
    Action, Contact, Ctx, Said, State, Step, context::language_of, handle::old_button, invites, requests::Draft,
};

/// The prefix of a unit's deep link.
const UNIT_LINK: &str = "f_";

/// `/start`: by a unit's link the question «это вы?», otherwise the menu, or the phone number of somebody unknown.
/// A draft is never lost by it.
pub(crate) async fn start(ctx: &mut Ctx<'_>, state: State, payload: Option<String>) -> Result<Step> {
    if let Some(token) = payload.as_deref().and_then(|payload| payload.strip_prefix(invites::LINK_PREFIX)) {
        return invites::start(ctx, state, token).await;
    }
    let draft = state.into_draft();
    if let Some(invite) = payload.as_deref().and_then(|payload| payload.strip_prefix(UNIT_LINK)) {
        let found = property::invitation(ctx.effect.tx().await?, invite).await?;
        if ctx.identity.homes.iter().any(|home| home.unit == found.unit && home.verified) {
            let known = t::people::already_home(ctx.lang, &t::people::home(ctx.lang, &found.address, &found.number));
            return Ok(Step::to(State::Menu { draft }).lead(known));
        }
        let ask = Ask::LivesHere { unit: found.unit, address: found.address, number: found.number };
        return Ok(Step::to(State::People(Asked { ask, draft })));
    }
    let stranger = ctx.identity.homes.is_empty() && ctx.identity.membership.is_none() && !ctx.identity.has_phone;
    if stranger && draft.is_none() {
        return Ok(Step::to(State::People(Asked { ask: Ask::Phone { unit: None }, draft })));
    }
    let greeting = t::people::hello(ctx.lang, ctx.identity.first_name());
    Ok(Step::to(State::Menu { draft }).lead(greeting))
}

/// «Это вы?» was answered.
pub(crate) async fn answer(ctx: &mut Ctx<'_>, asked: Asked, action: Action) -> Result<Step> {
    let Asked { ask: Ask::LivesHere { unit, .. }, draft } = asked else {
        return Ok(old_button(ctx, State::People(asked)));
    };
    match action {
        Action::LivesHere if ctx.identity.has_phone => {
            let verified = property::move_in(ctx.effect.tx().await?, ctx.identity.person, unit).await?;
            Ok(settled(ctx, draft, verified))
        }
        Action::LivesHere => Ok(Step::to(State::People(Asked { ask: Ask::Phone { unit: Some(unit) }, draft }))),
        Action::LivesElsewhere => {
            let lead = t::people::other_unit(ctx.lang);
            Ok(Step::to(State::People(Asked { ask: Ask::Phone { unit: None }, draft })).lead(lead))
        }
        _ => Ok(Step::to(State::Menu { draft }).lead(t::people::not_resident(ctx.lang))),
    }
}

/// Anything said while something is being asked of a newcomer.
pub(crate) async fn said(ctx: &mut Ctx<'_>, asked: Asked, said: Said) -> Result<Step> {
    let lang = ctx.lang;
    if let Some(shared) = &said.contact {
        return contact(ctx, State::People(asked), shared).await;
    }
    match asked.ask {
        Ask::LivesHere { .. } => Ok(keep_words(lang, asked, &said, t::people::answer_by_button(lang))),
        Ask::Phone { unit } => {
            if Lang::ALL.iter().any(|lang| said.words.trim() == t::people::key_later(*lang)) {
                return match unit {
                    Some(unit) => {
                        let verified = property::move_in(ctx.effect.tx().await?, ctx.identity.person, unit).await?;
                        Ok(settled(ctx, asked.draft, verified))
                    }
                    None => Ok(Step::to(State::Menu { draft: asked.draft }).lead(t::people::phone_later(lang))),
                };
            }
            Ok(keep_words(lang, asked, &said, t::people::phone_by_button(lang)))
        }
    }
}

/// The question stays; what was said instead of an answer begins a request, which goes on after it.
fn keep_words(lang: Lang, mut asked: Asked, said: &Said, lead: String) -> Step {
    if !said.tells_something() {
        return Step::to(State::People(asked)).lead(lead);
    }
    let mut draft = asked.draft.take().unwrap_or_default();
    let added = draft.add(said);
    asked.draft = Some(draft);
    Step::to(State::People(asked)).lead(match added {
        Ok(()) => lead,
        Err(full) => full.words(lang),
    })
}

/// A contact was shared. Telegram vouches for a number only when it is the sender's own.
pub(crate) async fn contact(ctx: &mut Ctx<'_>, state: State, shared: &Contact) -> Result<Step> {
    if !shared.is_own {
        return Ok(Step::to(state).lead(t::people::phone_not_own(ctx.lang)));
    }
    let (unit, draft) = match state {
        State::People(Asked { ask: Ask::Phone { unit }, draft }) => (unit, draft),
        State::People(Asked { ask: Ask::LivesHere { unit, .. }, draft }) => (Some(unit), draft),
        State::Menu { draft } => (None, draft),
        State::Requests(requests) => (None, requests.into_draft()),
        state @ (State::Orgs(_) | State::Invites(_) | State::Shifts(_)) => (None, state.into_draft()),
    };
    let person = ctx.identity.person;
    let tx = ctx.effect.tx().await?;
    let known = residents::confirm_phone(tx, person, &shared.phone).await?;
    let verified = match unit {
        Some(unit) => property::move_in(tx, person, unit).await?,
        None => known > 0,
    };
    Ok(settled(ctx, draft, verified))
}

/// Speak this language from now on, and say the same again in it.
pub(crate) async fn choose_language(ctx: &mut Ctx<'_>, state: State, lang: Lang) -> Result<Step> {
    let person = ctx.identity.person;
    residents::choose_language(ctx.effect.tx().await?, person, language_of(lang)).await?;
    ctx.lang = lang;
    Ok(Step::to(state).toast(t::common::language_set(lang)).identity_changed())
}

fn settled(ctx: &Ctx<'_>, draft: Option<Draft>, verified: bool) -> Step {
    let lead = if verified { t::people::verified(ctx.lang) } else { t::people::to_be_verified(ctx.lang) };
    let state = match draft {
        // Words that were said in between are not made to wait.
        Some(mut draft) => {
            draft.guess(ctx.categories, &ctx.identity.homes);
            State::Requests(draft.next(ctx.categories))
        }
        None => State::default(),
    };
    Step::to(state).lead(lead).identity_changed()
}
