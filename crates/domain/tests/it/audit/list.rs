//! The log as it is read: by filters, in pages, as a file; and the reports.

use std::time::Duration;

use chrono::TimeDelta;
use domain::{
    access::Actor,
    audit::{self, Entry, Filter},
    events::{self, Event, SignInFailure},
    ids::{EventId, SessionId},
    people::{self, Language},
};
use platform::Surface;
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

const DAY: Duration = Duration::from_secs(24 * 3600);

async fn read(database: &TestDatabase, office: &OrgFixture, filter: &Filter) -> anyhow::Result<Vec<Entry>> {
    Ok(database.tenant(office.org, async |tx| audit::list(tx, &office.owner.actor, filter, None, 100).await).await?)
}

fn kinds(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.kind.as_str()).collect()
}

#[tokio::test]
async fn each_filter_finds_what_it_says() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let anna = &office.residents[0];
    database.source().advance(DAY);
    let from = database.source().now();
    let request = fixtures::file(&database, &office, anna).await?.id;
    let mut tx = database.db().for_surface(Surface::Bot).tenant(office.org).await?;
    people::choose_language(&mut tx, anna.id(), Language::Uz).await?;
    tx.commit().await?;
    database.source().advance(DAY);

    let all = read(&database, &office, &Filter::default()).await?;
    assert!(all.len() > 10 && all.is_sorted_by(|a, b| a.id > b.id), "the latest first");
    assert_eq!(all[0].actor_name.as_deref(), Some("Анна Жительница"));
    let both = ["language_chosen", "request_filed"];
    for (filter, expected) in [
        (Filter { kind: Some("request_filed".into()), ..Filter::default() }, &both[1..]),
        (Filter { person: Some(anna.id()), from: Some(from), ..Filter::default() }, &both[..]),
        (Filter { subject_kind: Some("request".into()), subject: Some(request.0), ..Filter::default() }, &both[1..]),
        (Filter { surface: Some(Surface::Bot), ..Filter::default() }, &both[..1]),
        (Filter { from: Some(from), ..Filter::default() }, &both[..]),
        (Filter { text: Some(" анна жит".into()), from: Some(from), ..Filter::default() }, &both[..]),
        (Filter { text: Some("\"UZ\"".into()), ..Filter::default() }, &both[..1]),
        (Filter { from: Some(database.source().now()), ..Filter::default() }, &[]),
        (Filter { to: Some(from - TimeDelta::days(2)), ..Filter::default() }, &[]),
    ] {
        assert_eq!(kinds(&read(&database, &office, &filter).await?), expected, "{filter:?}");
    }
    let before = read(&database, &office, &Filter { to: Some(from), ..Filter::default() }).await?;
    assert_eq!(before.len(), all.len() - 2);
    let long = Filter { text: Some("я".repeat(101)), ..Filter::default() };
    assert!(read(&database, &office, &long).await.is_err());
    Ok(())
}

#[tokio::test]
async fn pages_hold_every_event_once() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let all = read(&database, &office, &Filter::default()).await?;
    let (mut seen, mut before): (Vec<EventId>, Option<EventId>) = (vec![], None);
    loop {
        let page = database
            .tenant(office.org, async |tx| audit::list(tx, &office.owner.actor, &Filter::default(), before, 3).await)
            .await?;
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        seen.extend(page.iter().map(|entry| entry.id));
    }
    assert_eq!(seen, all.iter().map(|entry| entry.id).collect::<Vec<_>>());
    Ok(())
}

