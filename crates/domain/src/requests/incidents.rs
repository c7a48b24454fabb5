//! Incidents: a trouble of many homes is worked on in one request, and everybody whom it concerns follows that. What
//! others file of it goes with it; what its people read is one card each, edited as it goes.

mod begin;
mod reading;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    model::{Closing, Incident, IncidentStage, Request},
    service::{self, Edit},
    status::Status,
    store::{self, incidents as kept},
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    categories::Priority,
    events::{self, Event},
    ids::{BotId, EntranceId, RequestId, RiserId},
};

pub use begin::{NewIncident, begin};
pub use reading::{Line, Told, Wanted, Whole, incident, incidents};

/// Within which time several requests about the same in one building look like one trouble.
pub const ALIKE_WITHIN: TimeDelta = TimeDelta::minutes(15);
/// How many of them, of as many people.
pub const ALIKE_MIN: i64 = 3;
/// The longest words that its people read, in characters.
pub const WORDS_MAX: usize = 1000;
/// The longest time that it may be said to last.
const EXPECTED_MAX: TimeDelta = TimeDelta::days(30);

/// How much of a building has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    #[default]
    Building,
    /// One entrance.
    Entrance(EntranceId),
    /// The homes along one riser.
    Riser(RiserId),
}

/// A part of a building that may have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub scope: Scope,
    /// What it is called: the address, the number of the entrance, the riser's name.
    pub name: String,
    /// How many homes it has.
    pub homes: i64,
}

/// What its people read from now on; none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// How far it is.
    pub stage: Option<IncidentStage>,
    /// In the org's words.
    pub words: Option<String>,
    /// When it should be over.
    pub expected_at: Option<DateTime<Utc>>,
}

/// The parts of the request's building that may have it: all of it first, then entrances, then risers. None of a request
/// that is nowhere in particular.
pub async fn parts(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Vec<Part>> {
    let request = service::lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    match request.building {
        Some(building) => kept::parts(tx, building).await,
        None => Ok(vec![]),
    }
}

/// «Авария»: the request becomes an emergency that everybody in this part of its building follows; what nobody has
/// begun of what others filed about the same there goes with it. Declared again it reaches as far as said last.
pub async fn declare(tx: &mut TenantTx, actor: &Actor, id: RequestId, scope: Scope) -> Result<Request> {
    let request = service::lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    let building = request.building.ok_or(Error::Refused("incident_nowhere"))?;
    if !request.status.is_open() || request.status == Status::Done || request.parent.is_some() {
        return Err(Error::Refused("not_in_this_status"));
    }
    if request.priority != Priority::Emergency {
        let urgent = Edit { priority: Some(Priority::Emergency), ..Edit::default() };
        service::edit(tx, actor, id, None, &urgent).await?;
    }
    if kept::parts(tx, building).await?.iter().all(|part| part.scope != scope) {
        return Err(Error::Invalid { field: "scope", code: "scope_unknown" });
    }
    kept::declare(tx, id, building, scope).await?;
    for alike in kept::alike(tx, id).await? {
        service::merge(tx, actor, alike, id).await?;
    }
    let people = kept::follow(tx, id).await?;
    changed(tx, actor, id, &Event::IncidentDeclared { request: id, people }).await
}

/// They have nothing to do with each other.
pub async fn dismiss(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let (_, incident) = locked(tx, actor, id).await?;
    if !incident.is_suspected() {
        return Err(Error::Refused("not_in_this_status"));
    }
    kept::dismiss(tx, id).await?;
    changed(tx, actor, id, &Event::IncidentDismissed { request: id }).await
}

/// «Принял»: the actor sees to it, and nobody else is called. Safe to repeat.
pub async fn accept(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsTake)?;
    let member = actor.member_behind().ok_or(Error::Forbidden(Permission::RequestsTake))?;
    let request = service::addressed(tx, actor, id).await?;
    let incident = open(&request)?;
    match incident.accepted_by {
        Some(by) if by == member => return Ok(request),
        Some(_) => return Err(Error::Refused("already_taken")),
        None => {}
    }
    if !kept::accept(tx, id, member).await? {
        return Err(Error::Refused("already_taken"));
    }
    changed(tx, actor, id, &Event::IncidentAccepted { request: id, by: member }).await
}

