//! The log by month.

use std::time::Duration;

use domain::audit;
use sqlx::PgConnection;
use testkit::{TestDatabase, fixtures};

const MONTH: Duration = Duration::from_secs(31 * 24 * 3600);

async fn partitions(connection: &mut PgConnection) -> anyhow::Result<Vec<String>> {
    let names = sqlx::query_scalar(
        "select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'events'::regclass order by 1",
    )
    .fetch_all(connection)
    .await?;
    Ok(names)
}

async fn prepare(database: &TestDatabase) -> anyhow::Result<i32> {
    let mut tx = database.db().system().await?;
    let made = audit::prepare_months(&mut tx).await?;
    tx.commit().await?;
    Ok(made)
}

#[tokio::test]
async fn the_next_months_are_prepared_once() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut superuser = database.superuser().await?;
    database.source().advance(40 * 12 * MONTH); // far from whatever the migration prepared
    assert_eq!(prepare(&database).await?, 4);
    assert_eq!(prepare(&database).await?, 0);
    database.source().advance(MONTH);
    assert_eq!(prepare(&database).await?, 1);

    fixtures::file(&database, &office, &office.residents[0]).await?;
    let place: String = sqlx::query_scalar("select tableoid::regclass::text from events order by id desc limit 1")
        .fetch_one(&mut superuser)
        .await?;
    let month = database.source().now().format("events_%Y_%m").to_string();
    assert_eq!(place, month);
    assert!(partitions(&mut superuser).await?.contains(&month));
    Ok(())
}

#[tokio::test]
async fn a_month_that_was_not_prepared_loses_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut superuser = database.superuser().await?;
    database.source().advance(40 * 12 * MONTH);
    fixtures::file(&database, &office, &office.residents[0]).await?;
    let place: String = sqlx::query_scalar("select tableoid::regclass::text from events order by id desc limit 1")
        .fetch_one(&mut superuser)
        .await?;
    assert_eq!(place, "events_rest");
    assert_eq!(prepare(&database).await?, 3, "the month whose rows are among the rest stays there");
    assert_eq!(fixtures::run_fan_out(&database).await?, 1);
    Ok(())
}

#[tokio::test]
async fn only_the_platforms_chores_make_months() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut tx = database.db().tenant(office.org).await?;
    let refused = sqlx::query("select make_event_partitions(now(), 1)").execute(tx.conn()).await.unwrap_err();
    assert_eq!(refused.as_database_error().unwrap().code().as_deref(), Some("42501"), "{refused}");
    Ok(())
}

#[tokio::test]
async fn the_smallest_id_of_a_moment_is_below_every_id_of_it() -> anyhow::Result<()> {
    let (database, _) = fixtures::office().await?;
    let mut superuser = database.superuser().await?;
    let (now, id) = (database.source().now(), database.source().id());
    let (not_above, next_above): (bool, bool) =
        sqlx::query_as("select event_floor($1) <= $2, event_floor($1 + interval '1 ms') > $2")
            .bind(now)
            .bind(id)
            .fetch_one(&mut superuser)
            .await?;
    assert!(not_above && next_above, "{id} at {now}");
    Ok(())
}
