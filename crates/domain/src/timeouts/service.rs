//! Arming the looks, and looking.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    model::{Check, Look, SOON, Step, Timeouts},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    categories::Priority,
    deputies,
    events::{self, Changes, Event},
    ids::{PersonId, RequestId},
    members,
    requests::{self, Closing, Request, Side, Status},
    shifts,
};

/// How far the clocks of the queue and of whoever looks may be apart: what the queue brings a little early is due.
const SKEW: TimeDelta = TimeDelta::minutes(1);

/// How often those who run the org are called when nobody of the chain of duty sees to an incident.
const CALLS: usize = 3;

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

/// Enqueues the looks that follow from an event: one job for each, in the transaction in which the event is told. A
/// look of the same kind that waits already is put off.
pub async fn arm(tx: &mut TenantTx, event: &Event) -> Result<()> {
    let (request, checks): (RequestId, &[Check]) = match event {
        Event::RequestFiled { request, .. } => (*request, &[Check::Unassigned, Check::DueSoon]),
        Event::RequestReleased { request, .. } | Event::RequestFreed { request, .. } => {
            (*request, &[Check::Unassigned])
        }
        Event::RequestAssigned { request, .. } => (*request, &[Check::NotAccepted, Check::DueSoon]),
        // The clock begins anew, or goes on.
        Event::RequestResumed { request }
        | Event::RequestReturned { request, .. }
        | Event::RequestReopened { request, .. }
        | Event::CommentAdded { request, side: Side::Resident, .. } => (*request, &[Check::DueSoon]),
        Event::CommentAdded { request, side: Side::Staff, is_internal: false, .. } => {
            (*request, &[Check::AnswerReminder, Check::AnswerOverdue, Check::AnswerClose])
        }
        Event::RequestCompleted { request, .. } => (*request, &[Check::DoneReminder, Check::DoneAccept]),
        Event::RequestPaused { request, .. } => (*request, &[Check::PauseOver]),
        Event::IncidentSuspected { request, .. } | Event::IncidentDeclared { request, .. } => {
            (*request, &[Check::Alarm])
        }
        // A request that becomes an emergency is waited for as one.
        Event::RequestEdited { request, changes } if changes.iter().any(|(field, ..)| field == "priority") => {
            (*request, &[Check::Unassigned, Check::DueSoon])
        }
        Event::RequestEdited { request, .. } => (*request, &[Check::DueSoon]),
        _ => return Ok(()),
    };
    let request = requests::get(tx, &Actor::System, request).await?;
    let timeouts = store::timeouts(tx).await?;
    // Nothing of a request says since when it is back in the queue, or thought to be an incident: the event does.
    let is_back = matches!(
        event,
        Event::RequestReleased { .. }
            | Event::RequestFreed { .. }
            | Event::IncidentSuspected { .. }
            | Event::IncidentDeclared { .. }
    );
    let queued = if is_back { tx.source().now() } else { request.created_at };
    for &check in checks {
        if let Some(since) = waits_since(&request, check, queued) {
            // An alarm waits for nobody: the first of the chain hears of it at once.
            let wait =
                if check == Check::Alarm { TimeDelta::zero() } else { check.after(&timeouts, is_emergency(&request)) };
            let at = since + wait;
            store::enqueue(tx, &Look { org_id: tx.org(), request: request.id, check, since, told: 0 }, at).await?;
        }
    }
    Ok(())
}

