//! Buttons of a resident about one request, on its card or on a message of their own.

use domain::{Result, ids::RequestId, notifications, requests as desk};
use i18n::{Lang, t};

use super::{Reply, State as Asked, choices, view, words::stars, work};
use crate::{
    Ctx, Screen, Show, State, Step,
    action::{RequestTap, Surface},
    handle::fresh,
    lang_of,
    staff::{StaffShow, StaffStep},
};

/// A tap about one request. Loaded and authorized anew each time.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: RequestTap, id: RequestId, on: Surface) -> Result<Step> {
    let lang = ctx.lang;
    match tap {
        RequestTap::Reply => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::get(tx, &actor, id).await?.number;
            Ok(Step::to(write(state, id, number)).showing(Show::Fresh))
        }
        RequestTap::Accept => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::accept(tx, &actor, id).await?.number;
            let rating = view::rating(lang, id, number);
            Ok(shown(Step::to(state), on, rating).toast(t::requests::accepted(lang, number)))
        }
        RequestTap::Return | RequestTap::Reopen => {
            let (tx, actor) = ctx.act().await?;
            let request = if tap == RequestTap::Return {
                desk::return_to_work(tx, &actor, id).await?
            } else {
                desk::reopen(tx, &actor, id).await?
            };
            let step = Step::to(write(state, id, request.number)).lead(t::requests::returned(lang, request.number));
            Ok(if fresh(on) { step.showing(Show::Fresh) } else { step })
        }
        RequestTap::Rate(given) => {
            let (tx, actor) = ctx.act().await?;
            let request = desk::rate(tx, &actor, id, i16::from(given)).await?;
            let thanks = choices::rated(lang, &request);
            Ok(shown(Step::to(state), on, thanks).toast(format!("{} {}", stars(given), t::requests::thanks(lang))))
        }
        RequestTap::Tag(tag) => {
            let (tx, actor) = ctx.act().await?;
            let request = desk::remark(tx, &actor, id, Some(tag.code()), None).await?;
            Ok(shown(Step::to(state), on, choices::rated(lang, &request)))
        }
        RequestTap::Remark => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::get(tx, &actor, id).await?.number;
            let reply = Reply { request: id, number, album: None, draft: state.into_draft() };
            Ok(Step::to(State::Requests(Asked::Remark(reply))).showing(Show::Fresh))
        }
        RequestTap::Price(agrees, price) => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::answer_price(tx, &actor, id, price, agrees).await?.number;
            Ok(shown(Step::to(state), on, Screen::says(price_answered(lang, number, agrees))))
        }
        RequestTap::AskCancel => {
            let (tx, actor) = ctx.act().await?;
            let request = desk::get(tx, &actor, id).await?;
            Ok(Step::to(state).showing(Show::OtherFresh(choices::cancel(lang, &request))))
        }
        RequestTap::Cancel(why) => {
            let common = lang_of(ctx.org.language);
            let (tx, actor) = ctx.act().await?;
            let why = why.map(|why| choices::cancel_words(common, why));
            let number = desk::cancel(tx, &actor, id, why.as_deref()).await?.number;
            Ok(shown(Step::to(state), on, Screen::says(t::requests::cancelled(lang, number))))
        }
        RequestTap::Show => {
            let (bot, chat_id) = (ctx.bot, ctx.chat_id);
            let (tx, actor) = ctx.act().await?;
            let number = desk::get(tx, &actor, id).await?.number;
            notifications::show_again(tx, id, bot, chat_id).await?;
            Ok(Step::to(work::left(state)).showing(Show::Nothing).toast(t::requests::card_below(lang, number)))
        }
        RequestTap::Arrive
        | RequestTap::Complete
        | RequestTap::Step(_)
        | RequestTap::Phone
        | RequestTap::Files
        | RequestTap::ArriveAnyway
        | RequestTap::AskPhotos(_)
        | RequestTap::AskMaterial
        | RequestTap::UseMaterial(_)
        | RequestTap::RemoveMaterial(_)
        | RequestTap::AskPrice
        | RequestTap::AskUntil(_)
        | RequestTap::Until(..)
        | RequestTap::Finish(_) => work::tap(ctx, state, tap, id, on).await,
        // Everything else is work for the org, done in one's own chat.
        _ => {
            let state = work::left(state);
            let done = super::tap_at_desk(ctx, tap, id, on).await?;
            Ok(at_desk(state, done))
        }
    }
}

/// What the staff do in their own chat leaves their dialogue where it is.
pub(crate) fn at_desk(state: State, done: StaffStep) -> Step {
    let step = Step::to(state).showing(match done.show {
        None => Show::Nothing,
        Some(StaffShow::Post(screen)) => Show::OtherFresh(screen),
        Some(StaffShow::Edit(screen)) => Show::Other(screen),
    });
    match done.toast {
        Some(toast) => step.toast(toast),
        None => step,
    }
}

fn price_answered(lang: Lang, number: i64, agrees: bool) -> String {
    if agrees { t::requests::price_agreed(lang, number) } else { t::requests::price_refused(lang, number) }
}

/// A live card changes by itself; a message of its own shows what came of the tap.
fn shown(step: Step, on: Surface, screen: Screen) -> Step {
    let show = if fresh(on) { Show::Nothing } else { Show::Other(screen) };
    step.showing(show)
}

/// The next words go to the staff; a draft that was begun waits.
fn write(state: State, request: RequestId, number: i64) -> State {
    State::Requests(Asked::Reply(Reply { request, number, album: None, draft: state.into_draft() }))
}
