//! The staff's forum beside the topics of requests: its fixed topics, and the board of the queue, which is one message.

use dialogues::{incidents, lang_of, notifications as views};
use domain::{
    Result,
    access::Actor,
    ids::RequestId,
    notifications::{self, AlarmMessage, BoardEntry, FixedTopic},
    requests,
};
use sha2::{Digest as _, Sha256};

use super::{
    budget::Class,
    outbox::{Sent, Unsent},
    pay::pay,
};
use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
    telegram::{
        CallError,
        methods::{CreateForumTopic, DeleteMessage, PinChatMessage},
    },
};

/// So many requests of each part of the queue are shown, the others are counted.
const SHOWN: i64 = 8;

/// Makes a fixed topic that the group does not have. A group where the bot may not make topics does without.
pub(super) async fn fixed_topic(app: &Shared, bot: &Running, chat_id: i64, topic: FixedTopic) -> Result<Sent, Unsent> {
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    let has = notifications::fixed_topic(&mut tx, bot.bot.id, chat_id, topic).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    if has.is_some() {
        return Ok(Sent::Plain);
    }
    pay(app, bot, chat_id, Class::Push).await?;
    let create = CreateForumTopic {
        chat_id,
        name: views::topic_name(lang_of(bot.org.language), topic),
        icon_color: Some(color(topic)),
        ..CreateForumTopic::default()
    };
    let mut tx = match app.telegram.call(&bot.token, &create).await {
        Ok(made) => {
            // Written down at once, as the topic of a request is.
            let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
            let thread = Some(made.message_thread_id);
            notifications::save_fixed_topic(&mut tx, bot.bot.id, chat_id, topic, thread).await?;
            tx
        }
        Err(CallError::NotForum) => {
            let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
            notifications::note_forum(&mut tx, bot.bot.id, chat_id, false).await?;
            app.bots.forget(bot.bot.telegram_id).await;
            tx
        }
        Err(CallError::Rejected { description, .. }) => {
            tracing::warn!(org = %bot.bot.org, description, "no fixed topic");
            return Ok(Sent::Plain);
        }
        Err(error) => return Err(error.into()),
    };
    if topic == FixedTopic::Queue {
        notifications::refresh_board(&mut tx).await?; // it moves in
    }
    tx.commit().await.map_err(domain::Error::from)?;
    Ok(Sent::Plain)
}

/// Brings the board up to date: one message, in the topic of the queue or in a group without topics.
pub(super) async fn board(app: &Shared, bot: &Running, chat_id: i64) -> Result<Sent, Unsent> {
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    let chat = notifications::staff_chat(&mut tx, bot.bot.id).await?;
    let Some(chat) = chat.filter(|chat| chat.present && chat.chat_id == chat_id) else { return Ok(Sent::Plain) };
    let thread_id = if chat.is_forum {
        notifications::fixed_topic(&mut tx, bot.bot.id, chat_id, FixedTopic::Queue).await?
    } else {
        None
    };
    let queue = notifications::board(&mut tx, bot.bot.id, chat_id, SHOWN).await?;
    let old = notifications::board_message(&mut tx, bot.bot.id, chat_id).await?;
    tx.commit().await.map_err(domain::Error::from)?;

    let screen = views::board(lang_of(bot.org.language), &queue, |entry| link(chat_id, entry));
    let hash = Sha256::digest(format!("{screen:?}")).to_vec();
    let place = Place { thread_id, silent: true, ..Place::chat(chat_id) };
    let stays = old.as_ref().filter(|old| old.thread_id == thread_id);
    let message = match stays {
        Some(old) if old.shown == hash => return Ok(Sent::Plain),
        Some(old) => {
            // Not oftener than the group's budget earns a message: the cards come first.
            let since = (app.db.source().now() - old.edited_at).to_std().unwrap_or_default();
            if let Some(wait) = app.budget.limits().group_pause().checked_sub(since) {
                return Err(Unsent::NotYet(wait));
            }
            pay(app, bot, chat_id, Class::Card).await?;
            match present::replace(app, bot, place, old.message_id, &screen).await {
                Err(CallError::ThreadGone(why)) => return gone(app, bot, chat_id, FixedTopic::Queue, why).await,
                replaced => replaced?,
            }
        }
        None => {
            pay(app, bot, chat_id, Class::Card).await?;
            match present::send(app, bot, place, &screen).await {
                Err(CallError::ThreadGone(why)) => return gone(app, bot, chat_id, FixedTopic::Queue, why).await,
                sent => sent?,
            }
        }
    };
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    notifications::save_board_message(&mut tx, bot.bot.id, chat_id, thread_id, message, &hash).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    if stays.is_none_or(|old| old.message_id != message) {
        // Both are for order's sake: a group where the bot may do neither has its board all the same.
        let pin = PinChatMessage { chat_id, message_id: message, disable_notification: Some(true) };
        if let Err(error) = app.telegram.call(&bot.token, &pin).await {
            tracing::debug!(outcome = error.outcome(), "the board was not pinned");
        }
        if let Some(old) = old.filter(|old| old.message_id != message) {
            let delete = DeleteMessage { chat_id, message_id: old.message_id };
            if let Err(error) = app.telegram.call(&bot.token, &delete).await {
                tracing::debug!(outcome = error.outcome(), "the former board stays");
            }
        }
    }
    Ok(Sent::Plain)
}

