//! Raising, showing and ending warnings.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    super::{
        forum::FixedTopic,
        model::{Class, Delivery},
        preferences::Weight,
        push::{Push, push},
        store,
    },
    model::{Escalate, Rule, Seen, holds, topic},
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    assignment::{self, Job},
    categories::Priority,
    deputies,
    events::Event,
    ids::{BotId, PersonId, RequestId},
    members,
    people::Language,
    requests::{self, NewComment, Request, Side},
    shifts::{self, OnCall},
    timeouts::Check,
};

/// A rating from which on nobody has to look at it.
const STARS_FINE: i16 = 3;
/// How many are offered for the work.
const PICKS: usize = 2;

/// What follows from an event: the open warnings of its request are looked at again, and a new one is raised.
pub(in crate::notifications) async fn follow(tx: &mut TenantTx, event: &Event) -> Result<()> {
    if let Some(request) = event.request() {
        store::refresh_warnings(tx, request).await?;
    }
    let (request, rule, person) = match event {
        Event::RequestTimedOut { request, check: Check::Unassigned, person } => (request, Rule::Unassigned, *person),
        Event::RequestTimedOut { request, check: Check::DueSoon, .. } => (request, Rule::DueSoon, None),
        Event::RequestTimedOut { request, check: Check::Overdue, .. } => (request, Rule::Overdue, None),
        Event::RequestOffered { request } => (request, Rule::NotAccepted, None),
        Event::RequestReturned { request, .. } => (request, Rule::Returned, None),
        Event::RequestRated { request, stars } if *stars < STARS_FINE => (request, Rule::LowRating, None),
        _ => return Ok(()),
    };
    raise(tx, *request, rule, person).await
}

async fn raise(tx: &mut TenantTx, id: RequestId, rule: Rule, next: Option<PersonId>) -> Result<()> {
    let now = tx.source().now();
    let request = requests::get(tx, &Actor::System, id).await?;
    if !holds(rule, &request, now) {
        return Ok(());
    }
    let is_new = store::raise_warning(tx, id, rule).await?;
    if rule == Rule::Overdue && is_new {
        store::take_over_warning(tx, id, Rule::DueSoon, rule).await?; // the message that said «soon» says «late»
    }
    if !is_new && next.is_none() {
        return Ok(());
    }
    let chain = shifts::duty_chain(tx, now, request.building).await?;
    let chosen: Vec<PersonId> = store::recipients(tx, rule.subject())
        .await?
        .into_iter()
        .filter(|one| one.chosen && one.told)
        .map(|one| one.person)
        .collect();
    let mut whom = vec![];
    for person in chosen {
        let person = stand_in(tx, person, now).await?;
        if !whom.contains(&person) {
            whom.push(person);
        }
    }
    let chosen = whom;
    let in_topic = is_new && show_in_topic(tx, &request, rule).await?;
    if is_new {
        for person in &chosen {
            show(tx, &request, rule, *person, &chain).await?;
        }
        if chosen.is_empty() && !in_topic {
            let first = next.or_else(|| chain.first().map(|first| first.person));
            if let Some(first) = first {
                show(tx, &request, rule, first, &chain).await?;
            }
        }
    } else if let Some(next) = next {
        store::raise_level(tx, id, rule).await?;
        show(tx, &request, rule, next, &chain).await?;
        store::refresh_warnings(tx, id).await?;
    }
    // Whoever takes nothing is asked for oftener than that: `timeouts` goes along the chain by itself.
    if is_new && rule != Rule::Unassigned {
        let at = now + Escalate::AFTER;
        store::enqueue_escalation(tx, &Escalate { org_id: tx.org(), request: id, rule, raised_at: now }, at).await?;
    }
    Ok(())
}

/// Whoever stands in for somebody who is away now; they themselves when nobody does. Who is of the chain of duty is
/// stood in for by that.
async fn stand_in(tx: &mut TenantTx, person: PersonId, now: DateTime<Utc>) -> Result<PersonId> {
    let Some(member) = members::of_person(tx, person).await? else { return Ok(person) };
    match deputies::resolve_deputy(tx, member.id, now).await? {
        Some(deputy) if deputy != member.id => Ok(members::get(tx, &Actor::System, deputy).await?.person),
        _ => Ok(person),
    }
}

