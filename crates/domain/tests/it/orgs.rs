//! An org from its founding to its end, against a real PostgreSQL.

use std::{collections::BTreeSet, time::Duration};

use domain::{
    Error,
    access::Actor,
    orgs::{self, Edit, Industry, NewOrg},
    people::Newcomer,
    requests::{self, NewComment, Side},
    updates::Effect,
};
use testkit::{TestDatabase, fixtures};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::test]
async fn an_org_is_founded_with_its_owner_or_not_at_all() -> anyhow::Result<()> {
    let database = TestDatabase::new().await?;
    let owner = Newcomer { telegram_id: 5, name: "Рустам", username: None, language: None };
    let wrong = NewOrg { time_zone: "Mars/Olympus", owner: Some(owner.clone()), ..NewOrg::named("Нур") };
    assert_eq!(orgs::create(database.db(), &wrong).await.unwrap_err().code(), "time_zone_unknown");
    assert_eq!(orgs::list(database.db()).await?.len(), 0);

    let new = NewOrg { industry: Industry::Sales, owner: Some(owner), ..NewOrg::named("  Нур ") };
    let org = orgs::create(database.db(), &new).await?;
    let made = database.tenant(org, async |tx| orgs::current(tx).await).await?;
    assert_eq!((made.name.as_str(), made.industry, made.currency.as_str()), ("Нур", Industry::Sales, "UZS"));
    let mut again = database.db().tenant(org).await?;
    assert_eq!(orgs::found(&mut again, &new).await.unwrap_err().code(), "org_exists");
    Ok(())
}

#[tokio::test]
async fn of_two_edits_of_one_version_the_second_is_told() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let edit = |name: &str| Edit { name: Some(name.to_owned()), ..Edit::default() };
    let first = database.tenant(office.org, async |tx| orgs::edit(tx, owner, Some(1), &edit("Раз")).await).await?;
    assert_eq!(first.version, 2);
    let second = database.tenant(office.org, async |tx| orgs::edit(tx, owner, Some(1), &edit("Два")).await).await;
    assert_eq!(second.unwrap_err().code(), "changed_meanwhile");
    let same = database.tenant(office.org, async |tx| orgs::edit(tx, owner, Some(2), &edit("Раз")).await).await?;
    assert_eq!(same.version, 2, "nothing differs, so nothing has changed");
    let by_worker = database
        .tenant(office.org, async |tx| orgs::edit(tx, &office.workers[0].actor, None, &edit("Три")).await)
        .await;
    assert!(matches!(by_worker, Err(Error::Forbidden(_))));
    Ok(())
}

#[tokio::test]
async fn a_deleted_org_refuses_everybody_until_its_owner_brings_it_back() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (org, owner) = (office.org, &office.owner.actor);
    let wrong = database.tenant(org, async |tx| orgs::delete(tx, owner, "жк баҳор").await).await;
    assert_eq!(wrong.unwrap_err().code(), "name_not_typed");
    let by_dispatcher =
        database.tenant(org, async |tx| orgs::delete(tx, &office.dispatcher.actor, "ЖК Баҳор").await).await;
    assert!(matches!(by_dispatcher, Err(Error::Forbidden(_))));
    database.tenant(org, async |tx| orgs::delete(tx, owner, " ЖК Баҳор ").await).await?;

    let tap = |id| Effect::new(database.db().clone(), org, office.bot.id, id);
    assert_eq!(tap(1).tx().await.unwrap_err().code(), "org_deleted");
    assert!(tap(2).in_deleted_org().tx().await.is_ok());
    let twice = database.tenant(org, async |tx| orgs::delete(tx, owner, "ЖК Баҳор").await).await;
    assert_eq!(twice.unwrap_err().code(), "org_deleted");

    database.db().source().advance(DAY * 7 - Duration::from_secs(1));
    assert_eq!(orgs::due_for_purge(database.db()).await?, []);
    assert!(!orgs::purge(database.db(), org).await?, "not before its time");
    database.tenant(org, async |tx| orgs::restore(tx, owner).await).await?;
    assert!(tap(1).tx().await.is_ok(), "the refused tap has left no mark");
    Ok(())
}

#[tokio::test]
async fn a_purge_leaves_the_log_and_nothing_personal_and_no_other_org() -> anyhow::Result<()> {
    let (database, office, neighbour) = fixtures::neighbours().await?;
    for org in [&office, &neighbour] {
        let filed = fixtures::file(&database, org, &org.residents[0]).await?;
        let word = NewComment {
            request: filed.id,
            side: Side::Resident,
            is_question: false,
            is_internal: false,
            words: "Скорее!",
            attachments: &[],
            album: None,
            point: None,
            origin: None,
        };
        database.tenant(org.org, async |tx| requests::comment(tx, &org.residents[0].actor, &word).await).await?;
        fixtures::run_fan_out(&database).await?;
    }
    let owner = &office.owner.actor;
    database.tenant(office.org, async |tx| orgs::delete(tx, owner, "ЖК Баҳор").await).await?;
    database.db().source().advance(DAY * 7);
    let late = database.tenant(office.org, async |tx| orgs::restore(tx, owner).await).await;
    assert_eq!(late.unwrap_err().code(), "org_gone");

    let mut superuser = database.superuser().await?;
    let rows_of_neighbour = rows(&mut superuser, neighbour.org).await?;
    assert_eq!(orgs::due_for_purge(database.db()).await?, [office.org]);
    assert!(orgs::purge(database.db(), office.org).await?);
    assert!(!orgs::purge(database.db(), office.org).await?, "once");
    assert_eq!(orgs::due_for_purge(database.db()).await?, []);
    assert_eq!(rows(&mut superuser, neighbour.org).await?, rows_of_neighbour);

    let left: BTreeSet<String> = rows(&mut superuser, office.org).await?.into_iter().map(|(table, _)| table).collect();
    assert_eq!(
        left,
        ["categories", "events", "events_unsealed", "people", "requests"].map(str::to_owned).into(),
        "what the append-only log points at"
    );
    let personal: i64 = sqlx::query_scalar(
        "select (select count(*) from people where org_id = $1 and (name <> '—' or phone is not null or telegram_id is not null
                                                                    or username is not null or email is not null))
              + (select count(*) from requests where org_id = $1 and (words <> '' or unit_id is not null))
              + (select count(*) from orgs where id = $1 and name <> '—')",
    )
    .bind(office.org.0)
    .fetch_one(&mut superuser)
    .await?;
    assert_eq!(personal, 0);
    let gone = database.tenant(office.org, async |tx| orgs::current(tx).await).await;
    assert!(matches!(gone, Err(Error::NotFound("org"))));
    assert_eq!(orgs::list(database.db()).await?.len(), 1);
    let still =
        database.tenant(office.org, async |tx| orgs::edit(tx, &Actor::System, None, &Edit::default()).await).await;
    assert!(matches!(still, Err(Error::NotFound("org"))));
    Ok(())
}

/// How many rows of the org each table has, those with none left out; the partitions of a table count as the table.
async fn rows(superuser: &mut sqlx::PgConnection, org: domain::OrgId) -> anyhow::Result<Vec<(String, i64)>> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1",
    )
    .fetch_all(&mut *superuser)
    .await?;
    let mut found = vec![];
    for table in tables {
        let query = format!("select count(*) from {table} where org_id = $1");
        let count: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(org.0).fetch_one(&mut *superuser).await?;
        if count > 0 {
            found.push((table, count));
        }
    }
    Ok(found)
}
