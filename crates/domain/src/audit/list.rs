//! The log as it is read: filters, pages, and the way out as a file.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use platform::Surface;
use serde_json::Value;
use uuid::Uuid;

use super::store;
use crate::{
    Result, TenantTx,
    access::{Actor, Permission, Scope},
    error::Error,
    events::{self, Event},
    ids::{EventId, PersonId, ServiceAccountId, SessionId},
};

/// An event as the log shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id; also its place in the list.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: `member`, `contact`, `service` or `system`.
    pub actor_kind: String,
    /// The person who did it.
    pub actor: Option<PersonId>,
    /// Their name, as it is now.
    pub actor_name: Option<String>,
    /// The program that did it.
    pub service: Option<ServiceAccountId>,
    /// For whom it was done.
    pub on_behalf_of: Option<PersonId>,
    /// The way in: a code of [`Surface`].
    pub surface: String,
    /// The client's address.
    pub address: Option<IpAddr>,
    /// The session that it was done in.
    pub session: Option<SessionId>,
    /// What: the kind of [`Event`].
    pub kind: String,
    /// What kind of thing it is about.
    pub subject_kind: Option<String>,
    /// Which.
    pub subject: Option<Uuid>,
    /// Field → `[old, new]`.
    pub changes: Option<Value>,
    /// The event.
    pub data: Value,
}

/// Which events. Nothing set: all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<String>,
    /// Done by this person.
    pub person: Option<PersonId>,
    /// About a thing of this kind.
    pub subject_kind: Option<String>,
    /// About this thing.
    pub subject: Option<Uuid>,
    /// That came in this way.
    pub surface: Option<Surface>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub to: Option<DateTime<Utc>>,
    /// That hold this text: in what was changed, in the event itself or in the name of who did it.
    pub text: Option<String>,
}

/// Whose events may be seen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whose {
    Everybodys,
    /// What this person did, and what was done about them.
    Of(PersonId),
}

/// The longest text that is looked for, in characters.
const TEXT_MAX: usize = 100;

/// The log, the latest first, from before the event `before`. Who may read their own deeds only gets those.
pub async fn list(
    tx: &mut TenantTx,
    actor: &Actor,
    filter: &Filter,
    before: Option<EventId>,
    limit: u16,
) -> Result<Vec<Entry>> {
    let whose = whose(actor, Permission::AuditRead)?;
    store::list(tx, &checked(filter)?, whose, before, limit).await
}

/// What the person behind the actor did, and what was done about them: everybody's own log.
pub async fn list_own(tx: &mut TenantTx, actor: &Actor, before: Option<EventId>, limit: u16) -> Result<Vec<Entry>> {
    let person = actor.person().ok_or(Error::NotFound("person"))?;
    store::list(tx, &Filter::default(), Whose::Of(person), before, limit).await
}

/// What an export will hold: everything up to the moment at which it began.
#[derive(Clone, Debug)]
pub struct Export {
    filter: Filter,
    whose: Whose,
    from: EventId,
    /// How many events it holds.
    pub rows: u64,
}

/// Begins an export: this is an event itself, whose transaction must be committed before the first row is given away.
pub async fn export(tx: &mut TenantTx, actor: &Actor, filter: &Filter, format: &str) -> Result<Export> {
    let whose = whose(actor, Permission::AuditExport)?;
    let filter = checked(filter)?;
    let from = EventId(tx.source().id());
    let rows = store::count(tx, &filter, whose, from).await?;
    let event = Event::Exported { what: "audit".to_owned(), format: format.to_owned(), rows };
    events::record(tx, actor, &event).await?;
    Ok(Export { filter, whose, from, rows })
}

/// The next rows of an export, the latest first; an empty answer is its end. Memory is needed for `limit` rows only.
pub async fn export_next(
    tx: &mut TenantTx,
    export: &Export,
    before: Option<EventId>,
    limit: u16,
) -> Result<Vec<Entry>> {
    store::list(tx, &export.filter, export.whose, Some(before.unwrap_or(export.from)), limit).await
}

fn whose(actor: &Actor, permission: Permission) -> Result<Whose> {
    match (actor.require(permission)?, actor.person()) {
        (Scope::All, _) => Ok(Whose::Everybodys),
        (_, Some(person)) => Ok(Whose::Of(person)),
        (_, None) => Err(Error::Forbidden(permission)),
    }
}

fn checked(filter: &Filter) -> Result<Filter> {
    let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().count() > TEXT_MAX) {
        return Err(Error::Invalid { field: "text", code: "words_too_long" });
    }
    Ok(Filter { text: text.map(str::to_owned), ..filter.clone() })
}
