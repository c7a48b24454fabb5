//! `GET /events`, a WebSocket

use axum::{
    extract::{State, WebSocketUpgrade, ws::rejection::WebSocketUpgradeRejection},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::{Api, Problem, live, valid::Params};

/// The largest message of a client, in bytes.
const MESSAGE_MAX: usize = 8 * 1024;

/// How a socket begins.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct Begin {
    /// From `POST /events/tickets`. Without it the first message has to say who it is.
    #[garde(length(max = 100))]
    #[param(max_length = 100)]
    ticket: Option<String>,
    /// The last event that was seen: what happened after it is told first. Only with a ticket.
    #[garde(skip)]
    since: Option<Uuid>,
}

/// Watch what happens, over a WebSocket
///
/// The protocol is in `docs/api.md`. Without a ticket the socket opens for anybody and is closed with 4401 unless its
/// first message holds an access token.
#[utoipa::path(
    get, path = "/events", tag = "events", operation_id = "watch_events", params(Begin), security(()),
    responses((status = 101, description = "The socket is open"), (status = 426, description = "Not a WebSocket"))
)]
pub(super) async fn watch(
    State(api): State<Api>,
    Params(begin): Params<Begin>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Problem> {
    let upgrade = upgrade.map_err(|_| {
        let mut problem = Problem::new(StatusCode::UPGRADE_REQUIRED, "upgrade_required");
        problem.headers.push((header::UPGRADE, HeaderValue::from_static("websocket")));
        problem
    })?;
    let upgrade = upgrade.max_message_size(MESSAGE_MAX).max_frame_size(MESSAGE_MAX);
    Ok(upgrade.on_upgrade(move |socket| live::serve(socket, api, begin.ticket, begin.since)))
}
