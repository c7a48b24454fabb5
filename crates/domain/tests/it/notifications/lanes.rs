//! The outbox: lanes, leases, order, and what becomes of a delivery that fails.

use std::time::Duration;

use domain::{
    OrgId,
    ids::RequestId,
    notifications::{self, Claimed, Delivery},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

const LEASE: Duration = Duration::from_secs(60);

/// Accepts a delivery for sending, the way that the product does, in the lane of `chat`.
async fn accept(database: &TestDatabase, office: &OrgFixture, chat: i64, class: i16, name: &str) -> anyhow::Result<()> {
    let mut superuser = database.superuser().await?;
    let delivery = serde_json::to_value(Delivery::StaffChatLost { title: name.to_owned() })?;
    sqlx::query(
        "insert into outbox (org_id, id, bot_id, chat_id, class, delivery, not_before, created_at) values ($1, $2, $3, $4, $5, $6, $7, $7)",
    )
    .bind(office.org.0)
    .bind(database.source().id())
    .bind(office.bot.id.0)
    .bind(chat)
    .bind(class)
    .bind(delivery)
    .bind(database.source().now())
    .execute(&mut superuser)
    .await?;
    Ok(())
}

fn names(claimed: &[Claimed]) -> Vec<&str> {
    let mut names: Vec<&str> = claimed
        .iter()
        .map(|claimed| match &claimed.delivery {
            Delivery::StaffChatLost { title } => title.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    names.sort_unstable();
    names
}

async fn claim(database: &TestDatabase) -> anyhow::Result<Vec<Claimed>> {
    Ok(notifications::claim(database.db(), 32, LEASE, None).await?)
}

async fn done(database: &TestDatabase, claimed: &[Claimed]) -> anyhow::Result<()> {
    for claimed in claimed {
        database.tenant(claimed.org, async |tx| notifications::done(tx, claimed.id).await).await?;
    }
    Ok(())
}

async fn later(database: &TestDatabase, claimed: &Claimed, wait: u64, error: Option<&str>) -> anyhow::Result<()> {
    let org: OrgId = claimed.org;
    Ok(database
        .tenant(org, async |tx| notifications::later(tx, claimed.id, Duration::from_secs(wait), error).await)
        .await?)
}

#[tokio::test]
async fn a_lane_goes_one_at_a_time_by_class_and_then_by_age() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for (chat, class, name) in
        [(1, 2, "card"), (1, 3, "news"), (1, 1, "word 1"), (1, 0, "alert"), (1, 1, "word 2"), (2, 2, "other lane")]
    {
        accept(&database, &office, chat, class, name).await?;
    }
    let mut order = vec![];
    loop {
        let claimed = claim(&database).await?;
        if claimed.is_empty() {
            break;
        }
        order.push(names(&claimed).join(" + "));
        assert!(claim(&database).await?.is_empty(), "one in flight per lane");
        done(&database, &claimed).await?;
    }
    assert_eq!(order, ["alert + other lane", "word 1", "word 2", "card", "news"]);
    Ok(())
}

#[tokio::test]
async fn a_limit_takes_the_most_urgent_lanes() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for (chat, class, name) in [(1, 2, "card"), (2, 0, "alert"), (3, 1, "word")] {
        accept(&database, &office, chat, class, name).await?;
    }
    assert_eq!(names(&notifications::claim(database.db(), 2, LEASE, None).await?), ["alert", "word"]);
    Ok(())
}

#[tokio::test]
async fn a_lease_that_ran_out_is_taken_over() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    accept(&database, &office, 1, 1, "word").await?;
    assert_eq!(claim(&database).await?[0].attempts, 1);
    database.source().advance(LEASE - Duration::from_secs(1));
    assert!(claim(&database).await?.is_empty());
    database.source().advance(Duration::from_secs(1));
    let again = claim(&database).await?;
    assert_eq!((names(&again), again[0].attempts), (vec!["word"], 2));
    assert!((again[0].age_seconds - 60.0).abs() < 0.001, "{}", again[0].age_seconds);
    Ok(())
}

