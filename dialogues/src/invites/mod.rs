//! Invites: writing one, and being invited.

pub(crate) mod action;
mod handle;
mod view;

use domain::{access::Role, ids::InviteId};
use serde::{Deserialize, Serialize};

pub(crate) use handle::{said, start, tap};
pub(crate) use view::view;

use crate::requests::Draft;

/// What the payload of an invite's deep link begins with.
pub(crate) use domain::invites::LINK_PREFIX;

/// Somebody is asked whether they accept. That they knew the token is what brought them here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Which invite.
    pub invite: InviteId,
    /// To which role.
    pub role: Role,
    /// Who invites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inviter: Option<String>,
    /// A request that was begun before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
}
