//! The steps of taking a shift and handing it over.

use domain::{Error, Result, requests as desk, shifts as roster};
use i18n::t;

use super::{
    State as Asked,
    view::{self, Seen},
};
use crate::{Ctx, Said, Show, State, Step, action::ShiftTap, requests::work::turnout};

/// `/shift`
pub(crate) async fn show(ctx: &mut Ctx<'_>, state: State) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let now = tx.source().now();
    let (own, on_duty) = (roster::own(tx, &actor).await?, roster::on_duty(tx, &actor, now).await?);
    let left = match &own {
        Some(shift) if shift.goes_on(now) => roster::last_note(tx, &actor, shift.duty).await?,
        _ => None,
    };
    let seen = Seen { own: own.as_ref(), left: left.as_ref(), on_duty: &on_duty, now };
    Ok(Step::to(state).showing(Show::Other(view::card(ctx.viewer(), &seen))))
}

/// A tap about shifts.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: ShiftTap) -> Result<Step> {
    match tap {
        ShiftTap::Show => show(ctx, state).await,
        ShiftTap::Begin => {
            let (tx, actor) = ctx.act().await?;
            roster::begin(tx, &actor).await?;
            let toast = t::shifts::begun(ctx.lang);
            Ok(show(ctx, state).await?.toast(toast))
        }
        ShiftTap::AskEnd => {
            let (tx, actor) = ctx.act().await?;
            let now = tx.source().now();
            // Who has no shift is not asked for a note in vain.
            roster::own(tx, &actor)
                .await?
                .filter(|shift| shift.goes_on(now))
                .ok_or(Error::Refused("shift_not_begun"))?;
            Ok(Step::to(State::Shifts(Asked { draft: state.into_draft() })))
        }
    }
}

/// The note of whoever hands their shift over.
pub(crate) async fn said(ctx: &mut Ctx<'_>, asked: Asked, said: Said) -> Result<Step> {
    let (lang, org) = (ctx.lang, ctx.org);
    let (tx, actor) = ctx.act().await?;
    let shift = match roster::end(tx, &actor, &said.words).await {
        Ok(shift) => shift,
        Err(Error::Invalid { code: "handover_missing", .. }) => {
            return Ok(Step::to(State::Shifts(asked)).lead(t::shifts::note_by_words(ctx.lang)));
        }
        Err(error) => return Err(error),
    };
    let (from, to) = (shift.begun_at.unwrap_or(shift.starts_at), shift.ended_at.unwrap_or(shift.ends_at));
    let sum = desk::turnout(tx, &actor, from, to).await?;
    let ended = format!("{}\n{}", t::shifts::ended(lang), turnout(lang, org, &sum));
    let state = State::Menu { draft: asked.draft };
    Ok(show(ctx, state).await?.lead(ended))
}
