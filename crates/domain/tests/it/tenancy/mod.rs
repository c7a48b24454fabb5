//! The two tests that hold the fence between orgs for ever, and the fence's own parts.

mod catalog;
mod census;
mod two_orgs;

use domain::people;
use testkit::fixtures;

/// PostgreSQL's code for "insufficient privilege"; row security refuses with the same one.
const REFUSED: &str = "42501";

fn code(error: &sqlx::Error) -> Option<String> {
    error.as_database_error()?.code().map(|code| code.into_owned())
}

#[tokio::test]
async fn a_resting_connection_may_read_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for table in ["orgs", "people", "requests", "outbox", "bots"] {
        let mut tx = database.db().tenant(office.org).await?;
        sqlx::raw_sql("commit").execute(tx.conn()).await?; // what is left is the connection as it rests in the pool
        let who: String = sqlx::query_scalar("select current_user::text").fetch_one(tx.conn()).await?;
        assert_eq!(who, "app_nobody");
        let query = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
        let refused = sqlx::query(query).execute(tx.conn()).await.unwrap_err();
        assert_eq!(code(&refused).as_deref(), Some(REFUSED), "{table}: {refused}");
    }
    Ok(())
}

#[tokio::test]
async fn a_row_of_another_org_cannot_be_written() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let insert = "insert into buildings (org_id, id, address, created_at, updated_at) values ($1, $2, 'Чужой дом', now(), now())";
    let mut tx = database.db().tenant(a.org).await?;
    let refused = sqlx::query(insert).bind(b.org.0).bind(tx.source().id()).execute(tx.conn()).await.unwrap_err();
    assert_eq!(code(&refused).as_deref(), Some(REFUSED), "{refused}");

    let mut tx = database.db().tenant(a.org).await?;
    let moved = sqlx::query("update buildings set org_id = $1").bind(b.org.0).execute(tx.conn()).await.unwrap_err();
    assert_eq!(code(&moved).as_deref(), Some(REFUSED), "{moved}");

    let mut tx = database.db().tenant(a.org).await?;
    sqlx::query(insert).bind(a.org.0).bind(tx.source().id()).execute(tx.conn()).await?; // its own it may write
    Ok(())
}

#[tokio::test]
async fn a_query_that_forgets_its_org_still_sees_one() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    for office in [&a, &b] {
        let mut tx = database.db().tenant(office.org).await?;
        let orgs: Vec<uuid::Uuid> =
            sqlx::query_scalar("select distinct org_id from people").fetch_all(tx.conn()).await?;
        assert_eq!(orgs, [office.org.0]);
        let named: Vec<String> = sqlx::query_scalar("select name from orgs").fetch_all(tx.conn()).await?;
        assert_eq!(named.join(" and "), office.info.name);
    }
    Ok(())
}

#[tokio::test]
async fn after_a_transaction_there_is_no_org() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut tx = database.db().tenant(office.org).await?;
    people::known(&mut tx, office.owner.telegram_id()).await?;
    sqlx::raw_sql("commit; begin; set local role app_tenant").execute(tx.conn()).await?;
    let seen: i64 = sqlx::query_scalar("select count(*) from people").fetch_one(tx.conn()).await?;
    assert_eq!(seen, 0, "the org of the last transaction must not linger on the connection");
    Ok(())
}

#[tokio::test]
async fn the_platform_may_do_its_chores_and_no_more() -> anyhow::Result<()> {
    let (database, _) = fixtures::office().await?;
    let mut allowed = vec![];
    for query in [
        "select 1 from orgs",
        "select 1 from bots",
        "select 1 from outbox",
        "select 1 from applied_updates",
        "select 1 from requests",
        "select 1 from people",
        "select 1 from members",
        "select 1 from accounts",
        "select 1 from sessions",
        "update people set name = 'x'",
        "delete from accounts",
        "select 1 from comments",
        "select 1 from events",
        "select 1 from units",
        "select 1 from jobs._private_jobs",
        "delete from orgs",
        "update orgs set name = 'x'",
        "delete from bots",
        "insert into outbox select * from outbox",
        "insert into applied_updates select * from applied_updates",
        "select enqueue_job('x', '{}')",
    ] {
        let mut tx = database.db().system().await?;
        match sqlx::query(query).execute(tx.conn()).await {
            Ok(_) => allowed.push(query),
            Err(error) => assert_eq!(code(&error).as_deref(), Some(REFUSED), "{query}: {error}"),
        }
    }
    let chores = [
        "select 1 from orgs",
        "select 1 from bots",
        "select 1 from outbox",
        "select 1 from applied_updates",
        "select 1 from people",
        "select 1 from members",
        "select 1 from accounts",
        "select 1 from sessions",
        "select 1 from events",
    ];
    assert_eq!(allowed, chores);
    Ok(())
}

#[tokio::test]
async fn a_tenant_may_not_touch_the_queue_itself() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for query in
        ["select 1 from jobs._private_jobs", "select jobs.add_job('x', '{}'::json)", "select 1 from _sqlx_migrations"]
    {
        let mut tx = database.db().tenant(office.org).await?;
        let refused = sqlx::query(query).execute(tx.conn()).await.unwrap_err();
        assert_eq!(code(&refused).as_deref(), Some(REFUSED), "{query}: {refused}");
    }
    Ok(())
}
