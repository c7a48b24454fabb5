//! The people: each in a chat of their own, spread over a fixed number of kept-alive connections, one update of a
//! chat at a time, as Telegram delivers them.

use std::{
    collections::BTreeSet,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, StatusCode, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, task::JoinSet};

use crate::{
    bot_api::{BotApi, number_in},
    script::Step,
    wire,
};

/// Where updates go, and what Telegram proves itself with.
#[derive(Debug)]
pub(crate) struct Webhook {
    /// Kontora's address.
    pub address: SocketAddr,
    /// The webhook's secret.
    pub secret: String,
}

/// One HTTP/1.1 connection that is kept.
#[derive(Debug)]
pub(crate) struct Connection {
    sender: http1::SendRequest<Full<Bytes>>,
    webhook: Arc<Webhook>,
}

impl Connection {
    /// Opens it.
    pub(crate) async fn open(webhook: &Arc<Webhook>) -> Result<Self> {
        let stream = TcpStream::connect(webhook.address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender, webhook: Arc::clone(webhook) })
    }

    /// Whether the process says that it is ready.
    pub(crate) async fn ready(&mut self) -> Result<bool> {
        let request = Request::get("/health/ready").header(header::HOST, self.webhook.address.to_string());
        Ok(self.send(request.body(Full::default())?).await?.is_success())
    }

    async fn deliver(&mut self, update: Vec<u8>) -> Result<StatusCode> {
        let webhook = Arc::clone(&self.webhook);
        self.deliver_to(wire::BOT_ID, &webhook.secret, update).await
    }

    /// Hands an update to a bot, which Telegram proves itself to with `secret`.
    pub(crate) async fn deliver_to(&mut self, bot: i64, secret: &str, update: Vec<u8>) -> Result<StatusCode> {
        let request = Request::post(format!("/telegram/{bot}"))
            .header(header::HOST, self.webhook.address.to_string())
            .header(header::CONTENT_TYPE, "application/json")
            .header("x-telegram-bot-api-secret-token", secret)
            .body(Full::from(update))?;
        self.send(request).await
    }

    async fn send(&mut self, request: Request<Full<Bytes>>) -> Result<StatusCode> {
        self.sender.ready().await?;
        let response = self.sender.send_request(request).await?;
        let status = response.status();
        response.into_body().collect().await?;
        Ok(status)
    }
}

/// What one step of everybody took.
#[derive(Debug, Default)]
pub(crate) struct Played {
    /// From the first update to the last answer.
    pub wall: Duration,
    /// Each update, from its POST to its 200.
    pub webhook: Vec<Duration>,
    /// Each update, from its POST until the Bot API had its answer.
    pub answer: Vec<Duration>,
}

/// Everybody.
#[derive(Debug)]
pub(crate) struct Load {
    api: BotApi,
    lanes: Vec<Lane>,
}

/// One connection, and those who share it.
#[derive(Debug)]
struct Lane {
    connection: Connection,
    people: Vec<Person>,
}

#[derive(Debug)]
struct Person {
    chat: i64,
    /// What they filed: the message of the draft, and the number.
    filed: Vec<(i64, i64)>,
}

impl Load {
    /// Spreads `chats` over `connections` to `webhook`.
    pub(crate) async fn connect(api: &BotApi, webhook: Webhook, chats: &[i64], connections: usize) -> Result<Self> {
        let webhook = Arc::new(webhook);
        let mut lanes = vec![];
        for chats in chats.chunks(chats.len().div_ceil(connections.max(1)).max(1)) {
            let people = chats.iter().map(|chat| Person { chat: *chat, filed: vec![] }).collect();
            lanes.push(Lane { connection: Connection::open(&webhook).await?, people });
        }
        Ok(Self { api: api.clone(), lanes })
    }

    /// Everybody takes `step`, and has their answer checked.
    pub(crate) async fn play(&mut self, step: Step) -> Result<Played> {
        let begun = Instant::now();
        let mut playing = JoinSet::new();
        for mut lane in self.lanes.drain(..) {
            let api = self.api.clone();
            playing.spawn(async move {
                let mut played = Played::default();
                for person in &mut lane.people {
                    let (webhook, answer) = person.take(&api, &mut lane.connection, step).await?;
                    played.webhook.push(webhook);
                    played.answer.push(answer);
                }
                anyhow::Ok((lane, played))
            });
        }
        let mut all = Played::default();
        while let Some(done) = playing.join_next().await {
            let (lane, played) = done??;
            self.lanes.push(lane);
            all.webhook.extend(played.webhook);
            all.answer.extend(played.answer);
        }
        all.wall = begun.elapsed();
        if let Some(wrong) = self.api.wrong() {
            anyhow::bail!("the Bot API was called unexpectedly: {wrong}");
        }
        Ok(all)
    }

    /// How many requests were filed, all in all.
    pub(crate) fn filed(&self) -> usize {
        self.people().map(|person| person.filed.len()).sum()
    }

    /// Checks that each filed request has a number of its own, its card in the place of the draft, and one card in
    /// the staff's group.
    pub(crate) fn check_cards(&self) -> Result<()> {
        let mut numbers = BTreeSet::new();
        for person in self.people() {
            for (message, number) in &person.filed {
                ensure!(numbers.insert(*number), "№{number} was given twice");
                let shown = self.api.chat(person.chat, |chat| chat.cards.get(message).copied()).flatten();
                ensure!(
                    shown == Some(*number),
                    "chat {}: message {message} shows {shown:?}, not №{number}",
                    person.chat
                );
                let staff = self.api.staff_cards_of(*number);
                ensure!(staff == 1, "the staff's group has {staff} cards of №{number}");
            }
        }
        Ok(())
    }

    fn people(&self) -> impl Iterator<Item = &Person> {
        self.lanes.iter().flat_map(|lane| &lane.people)
    }
}

impl Person {
    /// Takes one step. Returns how long the webhook took, and how long the answer.
    async fn take(&mut self, api: &BotApi, connection: &mut Connection, step: Step) -> Result<(Duration, Duration)> {
        let chat = self.chat;
        let screen = api.chat(chat, |chat| chat.screen.clone()).context("a chat that nobody opened")?;
        let update = step.update(api.next_id(), chat, self.filed.len(), api.next_id(), &screen)?;
        let begun = Instant::now();
        let status = connection.deliver(update).await?;
        let webhook = begun.elapsed();
        let calls = api.chat(chat, |chat| std::mem::take(&mut chat.calls)).unwrap_or_default();
        ensure!(status == StatusCode::OK, "chat {chat}, {}: HTTP {status}, {calls:#?}", step.name());
        let answer =
            step.check(&calls, &screen).with_context(|| format!("chat {chat}, {}: {calls:#?}", step.name()))?;
        if step == Step::Submit {
            let message = screen["message_id"].as_i64().context("a draft without a message")?;
            self.filed.push((message, number_in(&answer.text).context("no number")?));
        }
        Ok((webhook, answer.at.saturating_duration_since(begun)))
    }
}
