//! Who is told of each event, and by what.

use std::time::Duration;

use domain::{
    events,
    ids::RequestId,
    notifications, people,
    property::{self, ResidentRole},
    requests::{self, NewComment, Side},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::{GROUP, link, outbox, send_all};

/// The table of the outbox after an event: who is told, class, kind.
async fn told(database: &TestDatabase, office: &OrgFixture, what: &str, table: &mut String) -> anyhow::Result<()> {
    fixtures::run_fan_out(database).await?;
    let name = |chat| match chat {
        GROUP => "staff",
        chat if chat == office.residents[0].telegram_id() => "anna",
        chat if chat == office.owner.telegram_id() => "owner",
        _ => "somebody else",
    };
    let lines: Vec<String> = outbox(database)
        .await?
        .iter()
        .map(|(chat, class, kind)| format!("{}: {kind} ({class})", name(*chat)))
        .collect();
    table.push_str(&format!("{what:<28} {}\n", if lines.is_empty() { "nobody".to_owned() } else { lines.join(", ") }));
    send_all(database).await
}

#[tokio::test]
async fn who_is_told_of_what() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, bobur) = (&office.residents[0], &office.workers[0]);
    let mut table = String::new();
    let early = fixtures::file(&database, &office, anna).await?.id;
    told(&database, &office, "filed without a group", &mut table).await?;
    database
        .tenant(office.org, async |tx| {
            notifications::link_staff_chat(tx, &office.owner.actor, &super::group(&office)).await
        })
        .await?;
    told(&database, &office, "group linked", &mut table).await?;
    let id = fixtures::file(&database, &office, anna).await?.id;
    told(&database, &office, "filed", &mut table).await?;
    database.tenant(office.org, async |tx| requests::take(tx, &bobur.actor, id).await).await?;
    told(&database, &office, "taken", &mut table).await?;
    for (what, side, author) in [("staff's word", Side::Staff, bobur), ("resident's word", Side::Resident, anna)] {
        let word = NewComment {
            request: id,
            side,
            is_question: false,
            is_internal: false,
            words: "Слово",
            attachments: &[],
            album: None,
            point: None,
            origin: None,
        };
        database.tenant(office.org, async |tx| requests::comment(tx, &author.actor, &word).await).await?;
        told(&database, &office, what, &mut table).await?;
    }
    database
        .tenant(office.org, async |tx| {
            notifications::ask_for_question(tx, &bobur.actor, office.bot.id, GROUP, id).await
        })
        .await?;
    told(&database, &office, "asked for a question", &mut table).await?;
    database.tenant(office.org, async |tx| requests::complete(tx, &bobur.actor, id, None).await).await?;
    told(&database, &office, "completed", &mut table).await?;
    database.tenant(office.org, async |tx| requests::return_to_work(tx, &anna.actor, id).await).await?;
    told(&database, &office, "returned", &mut table).await?;
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, &bobur.actor, id).await?;
            requests::complete(tx, &bobur.actor, id, None).await?;
            requests::accept(tx, &anna.actor, id).await
        })
        .await?;
    told(&database, &office, "taken, completed, accepted", &mut table).await?;
    database.tenant(office.org, async |tx| requests::rate(tx, &anna.actor, id, 5).await).await?;
    told(&database, &office, "rated", &mut table).await?;
    database.tenant(office.org, async |tx| requests::cancel(tx, &anna.actor, early, None).await).await?;
    told(&database, &office, "cancelled", &mut table).await?;
    database.tenant(office.org, async |tx| notifications::lose_staff_chat(tx, office.bot.id, GROUP).await).await?;
    told(&database, &office, "group lost", &mut table).await?;
    fixtures::file(&database, &office, anna).await?;
    told(&database, &office, "filed with the group lost", &mut table).await?;
    insta::assert_snapshot!(table);
    Ok(())
}

#[tokio::test]
async fn a_job_that_runs_again_tells_nobody_twice() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(&database).await?;
    let worker = &office.workers[0].actor;
    let word = NewComment {
        request: id,
        side: Side::Staff,
        is_question: true,
        is_internal: false,
        words: "Когда вы дома?",
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::comment(tx, worker, &word).await?;
            requests::complete(tx, worker, id, None).await
        })
        .await?;
    let jobs = fixtures::waiting_jobs(&database).await?;
    assert_eq!(jobs.len(), 3);
    fixtures::run_fan_out(&database).await?;
    assert!(outbox(&database).await?.iter().any(|(_, _, kind)| kind == "taken"));
    send_all(&database).await?;
    for job in &jobs {
        database.tenant(office.org, async |tx| notifications::fan_out(tx, job.event).await).await?;
    }
    assert_eq!(outbox(&database).await?, []);
    Ok(())
}

