//! How far a right reaches into the register: everything, or the buildings of a member's filter.

use crate::{
    Error, Result,
    access::{Actor, Permission, Standing},
    ids::BuildingId,
};

/// What a right covers, as a list takes it into its query.
pub(super) struct Reached {
    /// Every building.
    pub all: bool,
    /// These.
    pub buildings: Vec<BuildingId>,
}

impl Reached {
    /// What `permission` covers for the actor, or [`Error::Forbidden`].
    pub fn of(actor: &Actor, permission: Permission) -> Result<Self> {
        let reach = actor.reach(permission)?;
        Ok(Self { all: reach.all, buildings: reach.buildings })
    }

    /// The same where not having the right only means to see nothing.
    pub fn or_nothing(actor: &Actor, permission: Permission) -> Self {
        Self::of(actor, permission).unwrap_or(Self { all: false, buildings: vec![] })
    }
}

/// Holds that the actor's `permission` covers this building. What they may not even see is not there.
pub(super) fn check(actor: &Actor, permission: Permission, building: BuildingId, what: &'static str) -> Result<()> {
    let here = Standing { building: Some(building), ..Standing::default() };
    let refused = match actor.reach(permission) {
        Ok(reach) if reach.covers(&here) => return Ok(()),
        Ok(_) | Err(Error::Forbidden(_)) => Error::Forbidden(permission),
        Err(other) => return Err(other),
    };
    let sees = match permission {
        Permission::ResidentsRead | Permission::ResidentsVerify | Permission::ResidentsManage => {
            Permission::ResidentsRead
        }
        _ => Permission::PropertyRead,
    };
    match actor.granted_reach(sees) {
        Some(reach) if reach.covers(&here) => Err(refused),
        Some(_) => Err(Error::NotFound(what)),
        None => Err(refused), // sees nothing of the kind, and may know that
    }
}
