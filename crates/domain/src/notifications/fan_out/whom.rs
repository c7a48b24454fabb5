//! Finds those who are told, where they can be reached, and writes the delivery down for each.

use std::time::Duration;

use super::super::{
    cards,
    model::{Audience, Class, Delivery},
    preferences::{Subject, Weight},
    push::{Push, push},
    store,
};
use crate::{
    Result, TenantTx, alerts,
    events::Event,
    ids::{BotId, EventId, PersonId, RequestId, ResidentId},
    mails::{self, Letter, SecurityNotice},
    property::{self, ResidentState, asking},
    requests,
};

/// Shows somebody who waits to those who may answer: the staff, when they come; the owners, when they say as what.
pub(super) async fn show_waiting(tx: &mut TenantTx, resident: ResidentId, staff: bool) -> Result<()> {
    let asked = property::asked(tx, resident).await?;
    if asked.resident.state != ResidentState::Pending {
        return Ok(());
    }
    let whom = if staff {
        asking::staff(tx, &asked.resident).await?
    } else {
        refresh_waiting(tx, resident).await?;
        asking::owners(tx, &asked.resident).await?
    };
    for person in whom {
        write_to(tx, person, &Delivery::ResidentAsks { resident }).await?;
    }
    Ok(())
}

/// The messages that show somebody who waits say how they stand now.
pub(super) async fn refresh_waiting(tx: &mut TenantTx, resident: ResidentId) -> Result<()> {
    for (bot, chat_id) in asking::messages(tx, resident).await? {
        store::enqueue(tx, bot, chat_id, Class::Alert, &Delivery::ResidentAsks { resident }, Duration::ZERO).await?;
    }
    Ok(())
}

/// Tells whoever is chosen for it, the owners unless an admin said otherwise, what looks suspicious about an event.
pub(super) async fn alert_owners(tx: &mut TenantTx, id: EventId, event: &Event) -> Result<()> {
    for raised in alerts::raise(tx, id, event).await? {
        let subject = Subject::from(alerts::get(tx, raised).await?.kind);
        let delivery = Delivery::Alert { alert: raised };
        for member in store::recipients(tx, subject).await?.into_iter().filter(|member| member.told) {
            match store::private_chat(tx, member.person).await? {
                Some((bot, chat_id)) => push(tx, member.person, bot, chat_id, &alert(subject, &delivery)).await?,
                None => {
                    mails::write_to(tx, member.person, &Letter::Alert { org: tx.org(), alert: raised }).await?;
                }
            }
        }
    }
    Ok(())
}

/// To somebody whom the event concerns, through the org's bot; not to whoever cannot be reached.
pub(super) async fn tell_person(tx: &mut TenantTx, person: PersonId, event: EventId) -> Result<()> {
    let reader = store::reader(tx, person).await?;
    let Some(chat_id) = reader.telegram_id.filter(|_| !reader.unreachable) else { return Ok(()) };
    match store::first_bot(tx).await? {
        Some(bot) => {
            let news = Push {
                subject: Subject::Team,
                weight: Weight::Matter,
                request: None,
                class: Class::Alert,
                delivery: &Delivery::TeamNews { event },
                wait: Duration::ZERO,
            };
            push(tx, person, bot, chat_id, &news).await
        }
        None => Ok(()),
    }
}

/// Everybody who follows the request has a live card of their own.
pub(super) async fn show_followers(tx: &mut TenantTx, request: RequestId) -> Result<()> {
    let people = requests::followers(tx, request).await?;
    store::show_to(tx, request, &people).await
}

/// Makes sure that the staff's group has a card of the request, and that it is up to date.
pub(super) async fn show_staff(tx: &mut TenantTx, bot: BotId, request: RequestId) -> Result<()> {
    // Without a group the request waits: linking one shows every open request (StaffChatLinked).
    if let Some(chat) = store::staff_chat(tx, bot).await?.filter(|chat| chat.present) {
        let card = store::upsert_card(tx, request, bot, Audience::Staff, None, chat.chat_id, None).await?;
        store::refresh(tx, &[card]).await?;
        store::refresh_forums(tx, false).await?;
    }
    Ok(())
}

/// To somebody in their private chat with a bot of the org; not to somebody who blocked it, or has no Telegram.
/// Returns whether they can be reached.
pub(super) async fn write_to(tx: &mut TenantTx, person: PersonId, delivery: &Delivery) -> Result<bool> {
    let Some((bot, chat_id)) = store::private_chat(tx, person).await? else { return Ok(false) };
    store::enqueue(tx, bot, chat_id, Class::Alert, delivery, Duration::ZERO).await?;
    Ok(true)
}

/// To somebody about their own sign-in: through the bot, or by mail where no bot reaches them.
pub(super) async fn tell_of_own(tx: &mut TenantTx, person: PersonId, notice: SecurityNotice) -> Result<()> {
    if !write_to(tx, person, &Delivery::Security { notice }).await? {
        mails::write_to(tx, person, &Letter::Security { notice }).await?;
    }
    Ok(())
}

/// Whoever has the request has to do something: the card that they saw before comes anew, below, with a sound.
pub(super) async fn bring_down(tx: &mut TenantTx, request: RequestId) -> Result<()> {
    if let Some((bot, chat_id)) = store::assignee_card(tx, request).await? {
        cards::show_again(tx, request, bot, chat_id).await?;
    }
    Ok(())
}

pub(super) async fn refresh_cards(tx: &mut TenantTx, request: RequestId) -> Result<()> {
    store::add_worker_cards(tx, request).await?;
    let (cards, is_incident) = store::cards_of(tx, request).await?;
    store::refresh(tx, &cards).await?;
    if is_incident {
        store::refresh_alarm(tx, request).await?;
    }
    store::refresh_forums(tx, false).await
}

/// To whoever filed the request, through the bot that shows them its card; not to somebody who blocked the bot.
pub(super) async fn tell_reporter(tx: &mut TenantTx, request: RequestId, it: &Push<'_>) -> Result<()> {
    let reporter = store::reporter(tx, request).await?;
    let Some(chat_id) = reporter.telegram_id.filter(|_| !reporter.unreachable) else { return Ok(()) };
    match store::bot_of_resident_card(tx, request).await? {
        Some(bot) => push(tx, reporter.person, bot, chat_id, it).await,
        None => Ok(()),
    }
}

/// A push about a request.
pub(super) fn of_request(request: RequestId, weight: Weight, class: Class, delivery: &Delivery) -> Push<'_> {
    Push { subject: Subject::Requests, weight, request: Some(request), class, delivery, wait: Duration::ZERO }
}

/// An alert of a rule: it cannot wait.
pub(super) fn alert(rule: Subject, delivery: &Delivery) -> Push<'_> {
    Push { subject: rule, weight: Weight::Urgent, request: None, class: Class::Alert, delivery, wait: Duration::ZERO }
}
