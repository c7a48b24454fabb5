//! What becomes of the work of whoever does none any more: they left the team, or may not do it.

use super::keep;
use crate::{
    Result, TenantTx,
    access::{Actor, Permission},
    events::Event,
    ids::{PersonId, RequestId, RoleId},
    requests::{
        clock,
        model::Request,
        status::{Status, Verb},
        store,
    },
};

/// What this person has goes back to the queue, unless they may do the work. What is done, and waits for the resident's
/// word alone, stays theirs, as does what they only help with. Safe to repeat.
pub(crate) async fn free(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    let theirs = store::leaving::held(tx, person).await?;
    if theirs.is_empty() || can_work(tx, person).await? {
        return Ok(());
    }
    for id in theirs {
        let request = store::lock(tx, id).await?;
        free_one(tx, request).await?;
    }
    Ok(())
}

/// What came back to somebody who may not do the work any more is in the queue. Safe to repeat.
pub(crate) async fn free_returned(tx: &mut TenantTx, id: RequestId) -> Result<()> {
    if let Some(person) = store::leaving::holder(tx, id).await?
        && !can_work(tx, person).await?
    {
        let request = store::lock(tx, id).await?;
        free_one(tx, request).await?;
    }
    Ok(())
}

/// Who has open work by a role of the org's own.
pub(crate) async fn holders(tx: &mut TenantTx, role: RoleId) -> Result<Vec<PersonId>> {
    store::leaving::holders(tx, role).await
}

async fn can_work(tx: &mut TenantTx, person: PersonId) -> Result<bool> {
    let actor = Actor::load(tx, person).await?;
    Ok(actor.member().is_some() && actor.require(Permission::RequestsComplete).is_ok())
}

async fn free_one(tx: &mut TenantTx, request: Request) -> Result<()> {
    let (id, from) = (request.id, request.status);
    let Some(was) = request.assignee else { return Ok(()) };
    let to = match from.after(Verb::Release) {
        Some(to) => to,
        // Nobody has it, and it is still not solved.
        None if from == Status::Returned => from,
        None => return Ok(()),
    };
    let time = clock::time(tx, request.priority).await?;
    let mut next = Request { status: to, assignee: None, pause: None, ..request };
    (next.taken_at, next.assigned_at, next.offered_at) = (None, None, None);
    (next.assignee_name, next.teams) = (None, vec![]);
    next.run_clock(&time, tx.source().now());
    keep(tx, &Actor::System, next, &Event::RequestFreed { request: id, was, from, to }).await?;
    Ok(())
}
