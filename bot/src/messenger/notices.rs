//! Messages about a request that come by themselves.

use dialogues::{
    Screen, alerts::notice, credentials as sign_in, lang_of, people::notices as home_notices,
    requests::notices as views,
};
use domain::{
    Error, Result, TenantTx,
    access::Actor,
    alerts, credentials,
    ids::{AlertId, BotId, EventId, PersonId, RequestId, ResidentId},
    mails::SecurityNotice,
    notifications::{self, LinkedMessage},
    orgs::Org,
    people::Language,
    property,
    requests::{self, Status},
    timeouts::Check,
};
use i18n::Lang;

use super::{
    files,
    outbox::{Sent, Unsent},
};
use crate::{
    app::Shared,
    bots::Running,
    console_link,
    present::{self, Place},
    telegram::CallError,
};

/// Messages that belong to a request: a reply to one of them is a word about it.
pub(super) struct Linked {
    chat_id: i64,
    messages: Vec<i64>,
    link: LinkedMessage,
}

impl Linked {
    pub(super) async fn save(&self, tx: &mut TenantTx, bot: BotId) -> Result<()> {
        for message in &self.messages {
            notifications::link_message(tx, bot, self.chat_id, *message, self.link).await?;
        }
        Ok(())
    }
}

/// «Бобур взял вашу заявку».
pub(super) async fn taken(app: &Shared, bot: &Running, chat_id: i64, id: RequestId) -> Result<Sent, Unsent> {
    about(app, bot, chat_id, id, |status| status.is_at_work(), views::taken).await
}

/// «Бобур выехал».
pub(super) async fn departed(app: &Shared, bot: &Running, chat_id: i64, id: RequestId) -> Result<Sent, Unsent> {
    about(app, bot, chat_id, id, |status| status == Status::OnTheWay, views::departed).await
}

/// «Отклонена», and why.
pub(super) async fn declined(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    id: RequestId,
    reason: &str,
) -> Result<Sent, Unsent> {
    about(
        app,
        bot,
        chat_id,
        id,
        |status| status == Status::Declined,
        |lang, _, request| views::declined(lang, request.number, reason),
    )
    .await
}

/// «Работа стоит 185 000: согласны?»
pub(super) async fn ask_price(app: &Shared, bot: &Running, chat_id: i64, id: RequestId) -> Result<Sent, Unsent> {
    about(app, bot, chat_id, id, |status| status.is_at_work(), views::ask_price).await
}

/// «Готово: всё хорошо?»
pub(super) async fn ask_acceptance(app: &Shared, bot: &Running, chat_id: i64, id: RequestId) -> Result<Sent, Unsent> {
    about(app, bot, chat_id, id, |status| status == Status::Done, views::ask_acceptance).await
}

/// A notice that is only true while the request `stands` so: later than that, nothing is said.
async fn about(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    id: RequestId,
    stands: impl Fn(Status) -> bool,
    view: impl Fn(Lang, &Org, &requests::Request) -> Screen,
) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let request = requests::get(&mut tx, &Actor::System, id).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    let card = notifications::card_in(&mut tx, id, bot.bot.id, chat_id).await?;
    commit(tx).await?;
    if !stands(request.status) {
        return Ok(Sent::Plain);
    }
    let place = Place { reply_to: card.and_then(|card| card.message_id), ..Place::chat(chat_id) };
    let message = present::send(app, bot, place, &view(lang, &bot.org, &request)).await?;
    Ok(linked(chat_id, vec![message], id, false))
}

/// That there was no answer in time; nothing when there is one by now.
pub(super) async fn timed_out(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    id: RequestId,
    check: Check,
) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let request = requests::get(&mut tx, &Actor::System, id).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    let card = notifications::card_in(&mut tx, id, bot.bot.id, chat_id).await?;
    commit(tx).await?;
    let Some(screen) = dialogues::timeouts::notice(lang, &bot.org, &request, check) else { return Ok(Sent::Plain) };
    let place = Place { reply_to: card.and_then(|card| card.message_id), ..Place::chat(chat_id) };
    let message = present::send(app, bot, place, &screen).await?;
    Ok(linked(chat_id, vec![message], id, false))
}

/// What a request was filed with, below its card.
pub(super) async fn request_files(app: &Shared, bot: &Running, chat_id: i64, id: RequestId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let attachments = requests::attachments(&mut tx, id, None).await?;
    let card = notifications::card_in(&mut tx, id, bot.bot.id, chat_id).await?;
    commit(tx).await?;
    let place = Place { reply_to: card.and_then(|card| card.message_id), ..Place::chat(chat_id) };
    let messages = files::send_paid(app, bot, place, &attachments).await?;
    Ok(linked(chat_id, messages, id, false))
}

/// «Что спросить у жителя?», in the request's topic.
pub(super) async fn question_prompt(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    id: RequestId,
    asker: &str,
) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let (number, _) = requests::number_of(&mut tx, id).await?;
    let card = notifications::card_in(&mut tx, id, bot.bot.id, chat_id).await?;
    commit(tx).await?;
    let thread_id = card.as_ref().and_then(|card| card.thread_id.filter(|_| card.is_forum));
    let place = Place { thread_id, reply_to: card.and_then(|card| card.message_id), ..Place::chat(chat_id) };
    let screen = views::question_prompt(lang_of(bot.org.language), number, asker);
    let message = present::send(app, bot, place, &screen).await?;
    Ok(linked(chat_id, vec![message], id, true))
}

