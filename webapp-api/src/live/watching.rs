//! One socket: who it is, what they missed, then what happens, until somebody leaves.
//!
//! Nothing is kept per socket but a place in the feed: news are read when the socket can take them, so a slow client
//! costs no memory, and one that takes nothing for [`PATIENCE`] is closed.

use std::{collections::BTreeSet, ops::ControlFlow, time::Duration};

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use chrono::SecondsFormat;
use domain::{
    OrgId,
    access::Actor,
    feed::{self, News},
    ids::{EventId, SessionId},
    sessions,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::time::{Instant, timeout};
use uuid::Uuid;

use super::{Out, Place, Ticket, join};
use crate::Api;

/// How long the first message may take.
const HELLO: Duration = Duration::from_secs(10);
/// How long a client may take nothing.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a silent connection is asked whether it is there, and how long it may stay silent.
const HEARTBEAT: Duration = Duration::from_secs(25);
const SILENCE: Duration = Duration::from_secs(60);
/// How far before the last event one looks again: a transaction may commit so much later than it wrote.
const OVERLAP_MILLIS: u64 = 40_000;
/// How many events are read at a time.
const BATCH: i64 = 100;

/// Why the server closes, for programs: 4000 and the HTTP status that it would be.
#[derive(Clone, Copy)]
enum Close {
    Malformed = 4400,
    Unauthenticated = 4401,
    Forbidden = 4403,
    NotFound = 4404,
    TooSlow = 4408,
    TooMany = 4429,
    Unavailable = 4503,
}

/// The first message of whoever has no ticket.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hello {
    r#type: HelloType,
    token: String,
    organization_id: Option<Uuid>,
    since: Option<Uuid>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum HelloType {
    Hello,
}

/// What the server says.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Said<'a> {
    /// From here on everything is told; `last_id` is where to go on from after a break.
    Ready { last_id: Uuid },
    /// Something happened.
    Event { id: Uuid, name: &'a str, at: String, data: &'a Value },
}

/// Who watches, and from where on.
struct Start {
    session: SessionId,
    org: OrgId,
    since: Option<EventId>,
}

/// How far a socket has come.
struct Told {
    last: EventId,
    /// Those within the overlap that were looked at.
    recent: BTreeSet<EventId>,
}

/// Serves a socket to its end.
pub(crate) async fn serve(mut socket: WebSocket, api: Api, ticket: Option<String>, since: Option<Uuid>) {
    let why = match watch(&mut socket, &api, ticket, since).await {
        Ok(()) => return, // the client has left
        Err(why) => why,
    };
    let reason = match why {
        Close::Malformed => "malformed",
        Close::Unauthenticated => "unauthenticated",
        Close::Forbidden => "forbidden",
        Close::NotFound => "not_found",
        Close::TooSlow => "too_slow",
        Close::TooMany => "too_many_connections",
        Close::Unavailable => "unavailable",
    };
    metrics::counter!("live_closed_total", "why" => reason).increment(1);
    let frame = CloseFrame { code: why as u16, reason: reason.into() };
    let _ = timeout(PATIENCE, socket.send(Message::Close(Some(frame)))).await;
}

async fn watch(socket: &mut WebSocket, api: &Api, ticket: Option<String>, since: Option<Uuid>) -> Result<(), Close> {
    let start = match ticket {
        Some(word) => {
            let ticket = Ticket::take(api, &word).await.map_err(|_| Close::Unavailable)?;
            let Ticket { session, org, .. } = ticket.ok_or(Close::Unauthenticated)?;
            Start { session, org, since: since.map(EventId) }
        }
        None => match timeout(HELLO, hello(socket, api)).await {
            Ok(start) => start?,
            Err(_) => return Err(Close::TooSlow),
        },
    };
    let actor = actor(api, &start).await?;
    let mut place = join(api, start.org, start.session, actor.member()).ok_or(Close::TooMany)?;
    // Who says no place to begin is told what happens from now on.
    let now = EventId(Uuid::new_v7(timestamp(api)));
    let mut told = Told { last: start.since.unwrap_or(now), recent: BTreeSet::new() };
    let resumed = start.since.is_some();
    if catch_up(socket, api, &start, &mut told, !resumed).await?.is_break() {
        return Ok(());
    }
    if say(socket, &Said::Ready { last_id: told.last.0 }).await?.is_break() {
        return Ok(());
    }
    follow(socket, api, &start, &mut told, &mut place).await
}

async fn follow(
    socket: &mut WebSocket,
    api: &Api,
    start: &Start,
    told: &mut Told,
    place: &mut Place,
) -> Result<(), Close> {
    let mut heartbeat = tokio::time::interval(HEARTBEAT);
    heartbeat.reset();
    let mut heard = Instant::now();
    loop {
        let went_on = tokio::select! {
            () = place.wake.notified() => catch_up(socket, api, start, told, false).await?,
            changed = place.out.changed() => {
                return Err(match (changed, *place.out.borrow()) {
                    (Ok(()), Some(Out::Org)) => Close::Forbidden,
                    _ => Close::Unauthenticated,
                });
            }
            message = socket.recv() => match message {
                Some(Ok(Message::Close(_)) | Err(_)) | None => ControlFlow::Break(()),
                // Only its being there counts: nothing is asked for on an open socket.
                Some(Ok(_)) => {
                    heard = Instant::now();
                    ControlFlow::Continue(())
                }
            },
            _ = heartbeat.tick() => {
                if heard.elapsed() > SILENCE {
                    return Err(Close::TooSlow);
                }
                send(socket, Message::Ping(Vec::new().into())).await?
            }
        };
        if went_on.is_break() {
            return Ok(());
        }
    }
}

