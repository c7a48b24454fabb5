//! The steps of the first meeting.

use domain::{Error, Result, access::Actor, people as residents, property};
use i18n::{Lang, t};

use super::{Ask, State as Asked, action::HomeTap};
use crate::{
    Action, Contact, Ctx, Said, Show, State, Step,
    context::language_of,
    handle::old_button,
    invites, menu,
    requests::{self, Draft},
};

/// The version of the words that people agree to. Other words: another version, and everybody is asked again.
const CONSENT: &str = "2026-11";

/// `/start`: by a unit's link the question «это вы?», otherwise the menu, or the phone number of somebody unknown.
/// A draft is never lost by it.
pub(crate) async fn start(ctx: &mut Ctx<'_>, state: State, payload: Option<String>) -> Result<Step> {
    if let Some(token) = payload.as_deref().and_then(|payload| payload.strip_prefix(invites::LINK_PREFIX)) {
        return invites::start(ctx, state, token).await;
    }
    let draft = state.into_draft();
    if let Some(invite) = payload.as_deref().and_then(|payload| payload.strip_prefix(property::INVITE_PREFIX)) {
        let found = match property::invitation(ctx.effect.tx().await?, invite).await {
            Ok(found) => found,
            // A code that was renewed, or is of a flat that is gone: say so, and help to find the flat.
            Err(Error::Refused("unit_unknown")) => return Ok(look(draft).lead(t::people::link_over(ctx.lang))),
            Err(error) => return Err(error),
        };
        if ctx.identity.homes.iter().any(|home| home.unit == found.unit && home.verified) {
            let known = t::people::already_home(ctx.lang, &t::people::home(ctx.lang, &found.address, &found.number));
            return Ok(Step::to(State::Menu { draft }).lead(known));
        }
        let ask = Ask::LivesHere { unit: found.unit, address: found.address, number: found.number };
        return Ok(Step::to(State::People(Asked { ask, draft })));
    }
    if let Some(token) = payload.as_deref().and_then(|payload| payload.strip_prefix(property::STICKER_PREFIX)) {
        return match property::sticker(ctx.effect.tx().await?, token).await {
            Ok(sticker) => {
                let lead = t::people::sticker(ctx.lang, &sticker.address, i64::from(sticker.number));
                Ok(requests::begin(ctx, State::Menu { draft }).lead(lead))
            }
            Err(Error::Refused("unit_unknown")) => Ok(look(draft).lead(t::people::link_over(ctx.lang))),
            Err(error) => Err(error),
        };
    }
    let stranger = ctx.identity.homes.is_empty() && ctx.identity.membership.is_none() && !ctx.identity.has_phone;
    if stranger && draft.is_none() {
        return Ok(Step::to(State::People(Asked { ask: Ask::Phone { unit: None }, draft })));
    }
    let greeting = t::people::hello(ctx.lang, ctx.identity.first_name());
    // Whoever still waits is asked what was passed over: it decides who answers them.
    if ctx.identity.homes.iter().any(|home| !home.verified) && draft.is_none() {
        return Ok(ask_more(ctx, draft).await?.lead(greeting));
    }
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
            settled(ctx, draft, verified).await
        }
        Action::LivesHere => Ok(Step::to(State::People(Asked { ask: Ask::Phone { unit: Some(unit) }, draft }))),
        Action::LivesElsewhere => Ok(look(draft).lead(t::people::other_unit(ctx.lang))),
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
                        settled(ctx, asked.draft, verified).await
                    }
                    None => Ok(Step::to(State::Menu { draft: asked.draft }).lead(t::people::phone_later(lang))),
                };
            }
            Ok(keep_words(lang, asked, &said, t::people::phone_by_button(lang)))
        }
        Ask::Search { .. } => {
            let found = property::find_buildings(ctx.effect.tx().await?, &said.words).await?;
            let nothing = found.is_empty();
            let step = Step::to(State::People(Asked { ask: Ask::Search { found }, draft: asked.draft }));
            Ok(if nothing { step.lead(t::people::search_nothing(lang)) } else { step })
        }
        Ask::Number { building, address } => {
            let found = property::find_unit(ctx.effect.tx().await?, building, &said.words).await;
            let ask = match found {
                Ok(found) => Ask::LivesHere { unit: found.unit, address: found.address, number: found.number },
                Err(Error::Refused("unit_unknown")) => {
                    let ask = Ask::Number { building, address };
                    let step = Step::to(State::People(Asked { ask, draft: asked.draft }));
                    return Ok(step.lead(t::people::search_no_number(lang)));
                }
                Err(error) => return Err(error),
            };
            Ok(Step::to(State::People(Asked { ask, draft: asked.draft })))
        }
        // Whoever has something to say is not made to wait: the question comes again with the next /start.
        Ask::Role { .. } | Ask::Consent => menu::said(ctx, asked.draft, said).await,
    }
}

