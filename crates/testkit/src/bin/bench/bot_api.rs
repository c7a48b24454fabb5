//! A Bot API that answers at once and remembers who was told what, and when.
//!
//! It is no Telegram (`crates/playground` is): it knows the few methods that the conversation needs, and whatever
//! else is called is noted as wrong, so that a run cannot quietly measure something else.

use std::{
    collections::{BTreeMap, HashMap},
    net::SocketAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
    time::Instant,
};

use anyhow::Result;
use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse as _, Response},
    routing::post,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::wire::{Parameters, STAFF_CHAT, bot_message, chat_of_query};

/// One call that answered a person.
#[derive(Debug)]
pub(crate) struct Call {
    /// Its method.
    pub method: String,
    /// When it came in.
    pub at: Instant,
    /// The message that it made or changed; none for the answer to a tap.
    pub message_id: Option<i64>,
    /// What it said.
    pub text: String,
    /// The labels of its buttons.
    pub buttons: String,
}

/// What a private chat has seen.
#[derive(Debug, Default)]
pub(crate) struct Chat {
    /// The bot's newest message, with its buttons, as Telegram would hand it back with a tap.
    pub screen: Value,
    /// Calls that nobody has looked at yet, cards apart.
    pub calls: Vec<Call>,
    /// Live cards: the number of the request, by the message that shows it.
    pub cards: BTreeMap<i64, i64>,
}

/// The Bot API of one bot.
#[derive(Clone, Debug)]
pub(crate) struct BotApi(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    chats: HashMap<i64, Mutex<Chat>>,
    /// In the staff's group: how many messages show the request with this number.
    staff: Mutex<BTreeMap<i64, usize>>,
    /// In the staff's group: the topics of requests; what is elsewhere, the board above all, is no card.
    topics: Mutex<BTreeMap<i64, i64>>,
    /// Calls that nobody expected.
    wrong: Mutex<Vec<String>>,
    next_id: AtomicI64,
    resident_cards: AtomicUsize,
    staff_cards: AtomicUsize,
}

impl BotApi {
    /// Serves `chats` from now on; returns where.
    pub(crate) async fn start(chats: impl Iterator<Item = i64>) -> Result<(Self, SocketAddr)> {
        let api = Self(Arc::new(Shared {
            chats: chats.map(|chat| (chat, Mutex::default())).collect(),
            staff: Mutex::default(),
            topics: Mutex::default(),
            wrong: Mutex::default(),
            next_id: AtomicI64::new(1),
            resident_cards: AtomicUsize::new(0),
            staff_cards: AtomicUsize::new(0),
        }));
        let router = Router::new().route("/{bot}/{method}", post(answer)).with_state(api.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let listener = axum::serve::ListenerExt::tap_io(listener, |stream| {
            let _ = stream.set_nodelay(true);
        });
        tokio::spawn(axum::serve(listener, router).into_future());
        Ok((api, address))
    }

    /// A number that was never given before: for messages and updates.
    pub(crate) fn next_id(&self) -> i64 {
        self.0.next_id.fetch_add(1, Ordering::Relaxed)
    }

    /// Looks at a chat, and may take its calls out.
    pub(crate) fn chat<T>(&self, chat: i64, look: impl FnOnce(&mut Chat) -> T) -> Option<T> {
        self.0.chats.get(&chat).map(|chat| look(&mut locked(chat)))
    }

    /// How many cards were drawn: for residents, for the staff.
    pub(crate) fn cards(&self) -> (usize, usize) {
        (self.0.resident_cards.load(Ordering::Relaxed), self.0.staff_cards.load(Ordering::Relaxed))
    }

    /// In the staff's group: how many messages show the request with this number.
    pub(crate) fn staff_cards_of(&self, number: i64) -> usize {
        locked(&self.0.staff).get(&number).copied().unwrap_or_default()
    }

    /// The first call that nobody expected.
    pub(crate) fn wrong(&self) -> Option<String> {
        locked(&self.0.wrong).first().cloned()
    }

    fn call(&self, method: &str, said: Parameters) -> Option<Value> {
        match method {
            "sendMessage" if said.chat_id == STAFF_CHAT => {
                let thread = said.message_thread_id.unwrap_or_default();
                if let Some(number) = locked(&self.0.topics).get(&thread) {
                    *locked(&self.0.staff).entry(*number).or_default() += 1;
                    self.0.staff_cards.fetch_add(1, Ordering::Relaxed);
                }
                Some(bot_message(self.next_id(), said.chat_id, &said))
            }
            "editMessageText" if said.chat_id == STAFF_CHAT => Some(bot_message(said.message_id?, said.chat_id, &said)),
            "createForumTopic" if said.chat_id == STAFF_CHAT => {
                let thread = self.next_id();
                if let Some(number) = number_in(&said.name) {
                    locked(&self.0.topics).insert(thread, number);
                }
                Some(json!({"message_thread_id": thread, "name": said.name, "icon_color": 7_322_096}))
            }
            "pinChatMessage" | "setMessageReaction" => Some(Value::Bool(true)),
            "sendMessage" | "editMessageText" => {
                let chat = self.0.chats.get(&said.chat_id)?;
                let message_id = if method == "sendMessage" { self.next_id() } else { said.message_id? };
                let message = bot_message(message_id, said.chat_id, &said);
                let mut chat = locked(chat);
                // Only a request that was filed has a number, so a card cannot be taken for an answer.
                if let Some(number) = number_in(&said.text) {
                    chat.cards.insert(message_id, number);
                    self.0.resident_cards.fetch_add(1, Ordering::Relaxed);
                } else {
                    chat.screen = message.clone();
                    let at = Instant::now();
                    let buttons = said.reply_markup.map(|markup| markup.to_string()).unwrap_or_default();
                    let (method, message_id) = (method.to_owned(), Some(message_id));
                    chat.calls.push(Call { method, at, message_id, text: said.text, buttons });
                }
                Some(message)
            }
            "answerCallbackQuery" => {
                let mut chat = locked(self.0.chats.get(&chat_of_query(&said.callback_query_id)?)?);
                let at = Instant::now();
                let method = method.to_owned();
                chat.calls.push(Call { method, at, message_id: None, text: said.text, buttons: String::new() });
                Some(Value::Bool(true))
            }
            _ => None,
        }
    }
}

async fn answer(State(api): State<BotApi>, Path((_, method)): Path<(String, String)>, body: Bytes) -> Response {
    let called = serde_json::from_slice(&body).ok().and_then(|said| api.call(&method, said));
    let (status, answer) = match called {
        Some(result) => (StatusCode::OK, json!({"ok": true, "result": result})),
        None => {
            locked(&api.0.wrong).push(format!("{method} {}", String::from_utf8_lossy(&body)));
            (
                StatusCode::BAD_REQUEST,
                json!({"ok": false, "error_code": 400, "description": "Bad Request: not expected"}),
            )
        }
    };
    (status, [(CONTENT_TYPE, "application/json")], answer.to_string()).into_response()
}

/// The number after the first `№`.
pub(crate) fn number_in(text: &str) -> Option<i64> {
    let rest = text.split_once('№')?.1;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// What it holds is whole between two statements, so a panic elsewhere does not spoil it.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
