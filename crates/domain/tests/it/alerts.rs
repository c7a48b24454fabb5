//! Alerts: who is told of what, once an hour, and what an answer does.

use std::time::Duration;

use domain::{
    access::Actor,
    alerts::{self, Alert, Kind, Limits},
    audit,
    events::{self, AlertAnswer, Event, SignInFailure},
    ids::{PersonId, SessionId},
    notifications::{self, Delivery},
    people, sessions,
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

async fn record(database: &TestDatabase, office: &OrgFixture, actor: &Actor, event: Event) -> anyhow::Result<()> {
    database.tenant(office.org, async |tx| events::record(tx, actor, &event).await).await?;
    fixtures::run_fan_out(database).await?;
    Ok(())
}

fn signed_in(person: PersonId) -> Event {
    Event::SignedIn { person, session: SessionId(uuid::Uuid::nil()), new_device: true, device: "Firefox".into() }
}

async fn raised(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Vec<Alert>> {
    Ok(database.tenant(office.org, async |tx| alerts::list(tx, &office.owner.actor, None, 100).await).await?)
}

/// The chats to which alerts wait to be sent; they are taken out of the outbox.
async fn told(database: &TestDatabase) -> anyhow::Result<Vec<i64>> {
    let claimed = notifications::claim(database.db(), 100, Duration::from_secs(60), None).await?;
    let mut chats = vec![];
    for delivery in claimed {
        if matches!(delivery.delivery, Delivery::Alert { .. }) {
            chats.push(delivery.chat_id);
        }
        database.tenant(delivery.org, async |tx| notifications::done(tx, delivery.id).await).await?;
    }
    Ok(chats)
}

#[tokio::test]
async fn the_owners_are_told_once_an_hour_of_one_kind_and_person() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (worker, dispatcher) = (&office.workers[0], &office.dispatcher);
    fixtures::run_fan_out(&database).await?;
    assert!(raised(&database, &office).await?.is_empty(), "the founding of an org alarms nobody");

    record(&database, &office, &worker.actor, signed_in(worker.id())).await?;
    record(&database, &office, &worker.actor, signed_in(worker.id())).await?;
    let one = raised(&database, &office).await?;
    assert_eq!((one.len(), one[0].kind, one[0].person), (1, Kind::NewDevice, Some(worker.id())));
    assert_eq!(one[0].facts.device.as_deref(), Some("Firefox"));
    assert_eq!(told(&database).await?, [office.owner.telegram_id()]);

    record(&database, &office, &dispatcher.actor, signed_in(dispatcher.id())).await?;
    assert_eq!(raised(&database, &office).await?.len(), 2, "another person is another alert");
    database.source().advance(Duration::from_secs(61 * 60));
    record(&database, &office, &worker.actor, signed_in(worker.id())).await?;
    assert_eq!(raised(&database, &office).await?.len(), 3);
    record(&database, &office, &office.residents[0].actor, signed_in(office.residents[0].id())).await?;
    assert_eq!(raised(&database, &office).await?.len(), 3, "a resident signs in as they like");
    Ok(())
}

#[tokio::test]
async fn many_failures_and_many_rows_are_counted_over_their_time() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let worker = &office.workers[0];
    let failed = || Event::SignInFailed { person: worker.id(), why: SignInFailure::Password };
    for _ in 0..4 {
        record(&database, &office, &Actor::System, failed()).await?;
    }
    database.source().advance(Duration::from_secs(11 * 60));
    record(&database, &office, &Actor::System, failed()).await?;
    assert!(raised(&database, &office).await?.is_empty(), "the four are too long ago");
    for _ in 0..4 {
        record(&database, &office, &Actor::System, failed()).await?;
    }
    let found = raised(&database, &office).await?;
    assert_eq!((found.len(), found[0].kind, found[0].facts.count), (1, Kind::ManyFailures, Some(5)));

    let exported = |rows| Event::Exported { what: "requests".into(), format: "csv".into(), rows };
    record(&database, &office, &office.dispatcher.actor, exported(600)).await?;
    record(&database, &office, &worker.actor, exported(600)).await?;
    assert_eq!(raised(&database, &office).await?.len(), 1, "each took little");
    record(&database, &office, &worker.actor, exported(600)).await?;
    let found = raised(&database, &office).await?;
    assert_eq!(
        (found[0].kind, found[0].person, found[0].facts.count),
        (Kind::MassExport, Some(worker.id()), Some(1200))
    );
    Ok(())
}

