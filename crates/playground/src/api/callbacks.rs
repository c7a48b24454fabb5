//! `answerCallbackQuery`: once, and within 150 seconds of the tap.

use super::{Answer, Refusal, Request};
use crate::world::{CallbackAnswer, World};

/// `answerCallbackQuery`.
pub(super) fn answer(world: &mut World, request: &Request<'_>) -> Answer {
    let text = request.text("text").unwrap_or_default();
    let url = request.text("url").filter(|url| !url.is_empty());
    if url.is_some_and(|url| !url.starts_with("https://t.me/") && !url.starts_with("tg://")) {
        return Err(Refusal::bad("URL_INVALID"));
    }
    let answer =
        CallbackAnswer { text: text.to_owned(), show_alert: request.flag("show_alert"), url: url.map(str::to_owned) };
    if world.answer_tap(request.bot, request.text("callback_query_id").unwrap_or_default(), answer) {
        Ok(true.into())
    } else {
        Err(Refusal::bad("query is too old and response timeout expired or query ID is invalid"))
    }
}
