//! `GET /audit/events` and `GET /me/events`

use axum::{Json, extract::State};
use domain::{audit, ids::EventId};

use super::body::{EventBody, FilterParams};
use crate::{
    Api, Problem,
    caller::Caller,
    page::{Page, PageParams},
    valid::{Listing, Params},
};

const EVENTS: &str = "audit_events";
const OWN: &str = "my_events";

/// What happened in the org, the latest first
#[utoipa::path(
    get, path = "/audit/events", tag = "audit", operation_id = "list_events",
    params(PageParams, FilterParams),
    responses((status = 200, body = Page<EventBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Listing { page, filter }: Listing<FilterParams>,
) -> Result<Json<Page<EventBody>>, Problem> {
    let before: Option<EventId> = page.key(&api, EVENTS)?;
    let rows = audit::list(&mut caller.tx, &caller.actor, &filter.filter(), before, page.limit + 1).await?;
    Ok(Json(Page::cut(&api, EVENTS, &page, rows, |entry| entry.id, EventBody::from)))
}

/// What I did, and what was done about me
#[utoipa::path(
    get, path = "/me/events", tag = "me", operation_id = "list_my_events",
    params(PageParams),
    responses((status = 200, body = Page<EventBody>))
)]
pub(super) async fn list_own(
    State(api): State<Api>,
    mut caller: Caller,
    Params(page): Params<PageParams>,
) -> Result<Json<Page<EventBody>>, Problem> {
    let before: Option<EventId> = page.key(&api, OWN)?;
    let rows = audit::list_own(&mut caller.tx, &caller.actor, before, page.limit + 1).await?;
    Ok(Json(Page::cut(&api, OWN, &page, rows, |entry| entry.id, EventBody::from)))
}
