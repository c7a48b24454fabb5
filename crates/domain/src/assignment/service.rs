//! The verbs of assignment.

use super::{
    model::{Candidate, Job, Strategy},
    store,
};
use crate::{
    Result, TenantTx,
    access::{Actor, Permission},
    deputies,
    events::{self, Changes, Event},
    skills,
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

/// Everybody who could be given work, with what a ranking goes by, and the skill of the org's that `skill` names: by
/// its name in any case, or by the code of a preset whose name it has. No such skill: the work takes none.
pub async fn candidates(tx: &mut TenantTx, skill: Option<&str>) -> Result<(Vec<Candidate>, Job)> {
    let now = tx.source().now();
    let skill = match skill {
        Some(name) => store::skill_named(tx, name).await?,
        None => None,
    };
    let away = deputies::away(tx, now).await?;
    let mut has = skills::of_members(tx, &[]).await?;
    let mut all = store::candidates(tx).await?;
    for who in &mut all {
        who.is_away = away.holds(who.member);
        who.skills = has.remove(&who.member).unwrap_or_default();
    }
    Ok((all, Job { skill, building: None }))
}
