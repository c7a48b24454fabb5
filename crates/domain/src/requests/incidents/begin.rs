//! An incident that nobody has filed a request about: the desk knows of it first.

use super::{Scope, declare};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission, Standing},
    categories::Priority,
    events::{self, Event},
    ids::{BuildingId, CategoryId},
    requests::{
        clock,
        model::{NewRequest, Place, Request},
        store::{
            filing::{self, Deadlines},
            incidents as kept,
        },
    },
};

/// An incident to be declared.
#[derive(Clone, Debug)]
pub struct NewIncident<'a> {
    /// Where it is.
    pub building: BuildingId,
    /// How much of it has it.
    pub scope: Scope,
    /// What it is about.
    pub category: CategoryId,
    /// What is known, for the staff.
    pub words: &'a str,
}

/// Files a request of the actor's about the building, and declares it.
pub async fn begin(tx: &mut TenantTx, actor: &Actor, new: &NewIncident<'_>) -> Result<Request> {
    let reach = actor.reach(Permission::RequestsAssign)?;
    let reporter = actor.behind().ok_or(Error::Forbidden(Permission::RequestsAssign))?;
    if !reach.covers(&Standing { building: Some(new.building), ..Standing::default() }) {
        return Err(Error::Invalid { field: "building_id", code: "building_unknown" });
    }
    let place = if matches!(new.scope, Scope::Entrance(_)) { Place::Entrance } else { Place::Yard };
    let filed = NewRequest {
        category: new.category,
        place,
        unit: None,
        priority: Some(Priority::Emergency),
        slot: None,
        reporter: None,
        words: new.words.trim(),
        attachments: &[],
        bot: None,
        draft_message: None,
    };
    filed.check()?;
    let facts = filing::facts(tx, reporter, new.category, None, &place).await?.filter(|facts| !facts.archived);
    let facts = facts.ok_or(Error::Invalid { field: "category_id", code: "category_unknown" })?;
    // Where it may be filed from is asked of residents: a house as a whole can have anything.
    let parts = kept::parts(tx, new.building).await?;
    if parts.is_empty() {
        return Err(Error::Invalid { field: "building_id", code: "building_unknown" });
    }
    if parts.iter().all(|part| part.scope != new.scope) {
        return Err(Error::Invalid { field: "scope", code: "scope_unknown" });
    }
    let (respond, resolve) = clock::minutes(Priority::Emergency, facts.respond_minutes, facts.resolve_minutes);
    let now = tx.source().now();
    let time = clock::time(tx, Priority::Emergency).await?;
    let deadlines = Deadlines { respond_by: time.due(now, respond), due_at: time.due(now, resolve) };
    let made = filing::insert(tx, reporter, &filed, Priority::Emergency, &deadlines).await?;
    kept::place(tx, made.id, new.building, new.scope).await?;
    let event = Event::RequestFiled { request: made.id, number: made.number, bot: None, draft_message: None };
    events::record(tx, actor, &event).await?;
    declare(tx, actor, made.id, new.scope).await
}
