//! Filing a request, and joining a neighbour's instead.

use super::files::hold;
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission, Scope},
    events::{self, Event},
    ids::{CategoryId, RequestId, UnitId},
    requests::{
        clock,
        model::{EQUAL_MAX, FILED_MAX, NewRequest, Summary},
        store::{
            self,
            filing::{self, Deadlines},
            followers,
        },
    },
};

/// A request that has just been filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Its id.
    pub id: RequestId,
    /// Its number within the org.
    pub number: i64,
}

/// Files a request: of the actor's own, or for somebody when the actor may file for anybody. Whoever files for
/// themselves files at most [`FILED_MAX`] within a day, [`EQUAL_MAX`] of them alike.
pub async fn file(tx: &mut TenantTx, actor: &Actor, new: &NewRequest<'_>) -> Result<Filed> {
    let scope = actor.require(Permission::RequestsCreate)?;
    new.check()?;
    let own = actor.behind();
    let reporter = new.reporter.or(own).ok_or(Error::Forbidden(Permission::RequestsCreate))?;
    if Some(reporter) != own && scope < Scope::Filter {
        return Err(Error::Forbidden(Permission::RequestsCreate));
    }
    let facts = filing::facts(tx, reporter, new.category, new.unit(), &new.place).await?;
    let facts = facts.ok_or(Error::Invalid { field: "category_id", code: "category_unknown" })?;
    if facts.archived {
        return Err(Error::Invalid { field: "category_id", code: "category_unknown" });
    }
    if !new.place.fits(&facts.places) {
        return Err(Error::Invalid { field: "place", code: "place_unfit" });
    }
    if !facts.lives_there {
        return Err(Error::Refused("not_a_resident"));
    }
    if scope == Scope::Own && facts.filed >= FILED_MAX {
        return Err(Error::Refused("requests_too_many"));
    }
    if scope == Scope::Own && facts.equal >= EQUAL_MAX {
        return Err(Error::Refused("requests_equal"));
    }
    let priority = new.priority.unwrap_or(facts.priority);
    let (respond, resolve) = clock::minutes(priority, facts.respond_minutes, facts.resolve_minutes);
    let now = tx.source().now();
    let time = clock::time(tx, priority).await?;
    let deadlines = Deadlines { respond_by: time.due(now, respond), due_at: time.due(now, resolve) };
    let attachments = hold(tx, actor, None, new.attachments).await?;
    let new = &NewRequest { attachments: &attachments, ..new.clone() };
    let filed = filing::insert(tx, reporter, new, priority, &deadlines).await?;
    let event =
        Event::RequestFiled { request: filed.id, number: filed.number, bot: new.bot, draft_message: new.draft_message };
    events::record(tx, actor, &event).await?;
    Ok(filed)
}

/// A neighbour's open request that may be the same, for whoever is about to file from `unit`, where they live.
pub async fn alike(tx: &mut TenantTx, actor: &Actor, category: CategoryId, unit: UnitId) -> Result<Option<Summary>> {
    actor.require(Permission::RequestsCreate)?;
    let Some(person) = actor.person() else { return Ok(None) };
    match filing::home_building(tx, person, unit).await? {
        Some(building) => filing::alike(tx, person, category, building).await,
        None => Ok(None),
    }
}

/// «Присоединиться»: the actor follows a neighbour's request, with a card of their own. They live in its building, from
/// `unit`. Safe to repeat.
pub async fn join(tx: &mut TenantTx, actor: &Actor, id: RequestId, unit: UnitId) -> Result<i64> {
    actor.require(Permission::RequestsCreate)?;
    let person = actor.person().ok_or(Error::Forbidden(Permission::RequestsCreate))?;
    let building = filing::home_building(tx, person, unit).await?;
    let request = store::lock(tx, id).await?;
    // Of a request elsewhere, or inside somebody's home, a neighbour knows nothing.
    if building.is_none() || request.building != building {
        return Err(Error::NotFound("request"));
    }
    if !request.status.is_open() {
        return Err(Error::Refused("not_in_this_status"));
    }
    if request.reporter == person {
        return Ok(request.number);
    }
    let (number, mut next) = (request.number, request);
    if followers::follow(tx, id, person).await? {
        store::save(tx, &mut next).await?; // every card counts them
        events::record(tx, actor, &Event::RequestJoined { request: id, person }).await?;
    }
    Ok(number)
}
