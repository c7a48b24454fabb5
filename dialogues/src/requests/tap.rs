//! Buttons about one request, on its card or on a message of their own.

use domain::{Result, ids::RequestId, notifications, requests as desk};
use i18n::t;

use super::{Reply, State as Asked, view};
use crate::{
    Ctx, Screen, Show, State, Step,
    action::{RequestTap, Surface},
    handle::fresh,
    staff,
};

/// A tap about one request. Loaded and authorized anew each time.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: RequestTap, id: RequestId, on: Surface) -> Result<Step> {
    let lang = ctx.lang;
    match tap {
        RequestTap::Take | RequestTap::Complete | RequestTap::Ask => {
            let done = staff::tap(ctx, tap, id).await?;
            let step = Step::to(state).showing(Show::Nothing);
            Ok(match done.toast {
                Some(toast) => step.toast(toast),
                None => step,
            })
        }
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
        RequestTap::Return => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::return_to_work(tx, &actor, id).await?.number;
            let step = Step::to(write(state, id, number)).lead(t::requests::returned(lang, number));
            Ok(if fresh(on) { step.showing(Show::Fresh) } else { step })
        }
        RequestTap::Rate(stars) => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::rate(tx, &actor, id, i16::from(stars)).await?.number;
            let thanks = Screen::says(t::requests::rated(lang, number, &view::stars(stars)));
            Ok(shown(Step::to(state), on, thanks).toast(t::requests::thanks(lang)))
        }
        RequestTap::AskCancel => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::get(tx, &actor, id).await?.number;
            Ok(Step::to(state).showing(Show::OtherFresh(view::sure_to_cancel(lang, id, number))))
        }
        RequestTap::Cancel => {
            let (tx, actor) = ctx.act().await?;
            let number = desk::cancel(tx, &actor, id).await?.number;
            Ok(shown(Step::to(state), on, Screen::says(t::requests::cancelled(lang, number))))
        }
        RequestTap::Show => {
            let (bot, chat_id) = (ctx.bot, ctx.chat_id);
            let (tx, actor) = ctx.act().await?;
            let number = desk::get(tx, &actor, id).await?.number;
            notifications::show_again(tx, id, bot, chat_id).await?;
            Ok(Step::to(state).showing(Show::Nothing).toast(t::requests::card_below(lang, number)))
        }
    }
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
