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
    Result, TenantTx,
    access::{Actor, Role},
    alerts,
    events::Event,
    ids::{BotId, CommentId, EventId, PersonId, RequestId, ResidentId},
    mails::{self, Letter, SecurityNotice},
    members::{self, Wanted},
    property::{self, ResidentState, asking},
    requests::{self, Side, Status},
    timeouts::Check,
};

/// So many of each role are called at most.
const MANAGERS_MAX: i64 = 20;

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
pub(super) async fn tell_person(tx: &mut TenantTx, person: PersonId, event: EventId, weight: Weight) -> Result<()> {
    let reader = store::reader(tx, person).await?;
    let Some(chat_id) = reader.telegram_id.filter(|_| !reader.unreachable) else { return Ok(()) };
    match store::first_bot(tx).await? {
        Some(bot) => {
            let news = Push {
                subject: Subject::Team,
                weight,
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

/// Nobody on duty has accepted an incident: whoever runs the org is called in person, and the group hears it.
pub(super) async fn call_managers(tx: &mut TenantTx, request: RequestId) -> Result<()> {
    for chat in store::staff_chats(tx).await?.iter().filter(|chat| chat.present) {
        let delivery = Delivery::IncidentUnanswered { request };
        store::enqueue(tx, chat.bot, chat.chat_id, Class::Alert, &delivery, Duration::ZERO).await?;
    }
    for role in [Role::Manager, Role::Admin, Role::Owner] {
        let wanted = Wanted { role: Some(role), limit: MANAGERS_MAX, ..Wanted::default() };
        for manager in members::list(tx, &Actor::System, &wanted).await? {
            write_to(tx, manager.person, &Delivery::TimedOut { request, check: Check::Alarm }).await?;
        }
    }
    Ok(())
}

/// An incident on which the work is done: its act goes into the staff's group.
pub(super) async fn report_incident(tx: &mut TenantTx, event: &Event) -> Result<()> {
    let request = match event {
        Event::RequestCompleted { request, .. } => *request,
        Event::RequestClosed { request, from, .. } if *from != Status::Done => *request,
        _ => return Ok(()),
    };
    let incident = requests::get(tx, &Actor::System, request).await?.incident;
    if incident.is_some_and(|incident| incident.is_declared()) {
        for chat in store::staff_chats(tx).await?.iter().filter(|chat| chat.present) {
            let delivery = Delivery::IncidentAct { request };
            store::enqueue(tx, chat.bot, chat.chat_id, Class::Reply, &delivery, Duration::ZERO).await?;
        }
    }
    Ok(())
}

/// To whoever filed the request, through the bot that shows them its card; not to somebody who blocked the bot. Returns
/// whether they can be reached.
pub(super) async fn tell_reporter(tx: &mut TenantTx, request: RequestId, it: &Push<'_>) -> Result<bool> {
    let reporter = store::reporter(tx, request).await?;
    let Some(chat_id) = reporter.telegram_id.filter(|_| !reporter.unreachable) else { return Ok(false) };
    let Some(bot) = store::bot_of_resident_card(tx, request).await? else { return Ok(false) };
    push(tx, reporter.person, bot, chat_id, it).await?;
    Ok(true)
}

/// What somebody of the staff said elsewhere than in the group is shown there too.
pub(super) async fn show_colleagues(tx: &mut TenantTx, comment: CommentId, wait: Duration) -> Result<()> {
    let said_in: Vec<_> = store::originals(tx, comment).await?;
    let chats = store::staff_chats(tx).await?.into_iter().filter(|chat| chat.present);
    for chat in chats.filter(|chat| !said_in.iter().any(|one| (one.bot, one.chat_id) == (chat.bot, chat.chat_id))) {
        let delivery = Delivery::Comment { comment, to: Side::Staff };
        store::enqueue(tx, chat.bot, chat.chat_id, Class::Reply, &delivery, wait).await?;
    }
    Ok(())
}

/// The copies of a comment follow what has become of it.
pub(super) async fn show_changed(tx: &mut TenantTx, comment: CommentId) -> Result<()> {
    for (bot, chat_id) in store::chats_of_copies(tx, comment).await? {
        let delivery = Delivery::CommentChanged { comment };
        store::enqueue(tx, bot, chat_id, Class::Reply, &delivery, Duration::ZERO).await?;
    }
    Ok(())
}

/// Nobody can be told: whoever wrote it in a chat sees that there.
pub(super) async fn say_unheard(tx: &mut TenantTx, comment: CommentId) -> Result<()> {
    if let Some(original) = store::originals(tx, comment).await?.into_iter().next() {
        let delivery = Delivery::NotHeard { comment };
        store::enqueue(tx, original.bot, original.chat_id, Class::Card, &delivery, Duration::ZERO).await?;
    }
    Ok(())
}

/// A push about a request.
pub(super) fn of_request(request: RequestId, weight: Weight, class: Class, delivery: &Delivery) -> Push<'_> {
    Push { subject: Subject::Requests, weight, request: Some(request), class, delivery, wait: Duration::ZERO }
}

/// An alert of a rule: it cannot wait.
pub(super) fn alert(rule: Subject, delivery: &Delivery) -> Push<'_> {
    Push { subject: rule, weight: Weight::Urgent, request: None, class: Class::Alert, delivery, wait: Duration::ZERO }
}
