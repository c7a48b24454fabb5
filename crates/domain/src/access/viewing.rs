//! «Посмотреть глазами»: an admin sees the org as one of its members does, and can change nothing meanwhile.
//!
//! Two belts: [`Actor::require`] refuses everything but looking, and PostgreSQL holds the transaction to reading.
//! That it began, that it ended and what was looked at are events of whoever looks.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::{Actor, Permission, Rights, custom_roles::may_give, store};
use crate::{
    Error, Result, TenantTx,
    events::{self, Event},
    ids::{MemberId, PersonId, ViewingId},
};

/// How long one may look before one has to begin again.
pub const VIEWING: Duration = Duration::from_secs(30 * 60);

/// The longest note of what was looked at that is kept, in characters.
const WHAT_MAX: usize = 200;

/// A look through somebody's eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewing {
    /// Its id: what a request names.
    pub id: ViewingId,
    /// Whose eyes.
    pub member: MemberId,
    /// The same member as a person.
    pub person: PersonId,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
}

/// Begins to see with a member's eyes; what was begun before ends. Not with those of somebody who may more than one
/// may oneself: [`Error::Refused`] `beyond_your_rights`.
pub async fn start_viewing(tx: &mut TenantTx, actor: &Actor, member: MemberId) -> Result<Viewing> {
    actor.require(Permission::MembersViewAs)?;
    let viewer = actor.member().ok_or(Error::Forbidden(Permission::MembersViewAs))?;
    if viewer == member {
        return Err(Error::Refused("viewing_oneself"));
    }
    let person = store::member_person(tx, member).await?.ok_or(Error::NotFound("member"))?;
    check(tx, actor, person).await?;
    stop_viewing(tx, actor).await?;
    let viewing = store::insert_viewing(tx, viewer, member, person, VIEWING).await?;
    events::record(tx, actor, &Event::ViewingStarted { person }).await?;
    Ok(viewing)
}

/// Sees with one's own eyes again. Safe to repeat.
pub async fn stop_viewing(tx: &mut TenantTx, actor: &Actor) -> Result<()> {
    if actor.rights().and_then(Rights::seen_by).is_some() {
        return Err(Error::Refused("viewing_as")); // those eyes are not one's own
    }
    let viewer = actor.member().ok_or(Error::Forbidden(Permission::MembersViewAs))?;
    if let Some(person) = store::end_viewing(tx, viewer).await? {
        events::record(tx, actor, &Event::ViewingEnded { person }).await?;
    }
    Ok(())
}

/// Notes that the actor is about to look at `what` through a viewing of theirs. Commit this, then [`look`] in another
/// transaction: that one can write nothing. [`Error::Refused`] `viewing_over` when it is not, or no longer, theirs.
pub async fn note_viewing(tx: &mut TenantTx, actor: &Actor, id: ViewingId, what: &str) -> Result<Viewing> {
    actor.require(Permission::MembersViewAs)?;
    let viewer = actor.member().ok_or(Error::Forbidden(Permission::MembersViewAs))?;
    let viewing = store::viewing(tx, viewer, id).await?.ok_or(Error::Refused("viewing_over"))?;
    check(tx, actor, viewing.person).await?;
    let what = what.chars().filter(|c| !c.is_control()).take(WHAT_MAX).collect();
    events::record(tx, actor, &Event::ViewingUsed { person: viewing.person, what }).await?;
    Ok(viewing)
}

/// The viewed member as an actor who may only look, in a transaction that from now on can only read.
pub async fn look(tx: &mut TenantTx, viewer: &Actor, viewing: &Viewing) -> Result<Actor> {
    let viewer = viewer.person().ok_or(Error::Forbidden(Permission::MembersViewAs))?;
    store::read_only(tx).await?;
    match Actor::load(tx, viewing.person).await? {
        Actor::Member { person, member, role, rights } if member == viewing.member => {
            Ok(Actor::Member { person, member, role, rights: rights.seen_by_another(viewer) })
        }
        _ => Err(Error::Refused("viewing_over")),
    }
}

/// Whoever is looked through may not see more than whoever looks.
async fn check(tx: &mut TenantTx, actor: &Actor, person: PersonId) -> Result<()> {
    match Actor::load(tx, person).await? {
        Actor::Member { rights, .. } => may_give(actor, &rights.looking()),
        _ => Err(Error::NotFound("member")),
    }
}
