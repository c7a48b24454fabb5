//! What a person is told when something about the team concerns them: read from the event when it is told.

use chrono::{DateTime, Utc};

use super::{model::Offer, store};
use crate::{
    Error, Result, TenantTx,
    access::Role,
    events::{self, Event},
    ids::EventId,
};

/// What a person is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// They have another role.
    Role(Role),
    /// They are no member any more.
    Removed,
    /// They are offered the org.
    Offered(Offer),
    /// The other one took the offer back.
    Withdrawn,
    /// Their offer was accepted.
    Transferred {
        /// By whom.
        name: String,
    },
    /// Somebody put them on the roster, or changed when.
    Shift {
        /// From when on.
        from: DateTime<Utc>,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// Somebody took a shift of theirs away.
    NoShift {
        /// From when on it was.
        from: DateTime<Utc>,
        /// Until when it was.
        until: DateTime<Utc>,
    },
    /// They stand in for somebody.
    StandsIn {
        /// For whom.
        name: String,
        /// From when on.
        from: DateTime<Utc>,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// They stand in no more.
    StoodIn {
        /// For whom they did.
        name: String,
    },
    /// Somebody accepted their invite.
    Joined {
        /// Who.
        name: String,
        /// As what.
        role: Role,
    },
}

/// What an event tells; [`Error::NotFound`] when that is no longer so, or never was any news.
pub async fn news(tx: &mut TenantTx, id: EventId) -> Result<News> {
    const GONE: Error = Error::NotFound("news");
    Ok(match events::get(tx, id).await? {
        Event::RoleChanged { to, .. } => News::Role(to),
        Event::MemberRemoved { .. } => News::Removed,
        Event::OwnershipOffered { person, .. } => {
            let me = store::of_person(tx, person).await?.ok_or(GONE)?.id;
            News::Offered(store::open_offer(tx).await?.filter(|offer| offer.to == me).ok_or(GONE)?)
        }
        Event::OwnershipWithdrawn { .. } => News::Withdrawn,
        Event::OwnershipTransferred { person, .. } => News::Transferred { name: store::name(tx, person).await? },
        Event::InviteAccepted { person, role, .. } => News::Joined { name: store::name(tx, person).await?, role },
        Event::ShiftPlanned { from, until, .. } | Event::ShiftEdited { from, until, .. } => News::Shift { from, until },
        Event::ShiftCancelled { from, until, .. } => News::NoShift { from, until },
        Event::AbsenceNoted { person, from, until, .. } => {
            News::StandsIn { name: store::name(tx, person).await?, from, until }
        }
        Event::AbsenceEnded { person, .. } => News::StoodIn { name: store::name(tx, person).await? },
        _ => return Err(GONE),
    })
}
