//! The way in: `POST /telegram/{bot_id}`. The 200 is given when the work is done, so Telegram itself is the durable
//! queue (`docs/adr/0001`).

use std::time::Instant;

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse as _, Response},
};
use secrecy::ExposeSecret as _;
use subtle::ConstantTimeEq as _;

use crate::{
    app::App,
    bots::Running,
    dispatch::dispatch,
    outcome::Again,
    telegram::{Update, UpdateKind},
};

/// The largest update that is taken, in bytes. Telegram's own are far smaller.
pub const BODY_MAX: usize = 4 << 20;

/// The header with the webhook's secret (Bot API, `setWebhook`).
const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";

/// 401 wrong secret, 404 unknown bot, 400 no update, 503 not now (Telegram tries again), 200 done.
pub async fn receive(State(app): State<App>, Path(bot_id): Path<i64>, headers: HeaderMap, body: Bytes) -> Response {
    let bot = match app.bots.by_telegram_id(&app.db, &app.keys, bot_id).await {
        Ok(Some(bot)) => bot,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(bot = bot_id, %error, "a bot could not be read");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let given = headers.get(SECRET_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    if !bool::from(given.ct_eq(bot.bot.webhook_secret.expose_secret().as_bytes())) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let update = match Update::decode(&body) {
        Ok(update) => update,
        Err(error) => {
            tracing::warn!(bot = bot_id, %error, "an update could not be read");
            return StatusCode::BAD_REQUEST.into_response();
        }
    };
    // Telegram hangs up after a while; the work goes on to its end all the same, once.
    let work = tokio::spawn(async move { handle(&app, &bot, &update).await });
    match work.await {
        Ok(Ok(())) => StatusCode::OK.into_response(),
        Ok(Err(Again::Wait(seconds))) => {
            (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, HeaderValue::from(seconds))]).into_response()
        }
        Ok(Err(Again::Unavailable(_))) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(error) => {
            tracing::error!(bot = bot_id, %error, "an update's handling ended abnormally");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Handles one update and counts it.
pub async fn handle(app: &App, bot: &Running, update: &Update) -> Result<(), Again> {
    let began = Instant::now();
    let done = dispatch(app, bot, update).await;
    let kind = kind(&update.kind);
    metrics::counter!("updates_total", "kind" => kind, "outcome" => if done.is_ok() { "done" } else { "refused" })
        .increment(1);
    metrics::histogram!("update_seconds", "kind" => kind).record(began.elapsed().as_secs_f64());
    match &done {
        Ok(()) => tracing::debug!(update = update.update_id, org = %bot.bot.org, kind, "done"),
        Err(error) => tracing::warn!(update = update.update_id, org = %bot.bot.org, kind, %error, "refused"),
    }
    done
}

fn kind(kind: &UpdateKind) -> &'static str {
    match kind {
        UpdateKind::Message(_) => "message",
        UpdateKind::EditedMessage(_) => "edited_message",
        UpdateKind::CallbackQuery(_) => "callback_query",
        UpdateKind::MyChatMember(_) => "my_chat_member",
        UpdateKind::ChatMember(_) => "chat_member",
        UpdateKind::ChatJoinRequest(_) => "chat_join_request",
        UpdateKind::MessageReaction(_) => "message_reaction",
        UpdateKind::Other(_) => "other",
    }
}
