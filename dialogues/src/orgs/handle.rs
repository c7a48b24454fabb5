//! Taps and words about the org.

use domain::{
    Result,
    access::{Actor, Permission},
    members::{self as team, Whose},
    orgs as desk,
};
use i18n::t;

use super::{Ask, State as Asked, create, view};
use crate::{Ctx, Said, Screen, Show, State, Step, action::OrgTap, handle::old_button};

/// A tap about the org.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: OrgTap) -> Result<Step> {
    match tap {
        OrgTap::Card => card(ctx, state).await,
        OrgTap::Mine => mine(ctx, state).await,
        OrgTap::AskLeave => Ok(Step::to(state).showing(Show::Other(view::ask_leave(ctx.viewer())))),
        OrgTap::Leave => {
            let (tx, actor) = ctx.act().await?;
            team::leave(tx, &actor).await?;
            let left = Screen::says(t::orgs::left(ctx.lang, &ctx.org.name));
            Ok(Step::to(state.laid_aside()).showing(Show::Other(left)).identity_changed())
        }
        OrgTap::AskDelete => {
            let (_, actor) = ctx.act().await?;
            actor.require(Permission::OrgDelete)?;
            Ok(Step::to(State::Orgs(Asked { ask: Ask::DeleteName, draft: state.into_draft() })))
        }
        OrgTap::Restore => Ok(old_button(ctx, state)), // it is not deleted, or whoever carries the dialogue would know
        OrgTap::Create
        | OrgTap::Industry(_)
        | OrgTap::Speak(_)
        | OrgTap::City(_)
        | OrgTap::Connect(_)
        | OrgTap::Later => create::tap(ctx, state, tap).await,
    }
}

/// The org's card, for somebody who works there; a word to anybody else.
pub(crate) async fn card(ctx: &mut Ctx<'_>, state: State) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let Actor::Member { member, role, .. } = &actor else {
        return Ok(Step::to(state).showing(Show::Other(Screen::says(t::orgs::only_staff(ctx.lang)))));
    };
    let org = desk::current(tx).await?;
    let offer = team::open_offer(tx, &actor).await?;
    let may = view::May {
        team: actor.require(Permission::MembersRead).is_ok(),
        invite: actor.require(Permission::MembersInvite).is_ok(),
        delete: actor.require(Permission::OrgDelete).is_ok(),
    };
    let offer = offer.as_ref().map(|offer| (offer, offer.to == *member));
    let screen = view::card(ctx.viewer(), &org, *role, offer, may);
    Ok(Step::to(state).showing(Show::Other(screen)))
}

async fn mine(ctx: &mut Ctx<'_>, state: State) -> Result<Step> {
    let orgs = team::list_orgs(ctx.effect.db(), Whose::Telegram(ctx.identity.telegram_id)).await?;
    let screen = view::mine(ctx.viewer(), &orgs, ctx.org.id);
    Ok(Step::to(state).showing(Show::Other(screen)))
}

/// Words, while something is being asked about an org.
pub(crate) async fn said(ctx: &mut Ctx<'_>, asked: Asked, said: Said) -> Result<Step> {
    if asked.ask != Ask::DeleteName {
        return create::said(ctx, asked, said).await;
    }
    if said.words.trim().is_empty() {
        let lead = t::orgs::by_words(ctx.lang);
        return Ok(Step::to(State::Orgs(asked)).lead(lead));
    }
    let (tx, actor) = ctx.act().await?;
    let org = desk::delete(tx, &actor, &said.words).await?;
    let screen = view::closed(ctx.viewer(), &org, true);
    Ok(Step::to(State::Menu { draft: asked.draft }).showing(Show::Other(screen)).org_changed())
}
