//! Where an update goes. The match is exhaustive: a kind of update that nobody handles does not compile.

use dialogues::{Action, Contact, Input, Said};
use domain::requests::{Attachment, AttachmentKind};

use crate::{
    app::Shared,
    bots::Running,
    edits, group,
    outcome::Again,
    present::Tapped,
    reachability,
    step::{self, Turn},
    telegram::{self, CallbackQuery, ChatKind, ChatMemberUpdated, Message, MessageReaction, Update, UpdateKind},
};

/// Handles one update of one bot, to the end: its effect is committed and its answer sent, or it is refused.
pub async fn dispatch(app: &Shared, bot: &Running, update: &Update) -> Result<(), Again> {
    let id = update.update_id;
    match &update.kind {
        UpdateKind::Message(message) => on_message(app, bot, id, message).await,
        UpdateKind::EditedMessage(message) => on_edit(app, bot, id, message).await,
        UpdateKind::CallbackQuery(query) => on_tap(app, bot, id, query).await,
        UpdateKind::MyChatMember(change) => on_bot_member(app, bot, change).await,
        UpdateKind::MessageReaction(reaction) => on_reaction(app, bot, id, reaction).await,
        // Nothing follows from these yet; they are acknowledged, so that they do not come again.
        UpdateKind::ChatMember(_) | UpdateKind::ChatJoinRequest(_) | UpdateKind::Other(_) => Ok(()),
    }
}

async fn on_message(app: &Shared, bot: &Running, update_id: i64, message: &Message) -> Result<(), Again> {
    // An anonymous administrator or a channel has no person behind it that could be asked anything.
    let Some(user) = message.from.as_ref().filter(|user| !user.is_bot) else { return Ok(()) };
    match message.chat.kind {
        ChatKind::Private => {
            if message.is_service() {
                return Ok(());
            }
            let input = Input::message(said(message));
            let file = message.attachment();
            let turn = Turn { update_id, user, input, message: Some(message.message_id), file, tapped: None };
            step::take(app, bot, &turn).await
        }
        ChatKind::Group | ChatKind::Supergroup => group::said(app, bot, update_id, message, user, &said(message)).await,
        ChatKind::Channel | ChatKind::Other => Ok(()),
    }
}

async fn on_edit(app: &Shared, bot: &Running, update_id: i64, message: &Message) -> Result<(), Again> {
    // A location that moves is edited too, and every few seconds: what was said stays where it was.
    match message.from.as_ref().filter(|user| !user.is_bot && message.location.is_none()) {
        Some(user) => edits::edited(app, bot, update_id, message, user, &said(message)).await,
        None => Ok(()),
    }
}

async fn on_tap(app: &Shared, bot: &Running, update_id: i64, query: &CallbackQuery) -> Result<(), Again> {
    let data = query.data.as_deref().unwrap_or_default();
    let message = query.message.as_ref();
    let tapped = Tapped {
        query: query.id.clone(),
        message: message.filter(|m| m.is_accessible()).map(|m| m.message_id),
        thread: message.and_then(|m| m.message_thread_id),
    };
    match message.filter(|message| message.chat.is_group()) {
        Some(message) => group::tap(app, bot, update_id, &message.chat, &query.from, data, &tapped).await,
        None => {
            let input = Action::decode(data).map_or(Input::OldTap, Input::Tap);
            let turn = Turn { update_id, user: &query.from, input, message: None, file: None, tapped: Some(tapped) };
            step::take(app, bot, &turn).await
        }
    }
}

async fn on_reaction(app: &Shared, bot: &Running, update_id: i64, reaction: &MessageReaction) -> Result<(), Again> {
    // An anonymous administrator has no person behind it that could be asked what they may.
    match reaction.user.as_ref().filter(|user| !user.is_bot) {
        Some(user) if reaction.chat.is_group() => group::reacted(app, bot, update_id, reaction, user).await,
        _ => Ok(()),
    }
}

async fn on_bot_member(app: &Shared, bot: &Running, change: &ChatMemberUpdated) -> Result<(), Again> {
    if change.chat.is_group() {
        return group::bot_member(app, bot, change).await;
    }
    if change.new_chat_member.is_in() {
        reachability::found(app, bot, change.from.id).await?;
    } else {
        reachability::lost(app, bot, change.from.id).await?;
    }
    Ok(())
}

fn said(message: &Message) -> Said {
    Said {
        // A NUL is no character for PostgreSQL, and nothing that a person types.
        words: message.words().unwrap_or_default().replace('\0', ""),
        attachments: message.attachment().map(attachment).into_iter().collect(),
        contact: message.contact.as_ref().map(|contact| Contact {
            phone: contact.phone_number.clone(),
            is_own: contact.user_id.is_some() && contact.user_id == message.from.as_ref().map(|user| user.id),
        }),
        location: message.location.as_ref().map(|point| (point.latitude, point.longitude)),
        reply_to: message.answers().map(|reply| reply.message_id),
        album: message.media_group_id.clone(),
        message: Some(message.message_id),
    }
}

fn attachment(file: &telegram::Attachment) -> Attachment {
    use telegram::AttachmentKind as Theirs;
    Attachment {
        kind: match file.kind {
            Theirs::Photo => AttachmentKind::Photo,
            Theirs::Video => AttachmentKind::Video,
            Theirs::Voice => AttachmentKind::Voice,
            Theirs::VideoNote => AttachmentKind::VideoNote,
            Theirs::Audio => AttachmentKind::Audio,
            Theirs::Document => AttachmentKind::Document,
            Theirs::Animation => AttachmentKind::Animation,
            Theirs::Sticker => AttachmentKind::Sticker,
        },
        file_id: file.file_id.clone(),
        file_unique_id: file.file_unique_id.clone(),
        stored: None,
    }
}