/// Raises the alarm of an incident, in the topic of what cannot wait or in a group without topics, with a sound; once it
/// is there, it is brought up to date.
pub(super) async fn alarm(app: &Shared, bot: &Running, chat_id: i64, id: RequestId) -> Result<Sent, Unsent> {
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    let chat = notifications::staff_chat(&mut tx, bot.bot.id).await?;
    let Some(chat) = chat.filter(|chat| chat.present && chat.chat_id == chat_id) else { return Ok(Sent::Plain) };
    let request = requests::get(&mut tx, &Actor::System, id).await?;
    let Some(incident) = &request.incident else { return Ok(Sent::Plain) };
    let thread_id = if chat.is_forum {
        notifications::fixed_topic(&mut tx, bot.bot.id, chat_id, FixedTopic::Emergencies).await?
    } else {
        None
    };
    let old = notifications::alarm(&mut tx, id, bot.bot.id, chat_id).await?;
    tx.commit().await.map_err(domain::Error::from)?;

    let screen = incidents::alarm(lang_of(bot.org.language), &bot.org, &request, incident, true);
    let shown = Sha256::digest(format!("{screen:?}")).to_vec();
    let place = Place { thread_id, ..Place::chat(chat_id) };
    let sent = match old.filter(|old| old.thread_id == thread_id) {
        Some(old) if old.shown == shown => return Ok(Sent::Plain),
        Some(old) => {
            pay(app, bot, chat_id, Class::Alert).await?;
            present::replace(app, bot, place, old.message_id, &screen).await
        }
        None => {
            pay(app, bot, chat_id, Class::Alert).await?;
            present::send(app, bot, place, &screen).await
        }
    };
    let message_id = match sent {
        Err(CallError::ThreadGone(why)) => return gone(app, bot, chat_id, FixedTopic::Emergencies, why).await,
        sent => sent?,
    };
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    let message = AlarmMessage { thread_id, message_id, shown };
    notifications::save_alarm(&mut tx, id, bot.bot.id, chat_id, &message).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    Ok(Sent::Plain)
}

/// Somebody deleted a fixed topic: it is made anew.
async fn gone(app: &Shared, bot: &Running, chat_id: i64, topic: FixedTopic, why: String) -> Result<Sent, Unsent> {
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    notifications::save_fixed_topic(&mut tx, bot.bot.id, chat_id, topic, None).await?;
    notifications::refresh_forum(&mut tx).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    Err(CallError::Unavailable(why).into())
}

/// Where a request is talked about: its topic, or its card. Only supergroups have such addresses: their ids begin with
/// `-100`.
fn link(chat_id: i64, entry: &BoardEntry) -> Option<String> {
    let group = chat_id.to_string();
    let group = group.strip_prefix("-100")?;
    let message = entry.thread_id.or(entry.message_id)?;
    Some(format!("https://t.me/c/{group}/{message}"))
}

/// Six colours there are (Bot API, `createForumTopic`).
fn color(topic: FixedTopic) -> u32 {
    match topic {
        FixedTopic::Queue => 0x6F_B9_F0,
        FixedTopic::Emergencies => 0xFB_6F_5F,
        FixedTopic::Manager => 0xCB_86_DB,
        FixedTopic::Lounge => 0x8E_EE_98,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_an_address_in_a_supergroup_only() {
        let mut entry = BoardEntry {
            section: notifications::Section::Working,
            number: 1,
            status: domain::requests::Status::New,
            priority: domain::requests::Priority::Normal,
            icon: String::new(),
            names: domain::categories::Names { ru: String::new(), uz: String::new(), en: String::new() },
            unit: None,
            assignee: None,
            thread_id: None,
            message_id: Some(9),
        };
        assert_eq!(link(-1_001_234, &entry).as_deref(), Some("https://t.me/c/1234/9"));
        entry.thread_id = Some(7);
        assert_eq!(
            link(-1_001_234, &entry).as_deref(),
            Some("https://t.me/c/1234/7"),
            "the topic goes before the card"
        );
        assert_eq!(link(-55, &entry), None);
    }
}
