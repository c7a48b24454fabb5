//! Live cards: brought up to date in place. Only the outbox comes here, one delivery per chat at a time, so an older
//! state never overwrites a newer one.

use dialogues::{
    Screen, lang_of,
    requests::{cards as views, work},
};
use domain::{
    Result, TenantTx,
    access::Actor,
    assignment,
    ids::{CardId, FileId},
    notifications::{self, Audience, Card},
    requests::{self, Attachment, Part, Priority, Request, Status},
};
use sha2::{Digest as _, Sha256};

use super::{
    budget::Class,
    files,
    outbox::{Sent, Unsent},
    pay::pay,
    pictures,
};
use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
    telegram::{
        CallError,
        methods::{CloseForumTopic, CreateForumTopic, ReopenForumTopic},
    },
};

/// What a card shows now.
pub(super) struct Shown {
    pub(super) card: CardId,
    /// The message that showed it when this began.
    pub(super) was: Option<i64>,
    pub(super) message_id: i64,
    pub(super) hash: Vec<u8>,
    pub(super) version: i32,
    pub(super) media_sent: bool,
    /// The file above its words.
    pub(super) picture: Option<FileId>,
    pub(super) topic_closed: bool,
}

impl Shown {
    pub(super) async fn save(&self, tx: &mut TenantTx) -> Result<()> {
        let shown = notifications::Shown {
            was: self.was,
            message_id: self.message_id,
            hash: &self.hash,
            version: self.version,
            media_sent: self.media_sent,
            picture: self.picture,
        };
        notifications::save_shown(tx, self.card, &shown).await?;
        if self.topic_closed {
            notifications::save_topic_closed(tx, self.card, true).await?;
        }
        Ok(())
    }
}

/// Brings a card up to date. Content that it shows already is not sent again.
pub(super) async fn show(app: &Shared, bot: &Running, id: CardId) -> Result<Sent, Unsent> {
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    let card = notifications::card(&mut tx, id).await?;
    let request = requests::get(&mut tx, &Actor::System, card.request).await?;
    let files = if card.audience == Audience::Staff && !card.media_sent && request.attachments > 0 {
        requests::attachments(&mut tx, card.request, None).await?
    } else {
        vec![]
    };
    let ranked = if card.audience == Audience::Staff && request.status == Status::New {
        assignment::suggest(&mut tx, &Actor::System, &request).await?
    } else {
        vec![]
    };
    let job = match card.person.filter(|_| card.audience == Audience::Worker) {
        Some(person) => Some(requests::job(&mut tx, card.request, person).await?),
        None => None,
    };
    let is_own = card.audience == Audience::Resident && card.person == Some(request.reporter);
    let work = if is_own { Some(pictures::work(&mut tx, &request).await?) } else { None };
    tx.commit().await.map_err(domain::Error::from)?;

    let lang = lang_of(card.language);
    match card.audience {
        Audience::Resident => {
            let Some(work) = work else {
                let screen = views::follower(lang, &bot.org, &request);
                return draw(app, bot, &card, None, &request, &screen, &[]).await;
            };
            let screen = views::resident(lang, &bot.org, &request, Some(&work.evidence));
            pictures::draw(app, bot, &card, &request, screen, work).await
        }
        Audience::Worker => {
            let Some(job) = job else { return Ok(Sent::Plain) };
            // Whoever has never seen it need not hear that it is not theirs.
            if card.message_id.is_none() && (job.part == Part::Nothing || !request.status.is_open()) {
                return Ok(Sent::Plain);
            }
            let screen = work::card(lang, &bot.org, &request, &job);
            draw(app, bot, &card, None, &request, &screen, &[]).await
        }
        Audience::Staff => {
            let screen = views::staff(lang, &bot.org, &request, ranked.first());
            let thread = topic(app, bot, &card, &views::topic_name(lang, &request), &request).await?;
            match draw(app, bot, &card, thread, &request, &screen, &files).await {
                // The topic was deleted: the card gets a new one at the next try.
                Err(Unsent::Call(CallError::ThreadGone(why))) => {
                    keep_thread(app, bot, id, None).await?;
                    Err(CallError::Unavailable(why).into())
                }
                drawn => drawn,
            }
        }
    }
}

