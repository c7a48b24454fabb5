//! Migrations on a database that is in use.

use std::collections::BTreeMap;

use sqlx::PgConnection;
use testkit::fixtures;

async fn everything(connection: &mut PgConnection) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let tables: Vec<String> =
        sqlx::query_scalar("select table_name::text from information_schema.tables where table_schema = 'public'")
            .fetch_all(&mut *connection)
            .await?;
    let mut rows = BTreeMap::new();
    for table in tables {
        let query = format!("select to_jsonb(t)::text from {table} t order by 1");
        rows.insert(table, sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_all(&mut *connection).await?);
    }
    Ok(rows)
}

#[tokio::test]
async fn migrating_again_changes_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    fixtures::file(&database, &office, &office.residents[0]).await?;
    fixtures::run_fan_out(&database).await?;
    let mut superuser = database.superuser().await?;
    let before = everything(&mut superuser).await?;
    assert!(before["requests"].len() == 1 && !before["outbox"].is_empty());

    platform::db::migrate(database.url()).await?;
    assert_eq!(everything(&mut superuser).await?, before);
    assert_eq!(fixtures::file(&database, &office, &office.residents[1]).await?.number, 2, "and it still works");
    Ok(())
}

#[tokio::test]
async fn several_processes_may_migrate_at_once() -> anyhow::Result<()> {
    let (database, _) = fixtures::office().await?;
    let url = database.url();
    let (a, b, c) = tokio::join!(platform::db::migrate(url), platform::db::migrate(url), platform::db::migrate(url));
    a?;
    b?;
    c?;
    Ok(())
}
