//! Updates of a group: taps on cards, words to residents, and the bot's own coming and going.

use dialogues::{
    Action, Ctx, Said, lang_of,
    staff::{self, Receipt, StaffShow},
};
use domain::{
    Error, Result,
    access::Actor,
    notifications::{self, StaffChat},
    updates::Effect,
};
use i18n::t;

use crate::{
    app::Shared,
    bots::Running,
    outcome::Again,
    present::{self, Place, Tapped},
    receipts,
    step::{self, why_not},
    telegram::{CallError, Chat, ChatMemberUpdated, Message, MessageReaction, Reaction, User},
};

/// A tap in a group.
pub async fn tap(
    app: &Shared,
    bot: &Running,
    update_id: i64,
    chat: &Chat,
    user: &User,
    data: &str,
    tapped: &Tapped,
) -> Result<(), Again> {
    let known = app.identities.of(&app.db, bot.bot.org, user).await?;
    let mut effect = Effect::new(app.db.clone(), bot.bot.org, bot.bot.id, update_id);
    let lang = if known.identity.language_chosen { known.identity.language } else { bot.org.language };
    let lang = lang_of(lang);
    let mut ctx = Ctx {
        lang,
        identity: &known.identity,
        org: &bot.org,
        categories: &bot.categories,
        bot: bot.bot.id,
        chat_id: chat.id,
        tapped: tapped.message,
        effect: &mut effect,
    };
    let (toast, show) = match staff::tap_in_group(&mut ctx, Action::decode(data)).await {
        Ok(done) => {
            effect.commit().await?;
            app.outbox.notify_one();
            (done.toast, done.show)
        }
        Err(Error::Unavailable(error)) => return Err(Again::Unavailable(error.to_string())),
        Err(Error::AlreadyApplied) => (Some(t::common::already_done(lang)), None),
        Err(error) => (Some(why_not(app, lang, &error)), None),
    };
    let (shown, ()) = tokio::join!(
        async {
            match show {
                Some(show) => self::show(app, bot, chat.id, tapped, show).await,
                None => Ok(()),
            }
        },
        present::answer(app, bot, &tapped.query, toast, false),
    );
    step::settle(app, bot, chat.id, shown).await
}

/// Shows a choice under the card, or what came of it in its place.
async fn show(app: &Shared, bot: &Running, chat_id: i64, tapped: &Tapped, show: StaffShow) -> Result<(), CallError> {
    let to = Place { thread_id: tapped.thread, reply_to: tapped.message, ..Place::chat(chat_id) };
    match (show, tapped.message) {
        (StaffShow::Edit(screen), Some(message)) => {
            let to = Place { reply_to: None, ..to };
            present::replace(app, bot, to, message, &screen).await.map(drop)
        }
        (StaffShow::Post(screen) | StaffShow::Edit(screen), _) => present::send(app, bot, to, &screen).await.map(drop),
    }
}

/// A reaction to a card: some are verbs. Whoever may not, or whose reaction comes too late, has only reacted: what came
/// of it the card shows, and a mistaken tap is nobody else's business.
pub async fn reacted(
    app: &Shared,
    bot: &Running,
    update_id: i64,
    reaction: &MessageReaction,
    user: &User,
) -> Result<(), Again> {
    let emoji = |all: &[Reaction]| -> Vec<String> { all.iter().filter_map(|one| one.emoji.clone()).collect() };
    let before = emoji(&reaction.old_reaction);
    let new = emoji(&reaction.new_reaction).into_iter().filter(|one| !before.contains(one));
    let Some(verb) = new.filter_map(|one| staff::ReactionVerb::of(&one)).next() else { return Ok(()) };
    let known = app.identities.of(&app.db, bot.bot.org, user).await?;
    let mut effect = Effect::new(app.db.clone(), bot.bot.org, bot.bot.id, update_id);
    let mut ctx = Ctx {
        lang: lang_of(bot.org.language),
        identity: &known.identity,
        org: &bot.org,
        categories: &bot.categories,
        bot: bot.bot.id,
        chat_id: reaction.chat.id,
        tapped: Some(reaction.message_id),
        effect: &mut effect,
    };
    match staff::reacted(&mut ctx, reaction.message_id, verb).await {
        Ok(()) => {
            effect.commit().await?;
            app.outbox.notify_one();
            Ok(())
        }
        Err(Error::Unavailable(error)) => Err(Again::Unavailable(error.to_string())),
        Err(Error::Internal(error)) => {
            tracing::error!(%error, "a reaction failed");
            Ok(())
        }
        Err(error) => {
            tracing::debug!(%error, "a reaction was only one");
            Ok(())
        }
    }
}

