//! What whoever works on requests sees: a job with all that it takes, the number to call, the sum of a shift.

use chrono::{DateTime, Utc};

use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::{PersonId, RequestId},
    requests::{
        model::{Filter, Job, Phone, Request, Summary, Turnout},
        store,
        visible::{self, Visible},
    },
};

/// What this person sees beside the request on their card.
pub async fn job(tx: &mut TenantTx, id: RequestId, person: PersonId) -> Result<Job> {
    let evidence = store::evidence::get(tx, id).await?;
    store::job::get(tx, id, person, evidence).await
}

/// The request, when the actor may say how the work on it goes on.
pub async fn worked_on(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsComplete)?;
    let request = store::get(tx, id).await?;
    visible::check_work(actor, &request, Permission::RequestsComplete)?;
    Ok(request)
}

/// What the actor has to do: what they have and what they help with, not ended, newest first, at most `limit`.
pub async fn jobs(tx: &mut TenantTx, actor: &Actor, limit: i64) -> Result<Vec<Summary>> {
    actor.require(Permission::RequestsComplete)?;
    let member = actor.member().ok_or(Error::Forbidden(Permission::RequestsComplete))?;
    let jobs = Filter { is_open: true, works: Some(member), ..Filter::default() };
    store::list::found(tx, &Visible::to(actor)?, &jobs, None, Some(limit)).await
}

/// The number of whoever filed the request: for whoever has it, until it has ended. It is written down who saw whose.
pub async fn phone(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Phone> {
    let request = worked_on(tx, actor, id).await?;
    if request.assignee.is_none() || request.assignee != actor.member() {
        return Err(Error::Refused("not_yours"));
    }
    if !request.status.is_open() {
        return Err(Error::Refused("not_in_this_status"));
    }
    let number = store::job::phone(tx, request.reporter).await?.ok_or(Error::Refused("phone_not_known"))?;
    events::record(tx, actor, &Event::PhoneShown { request: id, person: request.reporter }).await?;
    Ok(Phone { name: request.reporter_name, number })
}

/// What the actor did from one moment to another.
pub async fn turnout(tx: &mut TenantTx, actor: &Actor, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Turnout> {
    actor.require(Permission::RequestsRead)?;
    match actor.member() {
        Some(member) => store::job::turnout(tx, member, from, to).await,
        None => Ok(Turnout::default()),
    }
}