/// Looks whether somebody still waits, and does what then follows.
pub async fn look(tx: &mut TenantTx, look: &Look) -> Result<Step> {
    let request = match requests::get(tx, &Actor::System, look.request).await {
        Err(Error::NotFound(_)) => return Ok(Step::Over),
        request => request?,
    };
    let Some(since) = waits_since(&request, look.check, look.since) else { return Ok(Step::Over) };
    let wait = look.check.after(&store::timeouts(tx).await?, is_emergency(&request));
    let now = tx.source().now();
    let waits = i32::from(look.told) + i32::from(look.check != Check::Alarm);
    let at = since + wait * waits;
    if now + SKEW < at {
        store::enqueue(tx, &Look { since, ..*look }, at).await?;
        return Ok(Step::Later);
    }
    let system = Actor::System;
    match look.check {
        Check::Unassigned | Check::Alarm => {
            let chain = shifts::duty_chain(tx, now, request.building).await?;
            match chain.get(usize::from(look.told)) {
                Some(next) => tell(tx, &request, look.check, Some(next.person)).await?,
                // The last of the chain has not answered either: whoever runs the org is called, more than once.
                None if look.check == Check::Alarm && usize::from(look.told) < chain.len() + CALLS => {
                    events::record(tx, &Actor::System, &Event::IncidentUnanswered { request: request.id }).await?;
                }
                None => return Ok(Step::Done),
            }
            // The next one hears of it as long after this one.
            let told = look.told.saturating_add(1);
            store::enqueue(tx, &Look { since, told, ..*look }, now + wait).await?;
        }
        Check::DueSoon => {
            let is_soon = !request.is_overdue(now);
            if is_soon {
                tell(tx, &request, look.check, None).await?;
            }
            if let Some(since) = waits_since(&request, Check::Overdue, since) {
                store::enqueue(tx, &Look { since, check: Check::Overdue, told: 0, ..*look }, since).await?;
            }
        }
        Check::Overdue => tell(tx, &request, look.check, None).await?,
        Check::NotAccepted => drop(requests::offer(tx, &system, request.id).await?),
        Check::AnswerReminder | Check::DoneReminder => tell(tx, &request, look.check, None).await?,
        Check::AnswerOverdue => {
            let first = first_on_duty(tx, &request, now).await?;
            tell(tx, &request, look.check, first).await?;
        }
        Check::AnswerClose | Check::DoneAccept => {
            requests::close(tx, &system, request.id, Closing::Unanswered).await?;
        }
        Check::PauseOver => {
            let stand_in = match request.assignee {
                Some(member) => deputies::resolve_deputy(tx, member, now).await?,
                None => None,
            };
            let person = match stand_in {
                Some(member) => Some(members::get(tx, &system, member).await?.person),
                None => first_on_duty(tx, &request, now).await?,
            };
            tell(tx, &request, look.check, person).await?;
        }
    }
    Ok(Step::Done)
}

/// Since when somebody waits for this; none when nobody does. What nobody has waits since it was `queued`.
fn waits_since(request: &Request, check: Check, queued: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let open = request.status.is_open();
    match check {
        Check::Unassigned => (request.status == Status::New).then_some(queued),
        Check::NotAccepted => {
            request.assigned_at.filter(|_| request.status == Status::Assigned && request.offered_at.is_none())
        }
        Check::AnswerReminder | Check::AnswerOverdue | Check::AnswerClose => request.asked_at.filter(|_| open),
        Check::DoneReminder | Check::DoneAccept => request.done_at.filter(|_| request.status == Status::Done),
        Check::PauseOver => request.pause.map(|pause| pause.until),
        Check::Alarm => {
            let incident = request.incident.as_ref().filter(|incident| incident.dismissed_at.is_none());
            incident.filter(|incident| open && incident.accepted_by.is_none()).map(|_| queued)
        }
        Check::DueSoon | Check::Overdue => {
            let runs = open && request.status != Status::Done && request.stopped_at.is_none();
            let due = request.due_at.filter(|_| runs);
            // What the queue brings a little early is late by then.
            due.map(|due| if check == Check::DueSoon { due - SOON } else { due + SKEW })
        }
    }
}

fn is_emergency(request: &Request) -> bool {
    request.priority == Priority::Emergency
}

async fn first_on_duty(tx: &mut TenantTx, request: &Request, now: DateTime<Utc>) -> Result<Option<PersonId>> {
    let chain = shifts::duty_chain(tx, now, request.building).await?;
    Ok(chain.first().map(|first| first.person))
}

/// The person is told by what follows the event; none: whoever filed the request.
async fn tell(tx: &mut TenantTx, request: &Request, check: Check, person: Option<PersonId>) -> Result<()> {
    events::record(tx, &Actor::System, &Event::RequestTimedOut { request: request.id, check, person }).await
}
