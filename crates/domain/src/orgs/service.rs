//! What is done to orgs.

use super::{
    model::{Edit, Industry, NewOrg, Org, UNDO, check_name, currency, time_zone},
    store,
};
use crate::{
    Db, Error, OrgId, Result, TenantTx,
    access::{Actor, Permission, Role},
    categories,
    events::{self, Event},
    members,
};

/// Makes an org and its owner, in one transaction.
pub async fn create(db: &Db, new: &NewOrg<'_>) -> Result<OrgId> {
    let org = OrgId(db.source().id());
    create_as(db, org, new).await?;
    Ok(org)
}

/// The same with an id that was drawn before. Safe to repeat: an org that is there stays as it is.
pub async fn create_as(db: &Db, org: OrgId, new: &NewOrg<'_>) -> Result<()> {
    let mut tx = db.tenant(org).await?;
    match found(&mut tx, new).await {
        Ok(()) => Ok(tx.commit().await?),
        Err(Error::Refused("org_exists")) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The platform's own org, through whose bot others are founded; made when it is not there yet.
pub async fn platform(db: &Db) -> Result<OrgId> {
    if let Some(known) = list(db).await?.into_iter().find(|org| org.is_platform) {
        return Ok(known.id);
    }
    let org = OrgId(db.source().id());
    let mut tx = db.tenant(org).await?;
    found(&mut tx, &NewOrg { industry: Industry::Other, ..NewOrg::named("Kontora") }).await?;
    store::set_platform(&mut tx).await?;
    tx.commit().await?;
    Ok(org)
}

/// The same within a transaction of the caller's, which he opened for a new id.
pub async fn found(tx: &mut TenantTx, new: &NewOrg<'_>) -> Result<()> {
    let (name, zone, money) = (check_name(new.name)?, time_zone(new.time_zone)?, currency(new.currency)?);
    store::insert(tx, &name, &zone, &money, new).await?;
    categories::install(tx).await?;
    events::record(tx, &Actor::System, &Event::OrgCreated).await?;
    if let Some(owner) = &new.owner {
        members::add(tx, &Actor::System, owner, Role::Owner).await?;
    }
    Ok(())
}

/// The org of this transaction.
pub async fn current(tx: &mut TenantTx) -> Result<Org> {
    store::current(tx, false).await
}

/// Refuses what is done in a deleted org: [`Error::Refused`] `org_deleted`.
pub async fn require_in_force(tx: &mut TenantTx) -> Result<()> {
    if store::is_deleted(tx).await? { Err(Error::Refused("org_deleted")) } else { Ok(()) }
}

/// Changes what the org tells of itself. With `version`, only when nobody else has changed it since:
/// [`Error::Refused`] `changed_meanwhile`.
pub async fn edit(tx: &mut TenantTx, actor: &Actor, version: Option<i32>, edit: &Edit) -> Result<Org> {
    actor.require(Permission::SettingsManage)?;
    let org = store::current(tx, true).await?;
    if version.is_some_and(|version| version != org.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    let (next, changes) = edit.apply(&org)?;
    if changes.is_empty() {
        return Ok(org);
    }
    store::save(tx, &next).await?;
    events::record(tx, actor, &Event::OrgEdited { changes }).await?;
    Ok(next)
}

/// Deletes the org, when `typed` is its name. From now on everybody is refused; until [`Org::restorable_until`] an
/// owner may take it back, then it is purged.
pub async fn delete(tx: &mut TenantTx, actor: &Actor, typed: &str) -> Result<Org> {
    actor.require(Permission::OrgDelete)?;
    let mut org = store::current(tx, true).await?;
    if org.deleted_at.is_some() {
        return Err(Error::Refused("org_deleted"));
    }
    if typed.trim() != org.name {
        return Err(Error::Invalid { field: "name", code: "name_not_typed" });
    }
    let now = tx.source().now();
    org.deleted_at = Some(now);
    store::set_deleted(tx, org.deleted_at).await?;
    events::record(tx, actor, &Event::OrgDeleted { until: now + UNDO }).await?;
    Ok(org)
}

/// Takes the deletion back.
pub async fn restore(tx: &mut TenantTx, actor: &Actor) -> Result<Org> {
    actor.require(Permission::OrgDelete)?;
    let mut org = store::current(tx, true).await?;
    let until = org.restorable_until().ok_or(Error::Refused("org_not_deleted"))?;
    if tx.source().now() >= until {
        return Err(Error::Refused("org_gone"));
    }
    org.deleted_at = None;
    store::set_deleted(tx, None).await?;
    events::record(tx, actor, &Event::OrgRestored).await?;
    Ok(org)
}

/// Every org in force or deleted, oldest first, for the platform operator's command line.
pub async fn list(db: &Db) -> Result<Vec<Org>> {
    let mut tx = db.system().await?;
    let orgs = store::list(&mut tx).await?;
    tx.commit().await?;
    Ok(orgs)
}

/// The orgs whose deletion can no longer be taken back and that are not purged yet.
pub async fn due_for_purge(db: &Db) -> Result<Vec<OrgId>> {
    let mut tx = db.system().await?;
    let before = tx.source().now() - UNDO;
    let due = store::deleted_before(&mut tx, before).await?;
    tx.commit().await?;
    Ok(due)
}

/// Purges a deleted org for good: everything but its events, and the empty shells that they point at. Returns false
/// when there was nothing to do: it was restored, or somebody else has purged it. Its bots must have lost their
/// webhooks before.
pub async fn purge(db: &Db, org: OrgId) -> Result<bool> {
    let mut tx = db.system().await?;
    let before = tx.source().now() - UNDO;
    let stay = store::purge(&mut tx, org, before).await?;
    tx.commit().await?;
    if let Some(stay) = &stay {
        tracing::info!(%org, ?stay, "an org is purged");
    }
    Ok(stay.is_some())
}
