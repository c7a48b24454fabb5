//! Taking an import back.

use chrono::TimeDelta;

use super::{
    model::{Import, ImportState, Outcome, Undone},
    service::{find, lock},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::ImportId,
};

/// How long an import can be undone, and how long its rows are kept.
pub const KEPT: TimeDelta = TimeDelta::hours(24);

/// Takes an import back: what it made goes, what it changed is as before. Whatever somebody has gone on with stays, and
/// is counted. People who were found in the register by their own phone keep their homes.
pub async fn undo(tx: &mut TenantTx, actor: &Actor, id: ImportId) -> Result<Import> {
    if !actor.reach(Permission::PropertyImport)?.all {
        return Err(Error::Forbidden(Permission::PropertyImport));
    }
    let import = lock(tx, id).await?;
    if import.state != ImportState::Loaded {
        return Err(Error::Refused("import_not_loaded"));
    }
    if import.loaded_at.is_none_or(|at| tx.source().now() >= at + KEPT) {
        return Err(Error::Refused("import_undo_late"));
    }
    // From the inside out: a unit is not used any more when its people are gone.
    let restored = store::undo::restore_people(tx, id).await? + store::undo::restore_units(tx, id).await?;
    let removed = store::undo::remove_people(tx, id).await?
        + store::undo::remove_units(tx, id).await?
        + store::undo::remove_entrances(tx, id).await?
        + store::undo::remove_buildings(tx, id).await?
        + store::undo::remove_complexes(tx, id).await?;
    let (kept_used, kept_changed) = store::undo::kept(tx, id).await?;
    let undone = Undone { removed, restored, kept_used, kept_changed };
    let outcome = Outcome { undone: Some(undone), ..import.outcome.unwrap_or_default() };
    store::set_undone(tx, id, &outcome).await?;
    events::record(tx, actor, &Event::RegisterImportUndone { import: id, undone }).await?;
    find(tx, id).await
}
