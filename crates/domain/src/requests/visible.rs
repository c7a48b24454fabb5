//! Which requests an actor may see: what their right to read reaches, what they help with, and, so that work can be taken
//! at all, what nobody has yet and they may take. Whoever follows a neighbour's request sees it too; that is asked of the
//! database.

use super::{model::Request, status::Status};
use crate::{
    Error, Result,
    access::{Actor, Permission, Reach, Scope, Standing},
    ids::MemberId,
};

/// Why somebody sees a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It is within this scope of their right to read.
    Scope(Scope),
    /// Nobody has it, and they may take it.
    Free,
    /// They help whoever has it.
    Helps,
    /// They have the same trouble, and joined.
    Follows,
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
        Ok(Self { read: actor.reach(Permission::RequestsRead)?, free: takes(actor) })
    }

    /// Why this one is among them; none when it is not.
    pub fn because(&self, request: &Request) -> Option<Because> {
        if let Some(scope) = self.read.by(&request.standing()) {
            return Some(Because::Scope(scope));
        }
        if helps(self.read.member, request) {
            return Some(Because::Helps);
        }
        (is_free(request) && covers_place(&self.free, request)).then_some(Because::Free)
    }
}

/// Where the actor may take what nobody has.
fn takes(actor: &Actor) -> Reach {
    let takes = actor.granted_reach(Permission::RequestsTake).filter(|_| actor.member_behind().is_some());
    takes.map(|Reach { all, buildings, .. }| Reach { all, buildings, ..Reach::default() }).unwrap_or_default()
}

/// Whether it is anybody's to take.
fn is_free(request: &Request) -> bool {
    let nobodys = request.assignee.is_none() && matches!(request.status, Status::New | Status::Returned);
    nobodys || request.offered_at.is_some()
}

fn covers_place(reach: &Reach, request: &Request) -> bool {
    reach.covers(&Standing { building: request.building, ..Standing::default() })
}

fn helps(member: Option<MemberId>, request: &Request) -> bool {
    member.is_some_and(|member| request.helpers.contains(&member))
}

/// Holds that `actor`'s `permission` reaches the request.
pub(super) fn check(actor: &Actor, request: &Request, permission: Permission) -> Result<()> {
    let reach = actor.reach(permission)?;
    if reach.covers(&request.standing()) { Ok(()) } else { Err(refusal(actor, request, permission)) }
}

/// The same for work on behalf of the org: what one asked for oneself is not thereby one's to work on. Whoever helps
/// works on it like whoever has it.
pub(super) fn check_work(actor: &Actor, request: &Request, permission: Permission) -> Result<()> {
    let reach = Reach { person: None, ..actor.reach(permission)? };
    let helps = reach.member.is_some() && helps(reach.member, request);
    if helps || reach.covers(&request.standing()) { Ok(()) } else { Err(refusal(actor, request, permission)) }
}

/// Holds that the actor may take it, or help with it: it lies where they may take.
pub(super) fn check_take(actor: &Actor, request: &Request) -> Result<()> {
    check_work(actor, request, Permission::RequestsTake)
}

/// Why the actor may not do to the request what needs `permission`. What they may not even see is not there; what
/// they may speak about for the org is, whether or not they may open it: its card is in the staff's group.
pub(super) fn refusal(actor: &Actor, request: &Request, permission: Permission) -> Error {
    let sees = Visible::to(actor).is_ok_and(|visible| visible.because(request).is_some());
    let speaks = actor
        .granted_reach(Permission::RequestsComment)
        .is_some_and(|reach| Reach { person: None, ..reach }.covers(&request.standing()));
    if sees || speaks { Error::Forbidden(permission) } else { Error::NotFound("request") }
}