#[tokio::test]
async fn an_answer_ends_the_sessions_and_is_given_once() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let worker = &office.workers[0];
    let account = fixtures::account(&database, worker).await?;
    let session = fixtures::session(&database, account).await?;
    record(&database, &office, &worker.actor, signed_in(worker.id())).await?;
    let alert = raised(&database, &office).await?.remove(0);
    told(&database).await?;
    database
        .tenant(office.org, async |tx| {
            alerts::save_message(tx, alert.id, office.bot.id, office.owner.telegram_id(), 77).await
        })
        .await?;

    for actor in [&worker.actor, &office.residents[0].actor] {
        let refused =
            database.tenant(office.org, async |tx| alerts::answer(tx, actor, alert.id, AlertAnswer::Fine).await).await;
        assert_eq!(refused.unwrap_err().code(), "forbidden", "an alert is the owners' alone");
        assert!(database.tenant(office.org, async |tx| alerts::list(tx, actor, None, 9).await).await.is_err());
    }
    let caller = async || database.tenant(office.org, async |tx| sessions::caller(tx, session).await).await;
    assert!(caller().await?.is_some());
    let end = async || {
        let owner = &office.owner.actor;
        database
            .tenant(office.org, async |tx| alerts::answer(tx, owner, alert.id, AlertAnswer::EndSessions).await)
            .await
    };
    let answered = end().await?;
    assert_eq!(answered.answer, Some(AlertAnswer::EndSessions));
    assert_eq!(answered.answered_by.as_deref(), Some("Рустам Владелец"));
    assert!(caller().await?.is_none(), "the session is over");
    assert_eq!(end().await.unwrap_err().code(), "alert_answered");
    fixtures::run_fan_out(&database).await?;
    assert_eq!(told(&database).await?, [office.owner.telegram_id()], "the message that shows it changes");
    Ok(())
}

#[tokio::test]
async fn an_alert_of_nobody_has_no_sessions_to_end_and_an_owner_out_of_reach_is_not_told() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    database.tenant(office.org, async |tx| people::mark_unreachable(tx, office.owner.telegram_id()).await).await?;
    record(&database, &office, &Actor::System, Event::BotTokenChanged { bot: office.bot.id }).await?;
    let alert = raised(&database, &office).await?.remove(0);
    assert_eq!(
        (alert.kind, alert.person, alert.facts.bot.as_deref()),
        (Kind::BotTokenChanged, None, Some("office_1_bot"))
    );
    assert_eq!(told(&database).await?, Vec::<i64>::new());
    let owner = &office.owner.actor;
    let refused = database
        .tenant(office.org, async |tx| alerts::answer(tx, owner, alert.id, AlertAnswer::EndSessions).await)
        .await;
    assert_eq!(refused.unwrap_err().code(), "alert_without_person");
    database.tenant(office.org, async |tx| alerts::answer(tx, owner, alert.id, AlertAnswer::Fine).await).await?;
    Ok(())
}

#[tokio::test]
async fn an_org_says_itself_what_is_many() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner.actor, &office.workers[0]);
    let set = async |limits: Limits| {
        database.tenant(office.org, async |tx| alerts::set_limits(tx, owner, &limits).await).await
    };
    let default = database.tenant(office.org, async |tx| alerts::limits(tx, owner).await).await?;
    assert_eq!(default, Limits::default());
    let limits = Limits { failures: 2, failures_minutes: 3, new_device: false, ..default };
    set(limits).await?;
    set(limits).await?; // the same once more is no change
    assert_eq!(database.tenant(office.org, async |tx| alerts::limits(tx, owner).await).await?, limits);
    record(&database, &office, &worker.actor, signed_in(worker.id())).await?;
    let failed = || Event::SignInFailed { person: worker.id(), why: SignInFailure::Password };
    record(&database, &office, &Actor::System, failed()).await?;
    assert!(raised(&database, &office).await?.is_empty());
    database.source().advance(Duration::from_secs(4 * 60));
    record(&database, &office, &Actor::System, failed()).await?;
    assert!(raised(&database, &office).await?.is_empty(), "the first one is four minutes ago");
    record(&database, &office, &Actor::System, failed()).await?;
    let alert = raised(&database, &office).await?.remove(0);
    assert_eq!((alert.kind, alert.facts.count, alert.facts.minutes), (Kind::ManyFailures, Some(2), Some(3)));

    for wrong in [Limits { failures: 1, ..limits }, Limits { rows_minutes: 1441, ..limits }] {
        assert_eq!(set(wrong).await.unwrap_err().code(), "alert_limit_invalid");
    }
    for actor in [&office.dispatcher.actor, &worker.actor] {
        let refused = database.tenant(office.org, async |tx| alerts::set_limits(tx, actor, &default).await).await;
        assert_eq!(refused.unwrap_err().code(), "forbidden");
    }
    let log = database
        .tenant(office.org, async |tx| audit::list(tx, owner, &audit::Filter::default(), None, 100).await)
        .await?;
    let told: Vec<_> = log.iter().filter(|entry| entry.kind == "alert_limits_changed").collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        told[0].changes,
        Some(serde_json::json!({ "failures": [5, 2], "failures_minutes": [10, 3], "new_device": [true, false] }))
    );
    Ok(())
}
