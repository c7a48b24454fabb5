//! The verbs of assignment.

use super::{model::Strategy, store};
use crate::{
    Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
};

/// By what the org gives work out.
pub async fn strategy(tx: &mut TenantTx, actor: &Actor) -> Result<Strategy> {
    actor.require(Permission::SettingsRead)?;
    store::strategy(tx).await
}

/// Chooses by what the org gives work out.
pub async fn set_strategy(tx: &mut TenantTx, actor: &Actor, strategy: Strategy) -> Result<()> {
    actor.require(Permission::SettingsManage)?;
    let was = store::lock_strategy(tx).await?;
    let changes = Changes::of("strategy", &was, &strategy);
    if changes.is_empty() {
        return Ok(());
    }
    store::set_strategy(tx, strategy).await?;
    events::record(tx, actor, &Event::AssignmentChanged { changes }).await
}
