//! The bot's own reactions: what was received, delivered, or reaches nobody. One takes the place of the other. A receipt
//! is no answer: its failure is not an error, and it costs neither a message nor a transaction.

use domain::notifications::Original;

use crate::{app::Shared, bots::Running, telegram::methods::SetMessageReaction};

/// It has been received, and is passed on.
pub(crate) const RECEIVED: &str = "👀";
/// It is done: the other side has it, or it is saved.
pub(crate) const DELIVERED: &str = "👌";
/// It reaches nobody.
pub(crate) const UNHEARD: &str = "💔";

/// Shows it on one message.
pub(crate) async fn show(app: &Shared, bot: &Running, chat_id: i64, message_id: i64, emoji: &str) {
    let reaction = SetMessageReaction { chat_id, message_id, reaction: Some(emoji.to_owned()) };
    if let Err(error) = app.telegram.call(&bot.token, &reaction).await {
        tracing::debug!(outcome = error.outcome(), "a receipt was not shown");
    }
}

/// Shows it on every message of this bot in which something was written.
pub(crate) async fn show_all(app: &Shared, bot: &Running, originals: &[Original], emoji: &str) {
    for original in originals.iter().filter(|original| original.bot == bot.bot.id) {
        show(app, bot, original.chat_id, original.message_id, emoji).await;
    }
}