/// A tap about homes.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: HomeTap) -> Result<Step> {
    let lang = ctx.lang;
    match (tap, state) {
        (HomeTap::Verify(id), state) => {
            let (tx, actor) = ctx.act().await?;
            property::verify_resident(tx, &actor, id).await?;
            Ok(Step::to(state).showing(Show::Nothing).toast(t::people::toast_verified(lang)))
        }
        (HomeTap::Decline(id), state) => {
            let (tx, actor) = ctx.act().await?;
            property::decline_resident(tx, &actor, id).await?;
            Ok(Step::to(state).showing(Show::Nothing).toast(t::people::toast_declined(lang)))
        }
        (HomeTap::Search, state) => Ok(look(state.into_draft())),
        (HomeTap::Building(building), State::People(Asked { ask: Ask::Search { found }, draft })) => {
            let found = found.into_iter().find(|(id, _)| *id == building);
            let Some((building, address)) = found else { return Ok(look(draft)) };
            Ok(Step::to(State::People(Asked { ask: Ask::Number { building, address }, draft })))
        }
        (HomeTap::Role(role), State::People(Asked { ask: Ask::Role { unit, .. }, draft })) => {
            let person = ctx.identity.person;
            property::choose_role(ctx.effect.tx().await?, person, unit, role).await?;
            ask_more(ctx, draft).await
        }
        (HomeTap::Agree, State::People(Asked { ask: Ask::Consent, draft })) => {
            residents::give_consent(ctx.effect.tx().await?, ctx.identity.person, CONSENT).await?;
            Ok(Step::to(State::Menu { draft }).lead(t::people::ready(lang)).identity_changed())
        }
        (_, state) => Ok(old_button(ctx, state)),
    }
}

/// «Напишите улицу и дом».
fn look(draft: Option<Draft>) -> Step {
    Step::to(State::People(Asked { ask: Ask::Search { found: vec![] }, draft }))
}

/// What is still to be asked of somebody who lives here: as what, and whether they agree.
async fn ask_more(ctx: &mut Ctx<'_>, draft: Option<Draft>) -> Result<Step> {
    let person = ctx.identity.person;
    let tx = ctx.effect.tx().await?;
    let homes = property::homes(tx, &Actor::Contact { person }).await?;
    let ask = match homes.into_iter().find(|home| home.role.is_none()) {
        Some(home) => Ask::Role { unit: home.unit, address: home.address, number: home.number },
        None if residents::has_consented(tx, person, CONSENT).await? => {
            return Ok(Step::to(State::Menu { draft }).identity_changed());
        }
        None => Ask::Consent,
    };
    Ok(Step::to(State::People(Asked { ask, draft })).identity_changed())
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
        State::People(Asked { ask: Ask::LivesHere { unit, .. } | Ask::Role { unit, .. }, draft }) => {
            (Some(unit), draft)
        }
        State::People(Asked { ask: Ask::Search { .. } | Ask::Number { .. } | Ask::Consent, draft }) => (None, draft),
        State::Menu { draft } => (None, draft),
        State::Requests(requests) => (None, requests.into_draft()),
        state @ (State::Orgs(_) | State::Invites(_) | State::Shifts(_)) => (None, state.into_draft()),
    };
    let person = ctx.identity.person;
    let tx = ctx.effect.tx().await?;
    let known = residents::confirm_phone(tx, person, &shared.phone).await?;
    let verified = match unit {
        Some(unit) => property::move_in(tx, person, unit).await?,
        None if known == 0 && ctx.identity.homes.is_empty() => {
            return Ok(look(draft).lead(t::people::phone_finds_nothing(ctx.lang)).identity_changed());
        }
        None => known > 0,
    };
    settled(ctx, draft, verified).await
}

/// Speak this language from now on, and say the same again in it.
pub(crate) async fn choose_language(ctx: &mut Ctx<'_>, state: State, lang: Lang) -> Result<Step> {
    let person = ctx.identity.person;
    residents::choose_language(ctx.effect.tx().await?, person, language_of(lang)).await?;
    ctx.lang = lang;
    Ok(Step::to(state).toast(t::common::language_set(lang)).identity_changed())
}

async fn settled(ctx: &mut Ctx<'_>, draft: Option<Draft>, verified: bool) -> Result<Step> {
    let lead = if verified { t::people::verified(ctx.lang) } else { t::people::to_be_verified(ctx.lang) };
    let step = match draft {
        // Words that were said in between are not made to wait.
        Some(mut draft) => {
            draft.guess(ctx.categories, &ctx.identity.homes);
            Step::to(State::Requests(draft.next(ctx.categories)))
        }
        None => ask_more(ctx, None).await?,
    };
    Ok(step.lead(lead).identity_changed())
}
