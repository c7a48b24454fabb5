//! The steps of filing a request and of a word about one.

use domain::{
    Result,
    ids::RequestId,
    notifications,
    requests::{self as desk, NewComment, NewRequest, Place, Side},
};
use i18n::t;

use super::{Draft, Reply, State as Asked};
use crate::{
    Action, Ctx, Said, Screen, Show, State, Step,
    action::{Part, PlaceChoice},
    handle::old_button,
    menu, people,
};

/// `/new`: a draft that was laid aside is offered first.
pub(crate) fn begin(state: State) -> Step {
    match state.laid_aside() {
        State::Menu { draft: Some(draft) } => Step::to(State::Menu { draft: Some(draft) }),
        _ => blank(),
    }
}

/// «🆕 Новая», where a draft was offered, is a plain word: the draft goes. Everywhere else it is offered first.
pub(crate) fn begin_anew(state: State) -> Step {
    match state {
        State::Menu { .. } => blank(),
        state => begin(state),
    }
}

fn blank() -> Step {
    Step::to(State::Requests(Draft::default().next()))
}

/// Goes on where a draft was laid aside.
pub(crate) fn resume(draft: Draft) -> Step {
    Step::to(State::Requests(draft.next()))
}

/// Puts what was said into the draft, and asks what is still missing.
pub(crate) fn add_to_draft(ctx: &Ctx<'_>, mut draft: Draft, said: &Said) -> Result<Step> {
    let added = draft.add(said);
    let step = Step::to(State::Requests(draft.next()));
    Ok(match added {
        Ok(()) => step,
        Err(full) => step.lead(full.words(ctx.lang)),
    })
}

/// A button of the form.
pub(crate) async fn answer(ctx: &mut Ctx<'_>, asked: Asked, action: Action) -> Result<Step> {
    let stale = |ctx: &Ctx<'_>, asked| Ok(old_button(ctx, State::Requests(asked)));
    match (asked, action) {
        (Asked::Category(mut draft), Action::Category(category)) => {
            draft.category = Some(category);
            Ok(resume(draft))
        }
        (Asked::Place(mut draft), Action::Place(choice)) => {
            draft.place = Some(match choice {
                PlaceChoice::Unit(unit) => Place::Unit(unit),
                PlaceChoice::Entrance => Place::Entrance,
                PlaceChoice::Yard => Place::Yard,
            });
            Ok(resume(draft))
        }
        (Asked::Review(draft), Action::Edit(part)) => Ok(Step::to(State::Requests(match part {
            Part::Category => Asked::Category(draft),
            Part::Place => Asked::Place(draft),
            Part::Words => Asked::Describe { draft, rewriting: true },
        }))),
        (Asked::Review(draft), Action::Submit) => submit(ctx, draft).await,
        (Asked::Place(draft), Action::Back) => Ok(Step::to(State::Requests(Asked::Category(draft)))),
        (Asked::Describe { draft, rewriting: true }, Action::Back) => {
            Ok(Step::to(State::Requests(Asked::Review(draft))))
        }
        (Asked::Describe { draft, rewriting: false }, Action::Back) => {
            Ok(Step::to(State::Requests(Asked::Place(draft))))
        }
        (Asked::Category(draft), Action::Back) if draft.category.is_some() => Ok(resume(draft)),
        (asked, _) => stale(ctx, asked),
    }
}

/// «Отправить»: the draft's message becomes the live card, which follows by itself.
async fn submit(ctx: &mut Ctx<'_>, draft: Draft) -> Result<Step> {
    let (Some(category), Some(place)) = (draft.category, draft.place) else {
        return Ok(resume(draft));
    };
    let (bot, draft_message) = (ctx.bot, ctx.tapped);
    let unit = ctx.identity.homes.first().map(|home| home.unit);
    let (tx, actor) = ctx.act().await?;
    let new =
        NewRequest { category, place, unit, words: &draft.words, attachments: &draft.attachments, bot, draft_message };
    let filed = desk::file(tx, &actor, &new).await?;
    Ok(Step::to(State::default()).showing(Show::Nothing).toast(t::requests::filed(ctx.lang, filed.number)))
}

/// Anything said while a request, or a word about one, is being written. Nothing that was said is lost.
pub(crate) async fn said(ctx: &mut Ctx<'_>, asked: Asked, said: Said) -> Result<Step> {
    let lang = ctx.lang;
    if let Some(contact) = &said.contact {
        return people::contact(ctx, State::Requests(asked), contact).await;
    }
    match asked {
        Asked::Reply(reply) if reply.album.is_some() && reply.album != said.album => {
            menu::said(ctx, reply.draft, said).await
        }
        Asked::Reply(reply) if said.has_content() => {
            let state = State::Menu { draft: reply.draft.clone() };
            pass_on(ctx, &state, reply.request, reply.number, &said).await
        }
        asked if !said.has_content() && said.location.is_none() => {
            Ok(Step::to(State::Requests(asked)).lead(t::common::not_understood(lang)))
        }
        Asked::Reply(reply) => Ok(Step::to(State::Requests(Asked::Reply(reply))).lead(t::common::not_understood(lang))),
        Asked::Describe { draft, rewriting: true } if !said.words.trim().is_empty() => {
            let rewritten = Draft { words: String::new(), ..draft.clone() };
            let step = add_to_draft(ctx, rewritten, &said)?;
            // What did not fit does not take the place of what did.
            Ok(match step.lead {
                Some(lead) => resume(draft).lead(lead),
                None => step,
            })
        }
        // The question stays open, and what was said is noted down already.
        Asked::Category(draft) | Asked::Place(draft) => {
            let step = add_to_draft(ctx, draft, &said)?;
            Ok(if step.lead.is_none() && said.location.is_none() { step.lead(t::requests::noted(lang)) } else { step })
        }
        Asked::Describe { draft, .. } | Asked::Review(draft) => add_to_draft(ctx, draft, &said),
    }
}

/// An answer to a card, or to a word that was passed on. None when the message belongs to no request.
pub(crate) async fn reply_to_message(
    ctx: &mut Ctx<'_>,
    state: &State,
    message: i64,
    said: &Said,
) -> Result<Option<Step>> {
    if !said.has_content() {
        return Ok(None);
    }
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    let tx = ctx.effect.tx().await?;
    let Some(link) = notifications::linked_message(tx, bot, chat_id, Some(message), None).await? else {
        return Ok(None);
    };
    let (number, _) = desk::number_of(tx, link.request).await?;
    pass_on(ctx, state, link.request, number, said).await.map(Some)
}

/// Passes a word on to the staff. While an album is coming in, its other parts have to find the same request.
async fn pass_on(ctx: &mut Ctx<'_>, state: &State, request: RequestId, number: i64, said: &Said) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let new = NewComment {
        request,
        side: Side::Resident,
        is_question: false,
        words: said.words.trim(),
        attachments: &said.attachments,
        album: said.album.as_deref(),
    };
    desk::comment(tx, &actor, &new).await?;
    Ok(match &said.album {
        Some(album) => {
            let draft = state.clone().into_draft();
            Step::to(State::Requests(Asked::Reply(Reply { request, number, album: Some(album.clone()), draft })))
        }
        None => {
            Step::to(state.clone()).showing(Show::OtherFresh(Screen::says(t::requests::passed_on(ctx.lang, number))))
        }
    })
}