/// Into the fixed topic of every forum of the staff. Whether there is one.
async fn show_in_topic(tx: &mut TenantTx, request: &Request, rule: Rule) -> Result<bool> {
    let mut shown = false;
    for chat in store::staff_chats(tx).await?.into_iter().filter(|chat| chat.present && chat.is_forum) {
        if store::fixed_topic(tx, chat.bot, chat.chat_id, topic(request)).await?.is_some() {
            if store::note_warned(tx, request.id, rule, chat.bot, chat.chat_id).await? {
                let delivery = Delivery::Warning { request: request.id, rule };
                store::enqueue(tx, chat.bot, chat.chat_id, Class::Alert, &delivery, Duration::ZERO).await?;
            }
            shown = true;
        }
    }
    Ok(shown)
}

/// To somebody in their own chat, once. An emergency does not wait for the morning, nor does anything for whoever is on
/// duty.
async fn show(tx: &mut TenantTx, request: &Request, rule: Rule, person: PersonId, chain: &[OnCall]) -> Result<()> {
    let Some((bot, chat_id)) = store::private_chat(tx, person).await? else { return Ok(()) };
    if !store::note_warned(tx, request.id, rule, bot, chat_id).await? {
        return Ok(());
    }
    let on_duty = chain.iter().any(|one| one.person == person && one.duty.is_some());
    let urgent = on_duty || request.priority == Priority::Emergency;
    let word = Push {
        subject: rule.subject(),
        weight: if urgent { Weight::Urgent } else { Weight::Matter },
        request: Some(request.id),
        class: Class::Alert,
        delivery: &Delivery::Warning { request: request.id, rule },
        wait: Duration::ZERO,
    };
    push(tx, person, bot, chat_id, &word).await
}

/// A warning with what its message in this chat shows. What has no cause any more is settled by that.
pub async fn warning(tx: &mut TenantTx, request: RequestId, rule: Rule, bot: BotId, chat_id: i64) -> Result<Seen> {
    let now = tx.source().now();
    let mut warning = store::warning(tx, request, rule).await?.ok_or(Error::NotFound("warning"))?;
    let request = requests::get(tx, &Actor::System, request).await?;
    if warning.settled_at.is_none() && !holds(rule, &request, now) {
        store::settle_warning(tx, request.id, rule, None).await?;
        warning.settled_at = Some(now);
    }
    let is_open = warning.settled_at.is_none();
    let picks = if is_open && rule != Rule::LowRating { picks(tx, &request).await? } else { vec![] };
    let has_phone = is_open && store::callee(tx, request.id, rule).await?.is_some_and(|callee| callee.phone.is_some());
    let thread_id = if chat_id < 0 { thread(tx, bot, chat_id, topic(&request)).await? } else { None };
    Ok(Seen { rule, warning, request, is_open, picks, has_phone, thread_id, now })
}

async fn thread(tx: &mut TenantTx, bot: BotId, chat_id: i64, topic: FixedTopic) -> Result<Option<i64>> {
    let forum = store::staff_chat(tx, bot).await?.is_some_and(|chat| chat.chat_id == chat_id && chat.is_forum);
    if forum { store::fixed_topic(tx, bot, chat_id, topic).await } else { Ok(None) }
}

/// The two who would have it next.
async fn picks(tx: &mut TenantTx, request: &Request) -> Result<Vec<assignment::Ranked>> {
    let strategy = assignment::strategy(tx, &Actor::System).await?;
    let (candidates, job) = assignment::candidates(tx, request.about.skill.as_deref()).await?;
    let job = Job { building: request.building, ..job };
    let mut ranked = assignment::rank(strategy, &job, &candidates);
    ranked.retain(|one| Some(one.member) != request.assignee);
    ranked.truncate(PICKS);
    Ok(ranked)
}

/// The message that shows a warning in a chat.
pub async fn warning_message(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
    bot: BotId,
    chat_id: i64,
) -> Result<Option<i64>> {
    store::warning_message(tx, request, rule, bot, chat_id).await
}

/// Writes down which message shows it. Has the request changed since `version` was shown, it is shown again.
pub async fn save_warning_message(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
    (bot, chat_id): (BotId, i64),
    message_id: i64,
    version: i32,
) -> Result<()> {
    store::save_warning_message(tx, request, rule, bot, chat_id, message_id).await?;
    if requests::get(tx, &Actor::System, request).await?.version != version {
        let delivery = Delivery::Warning { request, rule };
        store::enqueue(tx, bot, chat_id, Class::Alert, &delivery, Duration::ZERO).await?;
    }
    Ok(())
}