#[tokio::test]
async fn whoever_may_not_read_the_log_reads_what_concerns_them() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, worker) = (&office.residents[0], &office.workers[0]);
    fixtures::file(&database, &office, anna).await?;
    fixtures::file(&database, &office, &office.residents[1]).await?;
    let own = database.tenant(office.org, async |tx| audit::list_own(tx, &anna.actor, None, 100).await).await?;
    assert_eq!(kinds(&own)[0], "request_filed");
    assert!(own.iter().all(|entry| entry.actor == Some(anna.id()) || entry.subject == Some(anna.id().0)), "{own:?}");
    let own = database.tenant(office.org, async |tx| audit::list_own(tx, &worker.actor, None, 100).await).await?;
    assert_eq!(kinds(&own), ["member_added"], "what was done about them is theirs to know");

    for actor in [&anna.actor, &worker.actor] {
        let whole =
            database.tenant(office.org, async |tx| audit::list(tx, actor, &Filter::default(), None, 100).await).await;
        if let Ok(entries) = whole {
            assert!(
                entries
                    .iter()
                    .all(|entry| entry.actor == actor.person() || entry.subject == actor.person().map(|id| id.0))
            );
        }
        let file =
            database.tenant(office.org, async |tx| audit::export(tx, actor, &Filter::default(), "csv").await).await;
        assert_eq!(file.unwrap_err().code(), "forbidden");
        let now = database.source().now();
        let report = database.tenant(office.org, async |tx| audit::security_report(tx, actor, now, now).await).await;
        assert_eq!(report.unwrap_err().code(), "forbidden");
    }
    assert!(database.tenant(office.org, async |tx| audit::list_own(tx, &Actor::System, None, 9).await).await.is_err());
    Ok(())
}

#[tokio::test]
async fn an_export_is_an_event_and_holds_what_was_there_when_it_began() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let before = read(&database, &office, &Filter::default()).await?;
    let owner = &office.owner.actor;
    let export =
        database.tenant(office.org, async |tx| audit::export(tx, owner, &Filter::default(), "csv").await).await?;
    assert_eq!(export.rows, before.len() as u64);
    fixtures::file(&database, &office, &office.residents[0]).await?;

    let (mut exported, mut after) = (vec![], None);
    loop {
        let page = database.tenant(office.org, async |tx| audit::export_next(tx, &export, after, 4).await).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        exported.extend(page);
    }
    assert_eq!(exported, before);
    let now = read(&database, &office, &Filter { kind: Some("exported".into()), ..Filter::default() }).await?;
    assert_eq!((now.len(), &now[0].data["rows"]), (1, &export.rows.into()));
    Ok(())
}

#[tokio::test]
async fn the_reports_count_by_person_and_day_of_the_org() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner, &office.workers[0]);
    let start = database.source().now(); // 14:05 in Tashkent
    let record = async |event: Event| {
        database.tenant(office.org, async |tx| events::record(tx, &worker.actor, &event).await).await
    };
    let (person, session) = (worker.id(), SessionId(database.source().id()));
    let signed_in = |new_device| Event::SignedIn { person, session, new_device, device: "Firefox".into() };
    record(signed_in(true)).await?;
    record(Event::SignInFailed { person, why: SignInFailure::Password }).await?;
    database.source().advance(Duration::from_secs(10 * 3600)); // 00:05 of the next day there, the same day in UTC
    record(signed_in(false)).await?;
    record(Event::Exported { what: "requests".into(), format: "csv".into(), rows: 70 }).await?;
    record(Event::Exported { what: "requests".into(), format: "csv".into(), rows: 30 }).await?;
    record(Event::SessionsEnded { person, count: 2 }).await?;
    database.source().advance(DAY);

    let end = database.source().now();
    let days =
        database.tenant(office.org, async |tx| audit::security_report(tx, &owner.actor, start, end).await).await?;
    let told: Vec<_> = days
        .iter()
        .filter(|day| day.person == Some(person))
        .map(|day| {
            (
                day.day.to_string(),
                day.sign_ins,
                day.new_devices,
                day.failures,
                day.exports,
                day.rows_exported,
                day.sessions_ended,
            )
        })
        .collect();
    assert_eq!(told, [("2026-11-22".into(), 1, 0, 0, 2, 100, 1), ("2026-11-21".into(), 1, 1, 1, 0, 0, 0)]);
    assert!(days.iter().any(|day| day.role_changes == 1 && day.name.as_deref() == Some("Малика Диспетчер")));

    let active = database.tenant(office.org, async |tx| audit::activity(tx, &owner.actor, start, end).await).await?;
    assert_eq!((active[0].person, active[0].events, active[0].days), (person, 6, 2));
    assert_eq!(active[0].surfaces, ["system"]);
    let long = database
        .tenant(office.org, async |tx| audit::activity(tx, &owner.actor, start, start + TimeDelta::days(93)).await)
        .await;
    assert_eq!(long.unwrap_err().code(), "period_invalid");
    Ok(())
}
