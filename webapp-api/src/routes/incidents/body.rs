//! An incident as it is sent.

use chrono::{DateTime, Utc};
use domain::{
    ids::{EntranceId, RiserId},
    requests::{
        IncidentStage, Status,
        incidents::{Line, Scope, Told, Whole},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::requests::{HappeningBody, LineBody, NamesBody};

/// How much of a building has it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = IncidentScope)]
pub(super) enum ScopeBody {
    /// All of it.
    Building,
    /// One entrance.
    Entrance {
        /// Which.
        entrance_id: Uuid,
    },
    /// The homes along one riser.
    Riser {
        /// Which.
        riser_id: Uuid,
    },
}

impl From<Scope> for ScopeBody {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Building => ScopeBody::Building,
            Scope::Entrance(entrance) => ScopeBody::Entrance { entrance_id: entrance.0 },
            Scope::Riser(riser) => ScopeBody::Riser { riser_id: riser.0 },
        }
    }
}

impl From<ScopeBody> for Scope {
    fn from(scope: ScopeBody) -> Self {
        match scope {
            ScopeBody::Building => Scope::Building,
            ScopeBody::Entrance { entrance_id } => Scope::Entrance(EntranceId(entrance_id)),
            ScopeBody::Riser { riser_id } => Scope::Riser(RiserId(riser_id)),
        }
    }
}

/// Where an incident stands.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = IncidentState)]
pub(super) enum StateBody {
    /// Several have said the same, and nobody has decided yet.
    Suspected,
    /// Its people are told, and the work goes on.
    Declared,
    /// They have nothing to do with each other.
    Dismissed,
    /// The work is done.
    Over,
}

fn state(declared: bool, dismissed: bool, status: Status) -> StateBody {
    match (dismissed, declared) {
        (true, _) => StateBody::Dismissed,
        _ if !status.is_open() || status == Status::Done => StateBody::Over,
        (_, true) => StateBody::Declared,
        _ => StateBody::Suspected,
    }
}

/// A line of the list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IncidentLine)]
pub(super) struct IncidentLineBody {
    /// The request in which it is worked on.
    id: Uuid,
    /// The number of that.
    #[schema(example = 1057)]
    number: i64,
    /// Where it stands.
    state: StateBody,
    /// Where the work stands: as in a request.
    #[schema(value_type = String, example = "in_progress")]
    status: Status,
    /// What it is about.
    category: NamesBody,
    /// The picture of that: an emoji.
    icon: String,
    /// Where it is.
    address: String,
    /// The number of the entrance that has it; none: not one alone.
    entrance: Option<i16>,
    /// The riser along which it is; none: not along one alone.
    riser: Option<String>,
    /// `searching`, `crew`, `repairing` or `restoring`.
    #[schema(value_type = Option<String>, example = "crew")]
    stage: Option<IncidentStage>,
    /// What its people read, in the org's words.
    words: Option<String>,
    /// When it should be over.
    expected_at: Option<DateTime<Utc>>,
    /// Who sees to it.
    accepted_by: Option<String>,
    /// How many people have its card.
    people: i64,
    /// When the first of its requests was filed.
    created_at: DateTime<Utc>,
    /// Since when its people are told.
    declared_at: Option<DateTime<Utc>>,
    /// When the work was done.
    over_at: Option<DateTime<Utc>>,
}

impl From<Line> for IncidentLineBody {
    fn from(line: Line) -> Self {
        Self {
            id: line.request.0,
            number: line.number,
            state: state(line.declared_at.is_some(), line.dismissed_at.is_some(), line.status),
            status: line.status,
            category: line.names.into(),
            icon: line.icon,
            address: line.address,
            entrance: line.entrance,
            riser: line.riser,
            stage: line.stage,
            words: line.words,
            expected_at: line.expected_at,
            accepted_by: line.accepted_by,
            people: line.people,
            created_at: line.created_at,
            declared_at: line.declared_at,
            over_at: line.over_at,
        }
    }
}

/// What its people were told at one time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IncidentNews)]
pub(super) struct ToldBody {
    /// When.
    at: DateTime<Utc>,
    /// By whom; none: by a program.
    by_name: Option<String>,
    /// How far it was.
    #[schema(value_type = Option<String>, example = "crew")]
    stage: Option<IncidentStage>,
    /// In the org's words.
    words: Option<String>,
    /// When it should be over.
    expected_at: Option<DateTime<Utc>>,
}

impl From<Told> for ToldBody {
    fn from(told: Told) -> Self {
        Self { at: told.at, by_name: told.by, stage: told.stage, words: told.words, expected_at: told.expected_at }
    }
}

/// An incident.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Incident)]
pub(super) struct IncidentBody {
    /// As in the list.
    #[serde(flatten)]
    line: IncidentLineBody,
    /// How much of the building has it.
    scope: ScopeBody,
    /// The building.
    building_id: Option<Uuid>,
    /// Who has the work.
    assignee_name: Option<String>,
    /// When somebody said that they see to it.
    accepted_at: Option<DateTime<Utc>>,
    /// What its people were told, oldest first.
    told: Vec<ToldBody>,
    /// The requests that go with it, oldest first; for the staff alone.
    linked: Vec<LineBody>,
    /// What happened, oldest first; for the staff alone.
    timeline: Vec<HappeningBody>,
}

impl From<Whole> for IncidentBody {
    fn from(whole: Whole) -> Self {
        let Whole { request, scope, accepted_at, told, linked, history } = whole;
        let incident = request.incident;
        let (declared_at, dismissed_at) =
            incident.as_ref().map(|one| (one.declared_at, one.dismissed_at)).unwrap_or_default();
        let line = IncidentLineBody {
            id: request.id.0,
            number: request.number,
            state: state(declared_at.is_some(), dismissed_at.is_some(), request.status),
            status: request.status,
            category: request.about.names.into(),
            icon: request.about.icon,
            address: incident.as_ref().and_then(|one| one.address.clone()).unwrap_or_default(),
            entrance: incident.as_ref().and_then(|one| one.entrance),
            riser: incident.as_ref().and_then(|one| one.riser.clone()),
            stage: incident.as_ref().and_then(|one| one.stage),
            words: incident.as_ref().and_then(|one| one.words.clone()),
            expected_at: incident.as_ref().and_then(|one| one.expected_at),
            accepted_by: incident.and_then(|one| one.accepted_by_name),
            people: request.followers + 1,
            created_at: request.created_at,
            declared_at,
            over_at: request.done_at.or(request.ended_at),
        };
        Self {
            line,
            scope: scope.into(),
            building_id: request.building.map(|building| building.0),
            assignee_name: request.assignee_name,
            accepted_at,
            told: told.into_iter().map(ToldBody::from).collect(),
            linked: linked.into_iter().map(LineBody::from).collect(),
            timeline: history.into_iter().map(HappeningBody::from).collect(),
        }
    }
}
