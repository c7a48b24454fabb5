//! Ownership passes by two taps: the owner offers it, the other accepts it within a day. Until then either may
//! withdraw.

use chrono::TimeDelta;

use super::{model::Offer, store};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission, Role},
    events::{self, Event},
    ids::{MemberId, OfferId},
};

/// How long an offer can be accepted.
pub const OFFER_LASTS: TimeDelta = TimeDelta::hours(24);

/// Offers the org to another member. There is one offer at a time.
pub async fn offer_ownership(tx: &mut TenantTx, actor: &Actor, to: MemberId) -> Result<Offer> {
    actor.require(Permission::OrgTransfer)?;
    let from = actor.member().ok_or(Error::Forbidden(Permission::OrgTransfer))?;
    store::lock(tx).await?;
    let receiver = store::get(tx, to).await?.ok_or(Error::NotFound("member"))?;
    if from == to || receiver.role == Role::Owner {
        return Err(Error::Refused("already_owner"));
    }
    store::expire_offers(tx).await?;
    if store::open_offer(tx).await?.is_some() {
        return Err(Error::Refused("offer_open"));
    }
    let until = tx.source().now() + OFFER_LASTS;
    store::insert_offer(tx, from, to, until).await?;
    events::record(tx, actor, &Event::OwnershipOffered { person: receiver.person, until }).await?;
    open_offer(tx, actor).await?.ok_or(Error::NotFound("offer"))
}

/// The offer that is open, for the two whom it is about; and for whoever sees the members.
pub async fn open_offer(tx: &mut TenantTx, actor: &Actor) -> Result<Option<Offer>> {
    let offer = store::open_offer(tx).await?;
    Ok(offer.filter(|offer| {
        actor.member().is_some_and(|me| me == offer.from || me == offer.to)
            || actor.require(Permission::OrgTransfer).is_ok()
    }))
}

/// The other takes it: they are the owner now, and whoever offered it is an admin.
pub async fn accept_ownership(tx: &mut TenantTx, actor: &Actor, id: OfferId) -> Result<()> {
    store::lock(tx).await?;
    let offer = mine(tx, actor, id).await?;
    if actor.member() != Some(offer.to) {
        return Err(Error::Forbidden(Permission::OrgTransfer));
    }
    let giver = store::get(tx, offer.from).await?.filter(|giver| giver.role == Role::Owner);
    let giver = giver.ok_or(Error::Refused("offer_gone"))?;
    let taker = store::get(tx, offer.to).await?.ok_or(Error::NotFound("member"))?;
    store::save(tx, taker.id, Role::Owner, None, &Default::default()).await?;
    store::save(tx, giver.id, Role::Admin, None, &giver.filter).await?;
    store::settle_offer(tx, id, "accepted").await?;
    let event = Event::OwnershipTransferred { person: taker.person, was: taker.role, from: giver.person };
    events::record(tx, actor, &event).await
}

/// Either takes it back.
pub async fn withdraw_offer(tx: &mut TenantTx, actor: &Actor, id: OfferId) -> Result<()> {
    store::lock(tx).await?;
    let offer = mine(tx, actor, id).await?;
    let other = if actor.member() == Some(offer.from) { offer.to } else { offer.from };
    let person = store::get(tx, other).await?.ok_or(Error::NotFound("member"))?.person;
    store::settle_offer(tx, id, "withdrawn").await?;
    events::record(tx, actor, &Event::OwnershipWithdrawn { person }).await
}

/// The open offer, for one of the two; anybody else finds none.
async fn mine(tx: &mut TenantTx, actor: &Actor, id: OfferId) -> Result<Offer> {
    let offer = store::open_offer(tx).await?.filter(|offer| offer.id == id);
    let offer = offer.ok_or(Error::Refused("offer_gone"))?;
    match actor.member() {
        Some(me) if me == offer.from || me == offer.to => Ok(offer),
        _ => Err(Error::NotFound("offer")),
    }
}
