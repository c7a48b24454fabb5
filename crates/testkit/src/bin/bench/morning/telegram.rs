//! A Bot API for any number of bots and chats, which answers at once and keeps what every chat shows, so that those who
//! play can wait for a message and tap its buttons.
//!
//! It is no Telegram (`crates/playground` is): whatever else is called than a desk needs is noted as wrong.

use std::{
    collections::{BTreeMap, HashMap},
    net::SocketAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use anyhow::{Context as _, Result};
use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse as _, Response},
    routing::post,
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::Notify, time::timeout};

use crate::{
    bot_api::number_in,
    wire::{self, Parameters},
};

/// How long anybody waits for what must come: a city takes its time when all of it writes at once.
const PATIENCE: Duration = Duration::from_secs(120);
/// What is only noted as done.
const SILENT: [&str; 9] = [
    "answerCallbackQuery",
    "deleteMessage",
    "pinChatMessage",
    "unpinChatMessage",
    "setMessageReaction",
    "sendChatAction",
    "editForumTopic",
    "closeForumTopic",
    "reopenForumTopic",
];

/// What is seen as one: a private chat, the topic of a request, or all the rest of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Room {
    /// The chat.
    pub chat: i64,
    /// The number of the request whose topic it is, or 0.
    pub number: i64,
}

#[derive(Debug, Default)]
struct Shown {
    /// As Telegram would hand them back with a tap, by their ids.
    messages: Mutex<BTreeMap<i64, Value>>,
    changed: Notify,
}

/// The Bot API of all bots.
#[derive(Clone, Debug)]
pub(super) struct Telegram(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    rooms: Mutex<HashMap<Room, Arc<Shown>>>,
    /// Which request the topic of a group is about, by group and topic.
    topics: Mutex<HashMap<(i64, i64), i64>>,
    /// Where a message is.
    places: Mutex<HashMap<i64, Room>>,
    wrong: Mutex<Vec<String>>,
    last_id: AtomicI64,
    calls: AtomicUsize,
}

impl Telegram {
    /// Serves from now on; returns where.
    pub(super) async fn start() -> Result<(Self, SocketAddr)> {
        let telegram = Self(Arc::default());
        let router = Router::new().route("/{bot}/{method}", post(answer)).with_state(telegram.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let listener = axum::serve::ListenerExt::tap_io(listener, |stream| {
            let _ = stream.set_nodelay(true);
        });
        tokio::spawn(axum::serve(listener, router).into_future());
        Ok((telegram, address))
    }

    /// A number that was never given before: for messages, topics and updates.
    pub(super) fn next_id(&self) -> i64 {
        self.0.last_id.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// How many calls there were.
    pub(super) fn calls(&self) -> usize {
        self.0.calls.load(Ordering::Relaxed)
    }

    /// The first call that nobody expected.
    pub(super) fn wrong(&self) -> Option<String> {
        locked(&self.0.wrong).first().cloned()
    }

    /// Waits until the newest message that `look` finds something in is in `room`; returns that.
    pub(super) async fn waits<T>(&self, room: Room, what: &str, look: impl Fn(&Value) -> Option<T>) -> Result<T> {
        let shown = self.room(room);
        let seen = async {
            loop {
                let changed = shown.changed.notified();
                tokio::pin!(changed);
                // From here on no change is missed.
                changed.as_mut().enable();
                if let Some(found) = locked(&shown.messages).values().rev().find_map(&look) {
                    return found;
                }
                changed.await;
            }
        };
        timeout(PATIENCE, seen).await.with_context(|| {
            let messages = locked(&shown.messages);
            format!("{room:?}: «{what}» did not come: {:#?}", messages.values().rev().take(4).collect::<Vec<_>>())
        })
    }

    fn room(&self, room: Room) -> Arc<Shown> {
        Arc::clone(locked(&self.0.rooms).entry(room).or_default())
    }

    fn call(&self, method: &str, said: Parameters) -> Option<Value> {
        self.0.calls.fetch_add(1, Ordering::Relaxed);
        match method {
            "createForumTopic" => {
                let thread = self.next_id();
                let number = number_in(&said.name).unwrap_or_default();
                locked(&self.0.topics).insert((said.chat_id, thread), number);
                Some(json!({"message_thread_id": thread, "name": said.name, "icon_color": 7_322_096}))
            }
            "sendMessage" => {
                let thread = said.message_thread_id;
                let number = thread.and_then(|thread| locked(&self.0.topics).get(&(said.chat_id, thread)).copied());
                let room = Room { chat: said.chat_id, number: number.unwrap_or_default() };
                let id = self.next_id();
                let mut message = wire::bot_message(id, said.chat_id, &said);
                if let Some(thread) = thread {
                    message["message_thread_id"] = thread.into();
                    message["is_topic_message"] = true.into();
                }
                locked(&self.0.places).insert(id, room);
                Some(self.show(room, id, message))
            }
            "editMessageText" => {
                let id = said.message_id?;
                let room = *locked(&self.0.places).get(&id)?;
                let mut message = wire::bot_message(id, said.chat_id, &said);
                if let Some(old) = locked(&self.room(room).messages).get(&id) {
                    for field in ["message_thread_id", "is_topic_message"] {
                        if let Some(kept) = old.get(field) {
                            message[field] = kept.clone();
                        }
                    }
                }
                Some(self.show(room, id, message))
            }
            "editMessageReplyMarkup" => {
                let id = said.message_id?;
                let room = *locked(&self.0.places).get(&id)?;
                let mut message = locked(&self.room(room).messages).get(&id)?.clone();
                message["reply_markup"] = said.reply_markup.unwrap_or_else(|| json!({"inline_keyboard": []}));
                Some(self.show(room, id, message))
            }
            silent if SILENT.contains(&silent) => Some(Value::Bool(true)),
            _ => None,
        }
    }

    fn show(&self, room: Room, id: i64, message: Value) -> Value {
        let shown = self.room(room);
        locked(&shown.messages).insert(id, message.clone());
        shown.changed.notify_waiters();
        message
    }
}

async fn answer(State(telegram): State<Telegram>, Path((_, method)): Path<(String, String)>, body: Bytes) -> Response {
    let called = serde_json::from_slice(&body).ok().and_then(|said| telegram.call(&method, said));
    let (status, answer) = match called {
        Some(result) => (StatusCode::OK, json!({"ok": true, "result": result})),
        None => {
            locked(&telegram.0.wrong).push(format!("{method} {}", String::from_utf8_lossy(&body)));
            let description = "Bad Request: not expected";
            (StatusCode::BAD_REQUEST, json!({"ok": false, "error_code": 400, "description": description}))
        }
    };
    (status, [(CONTENT_TYPE, "application/json")], answer.to_string()).into_response()
}

/// The callback data of the button whose label contains `label`.
pub(super) fn button<'a>(message: &'a Value, label: &str) -> Option<&'a str> {
    let rows = message["reply_markup"]["inline_keyboard"].as_array()?;
    let mut buttons = rows.iter().filter_map(Value::as_array).flatten();
    buttons.find(|button| button["text"].as_str().is_some_and(|text| text.contains(label)))?["callback_data"].as_str()
}

/// What it holds is whole between two statements, so a panic elsewhere does not spoil it.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