/// Nobody has dealt with it in time: the next of the chain of duty is told, in the same words.
pub async fn escalate(tx: &mut TenantTx, it: &Escalate) -> Result<()> {
    let now = tx.source().now();
    let Some(warning) = store::warning(tx, it.request, it.rule).await? else { return Ok(()) };
    if warning.settled_at.is_some() || warning.raised_at != it.raised_at {
        return Ok(());
    }
    let request = requests::get(tx, &Actor::System, it.request).await?;
    if !holds(it.rule, &request, now) {
        return store::refresh_warnings(tx, it.request).await; // and it says so
    }
    if let Some(until) = warning.quiet_until.filter(|until| *until > now) {
        return store::enqueue_escalation(tx, it, until).await;
    }
    let chain = shifts::duty_chain(tx, now, request.building).await?;
    let level = usize::try_from(warning.level).unwrap_or_default() + 1;
    let Some(next) = chain.get(level) else { return Ok(()) };
    store::raise_level(tx, it.request, it.rule).await?;
    show(tx, &request, it.rule, next.person, &chain).await?;
    store::refresh_warnings(tx, it.request).await?;
    store::enqueue_escalation(tx, it, now + Escalate::AFTER).await
}

/// «Тихо до 15:00»: it goes no further until then.
pub async fn hush(tx: &mut TenantTx, actor: &Actor, id: RequestId, rule: Rule, until: DateTime<Utc>) -> Result<()> {
    may(tx, actor, id).await?;
    open(tx, id, rule).await?;
    let (least, most) = (tx.source().now(), tx.source().now() + TimeDelta::days(1));
    if until <= least || until > most {
        return Err(Error::Invalid { field: "until", code: "period_invalid" });
    }
    store::hush_warning(tx, id, rule, until).await?;
    store::refresh_warnings(tx, id).await
}

/// «Разобрано»: whoever says so has dealt with it.
pub async fn settle(tx: &mut TenantTx, actor: &Actor, id: RequestId, rule: Rule) -> Result<()> {
    may(tx, actor, id).await?;
    open(tx, id, rule).await?;
    store::settle_warning(tx, id, rule, actor.behind()).await?;
    store::refresh_warning(tx, id, rule).await
}

/// The request is due so much later, and its resident reads `sorry`, in their language.
pub async fn extend(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RequestId,
    by: TimeDelta,
    sorry: impl FnOnce(Language) -> String,
) -> Result<Request> {
    let request = requests::extend(tx, actor, id, by).await?;
    say(tx, actor, id, sorry).await?;
    Ok(request)
}

/// The resident reads `sorry`, in their language, and whoever says so has dealt with it.
pub async fn apologize(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RequestId,
    rule: Rule,
    sorry: impl FnOnce(Language) -> String,
) -> Result<()> {
    settle(tx, actor, id, rule).await?;
    say(tx, actor, id, sorry).await
}

async fn say(tx: &mut TenantTx, actor: &Actor, id: RequestId, words: impl FnOnce(Language) -> String) -> Result<()> {
    let words = words(store::language_of_reporter(tx, id).await?);
    let new = NewComment {
        request: id,
        side: Side::Staff,
        is_question: false,
        is_internal: false,
        words: &words,
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    requests::comment(tx, actor, &new).await.map(drop)
}

/// Whom to call about a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningPhone {
    /// What they are called.
    pub name: String,
    /// Their number; none: the org knows none.
    pub phone: Option<String>,
    /// Whether they work for the org; else they filed the request.
    pub is_member: bool,
}

/// Whom to call: whoever has a late request, or whoever filed one that is not solved. A resident's number takes the right
/// to see residents, a colleague's that to see members. [`Error::NotFound`] where the org knows none.
pub async fn phone(tx: &mut TenantTx, actor: &Actor, id: RequestId, rule: Rule) -> Result<WarningPhone> {
    let request = may(tx, actor, id).await?;
    let callee = store::callee(tx, id, rule).await?.filter(|callee| callee.phone.is_some());
    let callee = callee.ok_or(Error::NotFound("phone"))?;
    let right = if callee.is_member { Permission::MembersRead } else { Permission::ResidentsRead };
    if !actor.reach(right)?.covers(&request.standing()) {
        return Err(Error::Forbidden(right));
    }
    Ok(callee)
}

/// Whoever deals with warnings gives work out, and may do so with this request.
async fn may(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsAssign)?;
    let request = requests::addressed(tx, actor, id).await?;
    if !actor.reach(Permission::RequestsAssign)?.covers(&request.standing()) {
        return Err(Error::Forbidden(Permission::RequestsAssign));
    }
    Ok(request)
}

async fn open(tx: &mut TenantTx, id: RequestId, rule: Rule) -> Result<()> {
    let warning = store::warning(tx, id, rule).await?.ok_or(Error::NotFound("warning"))?;
    if warning.settled_at.is_some() { Err(Error::Refused("alert_answered")) } else { Ok(()) }
}
