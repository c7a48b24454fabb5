//! Looking at requests.

use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    ids::{PersonId, RequestId},
    requests::{
        model::{Filter, Happening, Request, Summary},
        store,
        visible::{self, Because, Visible},
    },
};

/// The longest text that is searched for, in characters.
const TEXT_MAX: usize = 200;

/// The most steps of a history.
const HISTORY_MAX: i64 = 300;

/// The kinds of events that whoever filed a request reads.
const OUTSIDE: [&str; 19] = [
    "request_filed",
    "request_assigned",
    "request_taken",
    "request_departed",
    "request_arrived",
    "request_paused",
    "request_resumed",
    "request_completed",
    "request_accepted",
    "request_returned",
    "request_reopened",
    "request_cancelled",
    "request_declined",
    "request_closed",
    "request_rated",
    "price_offered",
    "incident_declared",
    "incident_told",
    "comment_added",
];

/// The request as the actor may see it.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let (request, _) = seen(tx, actor, id).await?;
    Ok(request)
}

/// «Почему я вижу»: why the actor sees the request.
pub async fn seen_because(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Because> {
    let (_, because) = seen(tx, actor, id).await?;
    Ok(because)
}

pub(super) async fn seen(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<(Request, Because)> {
    let visible = Visible::to(actor)?;
    let request = store::get(tx, id).await?;
    if let Some(because) = visible.because(&request) {
        return Ok((request, because));
    }
    match actor.behind() {
        Some(person) if store::followers::follows(tx, id, person).await? => Ok((request, Because::Follows)),
        _ => Err(Error::NotFound("request")),
    }
}

/// What the actor may see and the filter asks for, newest first, at most `limit`; `before` is a number to go on from.
pub async fn list(
    tx: &mut TenantTx,
    actor: &Actor,
    filter: &Filter,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Summary>> {
    let visible = Visible::to(actor)?;
    if filter.text.as_ref().is_some_and(|text| text.chars().count() > TEXT_MAX) {
        return Err(Error::Invalid { field: "q", code: "search_too_long" });
    }
    store::list::found(tx, &visible, filter, before, Some(limit)).await
}

/// The actor's own requests and those that they follow, newest first, at most `limit`; `before` is a number to go on
/// from.
pub async fn list_own(tx: &mut TenantTx, actor: &Actor, before: Option<i64>, limit: i64) -> Result<Vec<Summary>> {
    actor.require(Permission::RequestsRead)?;
    let person = actor.person().ok_or(Error::Forbidden(Permission::RequestsRead))?;
    store::list::own(tx, person, before, limit).await
}

/// Every open request that the actor may see, oldest first: what a newly linked group has to be shown.
pub async fn list_waiting(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<RequestId>> {
    let open = Filter { is_open: true, ..Filter::default() };
    let open = store::list::found(tx, &Visible::to(actor)?, &open, None, None).await?;
    Ok(open.into_iter().rev().map(|request| request.id).collect())
}

/// The number of a request and whose it is, for whoever only has its id.
pub async fn number_of(tx: &mut TenantTx, id: RequestId) -> Result<(i64, PersonId)> {
    let request = store::get(tx, id).await?;
    Ok((request.number, request.reporter))
}

/// What happened to a request, oldest first: at most the latest [`HISTORY_MAX`] steps. Whoever does not work on it for
/// the org reads what concerns them, and nothing that the staff said among themselves.
pub async fn history(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Vec<Happening>> {
    let request = get(tx, actor, id).await?;
    let is_staff = visible::check_work(actor, &request, Permission::RequestsComment).is_ok();
    let kinds: Option<Vec<String>> = (!is_staff).then(|| OUTSIDE.map(str::to_owned).into());
    store::history::history(tx, id, kinds.as_deref(), actor.behind(), HISTORY_MAX).await
}

/// Everybody who follows it, for telling them.
pub async fn followers(tx: &mut TenantTx, id: RequestId) -> Result<Vec<PersonId>> {
    store::followers::followers(tx, id).await
}
