//! The steps of inviting and of being invited.

use domain::{
    Result,
    access::{Filter, Permission, Role},
    bots,
    ids::BuildingId,
    invites::{self as desk, NewInvite},
    members,
    property::{self, BuildingsWanted},
};
use i18n::t;

use super::{State as Asked, view};
use crate::{Ctx, Said, Show, State, Step, action::InviteTap, handle::old_button, members::role_name, menu};

/// How many buildings and invites one screen offers.
const SHOWN: usize = 20;

/// The deep link of an invite was opened.
pub(crate) async fn start(ctx: &mut Ctx<'_>, state: State, token: &str) -> Result<Step> {
    let draft = state.into_draft();
    let invite = desk::open(ctx.effect.tx().await?, token).await?;
    let asked = Asked { invite: invite.id, role: invite.role, inviter: invite.inviter_name, draft };
    Ok(Step::to(State::Invites(asked)))
}

/// The invited has answered.
async fn answer(ctx: &mut Ctx<'_>, asked: Asked, accepts: bool) -> Result<Step> {
    if !accepts {
        return Ok(Step::to(State::Menu { draft: asked.draft }).lead(t::invites::declined(ctx.lang)));
    }
    let (tx, actor) = ctx.act().await?;
    desk::accept(tx, &actor, asked.invite).await?;
    let lead = t::invites::accepted(ctx.lang, &role_name(ctx.lang, asked.role));
    Ok(Step::to(State::Menu { draft: asked.draft }).lead(lead).identity_changed())
}

/// Anything said while the question stands.
pub(crate) async fn said(ctx: &mut Ctx<'_>, asked: Asked, said: Said) -> Result<Step> {
    if !said.tells_something() {
        return Ok(Step::to(State::Invites(asked)).lead(t::invites::by_button(ctx.lang)));
    }
    // Words are not lost: they begin a request, and the link can be opened again.
    menu::said(ctx, asked.draft, said).await
}

/// A tap about invites.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: InviteTap) -> Result<Step> {
    match tap {
        InviteTap::New => {
            let (_, actor) = ctx.act().await?;
            actor.require(Permission::MembersInvite)?;
            let screen = view::choose_role(ctx.viewer(), &members::givable(&actor));
            Ok(Step::to(state).showing(Show::Other(screen)))
        }
        InviteTap::Role(role) if has_places(role) => {
            let (tx, actor) = ctx.act().await?;
            let wanted = BuildingsWanted { limit: SHOWN as i64, ..BuildingsWanted::default() };
            let buildings = property::list_buildings(tx, &actor, &wanted).await?;
            if buildings.is_empty() {
                return write(ctx, state, role, None).await;
            }
            let screen = view::choose_scope(ctx.viewer(), role, &buildings);
            Ok(Step::to(state).showing(Show::Other(screen)))
        }
        InviteTap::Role(role) => write(ctx, state, role, None).await,
        InviteTap::Scope(role, building) => write(ctx, state, role, building).await,
        InviteTap::Open => open(ctx, state).await,
        InviteTap::Revoke(id) => {
            let (tx, actor) = ctx.act().await?;
            desk::revoke(tx, &actor, id).await?;
            let toast = t::invites::revoked(ctx.lang);
            Ok(open(ctx, state).await?.toast(toast))
        }
        InviteTap::Accept | InviteTap::Decline => match state {
            State::Invites(asked) => answer(ctx, asked, tap == InviteTap::Accept).await,
            state => Ok(old_button(ctx, state)),
        },
    }
}

/// Whether the work of a role is at addresses, so that it can be limited to some.
fn has_places(role: Role) -> bool {
    matches!(role, Role::Manager | Role::Dispatcher | Role::Worker)
}

async fn write(ctx: &mut Ctx<'_>, state: State, role: Role, building: Option<BuildingId>) -> Result<Step> {
    let bot = ctx.bot;
    let (tx, actor) = ctx.act().await?;
    let address = match building {
        Some(id) => Some(property::building(tx, &actor, id).await?.facts.address),
        None => None,
    };
    let filter = Filter { buildings: building.into_iter().collect(), ..Filter::default() };
    let written = desk::create(tx, &actor, &NewInvite { filter, ..NewInvite::to(role) }).await?;
    let link = written.link(&bots::username(tx, bot).await?);
    let screen = view::written(ctx.viewer(), &written, &link, address.as_deref());
    Ok(Step::to(state).showing(Show::Qr { link, screen }))
}

async fn open(ctx: &mut Ctx<'_>, state: State) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let mut invites = desk::list(tx, &actor).await?;
    invites.truncate(SHOWN);
    Ok(Step::to(state).showing(Show::Other(view::open(ctx.viewer(), &invites))))
}
