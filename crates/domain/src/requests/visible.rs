//! Which requests an actor may see: what their right to read reaches, and, so that work can be taken at all, what
//! nobody has yet and they may take.

use super::model::{Request, Status};
use crate::{
    Error, Result,
    access::{Actor, Permission, Reach, Scope, Standing},
};

/// Why somebody sees a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It is within this scope of their right to read.
    Scope(Scope),
    /// Nobody has it, and they may take it.
    Free,
}

/// What of the org's requests an actor may see. `store::list` takes it as parameters.
pub(super) struct Visible {
    /// What the right to read reaches.
    pub read: Reach,
    /// Where they may take what nobody has.
    pub free: Reach,
}

impl Visible {
    /// What `actor` may see, or [`Error::Forbidden`] when they may see none at all.
    pub fn to(actor: &Actor) -> Result<Self> {
        let read = actor.reach(Permission::RequestsRead)?;
        let takes = actor.granted_reach(Permission::RequestsTake).filter(|_| actor.member_behind().is_some());
        let free = takes.map(|Reach { all, buildings, .. }| Reach { all, buildings, ..Reach::default() });
        Ok(Self { read, free: free.unwrap_or_default() })
    }

    /// Whether this one is among them.
    pub fn covers(&self, request: &Request) -> bool {
        self.because(request).is_some()
    }

    /// Why this one is among them; none when it is not.
    pub fn because(&self, request: &Request) -> Option<Because> {
        let nobodys = request.assignee.is_none() && matches!(request.status, Status::New | Status::Returned);
        let place = Standing { building: request.building, ..Standing::default() };
        match self.read.by(&request.standing()) {
            Some(scope) => Some(Because::Scope(scope)),
            None => (nobodys && self.free.covers(&place)).then_some(Because::Free),
        }
    }
}

/// Holds that `actor`'s `permission` reaches the request.
pub(super) fn check(actor: &Actor, request: &Request, permission: Permission) -> Result<()> {
    let reach = actor.reach(permission)?;
    if reach.covers(&request.standing()) { Ok(()) } else { Err(refusal(actor, request, permission)) }
}

/// The same for work on behalf of the org: what one asked for oneself is not thereby one's to work on.
pub(super) fn check_work(actor: &Actor, request: &Request, permission: Permission) -> Result<()> {
    let reach = Reach { person: None, ..actor.reach(permission)? };
    if reach.covers(&request.standing()) { Ok(()) } else { Err(refusal(actor, request, permission)) }
}

/// Why the actor may not do to the request what needs `permission`. What they may not even see is not there; what
/// they may speak about for the org is, whether or not they may open it: its card is in the staff's group.
pub(super) fn refusal(actor: &Actor, request: &Request, permission: Permission) -> Error {
    let sees = Visible::to(actor).is_ok_and(|visible| visible.covers(request));
    let speaks = actor
        .granted_reach(Permission::RequestsComment)
        .is_some_and(|reach| Reach { person: None, ..reach }.covers(&request.standing()));
    if sees || speaks { Error::Forbidden(permission) } else { Error::NotFound("request") }
}
