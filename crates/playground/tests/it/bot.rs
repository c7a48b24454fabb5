//! A bot for the tests: it calls methods over HTTP and has a webhook whose requests the test takes
//! and answers one by one.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

use anyhow::{Context, Result};
use axum::{Router, body::Bytes, extract::State, http::HeaderMap, response::IntoResponse};
use playground::{BotAccount, NewPerson, Options, Person, Playground};
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};

/// A playground for a test: retries come in milliseconds.
pub async fn playground() -> Result<Playground> {
    Ok(Playground::start(options()).await?)
}

pub fn options() -> Options {
    Options { retry_unit: std::time::Duration::from_millis(1), ..Options::default() }
}

pub fn person(playground: &Playground, name: &str) -> Person {
    playground.add_person(NewPerson {
        first_name: name.to_owned(),
        language_code: Some("ru".to_owned()),
        ..NewPerson::default()
    })
}

/// A bot that calls methods.
#[derive(Clone)]
pub struct Bot {
    pub account: BotAccount,
    base: String,
    http: reqwest::Client,
}

impl Bot {
    pub fn new(playground: &Playground) -> Result<Self> {
        Self::named(playground, "kontora_bot")
    }

    pub fn named(playground: &Playground, username: &str) -> Result<Self> {
        let account = playground.add_bot(username, "Kontora");
        let http = reqwest::Client::builder().no_proxy().build()?;
        Ok(Self { base: playground.url().to_owned(), account, http })
    }

    pub fn address(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.base, self.account.token)
    }

    pub fn http(&self) -> &reqwest::Client {
        &self.http
    }

    /// The whole answer of a method.
    pub async fn answer(&self, method: &str, params: Value) -> Result<Value> {
        Ok(self.http.post(self.address(method)).json(&params).send().await?.json().await?)
    }

    /// The result of a method that must succeed.
    pub async fn call(&self, method: &str, params: Value) -> Result<Value> {
        let answer = self.answer(method, params).await?;
        anyhow::ensure!(answer["ok"] == true, "{method}: {answer}");
        Ok(answer["result"].clone())
    }

    /// The description of a refusal, with its code: `400 chat not found`.
    pub async fn refusal(&self, method: &str, params: Value) -> Result<String> {
        let answer = self.answer(method, params).await?;
        anyhow::ensure!(answer["ok"] == false, "{method} was not refused: {answer}");
        let words = answer["description"].as_str().unwrap_or_default();
        Ok(format!("{} {}", answer["error_code"], words.trim_start_matches("Bad Request: ")))
    }

    pub async fn says(&self, chat: i64, text: &str) -> Result<Value> {
        self.call("sendMessage", json!({"chat_id": chat, "text": text})).await
    }

    pub async fn multipart(&self, method: &str, form: reqwest::multipart::Form) -> Result<Value> {
        Ok(self.http.post(self.address(method)).multipart(form).send().await?.json().await?)
    }
}

/// One request to the webhook, which waits until the test answers it.
pub struct Delivery {
    pub update: Value,
    pub secret: Option<String>,
    answer: oneshot::Sender<(u16, Option<String>, String)>,
}

impl Delivery {
    pub fn accept(self) {
        self.respond(200, None, "");
    }

    pub fn fail(self, status: u16) {
        self.respond(status, None, "");
    }

    pub fn respond(self, status: u16, retry_after: Option<&str>, body: &str) {
        // The playground may have given up; then nobody reads the answer.
        let _ = self.answer.send((status, retry_after.map(str::to_owned), body.to_owned()));
    }

    pub fn id(&self) -> i64 {
        self.update["update_id"].as_i64().unwrap_or_default()
    }

    pub fn text(&self) -> &str {
        self.update["message"]["text"].as_str().unwrap_or_default()
    }
}

/// A webhook of a bot.
pub struct Hook {
    pub url: String,
    incoming: mpsc::UnboundedReceiver<Delivery>,
    /// Requests that are open now, and the most there ever were.
    pub open: Arc<AtomicUsize>,
    pub most: Arc<AtomicUsize>,
}

#[derive(Clone)]
struct Shared {
    incoming: mpsc::UnboundedSender<Delivery>,
    open: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

impl Hook {
    pub async fn listen() -> Result<Self> {
        let (sender, incoming) = mpsc::unbounded_channel();
        let (open, most) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let shared = Shared { incoming: sender, open: Arc::clone(&open), most: Arc::clone(&most) };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/hook", listener.local_addr()?);
        let router = Router::new().fallback(receive).with_state(shared);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { url, incoming, open, most })
    }

    /// A bot whose webhook this is.
    pub async fn of(bot: &Bot, more: Value) -> Result<Self> {
        let hook = Self::listen().await?;
        hook.set(bot, more).await?;
        Ok(hook)
    }

    pub async fn set(&self, bot: &Bot, more: Value) -> Result<()> {
        let mut params = json!({"url": self.url});
        for (key, value) in more.as_object().into_iter().flatten() {
            params[key] = value.clone();
        }
        bot.call("setWebhook", params).await?;
        Ok(())
    }

    pub async fn next(&mut self) -> Result<Delivery> {
        let next = tokio::time::timeout(std::time::Duration::from_secs(10), self.incoming.recv());
        next.await.context("no update came")?.context("the webhook is gone")
    }

    /// Takes and accepts the next update.
    pub async fn take(&mut self) -> Result<Value> {
        let delivery = self.next().await?;
        let update = delivery.update.clone();
        delivery.accept();
        Ok(update)
    }

    /// Whether a request is waiting for the test.
    pub fn is_idle(&self) -> bool {
        self.incoming.is_empty()
    }

    /// Accepts everything from now on and keeps the updates.
    pub fn accept_all(mut self) -> Arc<Mutex<Vec<Value>>> {
        let updates = Arc::<Mutex<Vec<Value>>>::default();
        let kept = Arc::clone(&updates);
        tokio::spawn(async move {
            while let Some(delivery) = self.incoming.recv().await {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(delivery.update.clone());
                delivery.accept();
            }
        });
        updates
    }
}

async fn receive(State(shared): State<Shared>, headers: HeaderMap, body: Bytes) -> axum::response::Response {
    let open = shared.open.fetch_add(1, Ordering::SeqCst) + 1;
    shared.most.fetch_max(open, Ordering::SeqCst);
    let secret =
        headers.get("x-telegram-bot-api-secret-token").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let update = serde_json::from_slice(&body).unwrap_or(Value::Null);
    let (answer, answered) = oneshot::channel();
    let response = match shared.incoming.send(Delivery { update, secret, answer }) {
        Ok(()) => answered.await.unwrap_or((500, None, String::new())),
        Err(_) => (500, None, String::new()),
    };
    shared.open.fetch_sub(1, Ordering::SeqCst);
    let (status, retry_after, body) = response;
    let status = axum::http::StatusCode::from_u16(status).unwrap_or(axum::http::StatusCode::INTERNAL_SERVER_ERROR);
    match retry_after {
        Some(seconds) => (status, [("retry-after", seconds)], body).into_response(),
        None => (status, body).into_response(),
    }
}
