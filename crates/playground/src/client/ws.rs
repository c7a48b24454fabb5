//! The stream of a person's events.

use std::sync::Arc;

use axum::{
    extract::{
        Query, State, WebSocketUpgrade,
        ws::{Message, WebSocket},
    },
    response::Response,
};
use serde::Deserialize;
use tokio::sync::broadcast::{Receiver, error::RecvError};

use crate::{
    error::{Error, Result},
    server::Server,
    world::Event,
};

#[derive(Deserialize)]
pub(super) struct Who {
    person: i64,
}

pub(super) async fn stream(
    State(server): State<Server>,
    Query(who): Query<Who>,
    upgrade: WebSocketUpgrade,
) -> Result<Response> {
    let person = who.person;
    if !server.read(|world| world.people.contains_key(&person)) {
        return Err(Error::NotFound(format!("person {person}; see GET /client/people")));
    }
    // Before the handshake is answered, so that nothing after it is missed.
    let events = server.events();
    let watching = Watching::new(&server, person);
    Ok(upgrade.on_upgrade(move |socket| async move {
        forward(&watching, events, socket).await;
    }))
}

/// Counts a person's open streams for as long as it lives.
struct Watching {
    server: Server,
    person: i64,
}

impl Watching {
    fn new(server: &Server, person: i64) -> Self {
        server.change_quietly(|world| *world.watchers.entry(person).or_default() += 1);
        Self { server: server.clone(), person }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.server.change_quietly(|world| {
            if let Some(count) = world.watchers.get_mut(&self.person) {
                *count -= 1;
                if *count == 0 {
                    world.watchers.remove(&self.person);
                }
            }
        });
    }
}

/// Ends when the person goes, falls too far behind (the page then reloads all), or the playground stops.
async fn forward(watching: &Watching, mut events: Receiver<Arc<Event>>, mut socket: WebSocket) {
    let Watching { server, person } = watching;
    loop {
        tokio::select! {
            event = events.recv() => match event {
                Ok(event) if event.to != *person => {}
                Ok(event) => {
                    if socket.send(Message::Text(event.body.to_string().into())).await.is_err() {
                        return;
                    }
                }
                Err(RecvError::Lagged(_) | RecvError::Closed) => return,
            },
            received = socket.recv() => match received {
                // What the page sends here means nothing, but reading keeps pings answered.
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return,
            },
            () = server.stopping() => return,
        }
    }
}
