//! Who acts, and the question that is the first line of every verb.

use super::{Filter, Grants, Permission, Preset, Reach, Rights, Role, Scope, Subject, presets, store};
use crate::{
    Error, Result, TenantTx,
    ids::{AccountId, MemberId, PersonId, ServiceAccountId},
};

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Someone who works for the org.
    Member {
        /// The person.
        person: PersonId,
        /// Their membership.
        member: MemberId,
        /// Their role; for a role of the org's own, the preset that it is based on.
        role: Role,
        /// What they may do, read afresh in this transaction.
        rights: Rights,
    },
    /// A resident or client.
    Contact {
        /// The person.
        person: PersonId,
    },
    /// A program.
    Service {
        /// Which.
        service: ServiceAccountId,
        /// What it was given; on somebody's behalf, nothing that they may not.
        rights: Rights,
        /// The member on whose behalf it acts; none when it acts for itself.
        behalf: Option<Behalf>,
    },
    /// Kontora itself: a timer, an import, the command line.
    System,
}

/// The member on whose behalf a program acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behalf {
    /// The person.
    pub person: PersonId,
    /// Their membership.
    pub member: MemberId,
}

impl Actor {
    /// Reads who `person` is in this org, now: role, filter and teams in one trip. [`Error::NotFound`] for a person
    /// whom the org does not know.
    pub async fn load(tx: &mut TenantTx, person: PersonId) -> Result<Actor> {
        store::membership(tx, Some(person), None).await?.ok_or(Error::NotFound("person"))
    }

    /// Whoever has this account, as the org knows them; none when it does not.
    pub(crate) async fn of_account(tx: &mut TenantTx, account: AccountId) -> Result<Option<Actor>> {
        store::membership(tx, None, Some(account)).await
    }

    /// A member with a preset's rights: no teams, no filter.
    pub fn preset(person: PersonId, member: MemberId, role: Role) -> Actor {
        Actor::Member { person, member, role, rights: Rights::of(Preset::Member(role).grants().clone()) }
    }

    /// The person behind it; none for a program and for the system.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Actor::Member { person, .. } | Actor::Contact { person } => Some(*person),
            Actor::Service { .. } | Actor::System => None,
        }
    }

    /// The membership behind it.
    pub fn member(&self) -> Option<MemberId> {
        match self {
            Actor::Member { member, .. } => Some(*member),
            Actor::Contact { .. } | Actor::Service { .. } | Actor::System => None,
        }
    }

    /// The person in whose name work is done: themselves, or whom a program acts for. What concerns somebody
    /// personally asks [`Actor::person`] instead: no program does it for them.
    pub fn behind(&self) -> Option<PersonId> {
        self.behalf().map_or_else(|| self.person(), |behalf| Some(behalf.person))
    }

    /// The member in whose name work is done, as [`Actor::behind`].
    pub fn member_behind(&self) -> Option<MemberId> {
        self.behalf().map_or_else(|| self.member(), |behalf| Some(behalf.member))
    }

    /// The member on whose behalf a program acts.
    pub fn behalf(&self) -> Option<Behalf> {
        match self {
            Actor::Service { behalf, .. } => *behalf,
            Actor::Member { .. } | Actor::Contact { .. } | Actor::System => None,
        }
    }

    /// The program that it is.
    pub fn service(&self) -> Option<ServiceAccountId> {
        match self {
            Actor::Service { service, .. } => Some(*service),
            Actor::Member { .. } | Actor::Contact { .. } | Actor::System => None,
        }
    }

    /// Everything that it is granted, before a filter.
    pub fn grants(&self) -> &Grants {
        match self {
            Actor::System => presets::system(),
            Actor::Contact { .. } => presets::contact(),
            Actor::Member { rights, .. } | Actor::Service { rights, .. } => rights.grants(),
        }
    }

    /// A member's and a program's rights with their teams and filter.
    pub fn rights(&self) -> Option<&Rights> {
        match self {
            Actor::Member { rights, .. } | Actor::Service { rights, .. } => Some(rights),
            Actor::Contact { .. } | Actor::System => None,
        }
    }

    /// On what `permission` is granted, the filter taken into account.
    pub(crate) fn granted(&self, permission: Permission) -> Option<Scope> {
        match self.rights() {
            Some(rights) => rights.scope(permission),
            None => self.grants().get(permission),
        }
    }

    /// On what the actor may use `permission`, or [`Error::Forbidden`]. Ownership is asked of the loaded thing.
    /// Whoever sees with another's eyes may only look.
    pub fn require(&self, permission: Permission) -> Result<Scope> {
        let scope = self.granted(permission).ok_or(Error::Forbidden(permission))?;
        match self.rights().and_then(Rights::seen_by) {
            Some(_) if !permission.is_read() => Err(Error::Refused("viewing_as")),
            _ => Ok(scope),
        }
    }

    /// How far the actor's `permission` reaches, for lists and for [`Reach::covers`]; or [`Error::Forbidden`].
    pub fn reach(&self, permission: Permission) -> Result<Reach> {
        self.require(permission)?;
        self.granted_reach(permission).ok_or(Error::Forbidden(permission))
    }

    /// How far `permission` reaches by what is granted, for what follows from a right without using it: it does not
    /// matter here whether somebody looks through these eyes.
    pub(crate) fn granted_reach(&self, permission: Permission) -> Option<Reach> {
        let (scope, rights) = (self.granted(permission)?, self.rights());
        let filter = rights.and_then(Rights::filter).filter(|_| scope >= Scope::Filter).cloned().unwrap_or_default();
        let Filter { buildings, providers, geo } = filter;
        let (place, base) = (permission.subject() == Subject::Place, permission.subject() == Subject::Base);
        Some(Reach {
            all: scope == Scope::All,
            person: self.behind(),
            member: self.member_behind().filter(|_| scope >= Scope::Assigned),
            teams: rights.filter(|_| scope >= Scope::Team).map(|rights| rights.teams().to_vec()).unwrap_or_default(),
            buildings: if place { buildings } else { vec![] },
            providers: if base { providers } else { vec![] },
            geo: if base { geo } else { vec![] },
        })
    }
}
