//! What is done about invites.

use super::{
    model::{Invite, LASTS_AT_MOST, LINK_PREFIX, NewInvite, Written, hash, name_of},
    store,
};
use crate::{
    Db, Error, OrgId, Result, TenantTx,
    access::{Actor, Permission, Role},
    events::{self, Event},
    ids::{InviteId, MemberId, SessionId},
    members, orgs, sessions,
};

/// The random bytes of a token: 144 bits.
const TOKEN_BYTES: usize = 18;

/// Writes an invite. Its token is in the answer and nowhere else.
pub async fn create(tx: &mut TenantTx, actor: &Actor, new: &NewInvite<'_>) -> Result<Written> {
    actor.require(Permission::MembersInvite)?;
    members::may_give(actor, new.role, &new.filter)?;
    members::by_offer(actor, new.role)?;
    new.filter.check()?;
    if new.lasts > LASTS_AT_MOST || new.lasts <= chrono::TimeDelta::zero() {
        return Err(Error::Invalid { field: "lasts", code: "invite_too_long" });
    }
    let name = name_of(new.name)?;
    let token = tx.source().token(TOKEN_BYTES);
    let until = tx.source().now() + new.lasts;
    let id = store::insert(tx, actor, new, name.as_deref(), &hash(&token), until).await?;
    events::record(tx, actor, &Event::InviteCreated { invite: id, role: new.role, until }).await?;
    let invite = store::get(tx, id, false).await?.ok_or(Error::NotFound("invite"))?;
    Ok(Written { invite, start: format!("{LINK_PREFIX}{token}") })
}

/// The invites that can still be accepted, the latest first; at most 100.
pub async fn list(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Invite>> {
    actor.require(Permission::MembersInvite)?;
    store::list(tx).await
}

/// One invite, for whoever manages them.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: InviteId) -> Result<Invite> {
    actor.require(Permission::MembersInvite)?;
    store::get(tx, id, false).await?.ok_or(Error::NotFound("invite"))
}

/// Takes an invite back. Safe to repeat.
pub async fn revoke(tx: &mut TenantTx, actor: &Actor, id: InviteId) -> Result<()> {
    actor.require(Permission::MembersInvite)?;
    let invite = store::get(tx, id, true).await?.ok_or(Error::NotFound("invite"))?;
    if invite.accepted_at.is_some() {
        return Err(Error::Refused("invite_used"));
    }
    if invite.revoked_at.is_none() {
        store::set_revoked(tx, id).await?;
        events::record(tx, actor, &Event::InviteRevoked { invite: id, role: invite.role }).await?;
    }
    Ok(())
}

/// What the token of a deep link invites to, when it can be accepted.
pub async fn open(tx: &mut TenantTx, token: &str) -> Result<Invite> {
    let invite = store::by_token(tx, &hash(token)).await?.ok_or(Error::Refused("invite_unknown"))?;
    invite.require_open(tx.source().now())?;
    Ok(invite)
}

/// The org that an invite of this token is to, before anybody is in it. [`Error::Refused`] `invite_unknown`.
pub async fn org_of(db: &Db, token: &str) -> Result<OrgId> {
    let mut tx = db.system().await?;
    let org = store::org_of(&mut tx, &hash(token)).await?;
    tx.commit().await?;
    org.ok_or(Error::Refused("invite_unknown"))
}

/// Whoever comes through the session accepts the invite of this token; the org meets them now if it never has.
pub async fn join(tx: &mut TenantTx, session: SessionId, token: &str) -> Result<MemberId> {
    orgs::require_in_force(tx).await?;
    let invite = open(tx, token).await?;
    let actor = sessions::introduce(tx, session).await?;
    accept(tx, &actor, invite.id).await
}

/// The actor accepts: they are a member now. A member gets the role when it has all that theirs has, and more; never
/// less. The id must come from [`open`]: whoever knows the token may accept.
pub async fn accept(tx: &mut TenantTx, actor: &Actor, id: InviteId) -> Result<MemberId> {
    let person = actor.person().ok_or(Error::NotFound("person"))?;
    let invite = store::get(tx, id, true).await?.ok_or(Error::Refused("invite_unknown"))?;
    invite.require_open(tx.source().now())?;
    if let Some(inviter) = invite.inviter {
        if inviter == person {
            return Err(Error::Refused("invite_own"));
        }
        // Whoever has lost the right since has invited nobody.
        let inviter = Actor::load(tx, inviter).await?;
        let may = inviter.require(Permission::MembersInvite).is_ok();
        if !may || members::may_give(&inviter, invite.role, &invite.filter).is_err() {
            return Err(Error::Refused("invite_revoked"));
        }
    }
    let member = match members::of_person(tx, person).await? {
        None => members::enroll(tx, actor, person, invite.role, &invite.filter).await?,
        Some(member) => {
            let change = members::Change { role: Some(invite.role), filter: Some(invite.filter.clone()) };
            if !raises(actor, invite.role, &invite) || member.role == Role::Owner {
                return Err(Error::Refused("invite_not_more"));
            }
            members::change(tx, &Actor::System, member.id, None, &change).await?;
            member.id
        }
    };
    store::set_accepted(tx, id, person).await?;
    let event = Event::InviteAccepted { invite: id, person, role: invite.role, inviter: invite.inviter };
    events::record(tx, actor, &event).await?;
    Ok(member)
}

/// Whether the invite's role has everything that the member has, and more.
fn raises(member: &Actor, role: Role, invite: &Invite) -> bool {
    use crate::access::{Preset, Rights};
    let (theirs, given) = (member.grants(), Preset::Member(role).grants());
    let limited_to = member.rights().and_then(Rights::filter).cloned().unwrap_or_default();
    given.covers(theirs) && given != theirs && invite.filter.covers(&limited_to)
}
