//! What happens to words when nothing is being asked.

use domain::Result;
use i18n::t;

use crate::{
    Action, Ctx, Said, Screen, Show, State, Step, people,
    requests::{self, Draft},
    screen::Button,
};

/// Any words, photo, voice or place begin a request; a draft that was laid aside goes on with them.
pub(crate) async fn said(ctx: &mut Ctx<'_>, draft: Option<Draft>, said: Said) -> Result<Step> {
    if let Some(contact) = &said.contact {
        return people::contact(ctx, State::Menu { draft }, contact).await;
    }
    if !said.tells_something() {
        return Ok(Step::to(State::Menu { draft }).lead(t::common::not_understood(ctx.lang)));
    }
    let resumed = draft.is_some();
    let step = requests::add_to_draft(ctx, draft.unwrap_or_default(), &said)?;
    Ok(if resumed && step.lead.is_none() { step.lead(t::requests::added_to_draft(ctx.lang)) } else { step })
}

/// Stops what is being asked, says what that was, and offers it back.
pub(crate) fn cancel(ctx: &Ctx<'_>, state: State) -> Step {
    let lang = ctx.lang;
    match state {
        State::Menu { draft: None } => Step::to(State::default()).lead(t::menu::nothing_to_cancel(lang)),
        State::Menu { draft: Some(_) } => {
            Step::to(State::default()).showing(Show::Other(Screen::says(t::menu::draft_dropped(lang))))
        }
        State::People(_) | State::Orgs(_) | State::Invites(_) | State::Shifts(_) => {
            Step::to(state.laid_aside()).lead(t::menu::cancelled(lang))
        }
        // An album was passed on already: nothing is being asked any more.
        State::Requests(requests::State::Reply(requests::Reply { album: Some(_), .. })) => {
            Step::to(state.laid_aside()).lead(t::menu::nothing_to_cancel(lang))
        }
        State::Requests(requests::State::Work(_)) => Step::to(state.laid_aside()).lead(t::menu::cancelled(lang)),
        State::Requests(requests::State::Reply(_) | requests::State::Remark(_)) => {
            Step::to(state.laid_aside()).lead(t::menu::reply_cancelled(lang))
        }
        State::Requests(_) => {
            let state = state.laid_aside();
            let offers = matches!(&state, State::Menu { draft: Some(_) });
            let back = Button::new(t::menu::draft_back(lang), Action::ResumeDraft);
            let screen =
                Screen::says(t::menu::draft_cancelled(lang)).rows(vec![if offers { vec![back] } else { vec![] }]);
            Step::to(state).showing(Show::Other(screen))
        }
    }
}