/// «Карточка ниже», in place of a card that was sent anew. A message that is gone needs no word.
pub(super) async fn card_moved(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    id: RequestId,
    message_id: i64,
) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let (number, _) = requests::number_of(&mut tx, id).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    commit(tx).await?;
    let moved = views::card_moved(lang, number);
    let mut edited = present::edit(app, bot, chat_id, message_id, &moved).await;
    if matches!(edited, Err(CallError::MessageGone(_))) {
        // It may have become a picture, whose words are edited otherwise.
        edited = present::edit_caption(app, bot, chat_id, message_id, &moved).await;
    }
    match edited {
        Ok(()) | Err(CallError::MessageGone(_) | CallError::Rejected { .. }) => Ok(Sent::Plain),
        Err(error) => Err(error.into()),
    }
}

/// «Меня убрали из группы», to a manager.
pub(super) async fn staff_chat_lost(app: &Shared, bot: &Running, chat_id: i64, title: &str) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    commit(tx).await?;
    present::send(app, bot, Place::chat(chat_id), &views::staff_chat_lost(lang, title)).await?;
    Ok(Sent::Plain)
}

/// Which message shows an alert.
pub(super) struct Alerted {
    alert: AlertId,
    chat_id: i64,
    message_id: i64,
}

impl Alerted {
    pub(super) async fn save(&self, tx: &mut TenantTx, bot: BotId) -> Result<()> {
        alerts::save_message(tx, self.alert, bot, self.chat_id, self.message_id).await
    }
}

/// Shows an owner an alert as it stands, in the message that shows it already when there is one.
pub(super) async fn alert(app: &Shared, bot: &Running, chat_id: i64, id: AlertId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let alert = alerts::get(&mut tx, id).await?;
    let shown = alerts::message(&mut tx, id, bot.bot.id, chat_id).await?;
    let reader = domain::people::known(&mut tx, chat_id).await?;
    commit(tx).await?;
    let screen = notice(lang_of(reader.language), &bot.org.time_zone, Some(reader.person), &alert);
    let to = Place::chat(chat_id);
    let message_id = match shown {
        Some(message) => present::replace(app, bot, to, message, &screen).await?,
        None => present::send(app, bot, to, &screen).await?,
    };
    Ok(Sent::Alert(Alerted { alert: id, chat_id, message_id }))
}

/// Which message shows somebody who waits.
pub(super) struct AskedIn {
    resident: ResidentId,
    chat_id: i64,
    message_id: i64,
}

impl AskedIn {
    pub(super) async fn save(&self, tx: &mut TenantTx, bot: BotId) -> Result<()> {
        property::save_asked_message(tx, self.resident, bot, self.chat_id, self.message_id).await
    }
}

/// Shows somebody who waits as they stand, in the message that shows them already when there is one.
pub(super) async fn resident_asks(app: &Shared, bot: &Running, chat_id: i64, id: ResidentId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let asked = property::asked(&mut tx, id).await?;
    let shown = property::asked_message(&mut tx, id, bot.bot.id, chat_id).await?;
    let reader = domain::people::known(&mut tx, chat_id).await?;
    commit(tx).await?;
    let screen = home_notices::asked(lang_of(reader.language), reader.person, &asked);
    let to = Place::chat(chat_id);
    let message_id = match shown {
        Some(message) => present::replace(app, bot, to, message, &screen).await?,
        None => present::send(app, bot, to, &screen).await?,
    };
    Ok(Sent::Asked(AskedIn { resident: id, chat_id, message_id }))
}

/// What has become of somebody's asking.
pub(super) async fn resident_answered(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    id: ResidentId,
) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let asked = property::asked(&mut tx, id).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    commit(tx).await?;
    present::send(app, bot, Place::chat(chat_id), &home_notices::answered(lang, &asked.resident)).await?;
    Ok(Sent::Plain)
}

/// What concerns somebody about the team.
pub(super) async fn team_news(app: &Shared, bot: &Running, chat_id: i64, event: EventId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let news = domain::members::news(&mut tx, event).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    commit(tx).await?;
    let screen = dialogues::members::notices::news(lang, &bot.org, &news);
    present::send(app, bot, Place::chat(chat_id), &screen).await?;
    Ok(Sent::Plain)
}

/// What has become of somebody's own sign-in.
pub(super) async fn security(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    notice: SecurityNotice,
) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    commit(tx).await?;
    present::send(app, bot, Place::chat(chat_id), &sign_in::security(lang, notice)).await?;
    Ok(Sent::Plain)
}

/// A link to set a new password: made now, so that it rests nowhere.
pub(super) async fn password_link(app: &Shared, bot: &Running, chat_id: i64, person: PersonId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    commit(tx).await?;
    let token = credentials::make_link(&app.db, bot.bot.org, person).await?;
    let link = console_link::with_key(&app.web, "reset", &token);
    present::send(app, bot, Place::chat(chat_id), &sign_in::password_link(lang, &link)).await?;
    Ok(Sent::Plain)
}

/// The language of the person behind a private chat.
pub(super) async fn language_of(tx: &mut TenantTx, bot: &Running, chat_id: i64) -> Result<Lang> {
    let language: Option<Language> = domain::people::language(tx, chat_id).await?;
    Ok(lang_of(language.unwrap_or(bot.org.language)))
}

pub(super) async fn begin(app: &Shared, bot: &Running) -> Result<TenantTx> {
    Ok(app.db.tenant(bot.bot.org).await?)
}

pub(super) async fn commit(tx: TenantTx) -> Result<()> {
    tx.commit().await.map_err(Error::from)
}

fn linked(chat_id: i64, messages: Vec<i64>, request: RequestId, is_question: bool) -> Sent {
    Sent::Linked(Linked { chat_id, messages, link: LinkedMessage { request, is_question, comment: None } })
}