#[tokio::test]
async fn the_lanes_of_a_process_that_is_gone_go_on_before_its_lease_ends() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    accept(&database, &office, 1, 1, "word").await?;
    accept(&database, &office, 2, 1, "other").await?;
    let (dying, living) = (database.db().presence(), database.db().presence());
    let (dies, lives) = (number(&dying).await, number(&living).await);
    assert_ne!(dies, lives);
    let first = notifications::claim(database.db(), 1, LEASE, Some(dies)).await?;
    let second = notifications::claim(database.db(), 1, LEASE, Some(lives)).await?;
    assert_eq!((names(&first), names(&second)), (vec!["word"], vec!["other"]));
    assert!(notifications::absent_holders(database.db()).await?.is_empty(), "both are here");

    drop(dying); // its connection ends, as with a kill
    while notifications::absent_holders(database.db()).await? != [dies] {}
    assert!(claim(&database).await?.is_empty(), "the lease is still good");
    assert_eq!(notifications::end_leases(database.db(), &[dies]).await?, 1);
    let again = claim(&database).await?;
    assert_eq!((names(&again), again[0].attempts), (vec!["word"], 2), "and the living one's lane is left alone");
    Ok(())
}

#[tokio::test]
async fn whoever_loses_the_connection_comes_back_under_the_same_number() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    accept(&database, &office, 1, 1, "word").await?;
    let presence = database.db().presence();
    let mine = number(&presence).await;
    notifications::claim(database.db(), 1, LEASE, Some(mine)).await?;
    let mut superuser = database.superuser().await?;
    // What a restart of PostgreSQL does to it.
    let ended: Vec<(bool,)> = sqlx::query_as(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 2
           and database = (select oid from pg_database where datname = current_database())",
    )
    .fetch_all(&mut superuser)
    .await?;
    assert_eq!(ended, [(true,)]);
    while notifications::absent_holders(database.db()).await?.is_empty() {}
    while !notifications::absent_holders(database.db()).await?.is_empty() {}
    assert_eq!(number(&presence).await, mine);
    Ok(())
}

async fn number(presence: &platform::db::Presence) -> i32 {
    loop {
        match presence.number() {
            Some(number) => return number,
            None => tokio::task::yield_now().await,
        }
    }
}

#[tokio::test]
async fn what_waits_for_its_chat_s_budget_keeps_the_less_urgent_behind_it() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for name in ["card 1", "card 2", "card 3"] {
        accept(&database, &office, 1, 2, name).await?;
    }
    let first = claim(&database).await?;
    later(&database, &first[0], 3, None).await?;
    assert!(claim(&database).await?.is_empty(), "the other cards need the same budget");
    accept(&database, &office, 1, 1, "word").await?;
    let word = claim(&database).await?;
    assert_eq!(names(&word), ["word"], "a word may have room where a card has none");
    done(&database, &word).await?;
    database.source().advance(Duration::from_secs(3));
    assert_eq!(names(&claim(&database).await?), ["card 1"]);
    Ok(())
}

/// A claimer that has not committed is invisible to another; something more urgent that came in meanwhile must not
/// let the other one into the same lane.
#[tokio::test]
async fn two_claimers_at_once_never_share_a_lane() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    accept(&database, &office, 1, 2, "card").await?;
    // The first claimer is held up after its claim and before its commit.
    let mut gate = database.superuser().await?;
    sqlx::raw_sql(
        "create function hold_up() returns trigger language plpgsql
           as $$ begin perform pg_advisory_xact_lock_shared(1); return null; end $$;
         create trigger hold_up after update on outbox execute function hold_up();
         grant execute on function hold_up to app_system;
         select pg_advisory_lock(1)",
    )
    .execute(&mut gate)
    .await?;
    let (first, second, met) = tokio::join!(
        claim(&database),
        async {
            database.somebody_waits().await?;
            accept(&database, &office, 1, 0, "alert").await?;
            claim(&database).await
        },
        async {
            database.so_many_wait(2).await?;
            sqlx::raw_sql("select pg_advisory_unlock(1)").execute(&mut gate).await?;
            anyhow::Ok(())
        }
    );
    met?;
    assert_eq!(names(&first?), ["card"]);
    let second = second?;
    assert!(second.is_empty(), "the lane is busy: {:?}", names(&second));
    database.source().advance(LEASE);
    assert_eq!(names(&claim(&database).await?), ["alert"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_claimers_claim_each_delivery_once() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for n in 0..40 {
        accept(&database, &office, n, 1, &format!("word {n:02}")).await?;
    }
    let claimers: Vec<_> = (0..8)
        .map(|_| {
            let db = database.db().clone();
            tokio::spawn(async move { notifications::claim(&db, 10, LEASE, None).await })
        })
        .collect();
    let mut all = vec![];
    for claimer in claimers {
        all.extend(claimer.await??);
    }
    all.extend(claim(&database).await?);
    let mut once = names(&all);
    once.dedup();
    assert_eq!((all.len(), once.len()), (40, 40));
    Ok(())
}

#[tokio::test]
async fn told_to_wait_is_no_failure_and_lets_the_urgent_pass() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    accept(&database, &office, 1, 2, "card 1").await?;
    let first = claim(&database).await?;
    later(&database, &first[0], 10, None).await?;
    accept(&database, &office, 1, 0, "alert").await?;
    let alert = claim(&database).await?;
    assert_eq!(names(&alert), ["alert"]);
    done(&database, &alert).await?;
    database.source().advance(Duration::from_secs(10));
    let again = claim(&database).await?;
    assert_eq!((names(&again), again[0].attempts), (vec!["card 1"], 1), "the attempt did not count");
    Ok(())
}

