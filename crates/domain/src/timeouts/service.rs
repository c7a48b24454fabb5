//! The verbs of timeouts.

use super::{model::Timeouts, store};
use crate::{
    Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
};

/// How long the org waits.
pub async fn timeouts(tx: &mut TenantTx, actor: &Actor) -> Result<Timeouts> {
    actor.require(Permission::SettingsRead)?;
    store::timeouts(tx).await
}

/// Says how long the org waits. What is waited for already follows.
pub async fn set(tx: &mut TenantTx, actor: &Actor, new: &Timeouts) -> Result<()> {
    actor.require(Permission::SettingsManage)?;
    let new = new.checked()?;
    let old = store::lock(tx).await?;
    let changes = Changes::of("unassigned", &old.unassigned, &new.unassigned)
        .and("unassigned_emergency", &old.unassigned_emergency, &new.unassigned_emergency)
        .and("not_accepted", &old.not_accepted, &new.not_accepted)
        .and("answer_reminder", &old.answer_reminder, &new.answer_reminder)
        .and("answer_overdue", &old.answer_overdue, &new.answer_overdue)
        .and("answer_close", &old.answer_close, &new.answer_close)
        .and("done_reminder", &old.done_reminder, &new.done_reminder)
        .and("done_accept", &old.done_accept, &new.done_accept);
    if changes.is_empty() {
        return Ok(());
    }
    store::save(tx, &new).await?;
    events::record(tx, actor, &Event::TimeoutsChanged { changes }).await
}
