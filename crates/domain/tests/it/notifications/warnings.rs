//! Warnings: one per request and rule, to whom it may concern, gone with their cause, and further along the chain when
//! nobody deals with them.

use std::time::Duration;

use chrono::TimeDelta;
use domain::{
    Error,
    access::Actor,
    deputies::{self, NewAbsence},
    events::{self, Event},
    ids::RequestId,
    notifications::{self, Escalate, Quiet, Rule, Subject},
    people::Language,
    requests::{self, Edit, Priority},
    timeouts::Check,
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, Person},
};

use super::{GROUP, link, send_all};

const HOUR: Duration = Duration::from_secs(3600);

/// An office without a group, in which nobody has Anna's request.
async fn office() -> anyhow::Result<(TestDatabase, OrgFixture, RequestId)> {
    let (database, office) = fixtures::office().await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(&database).await?;
    send_all(&database).await?;
    Ok((database, office, id))
}

async fn happens(database: &TestDatabase, office: &OrgFixture, event: &Event) -> anyhow::Result<()> {
    database.tenant(office.org, async |tx| events::record(tx, &Actor::System, event).await).await?;
    fixtures::run_fan_out(database).await?;
    Ok(())
}

fn timed_out(request: RequestId, check: Check, person: Option<&Person>) -> Event {
    Event::RequestTimedOut { request, check, person: person.map(Person::id) }
}

/// Where a warning waits to be sent.
async fn waiting(database: &TestDatabase, rule: Rule) -> anyhow::Result<Vec<i64>> {
    let rule = serde_json::to_value(rule)?;
    let mut superuser = database.superuser().await?;
    Ok(sqlx::query_scalar(
        "select chat_id from outbox where delivery ->> 'kind' = 'warning' and delivery ->> 'rule' = $1 order by id",
    )
    .bind(rule.as_str())
    .fetch_all(&mut superuser)
    .await?)
}

/// It was sent: message 7 shows it in each chat.
async fn shown(database: &TestDatabase, office: &OrgFixture, id: RequestId, rule: Rule) -> anyhow::Result<()> {
    let chats = waiting(database, rule).await?;
    let version = request(database, office, id).await?.version;
    for chat in chats {
        let at = (office.bot.id, chat);
        database
            .tenant(office.org, async |tx| notifications::save_warning_message(tx, id, rule, at, 7, version).await)
            .await?;
    }
    send_all(database).await?;
    Ok(())
}

async fn request(database: &TestDatabase, office: &OrgFixture, id: RequestId) -> anyhow::Result<requests::Request> {
    Ok(database.tenant(office.org, async |tx| requests::get(tx, &Actor::System, id).await).await?)
}

async fn seen(
    database: &TestDatabase,
    office: &OrgFixture,
    id: RequestId,
    rule: Rule,
) -> anyhow::Result<notifications::Seen> {
    let (bot, chat) = (office.bot.id, office.dispatcher.telegram_id());
    Ok(database.tenant(office.org, async |tx| notifications::warning(tx, id, rule, bot, chat).await).await?)
}

#[tokio::test]
async fn one_warning_per_request_and_rule_is_changed_and_never_doubled() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let (first, next) = (&office.dispatcher, &office.owner);
    for _ in 0..3 {
        happens(&database, &office, &timed_out(id, Check::Unassigned, Some(first))).await?;
    }
    assert_eq!(waiting(&database, Rule::Unassigned).await?, [first.telegram_id()], "told once");
    shown(&database, &office, id, Rule::Unassigned).await?;
    happens(&database, &office, &timed_out(id, Check::Unassigned, Some(next))).await?;
    let chats = waiting(&database, Rule::Unassigned).await?;
    assert_eq!(chats, [first.telegram_id(), next.telegram_id()], "the next is told, and the first message says so");
    let open = seen(&database, &office, id, Rule::Unassigned).await?;
    assert!(open.is_open && open.warning.level > 0 && open.picks.len() == 2, "{open:?}");
    shown(&database, &office, id, Rule::Unassigned).await?;

    let worker = &office.workers[0].actor;
    database.tenant(office.org, async |tx| requests::take(tx, worker, id).await).await?;
    fixtures::run_fan_out(&database).await?;
    assert_eq!(waiting(&database, Rule::Unassigned).await?.len(), 2, "both messages say that it is solved");
    assert!(!seen(&database, &office, id, Rule::Unassigned).await?.is_open);
    send_all(&database).await?;
    database.tenant(office.org, async |tx| requests::complete(tx, worker, id, None).await).await?;
    fixtures::run_fan_out(&database).await?;
    assert!(waiting(&database, Rule::Unassigned).await?.is_empty(), "and then they rest");
    Ok(())
}

