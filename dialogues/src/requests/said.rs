//! What is said while a request, or a word about one, is being written.

use domain::{
    Result,
    ids::{CommentId, RequestId},
    notifications,
    requests::{self as desk, Side},
};
use i18n::t;

use super::{
    Draft, Reply, State as Asked,
    handle::{add_to_draft, resume},
    mirror::{self, Word},
    slot, work,
};
use crate::{Ctx, Said, Screen, Show, State, Step, menu, people};

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
        Asked::Reply(reply) if said.has_content() || said.location.is_some() => {
            let state = State::Menu { draft: reply.draft.clone() };
            pass_on(ctx, &state, reply.request, reply.number, &said, None).await
        }
        Asked::Remark(reply) if !said.words.trim().is_empty() => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::remark(tx, &actor, reply.request, None, Some(&said.words)).await?.number;
            let thanks = Screen::says(t::requests::remarked(lang, number));
            Ok(Step::to(State::Menu { draft: reply.draft }).showing(Show::OtherFresh(thanks)))
        }
        Asked::Work(asked) => work::said(ctx, asked, said).await,
        asked if !said.has_content() && said.location.is_none() => {
            Ok(Step::to(State::Requests(asked)).lead(t::common::not_understood(lang)))
        }
        asked @ (Asked::Reply(_) | Asked::Remark(_)) => {
            Ok(Step::to(State::Requests(asked)).lead(t::common::not_understood(lang)))
        }
        Asked::Slot(mut draft) if said.attachments.is_empty() && said.location.is_none() => {
            let now = ctx.effect.now();
            match slot::spoken(&said.words, &ctx.org.time_zone, now) {
                Some(slot) => {
                    draft.slot = Some(slot);
                    Ok(resume(ctx, draft))
                }
                None => Ok(Step::to(State::Requests(Asked::Slot(draft))).lead(t::requests::slot_unclear(lang))),
            }
        }
        Asked::Describe { draft, rewriting: true } if !said.words.trim().is_empty() => {
            let rewritten = Draft { words: String::new(), ..draft.clone() };
            let step = add_to_draft(ctx, rewritten, &said)?;
            // What did not fit does not take the place of what did.
            Ok(match step.lead {
                Some(lead) => resume(ctx, draft).lead(lead),
                None => step,
            })
        }
        // The question stays open, and what was said is noted down already.
        Asked::Category(draft) | Asked::Problem(draft) | Asked::Place(draft) => {
            let step = add_to_draft(ctx, draft, &said)?;
            let asks = matches!(&step.state, State::Requests(Asked::Category(_) | Asked::Place(_)));
            let notes = asks && step.lead.is_none() && said.location.is_none();
            Ok(if notes { step.lead(t::requests::noted(lang)) } else { step })
        }
        Asked::Describe { draft, .. } | Asked::Slot(draft) | Asked::Review(draft) | Asked::Alike { draft, .. } => {
            add_to_draft(ctx, draft, &said)
        }
    }
}

/// An answer to a card, or to a word that was passed on. None when the message belongs to no request.
pub(crate) async fn reply_to_message(
    ctx: &mut Ctx<'_>,
    state: &State,
    message: i64,
    said: &Said,
) -> Result<Option<Step>> {
    if !said.has_content() && said.location.is_none() {
        return Ok(None);
    }
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    let tx = ctx.effect.tx().await?;
    let Some(link) = notifications::linked_message(tx, bot, chat_id, Some(message), None).await? else {
        return Ok(None);
    };
    let (number, reporter) = desk::number_of(tx, link.request).await?;
    if matches!(state, State::Requests(Asked::Work(asked)) if asked.request == link.request) {
        return Ok(None); // it is the answer to what is being asked
    }
    if ctx.identity.membership.is_some() && reporter != ctx.identity.person {
        let tx = ctx.effect.tx().await?;
        if !desk::followers(tx, link.request).await?.contains(&ctx.identity.person) {
            return work::to_resident(ctx, state, &link, number, said).await.map(Some);
        }
    }
    pass_on(ctx, state, link.request, number, said, link.comment).await.map(Some)
}

/// Passes a word on to the staff. While an album is coming in, its other parts have to find the same request.
async fn pass_on(
    ctx: &mut Ctx<'_>,
    state: &State,
    request: RequestId,
    number: i64,
    said: &Said,
    answers: Option<CommentId>,
) -> Result<Step> {
    let words = said.words.trim();
    let word = Word { request, side: Side::Resident, is_question: false, is_internal: false, words, answers };
    mirror::say(ctx, said, &word).await?;
    let step = match &said.album {
        Some(album) => {
            let draft = state.clone().into_draft();
            Step::to(State::Requests(Asked::Reply(Reply { request, number, album: Some(album.clone()), draft })))
        }
        None => {
            Step::to(state.clone()).showing(Show::OtherFresh(Screen::says(t::requests::passed_on(ctx.lang, number))))
        }
    };
    Ok(step.received())
}
