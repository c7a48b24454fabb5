//! The steps of filing a request.

use domain::{
    Result,
    categories::Priority,
    requests::{self as desk, NewRequest, Place},
};
use i18n::t;

use super::{Draft, State as Asked, slot};
use crate::{
    Action, Ctx, Said, Screen, Show, State, Step,
    action::{Part, PlaceChoice},
    handle::old_button,
};

/// `/new`: a draft that was laid aside is offered first.
pub(crate) fn begin(ctx: &Ctx<'_>, state: State) -> Step {
    match state.laid_aside() {
        State::Menu { draft: Some(draft) } => Step::to(State::Menu { draft: Some(draft) }),
        _ => resume(ctx, Draft::default()),
    }
}

/// «🆕 Новая», where a draft was offered, is a plain word: the draft goes. Everywhere else it is offered first.
pub(crate) fn begin_anew(ctx: &Ctx<'_>, state: State) -> Step {
    match state {
        State::Menu { .. } => resume(ctx, Draft::default()),
        state => begin(ctx, state),
    }
}

/// Goes on where a draft was laid aside.
pub(crate) fn resume(ctx: &Ctx<'_>, draft: Draft) -> Step {
    Step::to(State::Requests(draft.next(ctx.categories)))
}

/// Puts what was said into the draft, answers what it tells, and asks what is still missing.
pub(crate) fn add_to_draft(ctx: &Ctx<'_>, mut draft: Draft, said: &Said) -> Result<Step> {
    let added = draft.add(said);
    draft.guess(ctx.categories, &ctx.identity.homes);
    let step = resume(ctx, draft);
    Ok(match added {
        Ok(()) => step,
        Err(full) => step.lead(full.words(ctx.lang)),
    })
}

/// A button of the form.
pub(crate) async fn answer(ctx: &mut Ctx<'_>, asked: Asked, action: Action) -> Result<Step> {
    let to = |asked| Ok(Step::to(State::Requests(asked)));
    match (asked, action) {
        (Asked::Category(mut draft), Action::Category(id)) if ctx.categories.problems(id).next().is_some() => {
            (draft.about, draft.is_guess) = (Some(id), false);
            to(Asked::Problem(draft))
        }
        (Asked::Category(mut draft) | Asked::Problem(mut draft), Action::Category(id)) => {
            (draft.about, draft.is_guess) = (Some(id), false);
            draft.guess(ctx.categories, &ctx.identity.homes);
            Ok(resume(ctx, draft))
        }
        (Asked::Place(mut draft), Action::Place(choice)) => {
            draft.place = Some(match choice {
                PlaceChoice::Unit(unit) => Place::Unit(unit),
                PlaceChoice::Entrance => Place::Entrance,
                PlaceChoice::Yard => Place::Yard,
            });
            Ok(resume(ctx, draft))
        }
        (Asked::Slot(mut draft), Action::Slot(choice)) => {
            draft.slot = slot::chosen(choice, &ctx.org.time_zone, ctx.effect.now());
            Ok(resume(ctx, draft))
        }
        (Asked::Review(draft), Action::Edit(part)) => to(match part {
            Part::Category => Asked::Category(draft),
            Part::Place => Asked::Place(draft),
            Part::Words => Asked::Describe { draft, rewriting: true },
            Part::Slot => Asked::Slot(draft),
        }),
        (Asked::Review(mut draft), Action::Urgent) => {
            draft.is_urgent = !draft.is_urgent;
            to(Asked::Review(draft))
        }
        (Asked::Review(draft), Action::Submit) => match alike(ctx, &draft).await? {
            Some(found) => Ok(Step::to(State::Requests(Asked::alike(draft, found)))),
            None => submit(ctx, draft).await,
        },
        (Asked::Alike { draft, .. }, Action::FileAnyway) => submit(ctx, draft).await,
        (Asked::Alike { draft, request, .. }, Action::Join) => {
            let Some(home) = home_of(ctx, &draft) else { return Ok(resume(ctx, draft)) };
            let (tx, actor) = ctx.act().await?;
            let number = desk::join(tx, &actor, request, home).await?;
            let joined = Screen::says(t::requests::joined(ctx.lang, number));
            Ok(Step::to(State::default()).showing(Show::Other(joined)).toast(t::requests::joined(ctx.lang, number)))
        }
        (Asked::Problem(draft), Action::Back) => to(Asked::Category(draft)),
        (Asked::Place(draft), Action::Back) => to(Asked::Category(draft)),
        (
            Asked::Describe { draft, rewriting: true } | Asked::Slot(draft) | Asked::Alike { draft, .. },
            Action::Back,
        ) => to(Asked::Review(draft)),
        (Asked::Describe { draft, rewriting: false }, Action::Back) => to(Asked::Place(draft)),
        (Asked::Category(draft), Action::Back) if draft.about.is_some() => Ok(resume(ctx, draft)),
        (asked, _) => Ok(old_button(ctx, State::Requests(asked))),
    }
}

/// A neighbour's request that may be the same, for whoever has a home.
async fn alike(ctx: &mut Ctx<'_>, draft: &Draft) -> Result<Option<desk::Summary>> {
    let (Some(category), Some(home)) = (draft.about, home_of(ctx, draft)) else { return Ok(None) };
    let (tx, actor) = ctx.act().await?;
    desk::alike(tx, &actor, category, home).await
}

/// The home that a draft is filed from: the one that it is about, otherwise the first.
fn home_of(ctx: &Ctx<'_>, draft: &Draft) -> Option<domain::ids::UnitId> {
    match draft.place {
        Some(Place::Unit(unit)) => Some(unit),
        _ => ctx.identity.homes.first().map(|home| home.unit),
    }
}

/// «Отправить»: the draft's message becomes the live card, which follows by itself.
async fn submit(ctx: &mut Ctx<'_>, draft: Draft) -> Result<Step> {
    let (Some(category), Some(place)) = (draft.about, draft.place) else {
        return Ok(resume(ctx, draft));
    };
    let (bot, draft_message) = (ctx.bot, ctx.tapped);
    let unit = ctx.identity.homes.first().map(|home| home.unit);
    let (tx, actor) = ctx.act().await?;
    let new = NewRequest {
        category,
        place,
        unit,
        priority: draft.is_urgent.then_some(Priority::Emergency),
        slot: draft.slot,
        reporter: None,
        words: &draft.words,
        attachments: &draft.attachments,
        bot: Some(bot),
        draft_message,
    };
    let filed = desk::file(tx, &actor, &new).await?;
    Ok(Step::to(State::default()).showing(Show::Nothing).toast(t::requests::filed(ctx.lang, filed.number)))
}