#[tokio::test]
async fn what_nobody_deals_with_goes_along_the_chain_and_not_while_it_is_quiet() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let (anna, worker) = (&office.residents[0].actor, &office.workers[0].actor);
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::complete(tx, worker, id, None).await?;
            requests::return_to_work(tx, anna, id).await
        })
        .await?;
    fixtures::run_fan_out(&database).await?;
    assert_eq!(waiting(&database, Rule::Returned).await?, [office.dispatcher.telegram_id()]);
    shown(&database, &office, id, Rule::Returned).await?;
    let (raised_at, dispatcher) =
        (seen(&database, &office, id, Rule::Returned).await?.warning.raised_at, &office.dispatcher);
    let late = Escalate { org_id: office.org, request: id, rule: Rule::Returned, raised_at };
    let until = database.source().now() + TimeDelta::hours(6);
    database
        .tenant(office.org, async |tx| notifications::hush(tx, &dispatcher.actor, id, Rule::Returned, until).await)
        .await?;
    send_all(&database).await?;
    database.source().advance(4 * HOUR);
    database.tenant(office.org, async |tx| notifications::escalate(tx, &late).await).await?;
    assert!(waiting(&database, Rule::Returned).await?.is_empty(), "somebody wants it quiet");
    database.source().advance(3 * HOUR);
    database.tenant(office.org, async |tx| notifications::escalate(tx, &late).await).await?;
    let chats = waiting(&database, Rule::Returned).await?;
    assert_eq!(chats, [office.owner.telegram_id(), dispatcher.telegram_id()]);
    shown(&database, &office, id, Rule::Returned).await?;
    // Nobody is left, and nobody is told twice.
    database.source().advance(4 * HOUR);
    database.tenant(office.org, async |tx| notifications::escalate(tx, &late).await).await?;
    assert!(waiting(&database, Rule::Returned).await?.is_empty());
    // It was dealt with: the next time is another warning.
    database.tenant(office.org, async |tx| requests::take(tx, worker, id).await).await?;
    fixtures::run_fan_out(&database).await?;
    assert!(!seen(&database, &office, id, Rule::Returned).await?.is_open);
    let again = Escalate { raised_at: raised_at + TimeDelta::hours(1), ..late };
    database.tenant(office.org, async |tx| notifications::escalate(tx, &again).await).await?;
    Ok(())
}

#[tokio::test]
async fn whom_an_admin_has_chosen_is_told_instead_of_the_chain() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let (owner, akmal) = (&office.owner.actor, &office.workers[1]);
    database
        .tenant(office.org, async |tx| {
            notifications::choose_recipient(tx, owner, Subject::Overdue, akmal.id(), true).await
        })
        .await?;
    database.source().advance(10 * 24 * HOUR);
    happens(&database, &office, &timed_out(id, Check::Overdue, None)).await?;
    assert_eq!(waiting(&database, Rule::Overdue).await?, [akmal.telegram_id()]);
    Ok(())
}

#[tokio::test]
async fn whoever_is_on_holiday_is_stood_in_for() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let (owner, [bobur, akmal]) = (&office.owner.actor, &office.workers);
    database.source().advance(10 * 24 * HOUR);
    let now = database.source().now();
    let absence = NewAbsence {
        member: bobur.actor.member().unwrap(),
        deputy: akmal.actor.member(),
        starts_at: now,
        ends_at: now + TimeDelta::days(1),
    };
    database
        .tenant(office.org, async |tx| {
            deputies::appoint(tx, owner, &absence).await?;
            notifications::choose_recipient(tx, owner, Subject::Overdue, bobur.id(), true).await
        })
        .await?;
    happens(&database, &office, &timed_out(id, Check::Overdue, None)).await?;
    assert_eq!(waiting(&database, Rule::Overdue).await?, [akmal.telegram_id()]);
    Ok(())
}

#[tokio::test]
async fn at_night_only_an_emergency_comes_at_once() -> anyhow::Result<()> {
    for emergency in [false, true] {
        let (database, office, id) = office().await?;
        let (owner, dispatcher) = (&office.owner.actor, &office.dispatcher);
        let night = Quiet { on: true, from: "13:00:00".parse()?, to: "15:00:00".parse()? };
        let urgent = Edit { priority: Some(Priority::Emergency), ..Edit::default() };
        database
            .tenant(office.org, async |tx| {
                notifications::choose_quiet(tx, &dispatcher.actor, night, Some("Asia/Tashkent")).await?;
                if emergency { requests::edit(tx, owner, id, None, &urgent).await.map(drop) } else { Ok(()) }
            })
            .await?;
        fixtures::run_fan_out(&database).await?;
        happens(&database, &office, &timed_out(id, Check::Unassigned, Some(dispatcher))).await?;
        let told = waiting(&database, Rule::Unassigned).await?;
        assert_eq!(told.len(), usize::from(emergency), "emergency: {emergency}");
    }
    Ok(())
}

