//! What a ranking goes by.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Error,
    ids::{BuildingId, MemberId, PersonId, SkillId},
};

/// By what the org gives work out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Strategy {
    /// Nobody gets it by itself: people take it, or a dispatcher gives it out. Candidates are ranked as by load.
    #[default]
    ByHand,
    /// In order: whoever was given something longest ago.
    InOrder,
    /// Evenly: whoever has the fewest open.
    Evenly,
    /// By load and skill: who can do it, and of them who has the least to do; a better rating decides between equals.
    ByLoadAndSkill,
    /// By building: whose building it is, then as by load.
    ByBuilding,
}

impl Strategy {
    /// All of them.
    pub const ALL: [Strategy; 5] =
        [Strategy::ByHand, Strategy::InOrder, Strategy::Evenly, Strategy::ByLoadAndSkill, Strategy::ByBuilding];

    /// Its name in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Strategy::ByHand => "by_hand",
            Strategy::InOrder => "in_order",
            Strategy::Evenly => "evenly",
            Strategy::ByLoadAndSkill => "by_load_and_skill",
            Strategy::ByBuilding => "by_building",
        }
    }

    /// Whether the first of the ranking gets the work without anybody saying so.
    pub fn is_automatic(self) -> bool {
        self != Strategy::ByHand
    }
}

impl std::str::FromStr for Strategy {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let found = Strategy::ALL.into_iter().find(|strategy| strategy.code() == code);
        found.ok_or(Error::Invalid { field: "strategy", code: "strategy_unknown" })
    }
}

/// What is to be given to somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Job {
    /// The skill that it takes.
    pub skill: Option<SkillId>,
    /// Where it is.
    pub building: Option<BuildingId>,
}

/// Somebody who could have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub member: MemberId,
    /// The person behind them.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// What they can do.
    pub skills: BTreeSet<SkillId>,
    /// How many requests they have open.
    pub open: u32,
    /// When something was last given to them.
    pub last_assigned_at: Option<DateTime<Utc>>,
    /// The buildings that their work, or their shift, is limited to; nothing: everywhere.
    pub buildings: BTreeSet<BuildingId>,
    /// Whether they are on duty.
    pub is_on_shift: bool,
    /// Whether they are away.
    pub is_away: bool,
    /// The mean of the stars of their work in hundredths (490 is ★4.9), when there are any.
    pub rating: Option<u16>,
}

/// Why somebody stands where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reasons {
    /// Whether they can do it; none: it takes no skill.
    pub has_skill: Option<bool>,
    /// Whether they are on duty.
    pub is_on_shift: bool,
    /// Whether the building is one of theirs, by name; somebody who works everywhere is near nothing.
    pub is_near: bool,
    /// How many requests they have open.
    pub open: u32,
    /// Hundredths of stars.
    pub rating: Option<u16>,
}

/// A candidate in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Who.
    pub member: MemberId,
    /// The person behind them.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Why here.
    pub reasons: Reasons,
}
