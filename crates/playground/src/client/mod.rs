//! The people's side over HTTP and WebSocket, as `PROTOCOL.md` describes it.

mod chats;
mod people;
mod send;
mod upload;
mod web_app;
mod ws;

use axum::{
    Json, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use bytes::Bytes;
use serde_json::json;

use crate::{
    api,
    error::{Error, Result},
    server::Server,
    world::{Files, Place, World},
};

pub(crate) fn router() -> Router<Server> {
    Router::new()
        .route("/people", get(people::list).post(people::add))
        .route("/chats", get(chats::list))
        .route("/messages", get(chats::messages))
        .route("/commands", get(chats::commands))
        .route("/send", post(send::send))
        .route("/edit", post(send::edit))
        .route("/tap", post(send::tap))
        .route("/react", post(send::react))
        .route("/upload", post(upload::upload))
        .route("/web_app", post(web_app::open))
        .route("/block", post(people::block))
        .route("/groups", post(people::add_group))
        .route("/group_bot", post(people::group_bot))
        .route("/forum", post(people::forum))
        .route("/file/{file_id}", get(download))
        .route("/ws", get(ws::stream))
}

/// The place that a person means by a chat id.
fn place(world: &World, person: i64, chat: i64) -> Result<Place> {
    if !world.people.contains_key(&person) {
        return Err(Error::NotFound(format!("person {person}; see GET /client/people")));
    }
    let place = if chat < 0 { Place::Group(chat) } else { Place::Private { bot: chat, person } };
    match world.chat(place) {
        Some(_) => Ok(place),
        None => Err(Error::NotFound(format!("chat {chat} of person {person}; see GET /client/chats"))),
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = if matches!(self, Self::NotFound(_)) { StatusCode::NOT_FOUND } else { StatusCode::BAD_REQUEST };
        (status, Json(json!({"error": self.to_string()}))).into_response()
    }
}

/// The bytes and the MIME type of a file, by the playground's id or any bot's.
pub(crate) async fn file(server: &Server, file_id: &str) -> Result<(Bytes, String)> {
    let missing = || Error::NotFound(format!("file {file_id}"));
    let (content, mime) = server
        .read(|world| {
            let record = world.files.record(Files::key(file_id)?.1)?;
            Some((world.files.content(&record.hash), record.mime.clone()))
        })
        .ok_or_else(missing)?;
    let bytes = api::http::bytes(content).await.ok_or_else(missing)?;
    Ok((bytes, mime))
}

async fn download(State(server): State<Server>, Path(file_id): Path<String>) -> Result<Response> {
    let (bytes, mime) = file(&server, &file_id).await?;
    // A document may be HTML: it must never run as a page of this origin.
    let guards = [(header::CONTENT_SECURITY_POLICY, "sandbox"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    Ok((guards, [(header::CONTENT_TYPE, mime)], bytes).into_response())
}
