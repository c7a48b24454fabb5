//! A trouble of many homes that is worked on in one request.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::MemberId;

/// How far it is, as those read it whom it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Stage {
    /// The cause is looked for.
    Searching,
    /// Those who repair it are there.
    Crew,
    /// It is being repaired.
    Repairing,
    /// It is repaired; water or current comes back.
    Restoring,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Stage; 4] = [Stage::Searching, Stage::Crew, Stage::Repairing, Stage::Restoring];
}

/// What a request has when it is an incident, or is thought to be one.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// Since when its people are told; none: several have said the same, and nobody has decided yet.
    pub declared_at: Option<DateTime<Utc>>,
    /// When somebody decided that it is none.
    pub dismissed_at: Option<DateTime<Utc>>,
    /// Where it is.
    pub address: Option<String>,
    /// The entrance that has it; none: not one alone.
    pub entrance: Option<i16>,
    /// The riser along which it is; none: not along one alone.
    pub riser: Option<String>,
    /// How far it is.
    pub stage: Option<Stage>,
    /// What its people read, in the org's words.
    pub words: Option<String>,
    /// When it should be over.
    pub expected_at: Option<DateTime<Utc>>,
    /// Who of the chain of duty said that they see to it.
    pub accepted_by: Option<MemberId>,
    /// What to call them.
    pub accepted_by_name: Option<String>,
}

impl Incident {
    /// Whether its people are told of it.
    pub fn is_declared(&self) -> bool {
        self.declared_at.is_some()
    }

    /// Whether somebody still has to say whether it is one.
    pub fn is_suspected(&self) -> bool {
        self.declared_at.is_none() && self.dismissed_at.is_none()
    }
}
