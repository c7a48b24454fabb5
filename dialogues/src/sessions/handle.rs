//! Taps about one's own sign-ins. They keep no state: each names its session, and finds the account anew.

use domain::{
    Error, Result,
    ids::SessionId,
    sessions::{self, Session},
};
use i18n::t;

use super::view;
use crate::{Ctx, Screen, Show, State, Step, action::SessionTap};

/// How many fit a phone's screen without scrolling.
const PAGE: usize = 8;

/// A tap about one's own sign-ins.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: SessionTap) -> Result<Step> {
    match tap {
        SessionTap::List(after) => list(ctx, state, after).await,
        SessionTap::Show(id) => {
            let session = open(ctx).await?.into_iter().find(|session| session.id == id);
            let session = session.ok_or(Error::NotFound("session"))?;
            Ok(showing(state, view::card(ctx.viewer(), &session)))
        }
        SessionTap::End(id) => {
            let (tx, actor) = ctx.act().await?;
            sessions::end_here(tx, &actor, Some(id)).await?;
            let toast = t::sessions::ended(ctx.lang, 1);
            Ok(list(ctx, state, None).await?.toast(toast))
        }
        SessionTap::AskAll => Ok(showing(state, view::ask_all(ctx.lang))),
        SessionTap::EndAll => {
            let (tx, actor) = ctx.act().await?;
            let count = sessions::end_here(tx, &actor, None).await?;
            let toast = t::sessions::ended(ctx.lang, i64::try_from(count).unwrap_or(i64::MAX));
            Ok(list(ctx, state, None).await?.toast(toast))
        }
    }
}

/// Where one is signed in, a page at a time, the latest first.
pub(crate) async fn list(ctx: &mut Ctx<'_>, state: State, after: Option<SessionId>) -> Result<Step> {
    let all = open(ctx).await?;
    // The one that a page begins after may have ended meanwhile: then it begins anew.
    let from = after.and_then(|after| all.iter().position(|session| session.id == after)).map_or(0, |at| at + 1);
    let page: Vec<Session> = all.iter().skip(from).take(PAGE).cloned().collect();
    let more = page.last().filter(|_| from + PAGE < all.len()).map(|last| last.id);
    Ok(showing(state, view::list(ctx.viewer(), &page, from == 0, more)))
}

async fn open(ctx: &mut Ctx<'_>) -> Result<Vec<Session>> {
    let (tx, actor) = ctx.act().await?;
    sessions::list_here(tx, &actor).await
}

fn showing(state: State, screen: Screen) -> Step {
    Step::to(state).showing(Show::Other(screen))
}
