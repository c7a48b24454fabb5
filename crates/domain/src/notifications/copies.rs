//! The copies of a comment: the messages by which the bot shows it on the other side.

use super::{
    model::{Class, Delivery},
    store,
};
use crate::{
    Result, TenantTx,
    ids::{BotId, CommentId},
};

/// What a copy shows of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum CopyPart {
    /// Who says it, and what.
    Words,
    /// One of its files.
    File,
    /// The point of the map.
    Point,
}

/// A message by which the bot shows a comment, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The message.
    pub message_id: i64,
    /// What it shows.
    pub part: CopyPart,
    /// Which of the files, from 0.
    pub position: Option<i16>,
    /// The file that it carries, by what is the same for the same bytes.
    pub file: Option<String>,
    /// Hash of the words that it shows.
    pub shown: Option<Vec<u8>>,
}

/// A message in which a comment, or a part of its album, was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Original {
    /// The bot that heard it.
    pub bot: BotId,
    /// The chat.
    pub chat_id: i64,
    /// The message.
    pub message_id: i64,
}

/// The copies in this chat.
pub async fn copies(tx: &mut TenantTx, comment: CommentId, bot: BotId, chat_id: i64) -> Result<Vec<Copied>> {
    store::copies(tx, comment, bot, chat_id).await
}

/// Writes down what a message shows; the one that showed the same before is forgotten.
pub async fn save_copy(tx: &mut TenantTx, comment: CommentId, bot: BotId, chat_id: i64, copied: &Copied) -> Result<()> {
    store::save_copy(tx, comment, bot, chat_id, copied).await
}

/// The copies in this chat are gone.
pub async fn forget_copies(tx: &mut TenantTx, comment: CommentId, bot: BotId, chat_id: i64) -> Result<()> {
    store::forget_copies(tx, comment, bot, chat_id).await
}

/// The messages in which it was written; none for the pages.
pub async fn originals(tx: &mut TenantTx, comment: CommentId) -> Result<Vec<Original>> {
    store::originals(tx, comment).await
}

/// The message of this chat that says the comment, as it was written or as a copy: what a reply to it answers.
pub async fn message_of(tx: &mut TenantTx, comment: CommentId, bot: BotId, chat_id: i64) -> Result<Option<i64>> {
    store::message_of(tx, comment, bot, chat_id).await
}

/// More of an album came in when its beginning may have been passed on: the copies are looked at.
pub async fn refresh_copies(tx: &mut TenantTx, comment: CommentId) -> Result<()> {
    for (bot, chat_id) in store::chats_of_copies(tx, comment).await? {
        let delivery = Delivery::CommentChanged { comment };
        store::enqueue(tx, bot, chat_id, Class::Reply, &delivery, super::fan_out::GATHERING).await?;
    }
    Ok(())
}
