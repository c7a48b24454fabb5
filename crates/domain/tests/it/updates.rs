//! An update has its effect once, however often it is delivered and whoever handles it.

use std::{sync::Arc, time::Duration};

use domain::{
    Error,
    updates::{self, Effect},
};
use testkit::fixtures;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_deliveries_one_has_the_effect() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (database, bot, org) = (Arc::new(database), office.bot.id, office.org);
    let deliveries: Vec<_> = (0..12)
        .map(|_| {
            let db = database.db().clone();
            tokio::spawn(async move {
                let mut effect = Effect::new(db, org, bot, 7);
                let tx = effect.tx().await?;
                sqlx::query(
                    "insert into counters (org_id, name, value) values ($1, 'effects', 1)
                             on conflict (org_id, name) do update set value = counters.value + 1",
                )
                .bind(org.0)
                .execute(tx.conn())
                .await?;
                effect.commit().await
            })
        })
        .collect();
    let (mut took, mut been) = (0, 0);
    for delivery in deliveries {
        match delivery.await? {
            Ok(()) => took += 1,
            Err(Error::AlreadyApplied) => been += 1,
            Err(error) => return Err(error.into()),
        }
    }
    assert_eq!((took, been), (1, 11));
    let mut superuser = database.superuser().await?;
    let effects: i64 =
        sqlx::query_scalar("select value from counters where name = 'effects'").fetch_one(&mut superuser).await?;
    assert_eq!(effects, 1);
    Ok(())
}

#[tokio::test]
async fn the_second_delivery_waits_for_the_first_and_goes_on_when_that_is_lost() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let effect = |update| Effect::new(database.db().clone(), office.org, office.bot.id, update);
    for (update, commits) in [(1, true), (2, false)] {
        let (mut first, mut second) = (effect(update), effect(update));
        first.tx().await?;
        let (outcome, ended) = tokio::join!(second.tx(), async {
            database.somebody_waits().await?;
            if commits {
                first.commit().await?
            } else {
                drop(first)
            }
            anyhow::Ok(())
        });
        ended?;
        assert_eq!(matches!(outcome, Err(Error::AlreadyApplied)), commits, "update {update}");
        assert_eq!(outcome.is_ok(), !commits, "update {update}");
    }
    Ok(())
}

#[tokio::test]
async fn was_applied_waits_for_a_commit_in_flight_and_leaves_no_mark() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (org, bot) = (office.org, office.bot.id);
    assert!(!updates::was_applied(database.db(), org, bot, 5).await?);
    assert!(!updates::was_applied(database.db(), org, bot, 5).await?, "to ask is not to apply");

    let mut effect = Effect::new(database.db().clone(), org, bot, 5);
    effect.tx().await?;
    let (applied, committed) = tokio::join!(updates::was_applied(database.db(), org, bot, 5), async {
        database.somebody_waits().await?;
        anyhow::Ok(effect.commit().await?)
    });
    committed?;
    assert!(applied?);
    Ok(())
}

#[tokio::test]
async fn a_step_that_needs_no_transaction_opens_none() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let effect = Effect::new(database.db().clone(), office.org, office.bot.id, 9);
    assert!(!effect.is_open());
    effect.commit().await?;
    assert!(!updates::was_applied(database.db(), office.org, office.bot.id, 9).await?);
    Ok(())
}

#[tokio::test]
async fn one_update_id_of_two_bots_is_two_updates() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    for office in [&a, &b] {
        let mut effect = Effect::new(database.db().clone(), office.org, office.bot.id, 1);
        effect.tx().await?;
        effect.commit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn marks_are_kept_longer_than_telegram_delivers() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for update in [1, 2] {
        let mut effect = Effect::new(database.db().clone(), office.org, office.bot.id, update);
        effect.tx().await?;
        effect.commit().await?;
        database.source().advance(Duration::from_secs(25 * 3600));
    }
    let forget = async || {
        let mut tx = database.db().system().await?;
        let forgotten = updates::forget_old(&mut tx).await?;
        tx.commit().await?;
        Ok::<u64, Error>(forgotten)
    };
    assert_eq!(forget().await?, 1, "50 hours old: nothing delivers it any more");
    assert!(updates::was_applied(database.db(), office.org, office.bot.id, 2).await?, "25 hours old: kept");
    assert_eq!(forget().await?, 0);
    Ok(())
}
