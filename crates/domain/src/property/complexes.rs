//! Complexes: buildings that are run together.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    model::{Thing, address, name, note},
    reached::Reached,
    store::complexes as store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
    ids::ComplexId,
};

/// What is said of a complex.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ComplexFacts {
    /// What it is called, 1 to 120 characters; unique in the org.
    pub name: String,
    /// Where it is.
    pub address: Option<String>,
    /// For those who work there, at most 1000 characters.
    pub note: Option<String>,
}

/// A complex.
#[derive(Clone, Debug, PartialEq)]
pub struct Complex {
    /// Its id.
    pub id: ComplexId,
    /// What is said of it.
    pub facts: ComplexFacts,
    /// How many buildings it has.
    pub buildings: i64,
    /// Grows with each change.
    pub version: i32,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    pub archived_at: Option<DateTime<Utc>>,
}

/// The complexes by name, as far as the actor sees a building of theirs; all, for whoever sees all.
pub async fn list_complexes(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Complex>> {
    let reached = Reached::of(actor, Permission::PropertyRead)?;
    store::list(tx, &reached, None).await
}

/// One of them.
pub async fn complex(tx: &mut TenantTx, actor: &Actor, id: ComplexId) -> Result<Complex> {
    let reached = Reached::of(actor, Permission::PropertyRead)?;
    find(tx, &reached, id).await
}

/// Adds a complex. Only for whoever manages every building.
pub async fn add_complex(tx: &mut TenantTx, actor: &Actor, facts: &ComplexFacts) -> Result<Complex> {
    let reached = manages_all(actor)?;
    let facts = checked(facts)?;
    let id = store::insert(tx, &facts).await?;
    let added = Event::PropertyAdded { what: Thing::Complex(id), name: facts.name };
    events::record(tx, actor, &added).await?;
    find(tx, &reached, id).await
}

/// Says other things of a complex. With `version`, only when nobody else has changed it since: [`Error::Refused`]
/// `changed_meanwhile`.
pub async fn edit_complex(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ComplexId,
    version: Option<i32>,
    facts: &ComplexFacts,
) -> Result<Complex> {
    let reached = manages_all(actor)?;
    let old = lock(tx, &reached, id, version).await?;
    let facts = checked(facts)?;
    let changes = Changes::between(&old.facts, &facts)?;
    if changes.is_empty() {
        return Ok(old);
    }
    store::save(tx, id, &facts).await?;
    events::record(tx, actor, &Event::PropertyEdited { what: Thing::Complex(id), changes }).await?;
    find(tx, &reached, id).await
}

/// Archives a complex that has no buildings any more: [`Error::Refused`] `not_empty`.
pub async fn archive_complex(tx: &mut TenantTx, actor: &Actor, id: ComplexId, version: Option<i32>) -> Result<()> {
    let reached = manages_all(actor)?;
    let old = lock(tx, &reached, id, version).await?;
    if old.buildings > 0 {
        return Err(Error::Refused("not_empty"));
    }
    store::archive(tx, id).await?;
    let archived = Event::PropertyArchived { what: Thing::Complex(id), name: old.facts.name };
    events::record(tx, actor, &archived).await
}

fn manages_all(actor: &Actor) -> Result<Reached> {
    let reached = Reached::of(actor, Permission::PropertyManage)?;
    if reached.all { Ok(reached) } else { Err(Error::Forbidden(Permission::PropertyManage)) }
}

fn checked(facts: &ComplexFacts) -> Result<ComplexFacts> {
    Ok(ComplexFacts {
        name: name(&facts.name, 120)?,
        address: facts.address.as_deref().filter(|text| !text.trim().is_empty()).map(address).transpose()?,
        note: note(facts.note.as_deref())?,
    })
}

async fn find(tx: &mut TenantTx, reached: &Reached, id: ComplexId) -> Result<Complex> {
    store::list(tx, reached, Some(id)).await?.pop().ok_or(Error::NotFound("complex"))
}

async fn lock(tx: &mut TenantTx, reached: &Reached, id: ComplexId, version: Option<i32>) -> Result<Complex> {
    store::lock(tx, id).await?;
    let old = find(tx, reached, id).await?;
    if old.archived_at.is_some() {
        return Err(Error::NotFound("complex"));
    }
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