/// A message in a group: passed on to a resident when it is meant for one.
pub async fn said(
    app: &Shared,
    bot: &Running,
    update_id: i64,
    message: &Message,
    user: &User,
    said: &Said,
) -> Result<(), Again> {
    let chat = &message.chat;
    if bot.forum_changed(chat.id, chat.is_forum) {
        let mut tx = app.db.tenant(bot.bot.org).await.map_err(Error::from)?;
        notifications::note_forum(&mut tx, bot.bot.id, chat.id, chat.is_forum).await?;
        tx.commit().await.map_err(Error::from)?;
    }
    if let Some(to) = message.migrate_to_chat_id() {
        return moved(app, bot, chat, to).await;
    }
    let known = app.identities.of(&app.db, bot.bot.org, user).await?;
    let mut effect = Effect::new(app.db.clone(), bot.bot.org, bot.bot.id, update_id);
    let lang = lang_of(bot.org.language);
    let mut ctx = Ctx {
        lang,
        identity: &known.identity,
        org: &bot.org,
        categories: &bot.categories,
        bot: bot.bot.id,
        chat_id: chat.id,
        tapped: None,
        effect: &mut effect,
    };
    match staff::said_in_group(&mut ctx, said, message.message_thread_id).await {
        Ok(done) => {
            effect.commit().await?;
            if let Some(StaffShow::Post(screen) | StaffShow::Edit(screen)) = done.show {
                answer(app, bot, message, &screen).await;
            }
            if let Some(receipt) = done.receipt {
                app.outbox.notify_one();
                if receipt == Receipt::Done {
                    receipts::show(app, bot, chat.id, message.message_id, receipts::DELIVERED).await;
                }
            }
        }
        Err(Error::Unavailable(error)) => return Err(Again::Unavailable(error.to_string())),
        Err(Error::AlreadyApplied) => {}
        Err(error) => answer(app, bot, message, &dialogues::Screen::says(why_not(app, lang, &error))).await,
    }
    Ok(())
}

/// Answers a message of the group, where it stands.
pub(crate) async fn answer(app: &Shared, bot: &Running, message: &Message, screen: &dialogues::Screen) {
    let to = Place {
        thread_id: message.message_thread_id,
        reply_to: Some(message.message_id),
        ..Place::chat(message.chat.id)
    };
    if let Err(error) = present::send(app, bot, to, screen).await {
        tracing::warn!(outcome = error.outcome(), "a message of the group was not answered");
    }
}

/// The group became a supergroup: it has another id, and its old messages can no longer be changed.
async fn moved(app: &Shared, bot: &Running, from: &Chat, to: i64) -> Result<(), Again> {
    if !bot.is_staff_chat(from.id) {
        return Ok(());
    }
    link(app, bot, &Actor::System, &Chat { id: to, ..from.clone() }).await?;
    Ok(())
}

/// The bot's own standing in a group has changed.
pub async fn bot_member(app: &Shared, bot: &Running, change: &ChatMemberUpdated) -> Result<(), Again> {
    let chat = &change.chat;
    if !change.new_chat_member.is_in() {
        let mut tx = app.db.tenant(bot.bot.org).await.map_err(Error::from)?;
        notifications::lose_staff_chat(&mut tx, bot.bot.id, chat.id).await?;
        tx.commit().await.map_err(Error::from)?;
        app.bots.forget(bot.bot.telegram_id).await;
        app.outbox.notify_one();
        return Ok(());
    }
    let known = app.identities.of(&app.db, bot.bot.org, &change.from).await?;
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(Error::from)?;
    let actor = Actor::load(&mut tx, known.identity.person).await?;
    drop(tx);
    let lang = lang_of(bot.org.language);
    match link(app, bot, &actor, chat).await {
        Ok(()) => {}
        // Anybody may add a bot to a group; only a manager makes it the staff's.
        Err(Error::Forbidden(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let hello = if chat.is_forum && !change.new_chat_member.can_manage_topics {
        t::requests::staff_chat_needs_rights(lang)
    } else {
        t::requests::staff_chat_linked(lang, &bot.org.name)
    };
    if let Err(error) = present::send(app, bot, Place::chat(chat.id), &dialogues::Screen::says(hello)).await {
        tracing::warn!(outcome = error.outcome(), "the staff's group could not be greeted");
    }
    Ok(())
}

async fn link(app: &Shared, bot: &Running, actor: &Actor, chat: &Chat) -> Result<()> {
    let mut tx = app.db.tenant(bot.bot.org).await?;
    let staff_chat = StaffChat {
        bot: bot.bot.id,
        chat_id: chat.id,
        title: chat.title.clone().unwrap_or_default(),
        is_forum: chat.is_forum,
        present: true,
    };
    notifications::link_staff_chat(&mut tx, actor, &staff_chat).await?;
    tx.commit().await?;
    app.bots.forget(bot.bot.telegram_id).await;
    app.outbox.notify_one();
    Ok(())
}
