//! Warnings about requests, each in one message per chat.

use dialogues::{lang_of, warnings::card};
use domain::{
    Result, TenantTx,
    ids::{BotId, RequestId},
    notifications::{self, Rule},
};

use super::{
    notices::{begin, commit, language_of},
    outbox::{Sent, Unsent},
};
use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
    telegram::CallError,
};

/// Which message shows a warning, and of which version of its request.
pub(super) struct Warned {
    request: RequestId,
    rule: Rule,
    chat_id: i64,
    message_id: i64,
    version: i32,
}

impl Warned {
    pub(super) async fn save(&self, tx: &mut TenantTx, bot: BotId) -> Result<()> {
        let at = (bot, self.chat_id);
        notifications::save_warning_message(tx, self.request, self.rule, at, self.message_id, self.version).await
    }
}

/// Shows a warning as it stands: in the message that shows it, or in a new one while there is something to do.
pub(super) async fn show(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    request: RequestId,
    rule: Rule,
) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let shown = notifications::warning_message(&mut tx, request, rule, bot.bot.id, chat_id).await?;
    let seen = notifications::warning(&mut tx, request, rule, bot.bot.id, chat_id).await?;
    let lang = if chat_id < 0 { lang_of(bot.org.language) } else { language_of(&mut tx, bot, chat_id).await? };
    commit(tx).await?;
    let screen = card(lang, &bot.org.time_zone, &seen);
    let to = Place { thread_id: seen.thread_id, ..Place::chat(chat_id) };
    let message_id = match shown {
        Some(message) => match present::edit(app, bot, chat_id, message, &screen).await {
            Ok(()) => message,
            // Somebody deleted it: what is settled needs no other.
            Err(CallError::MessageGone(_)) if !seen.is_open => return Ok(Sent::Plain),
            Err(CallError::MessageGone(_)) => present::send(app, bot, to, &screen).await?,
            Err(error) => return Err(error.into()),
        },
        // It settled itself before anybody was told.
        None if !seen.is_open => return Ok(Sent::Plain),
        None => present::send(app, bot, to, &screen).await?,
    };
    let version = seen.request.version;
    Ok(Sent::Warned(Warned { request, rule, chat_id, message_id, version }))
}