#[tokio::test]
async fn a_failed_attempt_counts_and_keeps_its_place() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    accept(&database, &office, 1, 1, "word 1").await?;
    accept(&database, &office, 1, 1, "word 2").await?;
    let first = claim(&database).await?;
    later(&database, &first[0], 10, Some("502")).await?;
    assert!(claim(&database).await?.is_empty(), "words keep their order: the second waits for the first");
    database.source().advance(Duration::from_secs(10));
    let again = claim(&database).await?;
    assert_eq!((names(&again), again[0].attempts), (vec!["word 1"], 2));
    Ok(())
}

#[tokio::test]
async fn what_is_given_up_frees_its_lane_and_can_be_revived() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    accept(&database, &office, 1, 1, "bad").await?;
    accept(&database, &office, 1, 1, "good").await?;
    let bad = claim(&database).await?;
    database.tenant(office.org, async |tx| notifications::fail(tx, bad[0].id, "400: chat not found").await).await?;
    let dead = notifications::dead(database.db()).await?;
    assert_eq!((dead.len(), dead[0].error.as_str(), dead[0].org), (1, "400: chat not found", office.org));
    let good = claim(&database).await?;
    assert_eq!(names(&good), ["good"]);
    done(&database, &good).await?;
    assert_eq!(notifications::waiting(database.db()).await?, (0, 0.0));

    assert_eq!(notifications::retry_dead(database.db()).await?, 1);
    database.source().advance(Duration::from_secs(5));
    assert_eq!(notifications::waiting(database.db()).await?, (1, 5.0));
    let revived = claim(&database).await?;
    assert_eq!((names(&revived), revived[0].attempts), (vec!["bad"], 1));
    Ok(())
}

#[tokio::test]
async fn a_dropped_lane_is_empty_and_others_are_not() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for (chat, name) in [(1, "a"), (1, "b"), (2, "c")] {
        accept(&database, &office, chat, 1, name).await?;
    }
    claim(&database).await?;
    let dropped = database.tenant(office.org, async |tx| notifications::drop_lane(tx, office.bot.id, 1).await).await?;
    assert_eq!(dropped, 2, "what is in flight goes too");
    database.source().advance(LEASE);
    assert_eq!(names(&claim(&database).await?), ["c"]);
    Ok(())
}

#[tokio::test]
async fn a_card_asked_for_while_in_flight_is_looked_at_once_more() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let anna = &office.residents[0];
    let id: RequestId = fixtures::file(&database, &office, anna).await?.id;
    fixtures::run_fan_out(&database).await?;
    let in_flight = claim(&database).await?;
    assert_eq!(in_flight.len(), 1);
    for _ in 0..3 {
        database
            .tenant(office.org, async |tx| notifications::show_again(tx, id, office.bot.id, anna.telegram_id()).await)
            .await?;
    }
    assert!(claim(&database).await?.is_empty(), "not while the first is in flight");
    assert_eq!(super::outbox(&database).await?.len(), 2, "one in flight, one waits for all three");
    later(&database, &in_flight[0], 0, Some("502")).await?;
    assert_eq!(super::outbox(&database).await?.len(), 1, "the one that waits is enough");
    assert_eq!(claim(&database).await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_screen_waits_for_the_last_part_of_an_album() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let pause = Duration::from_millis(1200);
    for _ in 0..3 {
        database
            .tenant(office.org, async |tx| notifications::show_screen_later(tx, office.bot.id, 5, pause).await)
            .await?;
        database.source().advance(Duration::from_millis(500));
    }
    assert!(claim(&database).await?.is_empty(), "1.5 s after the first, half a second after the last");
    database.source().advance(Duration::from_millis(700));
    let shown = claim(&database).await?;
    assert!(
        matches!(shown[..], [Claimed { delivery: Delivery::Screen { telegram_id: 5 }, chat_id: 5, .. }]),
        "{shown:?}"
    );
    Ok(())
}
