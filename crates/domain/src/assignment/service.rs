//! The verbs of assignment.

use super::{
    model::{Candidate, Job, Ranked, Strategy},
    rank::rank,
    store,
};
use crate::{
    Result, TenantTx,
    access::{Actor, Permission},
    deputies,
    events::{self, Changes, Event},
    requests::{self, Request, Status},
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

/// Who could have this request, the best first and with the reasons.
pub async fn suggest(tx: &mut TenantTx, actor: &Actor, request: &Request) -> Result<Vec<Ranked>> {
    actor.require(Permission::RequestsAssign)?;
    let strategy = store::strategy(tx).await?;
    ranked(tx, strategy, request).await
}

/// Gives what has come into the queue to the first of the ranking, where the org wants that; not to whoever has just
/// given it back. In the transaction in which the event is told, so once.
pub async fn give_out(tx: &mut TenantTx, event: &Event) -> Result<()> {
    let (request, but) = match event {
        Event::RequestFiled { request, .. } => (*request, None),
        Event::RequestReleased { request, by, .. } => (*request, *by),
        Event::RequestFreed { request, was, .. } => (*request, Some(*was)),
        _ => return Ok(()),
    };
    if !store::strategy(tx).await?.is_automatic() {
        return Ok(());
    }
    // One at a time: whoever comes next counts what this one gave.
    let strategy = store::lock_strategy(tx).await?;
    let request = requests::get(tx, &Actor::System, request).await?;
    let is_free = request.assignee.is_none() && matches!(request.status, Status::New | Status::Returned);
    if !strategy.is_automatic() || !is_free {
        return Ok(());
    }
    let first = ranked(tx, strategy, &request).await?.into_iter().find(|who| Some(who.member) != but);
    if let Some(first) = first {
        requests::assign(tx, &Actor::System, request.id, first.member).await?;
    }
    Ok(())
}

async fn ranked(tx: &mut TenantTx, strategy: Strategy, request: &Request) -> Result<Vec<Ranked>> {
    let (candidates, job) = candidates(tx, request.about.skill.as_deref()).await?;
    Ok(rank(strategy, &Job { building: request.building, ..job }, &candidates))
}
