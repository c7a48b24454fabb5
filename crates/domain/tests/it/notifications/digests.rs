//! The digest of the morning: once per person and day, by their own clock.

use std::time::Duration;

use domain::{
    access::{Actor, Role},
    members,
    notifications::{self, Level, Quiet, Subject},
    people::Newcomer,
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::outbox;

/// Goes on to this moment: the clock begins on Saturday the 21st of November 2026.
fn until(database: &TestDatabase, at: &str) {
    let at: chrono::DateTime<chrono::Utc> = at.parse().unwrap();
    let wait: Duration = (at - database.source().now()).to_std().unwrap();
    database.source().advance(wait);
}

async fn sent(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<usize> {
    Ok(database.tenant(office.org, async |tx| notifications::send_digests(tx).await).await?)
}

#[tokio::test]
async fn everybody_who_runs_the_org_has_one_at_half_past_eight_of_their_weekdays() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let who = Newcomer { telegram_id: 777, name: "Нигора", username: None, language: None };
    let manager = database
        .tenant(office.org, async |tx| {
            members::add(tx, &Actor::System, &who, Role::Manager).await?;
            let met = domain::people::identify(tx, &who).await?;
            let actor = Actor::load(tx, met.person).await?;
            // She is in Moscow: two hours behind Tashkent.
            notifications::choose_quiet(tx, &actor, Quiet::default(), Some("Europe/Moscow")).await?;
            Ok(actor)
        })
        .await?;
    until(&database, "2026-11-22T08:45:00+05:00");
    assert_eq!(sent(&database, &office).await?, 0, "it is Sunday");
    until(&database, "2026-11-23T08:29:00+05:00");
    assert_eq!(sent(&database, &office).await?, 0, "not yet");
    until(&database, "2026-11-23T08:31:00+05:00");
    assert_eq!(sent(&database, &office).await?, 1, "the owner, in Tashkent");
    assert_eq!(sent(&database, &office).await?, 0, "has it");
    until(&database, "2026-11-23T08:31:00+03:00");
    assert_eq!(sent(&database, &office).await?, 1, "the manager, in Moscow");
    let chats: Vec<i64> = outbox(&database).await?.into_iter().map(|one| one.0).collect();
    assert_eq!(chats, [office.owner.telegram_id(), 777]);

    // Whoever does not want it has none; a morning that was missed is not made up for in the afternoon.
    database
        .tenant(office.org, async |tx| notifications::choose_level(tx, &manager, Subject::Digest, Level::None).await)
        .await?;
    until(&database, "2026-11-24T11:30:00+05:00");
    assert_eq!(sent(&database, &office).await?, 1);
    until(&database, "2026-11-25T13:30:00+05:00");
    assert_eq!(sent(&database, &office).await?, 0);
    Ok(())
}

#[tokio::test]
async fn two_processes_and_a_kill_make_one_digest() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    until(&database, "2026-11-23T09:00:00+05:00");
    // One is killed after it has written, and before its commit.
    let mut killed = database.db().tenant(office.org).await?;
    assert_eq!(notifications::send_digests(&mut killed).await?, 1);
    drop(killed);
    assert!(outbox(&database).await?.is_empty());
    // Then a few look at once.
    let looks = (0..8).map(|_| {
        let (db, org) = (database.db().clone(), office.org);
        tokio::spawn(async move {
            let mut tx = db.tenant(org).await?;
            let sent = notifications::send_digests(&mut tx).await?;
            tx.commit().await?;
            anyhow::Ok(sent)
        })
    });
    let mut all = 0;
    for look in looks.collect::<Vec<_>>() {
        all += look.await??;
    }
    assert_eq!(all, 1);
    assert_eq!(outbox(&database).await?.len(), 1, "one row, and one message");
    Ok(())
}
