//! Live cards, and the messages whose replies belong to a request.

use std::time::Duration;

use super::{
    model::{Card, Class, Delivery, Shown},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    ids::{BotId, CardId, CommentId, RequestId},
    requests,
};

/// A message that belongs to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkedMessage {
    /// Which request.
    pub request: RequestId,
    /// Whether it is the bot's prompt for a question to the resident.
    pub is_question: bool,
    /// The comment that it says; none when it is something else about the request.
    pub comment: Option<CommentId>,
}

/// A card, for showing it.
pub async fn card(tx: &mut TenantTx, id: CardId) -> Result<Card> {
    store::card(tx, id).await
}

/// The request's card in this chat.
pub async fn card_in(tx: &mut TenantTx, request: RequestId, bot: BotId, chat_id: i64) -> Result<Option<Card>> {
    match store::card_in(tx, request, bot, chat_id).await? {
        Some(id) => store::card(tx, id).await.map(Some),
        None => Ok(None),
    }
}

/// Writes down what the card's message shows now.
pub async fn save_shown(tx: &mut TenantTx, id: CardId, shown: &Shown<'_>) -> Result<()> {
    store::save_shown(tx, id, shown).await
}

/// Writes down the card's forum topic; none when topics were switched off and its message has to be sent anew.
pub async fn save_thread(tx: &mut TenantTx, id: CardId, thread: Option<i64>) -> Result<()> {
    store::save_thread(tx, id, thread).await
}

/// Writes down whether the card's topic is closed.
pub async fn save_topic_closed(tx: &mut TenantTx, id: CardId, closed: bool) -> Result<()> {
    store::save_topic_closed(tx, id, closed).await
}

/// The person asks for the request's card again: it is sent anew, below. Safe to repeat.
pub async fn show_again(tx: &mut TenantTx, request: RequestId, bot: BotId, chat_id: i64) -> Result<()> {
    store::add_worker_cards(tx, request).await?;
    for (card, old) in store::forget_messages(tx, request, bot, chat_id).await? {
        if let Some(message_id) = old {
            let moved = Delivery::CardMoved { request, message_id };
            store::enqueue(tx, bot, chat_id, Class::Card, &moved, Duration::ZERO).await?;
        }
        store::refresh(tx, &[card]).await?;
    }
    Ok(())
}

/// Whoever works on a request wants to see what it was filed with: it is sent to their chat.
pub async fn send_files(tx: &mut TenantTx, actor: &Actor, bot: BotId, chat_id: i64, request: RequestId) -> Result<()> {
    requests::addressed(tx, actor, request).await?;
    store::enqueue(tx, bot, chat_id, Class::Reply, &Delivery::RequestFiles { request }, Duration::ZERO).await
}

/// A member wants to ask the resident something: the group gets a prompt, whose answer is the question.
pub async fn ask_for_question(
    tx: &mut TenantTx,
    actor: &Actor,
    bot: BotId,
    chat_id: i64,
    request: RequestId,
) -> Result<()> {
    actor.require(Permission::RequestsComment)?;
    let member = actor.member().ok_or(Error::Forbidden(Permission::RequestsComment))?;
    requests::addressed(tx, actor, request).await?;
    let asker = store::member_name(tx, member).await?;
    let prompt = Delivery::QuestionPrompt { request, asker };
    store::enqueue(tx, bot, chat_id, Class::Reply, &prompt, Duration::ZERO).await
}

/// From now on a reply to this message is a word about the request.
pub async fn link_message(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    message_id: i64,
    link: LinkedMessage,
) -> Result<()> {
    store::link_message(tx, bot, chat_id, message_id, link).await
}

/// The request that a message of this chat belongs to: by the message replied to, or by the forum topic.
///
/// [`Error::Unavailable`] while something is being sent to the chat: a quick answer may come in before its message has
/// been written down, and then has to come again.
pub async fn linked_message(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    message_id: Option<i64>,
    thread_id: Option<i64>,
) -> Result<Option<LinkedMessage>> {
    let found = store::linked_message(tx, bot, chat_id, message_id, thread_id).await?;
    if found.link.is_none() && message_id.is_some() && found.sending {
        return Err(Error::Unavailable("a message to this chat is on its way".into()));
    }
    Ok(found.link)
}
