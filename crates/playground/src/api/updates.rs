//! How a bot is told: `setWebhook`, `deleteWebhook`, `getWebhookInfo` and long polling.

use std::{sync::Arc, time::Duration};

use serde_json::{Value, json};
use tokio::{sync::Semaphore, time::Instant};

use super::{Answer, Refusal, Request, markup::is_loopback};
use crate::{
    schema::Schema,
    server::Server,
    world::{Bot, Webhook, World},
};

/// Telegram ends a long poll after this many seconds, whatever was asked for.
const LONGEST_POLL: i64 = 50;

/// `setWebhook`. Real webhooks are HTTPS on four ports; here they are plain HTTP on loopback.
pub(super) fn set_webhook(world: &mut World, request: &Request<'_>) -> Answer {
    let url = request.text("url").unwrap_or_default();
    if url.is_empty() {
        return delete_webhook(world, request);
    }
    let parsed = url::Url::parse(url).map_err(|_| Refusal::bad("bad webhook: invalid URL"))?;
    if parsed.scheme() != "http" || !is_loopback(&parsed) {
        return Err(Refusal::bad("bad webhook: the playground posts to http:// addresses on loopback only"));
    }
    let secret = request.text("secret_token");
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if secret.is_some_and(|secret| !secret.chars().all(is_allowed)) {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    let max_connections = request.int("max_connections").unwrap_or(40);
    if !(1..=100).contains(&max_connections) {
        return Err(Refusal::bad("max_connections must be 1-100"));
    }
    let max_connections = usize::try_from(max_connections).unwrap_or(40);
    let allowed = allowed_updates(request)?;
    let account = world.bots.get_mut(&request.bot).ok_or_else(Refusal::unauthorized)?;
    if request.flag("drop_pending_updates") {
        account.pending.clear();
        account.forget_all();
    }
    if let Some(allowed) = allowed {
        account.allowed_updates = allowed;
    }
    let was_set = account.webhook.is_some();
    let connections = account.webhook.as_ref().map(|hook| hook.max_connections);
    if connections != Some(max_connections) {
        account.connections.permits = Arc::new(Semaphore::new(max_connections));
    }
    account.webhook =
        Some(Webhook { url: url.to_owned(), secret: secret.map(str::to_owned), max_connections, last_error: None });
    account.connections.changed.send_modify(|version| *version += 1);
    if !was_set {
        world.fill_queues(request.bot);
    }
    Ok(true.into())
}

/// `deleteWebhook`; what is pending waits for long polling.
pub(super) fn delete_webhook(world: &mut World, request: &Request<'_>) -> Answer {
    let account = world.bots.get_mut(&request.bot).ok_or_else(Refusal::unauthorized)?;
    account.webhook = None;
    account.connections.changed.send_modify(|version| *version += 1);
    if request.flag("drop_pending_updates") {
        account.forget_all();
    }
    world.empty_queues(request.bot);
    Ok(true.into())
}

/// `getWebhookInfo`.
pub(super) fn webhook_info(world: &mut World, request: &Request<'_>) -> Answer {
    let now = world.now();
    let account = world.bots.get_mut(&request.bot).ok_or_else(Refusal::unauthorized)?;
    account.expire(now);
    let mut info = json!({
        "url": account.webhook.as_ref().map_or("", |hook| &hook.url),
        "has_custom_certificate": false,
        "pending_update_count": account.pending.len(),
    });
    if let Some(hook) = &account.webhook {
        info["max_connections"] = hook.max_connections.into();
        info["ip_address"] = "127.0.0.1".into();
        if let Some((date, why)) = &hook.last_error {
            info["last_error_date"] = (*date).into();
            info["last_error_message"] = why.clone().into();
        }
    }
    if !account.allowed_updates.is_empty() {
        info["allowed_updates"] = account.allowed_updates.clone().into();
    }
    Ok(info)
}

/// `allowed_updates`: `None` keeps the previous, empty is the default set. Unknown kinds, which Telegram ignores, are
/// refused.
fn allowed_updates(request: &Request<'_>) -> Result<Option<Vec<String>>, Refusal> {
    let Some(list) = request.get("allowed_updates").and_then(Value::as_array) else { return Ok(None) };
    let known = Schema::get().ok().and_then(|schema| schema.shape("Update")).ok_or_else(Refusal::internal)?;
    let kinds: Vec<String> = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    match kinds.iter().find(|kind| *kind == "update_id" || known.field(kind).is_none()) {
        Some(kind) => Err(Refusal::bad(format!("unknown kind of update \"{kind}\" in allowed_updates"))),
        None => Ok(Some(kinds)),
    }
}

/// `getUpdates`: waits up to `timeout` seconds for the first update. A newer call of the same bot ends an older one.
pub(super) async fn get(server: &Server, request: &Request<'_>) -> Answer {
    let allowed = allowed_updates(request)?;
    let limit = usize::try_from(request.int("limit").unwrap_or(100)).unwrap_or(100);
    let timeout = request.int("timeout").unwrap_or(0).clamp(0, LONGEST_POLL);
    let deadline = Instant::now() + Duration::from_secs(timeout.unsigned_abs());
    let mut changes = server.changes();
    let number = server.change(|world| {
        let now = world.now();
        let account = waiting_for_poll(world, request.bot)?;
        if let Some(allowed) = allowed {
            account.allowed_updates = allowed;
        }
        account.poll += 1;
        account.expire(now);
        match request.int("offset") {
            Some(offset) if offset < 0 => account.forget_but_last(usize::try_from(-offset).unwrap_or(0)),
            Some(offset) => account.confirm_below(offset),
            None => {}
        }
        Ok::<_, Refusal>(account.poll)
    })?;
    loop {
        changes.mark_unchanged();
        let found = server.change_quietly(|world| {
            let account = waiting_for_poll(world, request.bot)?;
            if account.poll != number {
                return Err(Refusal::conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running",
                ));
            }
            Ok(take(account, limit))
        })?;
        if !found.is_empty() {
            server.touch();
            return Ok(Value::Array(found));
        }
        let ended = tokio::select! {
            changed = changes.changed() => changed.is_err(),
            () = tokio::time::sleep_until(deadline) => true,
            () = server.stopping() => true,
        };
        if ended {
            return Ok(json!([]));
        }
    }
}

fn waiting_for_poll(world: &mut World, bot: i64) -> Result<&mut Bot, Refusal> {
    let account = world.bots.get_mut(&bot).ok_or_else(Refusal::unauthorized)?;
    if account.webhook.is_some() {
        return Err(Refusal::conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        ));
    }
    Ok(account)
}

fn take(account: &mut Bot, limit: usize) -> Vec<Value> {
    let held: Vec<i64> = account.faults.held.iter().map(|update| update.id).collect();
    let replays = account.replays.len().min(limit);
    let mut out: Vec<Value> = account.replays.drain(..replays).map(|update| update.body.clone()).collect();
    let rest = limit - out.len();
    out.extend(
        account
            .pending
            .values()
            .filter(|update| !held.contains(&update.id))
            .take(rest)
            .map(|update| update.body.clone()),
    );
    out
}
