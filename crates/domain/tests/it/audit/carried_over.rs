//! A database in which things have happened keeps them when its log becomes an audit trail.

use sqlx::{Connection as _, PgConnection, migrate::Migrator};
use testkit::TestDatabase;

static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// The last migration before the audit trail.
const BEFORE: i64 = 20_261_121_000_009;

const FILLED: &str = "
insert into orgs (id, name, created_at) values
  ('00000000-0000-7000-8000-00000000000a', 'ЖК Баҳор', now()), ('00000000-0000-7000-8000-00000000000b', 'ЖК Нур', now());
insert into people (org_id, id, telegram_id, name, language, created_at)
  values ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-0000000000aa', 7, 'Анна', 'ru', now());
insert into requests (org_id, id, number, status, category, place, words, reporter_id, created_at, updated_at)
  values ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-0000000000ff', 1, 'new', 'yard', 'yard', '',
          '00000000-0000-7000-8000-0000000000aa', now(), now());
insert into events (org_id, id, at, actor_kind, actor_id, kind, request_id, data)
  select '00000000-0000-7000-8000-00000000000a',
         (rpad(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0'), 16, '7') || lpad(n::text, 16, '8'))::uuid,
         at, 'contact', '00000000-0000-7000-8000-0000000000aa', 'request_filed', '00000000-0000-7000-8000-0000000000ff',
         jsonb_build_object('kind', 'request_filed', 'number', n)
  from generate_series(1, 400) n, lateral (select now() - make_interval(days => n) as at) when_;
insert into events (org_id, id, at, actor_kind, kind, data) values
  ('00000000-0000-7000-8000-00000000000b', '00000000-0000-4000-8000-000000000001', now(), 'system', 'org_created', '{\"kind\": \"org_created\"}'),
  ('00000000-0000-7000-8000-00000000000b', 'ffffffff-0000-4000-8000-000000000002', now(), 'system', 'org_created', '{\"kind\": \"org_created\"}');
insert into told_events (org_id, event_id) select org_id, id from events;
";

async fn rows(connection: &mut PgConnection) -> anyhow::Result<Vec<String>> {
    let kept = "select jsonb_build_array(org_id, id, at, actor_kind, actor_id, kind, request_id, data)::text from events order by org_id, id";
    Ok(sqlx::query_scalar(kept).fetch_all(connection).await?)
}

#[tokio::test]
async fn what_happened_before_is_carried_over_whole() -> anyhow::Result<()> {
    let database = TestDatabase::new().await?;
    let mut owner = PgConnection::connect(database.url()).await?;
    sqlx::raw_sql("drop schema public cascade; create schema public").execute(&mut owner).await?;
    owner.close().await?;
    let mut owner = PgConnection::connect(database.url()).await?;
    MIGRATOR.run_to(BEFORE, &mut owner).await?;
    owner.close().await?;
    let mut superuser = database.superuser().await?;
    sqlx::raw_sql(FILLED).execute(&mut superuser).await?;
    let before = rows(&mut superuser).await?;
    assert_eq!(before.len(), 402);

    platform::db::migrate(database.url()).await?;
    assert_eq!(rows(&mut superuser).await?, before);
    let (told, rest, months): (i64, i64, i64) = sqlx::query_as(
        "select (select count(*) from told_events), (select count(*) from events_rest),
                (select count(distinct tableoid) from events where kind = 'request_filed')",
    )
    .fetch_one(&mut superuser)
    .await?;
    assert_eq!(told, 402, "what was told stays told");
    assert_eq!(rest, 2, "ids of no time that has a month are among the rest");
    assert!((13..=15).contains(&months), "400 days are in {months} months");
    let orphan =
        "insert into told_events (org_id, event_id) values ('00000000-0000-7000-8000-00000000000a', gen_random_uuid())";
    assert!(sqlx::query(orphan).execute(&mut superuser).await.is_err(), "the foreign key is still there");
    Ok(())
}
