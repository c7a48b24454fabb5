//! Who is told what, and when: levels, quiet hours, the bundle of the morning, and who gets which alert.

use std::time::Duration;

use domain::{
    Error,
    access::Role,
    events::Event,
    ids::RequestId,
    notifications::{self, Claimed, Delivery, Level, Quiet, Subject, Way},
    requests::{self, NewComment, Side},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, Person},
};

use super::{link, outbox, send_all};

const HOUR: Duration = Duration::from_secs(3600);

/// An office in which Anna has a request, and nothing waits for sending. It is five past two in the afternoon.
async fn office() -> anyhow::Result<(TestDatabase, OrgFixture, RequestId)> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(&database).await?;
    send_all(&database).await?;
    Ok((database, office, id))
}

/// Bobur takes it, asks something, and says that it is done.
async fn work(database: &TestDatabase, office: &OrgFixture, id: RequestId) -> anyhow::Result<()> {
    let worker = &office.workers[0].actor;
    let word = NewComment {
        request: id,
        side: Side::Staff,
        is_question: true,
        is_internal: false,
        words: "Вы дома?",
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
    fixtures::run_fan_out(database).await?;
    Ok(())
}

/// What goes to a person now: kind and whether it is silent. Cards go on by themselves.
async fn sent_to(database: &TestDatabase, who: &Person) -> anyhow::Result<Vec<(String, bool)>> {
    let mut superuser = database.superuser().await?;
    Ok(sqlx::query_as(
        "select delivery ->> 'kind', silent from outbox
         where chat_id = $1 and delivery ->> 'kind' <> 'card' and not_before <= $2 order by id",
    )
    .bind(who.telegram_id())
    .bind(database.source().now())
    .fetch_all(&mut superuser)
    .await?)
}

fn loud(kinds: &[&str]) -> Vec<(String, bool)> {
    kinds.iter().map(|kind| ((*kind).to_owned(), false)).collect()
}

#[tokio::test]
async fn by_day_everything_comes_at_once() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    work(&database, &office, id).await?;
    assert_eq!(sent_to(&database, &office.residents[0]).await?, loud(&["taken", "comment", "ask_acceptance"]));
    Ok(())
}

#[tokio::test]
async fn at_night_a_word_is_silent_and_the_rest_waits_for_one_bundle() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let anna = &office.residents[0];
    database.source().advance(9 * HOUR); // five past eleven
    work(&database, &office, id).await?;
    assert_eq!(sent_to(&database, anna).await?, [("comment".to_owned(), true)]);
    let held = database.tenant(office.org, async |tx| notifications::held(tx, anna.id()).await).await?;
    assert_eq!(held.len(), 2, "{held:?}");
    send_now(&database).await?;

    database.source().advance(8 * HOUR + HOUR / 2); // half past seven
    assert!(sent_to(&database, anna).await?.is_empty(), "not yet");
    database.source().advance(HOUR / 2); // five past eight
    assert_eq!(sent_to(&database, anna).await?, loud(&["bundle"]), "one message for both");

    let ids: Vec<_> = held.iter().map(|one| one.id).collect();
    database.tenant(office.org, async |tx| notifications::no_longer_held(tx, &ids).await).await?;
    assert!(database.tenant(office.org, async |tx| notifications::held(tx, anna.id()).await).await?.is_empty());
    let told = database.tenant(office.org, async |tx| notifications::history(tx, &anna.actor, None, 10).await).await?;
    let told: Vec<_> = told.iter().map(|told| (told.kind.as_str(), told.way, told.waits, told.number)).collect();
    assert_eq!(
        told,
        [
            ("ask_acceptance", Way::Bundled, false, Some(1)),
            ("comment", Way::Silently, false, Some(1)),
            ("taken", Way::Bundled, false, Some(1))
        ]
    );
    Ok(())
}

/// Everything that is due is taken as sent.
async fn send_now(database: &TestDatabase) -> anyhow::Result<()> {
    loop {
        let claimed: Vec<Claimed> = notifications::claim(database.db(), 32, HOUR, None).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for one in claimed {
            database.tenant(one.org, async |tx| notifications::done(tx, one.id).await).await?;
        }
    }
}

