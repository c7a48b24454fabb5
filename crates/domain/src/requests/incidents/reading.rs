//! Looking at incidents: the list, and one with all that belongs to it.

use chrono::{DateTime, Utc};

use super::Scope;
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    categories::Names,
    ids::{BuildingId, RequestId},
    requests::{
        model::{Happening, IncidentStage, Request, Summary},
        service,
        status::Status,
        store::incidents as kept,
        visible::{self, Visible},
    },
};

/// Which incidents are listed.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those that are not over.
    pub is_open: bool,
    /// Those of this building.
    pub building: Option<BuildingId>,
    /// Those whose number is less: where the page before ended.
    pub before: Option<i64>,
    /// How many.
    pub limit: i64,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The request in which it is worked on.
    pub request: RequestId,
    /// The number of that.
    pub number: i64,
    /// Where the work stands.
    pub status: Status,
    /// The picture of what it is about.
    pub icon: String,
    /// What it is about.
    pub names: Names,
    /// Where it is.
    pub address: String,
    /// The entrance that has it; none: not one alone.
    pub entrance: Option<i16>,
    /// The riser along which it is; none: not along one alone.
    pub riser: Option<String>,
    /// Since when its people are told; none: it is only thought to be one.
    pub declared_at: Option<DateTime<Utc>>,
    /// When somebody decided that it is none.
    pub dismissed_at: Option<DateTime<Utc>>,
    /// How far it is.
    pub stage: Option<IncidentStage>,
    /// What its people read, in the org's words.
    pub words: Option<String>,
    /// When it should be over.
    pub expected_at: Option<DateTime<Utc>>,
    /// Who sees to it.
    pub accepted_by: Option<String>,
    /// How many people have its card.
    pub people: i64,
    /// When it began to be known.
    pub created_at: DateTime<Utc>,
    /// When the work was done, or ended.
    pub over_at: Option<DateTime<Utc>>,
}

/// What its people were told at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; none: by a program.
    pub by: Option<String>,
    /// How far it is.
    pub stage: Option<IncidentStage>,
    /// In the org's words.
    pub words: Option<String>,
    /// When it should be over.
    pub expected_at: Option<DateTime<Utc>>,
}

/// An incident with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The request in which it is worked on.
    pub request: Request,
    /// How much of the building has it.
    pub scope: Scope,
    /// When somebody said that they see to it.
    pub accepted_at: Option<DateTime<Utc>>,
    /// What its people were told, oldest first.
    pub told: Vec<Told>,
    /// What goes with it; for the staff alone.
    pub linked: Vec<Summary>,
    /// What happened; for the staff alone.
    pub history: Vec<Happening>,
}

/// The incidents that the actor may see, newest first. Whoever does not work for the org sees those that were declared.
pub async fn incidents(tx: &mut TenantTx, actor: &Actor, wanted: &Wanted) -> Result<Vec<Line>> {
    let visible = Visible::to(actor)?;
    kept::list(tx, &visible, wanted, actor.member_behind().is_none()).await
}

/// One incident, as the actor may see it.
pub async fn incident(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Whole> {
    let request = service::get(tx, actor, id).await?;
    let is_staff = visible::check_work(actor, &request, Permission::RequestsComment).is_ok();
    let seen = request.incident.as_ref().filter(|incident| is_staff || incident.is_declared());
    if seen.is_none() {
        return Err(Error::NotFound("incident"));
    }
    let (scope, accepted_at) = kept::facts(tx, id).await?;
    let told = kept::told(tx, id).await?;
    let (linked, history) =
        if is_staff { (kept::linked(tx, id).await?, service::history(tx, actor, id).await?) } else { (vec![], vec![]) };
    Ok(Whole { request, scope, accepted_at, told, linked, history })
}