/// Reads the first message.
async fn hello(socket: &mut WebSocket, api: &Api) -> Result<Start, Close> {
    loop {
        let text = match socket.recv().await {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
            _ => return Err(Close::Malformed),
        };
        let hello: Hello = serde_json::from_str(text.as_str()).map_err(|_| Close::Malformed)?;
        let HelloType::Hello = hello.r#type;
        let now = api.db.source().now();
        let claims = api.tokens.read(&hello.token, now).ok_or(Close::Unauthenticated)?;
        let org = hello.organization_id.map(OrgId).or(claims.org).ok_or(Close::Malformed)?;
        // A program has webhooks instead.
        let session = claims.sid.filter(|_| claims.client_id.is_none()).ok_or(Close::Unauthenticated)?;
        return Ok(Start { session, org, since: hello.since.map(EventId) });
    }
}

/// Who watches, with the rights of this moment.
async fn actor(api: &Api, start: &Start) -> Result<Actor, Close> {
    let read = async {
        let mut tx = api.db.tenant(start.org).await?;
        let caller = sessions::caller(&mut tx, start.session).await?;
        if caller.is_some() {
            return Ok::<_, domain::Error>(Ok(caller.map(|caller| caller.actor)));
        }
        drop(tx);
        let mut tx = api.db.system().await?;
        let of = sessions::Watched { session: start.session, org: start.org };
        let open = sessions::standing(&mut tx, &[of]).await?.iter().any(|it| it.open);
        tx.commit().await?;
        Ok(Err(if open { Close::NotFound } else { Close::Unauthenticated }))
    };
    match read.await {
        Ok(Ok(Some(actor))) => Ok(actor),
        Ok(Ok(None)) => Err(Close::Unauthenticated),
        Ok(Err(close)) => Err(close),
        Err(_) => Err(Close::Unavailable),
    }
}

/// Tells everything that has happened and was not told. `quietly` looks without telling: where a watcher begins.
async fn catch_up(
    socket: &mut WebSocket,
    api: &Api,
    start: &Start,
    told: &mut Told,
    quietly: bool,
) -> Result<ControlFlow<()>, Close> {
    let mut from = before(told.last);
    loop {
        let read = async {
            let mut tx = api.db.tenant(start.org).await?;
            let Some(caller) = sessions::caller(&mut tx, start.session).await? else { return Ok(None) };
            feed::since(&mut tx, &caller.actor, from, &told.recent, BATCH).await.map(Some)
        };
        let batch = match read.await {
            Ok(Some(batch)) => batch,
            Ok(None) => return Err(Close::Unauthenticated),
            Err(domain::Error::Forbidden(_)) => return Err(Close::Forbidden),
            Err(error) => {
                tracing::warn!(%error, "a watcher could not be told");
                return Err(Close::Unavailable);
            }
        };
        for news in &batch.news {
            if !quietly && tell(socket, news).await?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        told.recent.extend(&batch.looked_at);
        let Some(last) = batch.looked_at.last().copied() else { break };
        told.last = told.last.max(last);
        from = last;
        if !batch.more {
            break;
        }
    }
    let low = before(told.last);
    told.recent = told.recent.split_off(&low);
    Ok(ControlFlow::Continue(()))
}

async fn tell(socket: &mut WebSocket, news: &News) -> Result<ControlFlow<()>, Close> {
    let at = news.at.to_rfc3339_opts(SecondsFormat::Millis, true);
    say(socket, &Said::Event { id: news.id.0, name: news.name, at, data: &news.data }).await
}

async fn say(socket: &mut WebSocket, said: &Said<'_>) -> Result<ControlFlow<()>, Close> {
    let json = serde_json::to_string(&json!(said)).map_err(|_| Close::Unavailable)?;
    send(socket, Message::Text(json.into())).await
}

async fn send(socket: &mut WebSocket, message: Message) -> Result<ControlFlow<()>, Close> {
    match timeout(PATIENCE, socket.send(message)).await {
        Ok(Ok(())) => Ok(ControlFlow::Continue(())),
        Ok(Err(_)) => Ok(ControlFlow::Break(())),
        Err(_) => Err(Close::TooSlow),
    }
}

/// The smallest id of the moment that lies the overlap before this one. An id is a UUIDv7: its first 48 bits are
/// milliseconds.
fn before(id: EventId) -> EventId {
    let millis = (id.0.as_u128() >> 80) as u64;
    EventId(Uuid::from_u128(u128::from(millis.saturating_sub(OVERLAP_MILLIS)) << 80))
}

fn timestamp(api: &Api) -> uuid::Timestamp {
    let now = api.db.source().now();
    let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
    uuid::Timestamp::from_unix(uuid::NoContext, seconds, now.timestamp_subsec_nanos())
}