#[tokio::test]
async fn the_night_is_the_person_s_own_and_hangs_where_they_are() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let anna = &office.residents[0];
    // For her it is five past four in the morning there.
    database
        .tenant(office.org, async |tx| {
            notifications::choose_quiet(tx, &anna.actor, Quiet::default(), Some("America/New_York")).await
        })
        .await?;
    work(&database, &office, id).await?;
    assert_eq!(sent_to(&database, anna).await?, [("comment".to_owned(), true)]);
    let owns = database.tenant(office.org, async |tx| notifications::preferences(tx, &anna.actor).await).await?;
    assert_eq!((owns.time_zone.as_str(), owns.quiet_chosen), ("America/New_York", true));

    // Whoever wants no quiet has none, whatever the org says.
    let off = Quiet { on: false, ..Quiet::default() };
    database.tenant(office.org, async |tx| notifications::choose_quiet(tx, &anna.actor, off, None).await).await?;
    send_all(&database).await?;
    database.tenant(office.org, async |tx| requests::accept(tx, &anna.actor, id).await).await?;
    let next = fixtures::file(&database, &office, anna).await?.id;
    work(&database, &office, next).await?;
    assert_eq!(sent_to(&database, anna).await?, loud(&["taken", "comment", "ask_acceptance"]));
    Ok(())
}

#[tokio::test]
async fn only_what_matters_or_nothing() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    let anna = &office.residents[0];
    let chooses = async |subject, level| {
        database.tenant(office.org, async |tx| notifications::choose_level(tx, &anna.actor, subject, level).await).await
    };
    chooses(Subject::Requests, Level::Important).await?;
    work(&database, &office, id).await?;
    assert_eq!(sent_to(&database, anna).await?, loud(&["comment", "ask_acceptance"]), "that it was taken is news");

    send_all(&database).await?;
    chooses(Subject::Requests, Level::None).await?;
    chooses(Subject::Comments, Level::None).await?;
    let next = fixtures::file(&database, &office, anna).await?.id;
    work(&database, &office, next).await?;
    assert!(sent_to(&database, anna).await?.is_empty());
    assert!(outbox(&database).await?.iter().any(|(chat, _, kind)| *chat == anna.telegram_id() && kind == "card"));
    Ok(())
}

#[tokio::test]
async fn an_admin_chooses_who_gets_an_alert_and_somebody_always_does() -> anyhow::Result<()> {
    let (database, office, _) = office().await?;
    let (owner, worker) = (&office.owner, &office.workers[0]);
    let chooses = async |actor, person, told| {
        database
            .tenant(office.org, async |tx| {
                notifications::choose_recipient(tx, actor, Subject::BotTokenChanged, person, told).await
            })
            .await
    };
    let refused = chooses(&worker.actor, worker.id(), true).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    let alone = chooses(&owner.actor, owner.id(), false).await;
    assert!(matches!(alone, Err(Error::Refused("alert_needs_recipient"))), "{alone:?}");
    chooses(&owner.actor, worker.id(), true).await?;
    chooses(&owner.actor, owner.id(), false).await?;

    database.source().advance(9 * HOUR); // at night: an alert breaks the quiet
    let changed = Event::BotTokenChanged { bot: office.bot.id };
    database.tenant(office.org, async |tx| domain::events::record(tx, &owner.actor, &changed).await).await?;
    fixtures::run_fan_out(&database).await?;
    assert!(sent_to(&database, owner).await?.is_empty());
    assert_eq!(sent_to(&database, worker).await?, loud(&["alert"]));
    let all = database
        .tenant(office.org, async |tx| notifications::recipients(tx, &owner.actor, Subject::BotTokenChanged).await)
        .await?;
    let told: Vec<_> = all.iter().filter(|member| member.told).map(|member| (member.person, member.chosen)).collect();
    assert_eq!(told, [(worker.id(), true)]);
    assert!(all.iter().any(|member| member.role == Role::Owner && !member.told));

    let mine = async |who: &Person| {
        let actor = who.actor.clone();
        let all = database.tenant(office.org, async |tx| notifications::preferences(tx, &actor).await).await?;
        Ok::<_, Error>(all.subjects.iter().any(|has| has.subject == Subject::BotTokenChanged))
    };
    assert_eq!((mine(owner).await?, mine(worker).await?), (false, true), "one chooses among what can reach one");
    Ok(())
}

#[tokio::test]
async fn what_was_told_long_ago_is_forgotten() -> anyhow::Result<()> {
    let (database, office, id) = office().await?;
    work(&database, &office, id).await?;
    let anna = &office.residents[0];
    for (days, left) in [(89, 3), (2, 0)] {
        database.source().advance(24 * days * HOUR);
        let mut tx = database.db().system().await?;
        notifications::forget_old(&mut tx).await?;
        tx.commit().await?;
        let told =
            database.tenant(office.org, async |tx| notifications::history(tx, &anna.actor, None, 10).await).await?;
        assert_eq!(told.len(), left);
    }
    Ok(())
}

#[test]
fn a_bundle_names_nothing_but_whose_it_is() {
    let person = domain::ids::PersonId(uuid::Uuid::nil());
    let json = serde_json::to_value(Delivery::Bundle { person }).unwrap();
    assert_eq!(json, serde_json::json!({"kind": "bundle", "person": uuid::Uuid::nil()}));
}
