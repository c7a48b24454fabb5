//! `POST /events/tickets`

use axum::{Json, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    Api, Problem,
    caller::Caller,
    live::{LASTS, Ticket},
};

/// A ticket for one socket.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Issued {
    /// What goes into `?ticket=`.
    ticket: String,
    /// How many seconds it is good.
    #[schema(example = 30)]
    expires_in: u64,
}

/// Get a ticket that opens one socket, once
#[utoipa::path(
    post, path = "/events/tickets", tag = "events", operation_id = "issue_event_ticket",
    responses((status = 201, body = Issued))
)]
pub(super) async fn issue(State(api): State<Api>, caller: Caller) -> Result<(StatusCode, Json<Issued>), Problem> {
    // A program has webhooks instead.
    let forbidden = || Problem::new(StatusCode::FORBIDDEN, "forbidden");
    let (account, session) = caller.account.zip(caller.session).ok_or_else(forbidden)?;
    let ticket = Ticket { account, session, org: caller.tx.org() };
    caller.commit().await?;
    let issued = Issued { ticket: ticket.issue(&api).await?, expires_in: LASTS.as_secs() };
    Ok((StatusCode::CREATED, Json(issued)))
}
