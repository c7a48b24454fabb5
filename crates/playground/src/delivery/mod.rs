//! Updates on their way to a bot's webhook. One task per queue that has something to deliver: it
//! posts one update at a time, keeps it first in the queue until a 2xx confirms it, and ends when
//! the queue is empty. All queues of a bot share `max_connections` permits.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use rand::RngExt;
use serde_json::Value;

use crate::{
    api,
    error::{Error, Result},
    server::Server,
    world::{Queue, Update, Webhook, World},
};

/// Telegram's header that carries `secret_token`.
const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";
/// `Retry-After` is obeyed up to an hour.
const LONGEST_RETRY_AFTER: u64 = 3600;

/// What became of one request.
enum Outcome {
    Confirmed {
        body: Bytes,
    },
    Failed {
        why: String,
        /// In seconds of Telegram, when the webhook asked for it.
        retry_after: Option<u64>,
    },
}

/// Delivers a queue until it is empty.
pub(crate) async fn run_lane(server: Server, bot: i64, queue: Queue) {
    let mut failures: u32 = 0;
    loop {
        if server.is_stopping() {
            return;
        }
        let Some((update, hook, permits, mut changed)) = server.change_quietly(|world| take(world, bot, queue)) else {
            // What was too old has been dropped: the bot may be settled now.
            return server.touch();
        };
        let outcome = {
            // The semaphore is never closed, so the permit is only missing if it were.
            let _permit = permits.acquire_owned().await.ok();
            tokio::select! {
                outcome = post(&server, &hook, update.body.to_string().into()) => outcome,
                () = server.stopping() => return,
            }
        };
        match outcome {
            Outcome::Confirmed { body } => {
                failures = 0;
                carry_out(&server, bot, &body).await;
                server.change(|world| world.delivered(bot, &update));
            }
            Outcome::Failed { why, retry_after } => {
                tracing::debug!(bot, update = update.id, why, "delivery failed");
                server.change(|world| world.not_delivered(bot, &update, why));
                failures = failures.saturating_add(1);
                let pause = pause(failures, retry_after, server.options().retry_unit);
                tokio::select! {
                    () = tokio::time::sleep(pause) => {}
                    _ = changed.changed() => failures = 0,
                    () = server.stopping() => return,
                }
            }
        }
    }
}

type Taken = (Arc<Update>, Webhook, Arc<tokio::sync::Semaphore>, tokio::sync::watch::Receiver<u64>);

fn take(world: &mut World, bot: i64, queue: Queue) -> Option<Taken> {
    let update = world.take_from_lane(bot, queue)?;
    let account = world.bots.get(&bot)?;
    let hook = account.webhook.clone()?;
    Some((update, hook, Arc::clone(&account.connections.permits), account.connections.changed.subscribe()))
}

/// The first retry comes at once, then 1, 2, 4 … units up to a random cap of 60–120.
fn pause(failures: u32, retry_after: Option<u64>, unit: Duration) -> Duration {
    if let Some(seconds) = retry_after {
        return unit.saturating_mul(u32::try_from(seconds.min(LONGEST_RETRY_AFTER)).unwrap_or(u32::MAX));
    }
    let cap = rand::rng().random_range(60..=120);
    match failures {
        0 | 1 => Duration::ZERO,
        n => unit.saturating_mul(2_u32.saturating_pow(n - 2).min(cap)),
    }
}

async fn post(server: &Server, hook: &Webhook, body: Bytes) -> Outcome {
    match send(server, hook, body).await {
        Ok(response) => {
            let status = response.status();
            if status.is_success() {
                // A body that cannot be read is like an empty one: the 2xx has confirmed.
                return Outcome::Confirmed { body: response.bytes().await.unwrap_or_default() };
            }
            let retry_after = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
            Outcome::Failed { why: format!("Wrong response from the webhook: {status}"), retry_after }
        }
        Err(error) => Outcome::Failed { why: error.to_string(), retry_after: None },
    }
}

async fn send(server: &Server, hook: &Webhook, body: Bytes) -> reqwest::Result<reqwest::Response> {
    let mut request = server
        .http()
        .post(&hook.url)
        .timeout(server.options().read_timeout)
        .header("content-type", "application/json")
        .body(body);
    if let Some(secret) = &hook.secret {
        request = request.header(SECRET_HEADER, secret);
    }
    request.send().await
}

/// The body of a 2xx may hold one call of a method; what it answers is never seen by the bot.
async fn carry_out(server: &Server, bot: i64, body: &[u8]) {
    let Ok(Value::Object(mut call)) = serde_json::from_slice(body) else { return };
    let Some(Value::String(method)) = call.remove("method") else { return };
    let lower = method.to_lowercase();
    if lower.starts_with("get") || ["setwebhook", "deletewebhook", "close", "logout"].contains(&lower.as_str()) {
        return;
    }
    api::call(server, bot, &method, call, Default::default()).await;
}

impl Server {
    /// Posts any body to a bot's webhook; returns the HTTP status.
    pub(crate) async fn deliver_raw(&self, bot: i64, body: Bytes) -> Result<u16> {
        let hook = self
            .read(|world| world.bots.get(&bot).and_then(|bot| bot.webhook.clone()))
            .ok_or_else(|| Error::NotFound("a webhook to post to".to_owned()))?;
        Ok(send(self, &hook, body).await?.status().as_u16())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_cap() {
        let second = Duration::from_secs(1);
        let pauses: Vec<u64> = (1..=6).map(|n| pause(n, None, second).as_secs()).collect();
        assert_eq!(pauses, [0, 1, 2, 4, 8, 16]);
        for failures in [9, 40, u32::MAX] {
            assert!((60..=120).contains(&pause(failures, None, second).as_secs()));
        }
        assert_eq!(pause(1, Some(7), second).as_secs(), 7);
        assert_eq!(pause(1, Some(9999), second).as_secs(), 3600);
    }
}
