//! Buttons about an incident, and how they fit into callback data: a letter, the request, and what belongs to it.

use domain::{
    ids::{EntranceId, RequestId, RiserId},
    requests::{IncidentStage, incidents::Scope},
};

use crate::action::{id, parse_id};

/// A button about an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncidentTap {
    /// The request in which it is worked on.
    pub request: RequestId,
    /// What to do.
    pub act: IncidentAct,
}

/// What a button about an incident does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentAct {
    /// How far does it reach?
    Ask,
    /// So far: its people are told.
    Declare(Scope),
    /// They have nothing to do with each other.
    Dismiss,
    /// «Принял».
    Accept,
    /// It is so far.
    Stage(IncidentStage),
    /// It should be over in so many hours.
    Expect(u8),
}

fn letter(stage: IncidentStage) -> &'static str {
    match stage {
        IncidentStage::Searching => "s",
        IncidentStage::Crew => "c",
        IncidentStage::Repairing => "r",
        IncidentStage::Restoring => "o",
    }
}

impl IncidentTap {
    pub(crate) fn encode(self) -> String {
        let (act, rest) = match self.act {
            IncidentAct::Ask => ('q', String::new()),
            IncidentAct::Declare(Scope::Building) => ('b', String::new()),
            IncidentAct::Declare(Scope::Entrance(entrance)) => ('e', id(entrance.0)),
            IncidentAct::Declare(Scope::Riser(riser)) => ('r', id(riser.0)),
            IncidentAct::Dismiss => ('n', String::new()),
            IncidentAct::Accept => ('a', String::new()),
            IncidentAct::Stage(stage) => ('s', letter(stage).to_owned()),
            IncidentAct::Expect(hours) => ('h', hours.to_string()),
        };
        format!("{act}{}{rest}", id(self.request.0))
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        let act = letters.next()?;
        let (request, rest) = letters.as_str().split_at_checked(22)?;
        let act = match (act, rest) {
            ('q', "") => IncidentAct::Ask,
            ('b', "") => IncidentAct::Declare(Scope::Building),
            ('e', entrance) => IncidentAct::Declare(Scope::Entrance(EntranceId(parse_id(entrance)?))),
            ('r', riser) => IncidentAct::Declare(Scope::Riser(RiserId(parse_id(riser)?))),
            ('n', "") => IncidentAct::Dismiss,
            ('a', "") => IncidentAct::Accept,
            ('s', stage) => IncidentAct::Stage(IncidentStage::ALL.into_iter().find(|one| letter(*one) == stage)?),
            ('h', hours) => {
                let number: u8 = hours.parse().ok()?;
                (number.to_string() == hours).then_some(IncidentAct::Expect(number))?
            }
            _ => return None,
        };
        Some(Self { request: RequestId(parse_id(request)?), act })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let most = uuid::Uuid::from_u128(u128::MAX);
        let scopes = [Scope::Building, Scope::Entrance(EntranceId(most)), Scope::Riser(RiserId(most))];
        let mut acts = vec![IncidentAct::Ask, IncidentAct::Dismiss, IncidentAct::Accept, IncidentAct::Expect(u8::MAX)];
        acts.extend(scopes.map(IncidentAct::Declare));
        acts.extend(IncidentStage::ALL.map(IncidentAct::Stage));
        acts.into_iter().map(|act| Self { request: RequestId(most), act }).collect()
    }
}