#[tokio::test]
async fn two_runs_of_one_job_at_once_tell_once() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    fixtures::file(&database, &office, &office.residents[0]).await?;
    let event = fixtures::waiting_jobs(&database).await?[0].event;
    let (mut first, mut second) = (database.db().tenant(office.org).await?, database.db().tenant(office.org).await?);
    notifications::fan_out(&mut first, event).await?;
    let (again, met) = tokio::join!(notifications::fan_out(&mut second, event), async {
        database.somebody_waits().await?;
        first.commit().await?;
        anyhow::Ok(())
    });
    met?;
    again?;
    second.commit().await?;
    assert_eq!(outbox(&database).await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn who_cannot_be_reached_gets_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    let (anna, worker) = (&office.residents[0], &office.workers[0].actor);
    let id = fixtures::file(&database, &office, anna).await?.id;
    fixtures::run_fan_out(&database).await?;
    send_all(&database).await?;
    database.tenant(office.org, async |tx| people::mark_unreachable(tx, anna.telegram_id()).await).await?;
    let word = NewComment {
        request: id,
        side: Side::Staff,
        is_question: false,
        is_internal: false,
        words: "Слово",
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::comment(tx, worker, &word).await?;
            requests::complete(tx, worker, id, None).await
        })
        .await?;
    fixtures::run_fan_out(&database).await?;
    let chats: Vec<i64> = outbox(&database).await?.into_iter().map(|(chat, ..)| chat).collect();
    assert!(!chats.is_empty() && chats.iter().all(|chat| *chat == GROUP), "{chats:?}");
    send_all(&database).await?;

    database.tenant(office.org, async |tx| people::mark_reachable(tx, anna.telegram_id()).await).await?;
    fixtures::run_fan_out(&database).await?;
    assert_eq!(
        outbox(&database).await?,
        [(anna.telegram_id(), 2, "card".to_owned())],
        "back again: the card is brought up to date"
    );
    Ok(())
}

#[tokio::test]
async fn a_manager_who_cannot_be_reached_is_not_alerted() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    database
        .tenant(office.org, async |tx| {
            people::mark_unreachable(tx, office.owner.telegram_id()).await?;
            notifications::lose_staff_chat(tx, office.bot.id, GROUP).await?;
            notifications::lose_staff_chat(tx, office.bot.id, GROUP).await
        })
        .await?;
    assert_eq!(fixtures::run_fan_out(&database).await?, 1, "lost once, told once");
    assert_eq!(outbox(&database).await?, []);
    Ok(())
}

#[tokio::test]
async fn an_album_waits_for_its_parts() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    let anna = &office.residents[0];
    let id: RequestId = fixtures::file(&database, &office, anna).await?.id;
    fixtures::run_fan_out(&database).await?;
    send_all(&database).await?;
    for _ in 0..3 {
        let part = NewComment {
            request: id,
            side: Side::Resident,
            is_question: false,
            is_internal: false,
            words: "Часть",
            attachments: &[],
            album: Some("a"),
            point: None,
            origin: None,
        };
        database.tenant(office.org, async |tx| requests::comment(tx, &anna.actor, &part).await).await?;
    }
    assert_eq!(fixtures::run_fan_out(&database).await?, 1);
    let lease = std::time::Duration::from_secs(60);
    let now = notifications::claim(database.db(), 9, lease, None).await?;
    assert!(now.iter().all(|claimed| matches!(claimed.delivery, notifications::Delivery::Card { .. })), "{now:?}");
    for claimed in now {
        database.tenant(office.org, async |tx| notifications::done(tx, claimed.id).await).await?;
    }
    database.source().advance(std::time::Duration::from_millis(1500));
    let then = notifications::claim(database.db(), 9, lease, None).await?;
    assert!(
        matches!(then[..], [ref claimed] if matches!(claimed.delivery, notifications::Delivery::Comment { .. })),
        "{then:?}"
    );
    let told = database.tenant(office.org, async |tx| events::timeline(tx, id).await).await?;
    assert_eq!(told.len(), 2, "{told:?}");
    Ok(())
}

#[tokio::test]
async fn somebody_who_is_being_shown_is_shown_again_when_they_say_more() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let vera = fixtures::stranger(database.db(), office.org, 80_001, "Вера").await?;
    let unit = office.units[3].unit;
    database.tenant(office.org, async |tx| property::move_in(tx, vera.id(), unit).await).await?;
    fixtures::run_fan_out(&database).await?;
    let on_their_way = notifications::claim(database.db(), 32, Duration::from_secs(60), None).await?;
    assert!(!on_their_way.is_empty());
    database
        .tenant(office.org, async |tx| property::choose_role(tx, vera.id(), unit, ResidentRole::Owner).await)
        .await?;
    fixtures::run_fan_out(&database).await?;
    let (waiting,): (i64,) = sqlx::query_as(
        "select count(*) from outbox where leased_until is null and delivery ->> 'kind' = 'resident_asks'",
    )
    .fetch_one(&mut database.superuser().await?)
    .await?;
    assert_eq!(waiting, i64::try_from(on_their_way.len())?, "each of them may show what was so before");
    Ok(())
}
