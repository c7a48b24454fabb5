//! On which of the things: scopes, the filter of a member, and how far an actor's right reaches.

use serde::{Deserialize, Serialize};

use super::Subject;
use crate::{
    Error, Result,
    ids::{BuildingId, MemberId, PersonId, TeamId},
};

/// On which of the things a permission may be used. Each covers everything that those before it cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Scope {
    /// Those that they made.
    Own,
    /// Those that are given to them.
    Assigned,
    /// Those that are given to somebody of their teams.
    Team,
    /// Those that are within their filter: their buildings, their providers and countries.
    Filter,
    /// Every one of the org.
    All,
}

impl Scope {
    /// All of them, the narrowest first.
    pub const ALL: [Scope; 5] = [Scope::Own, Scope::Assigned, Scope::Team, Scope::Filter, Scope::All];

    /// Its name after the colon.
    pub const fn code(self) -> &'static str {
        match self {
            Scope::Own => "own",
            Scope::Assigned => "assigned",
            Scope::Team => "team",
            Scope::Filter => "filter",
            Scope::All => "all",
        }
    }
}

/// The most entries of one kind in a filter.
pub const FILTER_MAX: usize = 1000;

/// What a member's work is limited to. A kind that is empty limits nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Buildings: for everything at an address.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub buildings: Vec<BuildingId>,
    /// Providers: for number bases.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub providers: Vec<String>,
    /// Countries and regions: for number bases.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub geo: Vec<String>,
}

impl Filter {
    /// Whether it limits nothing.
    pub fn is_empty(&self) -> bool {
        self.buildings.is_empty() && self.providers.is_empty() && self.geo.is_empty()
    }

    /// Whether it says anything about things of this kind.
    pub fn limits(&self, subject: Subject) -> bool {
        match subject {
            Subject::Place => !self.buildings.is_empty(),
            Subject::Base => !self.providers.is_empty() || !self.geo.is_empty(),
            Subject::Org | Subject::Self_ | Subject::Work | Subject::Platform => false,
        }
    }

    /// Whether everything within `other` is within it too.
    pub fn covers(&self, other: &Filter) -> bool {
        fn within<T: PartialEq>(wide: &[T], narrow: &[T]) -> bool {
            wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(|one| wide.contains(one)))
        }
        within(&self.buildings, &other.buildings)
            && within(&self.providers, &other.providers)
            && within(&self.geo, &other.geo)
    }

    /// Whether it is of a reasonable size.
    pub fn check(&self) -> Result<()> {
        let long = |words: &[String]| {
            words.len() > FILTER_MAX || words.iter().any(|word| word.is_empty() || word.chars().count() > 100)
        };
        if self.buildings.len() > FILTER_MAX || long(&self.providers) || long(&self.geo) {
            return Err(Error::Invalid { field: "filter", code: "filter_invalid" });
        }
        Ok(())
    }
}

/// How far a right reaches: what of the org's things it covers. A list takes it as parameters of its query, an open
/// asks it of the loaded thing, so that both answer alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Everything of the org.
    pub all: bool,
    /// Those that this person made.
    pub person: Option<PersonId>,
    /// Those that are given to this member.
    pub member: Option<MemberId>,
    /// Those that are given to somebody of these teams.
    pub teams: Vec<TeamId>,
    /// Those at these addresses.
    pub buildings: Vec<BuildingId>,
    /// Numbers of these providers; empty with `geo` set: of any.
    pub providers: Vec<String>,
    /// Numbers of these countries and regions; empty with `providers` set: of any.
    pub geo: Vec<String>,
}

/// Where a thing stands: what a reach is asked about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing<'a> {
    /// Who made it.
    pub made_by: Option<PersonId>,
    /// To whom it is given.
    pub assignee: Option<MemberId>,
    /// The teams of that member.
    pub teams: &'a [TeamId],
    /// The building where it is.
    pub building: Option<BuildingId>,
}

impl Reach {
    /// Whether the thing is within it.
    pub fn covers(&self, thing: &Standing<'_>) -> bool {
        self.by(thing).is_some()
    }

    /// By what the thing is within it: the narrowest scope that says so; none when it is not.
    pub fn by(&self, thing: &Standing<'_>) -> Option<Scope> {
        if self.person.is_some() && self.person == thing.made_by {
            Some(Scope::Own)
        } else if self.member.is_some() && self.member == thing.assignee {
            Some(Scope::Assigned)
        } else if thing.teams.iter().any(|team| self.teams.contains(team)) {
            Some(Scope::Team)
        } else if thing.building.is_some_and(|building| self.buildings.contains(&building)) {
            Some(Scope::Filter)
        } else {
            self.all.then_some(Scope::All)
        }
    }
}
