//! Taps about the team. They keep no state: each names its member, and is authorized anew.

use domain::{
    Result,
    access::{Permission, Role},
    ids::MemberId,
    members::{self as team, Change, Member, Wanted},
};
use i18n::t;

use super::view::{self, May, role_name};
use crate::{Action, Ctx, Screen, Show, State, Step, action::MemberTap, orgs};

/// How many fit a phone's screen without scrolling.
const PAGE: usize = 8;

/// A tap about the team.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: MemberTap) -> Result<Step> {
    match tap {
        MemberTap::List(after) => list(ctx, state, after).await,
        MemberTap::Show(id) => card(ctx, state, id).await,
        MemberTap::AskRole(id) => {
            let (tx, actor) = ctx.act().await?;
            actor.require(Permission::MembersManage)?;
            let member = team::get(tx, &actor, id).await?;
            let screen = view::choose_role(ctx.viewer(), &member, &team::givable(&actor));
            Ok(showing(state, screen))
        }
        MemberTap::SetRole(id, role) => {
            let (tx, actor) = ctx.act().await?;
            let change = Change { role: Some(role), ..Change::default() };
            let member = team::change(tx, &actor, id, None, &change).await?;
            let toast = t::members::role_set(ctx.lang, &member.name, &role_name(ctx.lang, role));
            Ok(card(ctx, state, id).await?.toast(toast))
        }
        MemberTap::AskRemove(id) => {
            let (tx, actor) = ctx.act().await?;
            actor.require(Permission::MembersManage)?;
            let member = team::get(tx, &actor, id).await?;
            Ok(showing(state, view::ask_remove(ctx.viewer(), &member)))
        }
        MemberTap::Remove(id) => {
            let (tx, actor) = ctx.act().await?;
            let member = team::remove(tx, &actor, id).await?;
            let toast = t::members::removed(ctx.lang, &member.name);
            Ok(list(ctx, state, None).await?.toast(toast))
        }
        MemberTap::AskOffer(id) => {
            let (tx, actor) = ctx.act().await?;
            actor.require(Permission::OrgTransfer)?;
            let member = team::get(tx, &actor, id).await?;
            Ok(showing(state, view::ask_offer(ctx.viewer(), &member)))
        }
        MemberTap::Offer(id) => {
            let (tx, actor) = ctx.act().await?;
            team::offer_ownership(tx, &actor, id).await?;
            orgs::card(ctx, state).await
        }
        MemberTap::Accept(offer) => {
            let (tx, actor) = ctx.act().await?;
            team::accept_ownership(tx, &actor, offer).await?;
            let toast = t::members::offer_accepted(ctx.lang, &ctx.org.name);
            Ok(orgs::card(ctx, state).await?.toast(toast).identity_changed())
        }
        MemberTap::Withdraw(offer) => {
            let (tx, actor) = ctx.act().await?;
            team::withdraw_offer(tx, &actor, offer).await?;
            let toast = t::members::offer_withdrawn(ctx.lang);
            Ok(orgs::card(ctx, state).await?.toast(toast))
        }
    }
}

/// Who works for the org, a page at a time.
pub(crate) async fn list(ctx: &mut Ctx<'_>, state: State, after: Option<MemberId>) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let wanted = Wanted { after, limit: PAGE as i64 + 1, ..Wanted::default() };
    let mut page = team::list(tx, &actor, &wanted).await?;
    let more = page.len() > PAGE;
    page.truncate(PAGE);
    let last = page.last().filter(|_| more).map(|last| Action::Member(MemberTap::List(Some(last.id))));
    let may_invite = actor.require(Permission::MembersInvite).is_ok();
    Ok(showing(state, view::list(ctx.viewer(), &page, after.is_none(), last, may_invite)))
}

async fn card(ctx: &mut Ctx<'_>, state: State, id: MemberId) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let member: Member = team::get(tx, &actor, id).await?;
    let other = actor.member() != Some(id);
    let may = May {
        manage: other && actor.require(Permission::MembersManage).is_ok(),
        offer: other && member.role != Role::Owner && actor.require(Permission::OrgTransfer).is_ok(),
    };
    Ok(showing(state, view::card(ctx.viewer(), &member, may)))
}

fn showing(state: State, screen: Screen) -> Step {
    Step::to(state).showing(Show::Other(screen))
}