/// Its people read this from now on, each on the card that they have.
pub async fn tell(tx: &mut TenantTx, actor: &Actor, id: RequestId, news: &News) -> Result<Request> {
    let (request, incident) = locked(tx, actor, id).await?;
    if !incident.is_declared() {
        return Err(Error::Refused("incident_undeclared"));
    }
    let words = news.words.as_deref().map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned);
    if words.as_ref().is_some_and(|words| words.chars().count() > WORDS_MAX) {
        return Err(Error::Invalid { field: "words", code: "words_too_long" });
    }
    let now = tx.source().now();
    if news.expected_at.is_some_and(|at| at <= now || at - now > EXPECTED_MAX) {
        return Err(Error::Invalid { field: "expected_at", code: "expected_invalid" });
    }
    let news = News { words, ..news.clone() };
    if news == News::default() {
        return Ok(request);
    }
    let news_id = kept::tell(tx, id, &news, actor.behind()).await?;
    let News { stage, expected_at, .. } = news;
    changed(tx, actor, id, &Event::IncidentTold { request: id, news: Some(news_id), stage, expected_at }).await
}

/// It is over, by the org's word: the work ends with it, and its people read that.
pub async fn end(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let (_, incident) = locked(tx, actor, id).await?;
    if !incident.is_declared() {
        return Err(Error::Refused("incident_undeclared"));
    }
    service::close(tx, actor, id, Closing::ByStaff).await
}

/// The incident that a message of a chat shows, as the one to which somebody replies.
pub async fn at_message(tx: &mut TenantTx, bot: BotId, chat_id: i64, message_id: i64) -> Result<Option<RequestId>> {
    kept::at_message(tx, bot, chat_id, message_id).await
}

/// What follows of a request that was filed: it goes with the incident that it is about, or is one too many of its kind.
/// In the transaction in which the event is told, so once. Returns whether it went with one.
pub async fn gather(tx: &mut TenantTx, filed: RequestId) -> Result<bool> {
    let Some(found) = kept::around(tx, filed, ALIKE_WITHIN).await? else { return Ok(false) };
    let system = Actor::System;
    if let Some(incident) = found.incident {
        service::merge(tx, &system, filed, incident).await?;
        return Ok(true);
    }
    if !found.is_known
        && found.alike >= ALIKE_MIN
        && let Some(first) = found.first
    {
        // Two that come in at the same time find the same first.
        store::lock(tx, first).await?;
        if kept::suspect(tx, first).await? {
            let suspected = Event::IncidentSuspected { request: first, alike: found.alike };
            changed(tx, &system, first, &suspected).await?;
        }
    }
    Ok(false)
}

async fn locked(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<(Request, Incident)> {
    let request = service::lock_work(tx, actor, id, Permission::RequestsAssign).await?;
    let incident = open(&request)?.clone();
    Ok((request, incident))
}

/// The incident of a request on which the work goes on.
fn open(request: &Request) -> Result<&Incident> {
    let incident = request.incident.as_ref().filter(|incident| incident.dismissed_at.is_none());
    let incident = incident.ok_or(Error::NotFound("incident"))?;
    if request.status.is_open() { Ok(incident) } else { Err(Error::Refused("not_in_this_status")) }
}

/// The request is another than it was, for every card that shows it.
async fn changed(tx: &mut TenantTx, actor: &Actor, id: RequestId, event: &Event) -> Result<Request> {
    let mut request = store::lock(tx, id).await?;
    store::save(tx, &mut request).await?;
    events::record(tx, actor, event).await?;
    Ok(request)
}

/// What is around a request that has just been filed.
pub(super) struct Around {
    /// The incident that it is about.
    pub incident: Option<RequestId>,
    /// Whether there is an incident of this kind in the building, or was thought to be one, on which the work goes on.
    pub is_known: bool,
    /// How many people have filed the same in the same building, with this one.
    pub alike: i64,
    /// The first of those requests.
    pub first: Option<RequestId>,
}

/// The entrance or the riser that it is limited to.
pub(super) fn columns(scope: Scope) -> (Option<EntranceId>, Option<RiserId>) {
    match scope {
        Scope::Building => (None, None),
        Scope::Entrance(entrance) => (Some(entrance), None),
        Scope::Riser(riser) => (None, Some(riser)),
    }
}