pub(super) async fn draw(
    app: &Shared,
    bot: &Running,
    card: &Card,
    thread_id: Option<i64>,
    request: &Request,
    screen: &Screen,
    files: &[Attachment],
) -> Result<Sent, Unsent> {
    let to = Place { thread_id, ..Place::chat(card.chat_id) };
    let hash = Sha256::digest(format!("{screen:?}")).to_vec();
    let message_id = match card.message_id {
        Some(message) if card.shown.as_ref() == Some(&hash) => message,
        Some(message) => {
            pay(app, bot, card.chat_id, Class::Card).await?;
            present::replace(app, bot, to, message, screen).await?
        }
        None => {
            pay(app, bot, card.chat_id, Class::Card).await?;
            present::send(app, bot, to, screen).await?
        }
    };
    let reopens = request.status.is_open() && thread_id.is_some() && card.topic_closed;
    let closes = !request.status.is_open() && thread_id.is_some() && !card.topic_closed;
    let mut shown = Shown {
        card: card.id,
        was: card.message_id,
        message_id,
        hash,
        version: request.version,
        media_sent: false,
        picture: None,
        topic_closed: false,
    };
    if !files.is_empty() || closes || reopens {
        // Written down at once: whoever goes on with what follows must not send the card again.
        let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
        shown.save(&mut tx).await?;
        tx.commit().await.map_err(domain::Error::from)?;
        shown.was = Some(message_id);
    }
    if !files.is_empty() {
        pay(app, bot, card.chat_id, Class::Card).await?;
        files::send_paid(app, bot, Place { reply_to: Some(message_id), ..to }, files).await?;
        shown.media_sent = true;
    }
    if closes && let Some(thread) = thread_id {
        pay(app, bot, card.chat_id, Class::Card).await?;
        close(app, bot, card.chat_id, thread).await?;
        shown.topic_closed = true;
    }
    if reopens && let Some(thread) = thread_id {
        pay(app, bot, card.chat_id, Class::Card).await?;
        reopen(app, bot, card, thread).await?;
    }
    Ok(Sent::Card(shown))
}

/// The card's topic, made when the group has topics and the card has none. A group where the bot may not make topics
/// gets its cards without.
async fn topic(app: &Shared, bot: &Running, card: &Card, name: &str, request: &Request) -> Result<Option<i64>, Unsent> {
    if !card.is_forum {
        return Ok(None);
    }
    if let Some(thread) = card.thread_id {
        return Ok(Some(thread));
    }
    if card.message_id.is_some() {
        return Ok(None); // it was sent while there were no topics, and stays where it is
    }
    let create = CreateForumTopic {
        chat_id: card.chat_id,
        name: name.to_owned(),
        icon_color: Some(topic_color(request)),
        ..CreateForumTopic::default()
    };
    pay(app, bot, card.chat_id, Class::Card).await?; // Telegram counts a topic as a message
    match app.telegram.call(&bot.token, &create).await {
        Ok(made) => {
            // Written down at once: a kill between here and the card must not leave a second topic behind.
            keep_thread(app, bot, card.id, Some(made.message_thread_id)).await?;
            Ok(Some(made.message_thread_id))
        }
        Err(CallError::NotForum) => {
            let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
            notifications::note_forum(&mut tx, bot.bot.id, card.chat_id, false).await?;
            tx.commit().await.map_err(domain::Error::from)?;
            app.bots.forget(bot.bot.telegram_id).await;
            Ok(None)
        }
        Err(CallError::Rejected { description, .. }) => {
            tracing::warn!(org = %bot.bot.org, description, "no topic for a card");
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// The colour of a topic's icon, by what the request is about; there are six (Bot API, `createForumTopic`). Red is for
/// emergencies and heating.
fn topic_color(request: &Request) -> u32 {
    if request.priority == Priority::Emergency {
        return 0xFB_6F_5F;
    }
    match request.about.kind_code.as_deref() {
        Some("plumbing") => 0x6F_B9_F0,
        Some("electricity") => 0xFF_D6_7E,
        Some("heating") => 0xFB_6F_5F,
        Some("elevator") => 0xCB_86_DB,
        Some("yard" | "cleaning") => 0x8E_EE_98,
        _ => 0xFF_93_B2,
    }
}

async fn keep_thread(app: &Shared, bot: &Running, card: CardId, thread: Option<i64>) -> Result<()> {
    let mut tx = app.db.tenant(bot.bot.org).await?;
    notifications::save_thread(&mut tx, card, thread).await?;
    Ok(tx.commit().await?)
}

/// Closes the topic of a request that has ended. A topic that cannot be closed is no reason to fail.
async fn close(app: &Shared, bot: &Running, chat_id: i64, thread: i64) -> Result<(), Unsent> {
    let close = CloseForumTopic { chat_id, message_thread_id: thread };
    match app.telegram.call(&bot.token, &close).await {
        Err(error @ (CallError::RetryAfter(_) | CallError::Unavailable(_))) => Err(error.into()),
        Err(error) => {
            tracing::debug!(outcome = error.outcome(), "a topic was not closed");
            Ok(())
        }
        Ok(_) => Ok(()),
    }
}

/// Opens the topic of a request that goes on.
async fn reopen(app: &Shared, bot: &Running, card: &Card, thread: i64) -> Result<(), Unsent> {
    let reopen = ReopenForumTopic { chat_id: card.chat_id, message_thread_id: thread };
    match app.telegram.call(&bot.token, &reopen).await {
        Err(error @ (CallError::RetryAfter(_) | CallError::Unavailable(_))) => return Err(error.into()),
        Err(error) => tracing::debug!(outcome = error.outcome(), "a topic was not opened again"),
        Ok(_) => {}
    }
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    notifications::save_topic_closed(&mut tx, card.id, false).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    Ok(())
}