#[tokio::test]
async fn the_forum_s_topic_shows_it_in_place_of_a_chat() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    link(&database, &office).await?;
    let (bot, chat) = (office.bot.id, GROUP);
    database
        .tenant(office.org, async |tx| {
            notifications::save_fixed_topic(tx, bot, chat, notifications::FixedTopic::Manager, Some(44)).await
        })
        .await?;
    database.source().advance(10 * 24 * HOUR);
    happens(&database, &office, &timed_out(id, Check::Overdue, None)).await?;
    assert_eq!(waiting(&database, Rule::Overdue).await?, [chat]);
    let seen =
        database.tenant(office.org, async |tx| notifications::warning(tx, id, Rule::Overdue, bot, chat).await).await?;
    assert_eq!(seen.thread_id, Some(44));
    Ok(())
}

#[tokio::test]
async fn an_hour_more_ends_a_warning_of_lateness_and_the_resident_reads_sorry() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let (dispatcher, worker) = (&office.dispatcher.actor, &office.workers[0].actor);
    let due = request(&database, &office, id).await?.due_at.unwrap();
    let now = database.source().now();
    database.source().advance((due - now - TimeDelta::minutes(10)).to_std()?);
    happens(&database, &office, &timed_out(id, Check::DueSoon, None)).await?;
    shown(&database, &office, id, Rule::DueSoon).await?;
    database.source().advance(HOUR);
    happens(&database, &office, &timed_out(id, Check::Overdue, None)).await?;
    let chats = waiting(&database, Rule::Overdue).await?;
    assert_eq!(chats, [office.dispatcher.telegram_id()], "the same message says that it is late now");
    let (bot, chat) = (office.bot.id, office.dispatcher.telegram_id());
    let message = database
        .tenant(office.org, async |tx| notifications::warning_message(tx, id, Rule::Overdue, bot, chat).await)
        .await?;
    assert_eq!(message, Some(7));
    send_all(&database).await?;

    let sorry = |language: Language| format!("Извините ({language:?})");
    let refused = database
        .tenant(office.org, async |tx| notifications::extend(tx, worker, id, TimeDelta::hours(1), sorry).await)
        .await;
    assert!(matches!(refused, Err(Error::Forbidden(_) | Error::NotFound(_))), "{refused:?}");
    database
        .tenant(office.org, async |tx| notifications::extend(tx, dispatcher, id, TimeDelta::hours(1), sorry).await)
        .await?;
    fixtures::run_fan_out(&database).await?;
    let after = request(&database, &office, id).await?;
    assert_eq!(after.due_at, Some(database.source().now() + TimeDelta::hours(1)));
    assert_eq!(after.comments, 1);
    assert!(!seen(&database, &office, id, Rule::Overdue).await?.is_open);
    Ok(())
}

#[tokio::test]
async fn bad_stars_stay_until_somebody_says_sorry_and_a_number_takes_a_right() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let (anna, worker, dispatcher) = (&office.residents[0].actor, &office.workers[0].actor, &office.dispatcher.actor);
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::complete(tx, worker, id, None).await?;
            requests::accept(tx, anna, id).await?;
            requests::rate(tx, anna, id, 2).await
        })
        .await?;
    fixtures::run_fan_out(&database).await?;
    let rated = seen(&database, &office, id, Rule::LowRating).await?;
    assert!(rated.is_open && rated.has_phone, "{rated:?}");
    let callee =
        database.tenant(office.org, async |tx| notifications::phone(tx, dispatcher, id, Rule::LowRating).await).await?;
    assert_eq!((callee.name.as_str(), callee.is_member), ("Анна Жительница", false));
    let curious =
        database.tenant(office.org, async |tx| notifications::phone(tx, worker, id, Rule::LowRating).await).await;
    assert!(matches!(curious, Err(Error::Forbidden(_))), "{curious:?}");
    shown(&database, &office, id, Rule::LowRating).await?;
    let sorry = |_| "Извините".to_owned();
    database
        .tenant(office.org, async |tx| notifications::apologize(tx, dispatcher, id, Rule::LowRating, sorry).await)
        .await?;
    assert_eq!(waiting(&database, Rule::LowRating).await?.len(), 1);
    let over = seen(&database, &office, id, Rule::LowRating).await?;
    assert_eq!((over.is_open, over.warning.settled_by.as_deref()), (false, Some("Малика Диспетчер")));
    let twice =
        database.tenant(office.org, async |tx| notifications::settle(tx, dispatcher, id, Rule::LowRating).await).await;
    assert!(matches!(twice, Err(Error::Refused("alert_answered"))), "{twice:?}");
    Ok(())
}
