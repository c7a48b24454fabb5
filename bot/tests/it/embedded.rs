//! One machine, nothing configured: `serve` keeps PostgreSQL and Redis, and everything else uses them beside it.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use bot::server::Duties;
use domain::{
    Db,
    access::{Actor, Role},
    orgs::{self, NewOrg},
};
use platform::{
    Source,
    embedded::{Embedded, Wanted},
};
use sqlx::{Connection as _, PgConnection};
use tempfile::TempDir;
use testkit::office::{Office, Setup};
use tokio::process::Command;

use crate::{
    Test, filing,
    process::{self, Process, words},
};

/// A data folder that the user of the services may pass through.
fn data() -> TempDir {
    tempfile::Builder::new().permissions(fs::Permissions::from_mode(0o755)).tempdir().unwrap()
}

/// The executable on nothing but a data folder. Its HTTP takes any free port: tests run side by side.
fn kontora(data: &TempDir, arguments: &[&str]) -> Command {
    let folder = data.path().display().to_string();
    process::kontora(arguments, data.path(), [("KONTORA_DATA", folder), ("LISTEN", "127.0.0.1:0".to_owned())])
}

/// Every process that works in a folder of the services.
fn services_of(data: &TempDir) -> Vec<PathBuf> {
    let home = data.path().join("services");
    let all = fs::read_dir("/proc").unwrap().flatten();
    all.filter_map(|process| fs::read_link(process.path().join("cwd")).ok())
        .filter(|cwd| cwd.starts_with(&home))
        .collect()
}

#[tokio::test]
async fn commands_work_beside_serve_and_it_ends_with_all_its_children() -> Test {
    let data = data();
    let mut serve = Process::start(&mut kontora(&data, &["serve"]));
    // At once, while the services are still being made.
    let (_, made) = words(&mut kontora(&data, &["org", "create", "--name", "ЖК Лола"])).await;
    assert!(made.contains("ЖК Лола"), "{made}");
    serve.listens().await?;
    let (_, listed) = words(&mut kontora(&data, &["org", "list"])).await;
    assert!(listed.contains("ЖК Лола"), "{listed}");
    let (_, checked) = words(&mut kontora(&data, &["doctor"])).await;
    assert!(checked.contains("ok    PostgreSQL and Redis answer"), "{checked}");
    assert!(checked.contains("WRONG there is no bot"), "{checked}");

    let (second_is_well, second) = words(&mut kontora(&data, &["serve"])).await;
    assert!(!second_is_well, "{second}");
    assert!(second.contains(&format!("in use by another process (pid {})", serve.pid())), "{second}");
    assert!(services_of(&data).len() >= 2, "PostgreSQL and Redis: {:?}", services_of(&data));

    serve.signal("TERM");
    let (status, said) = serve.ends().await?;
    assert_eq!(status.code(), Some(0), "{said}");
    assert_eq!(services_of(&data), [] as [PathBuf; 0]);
    assert_eq!(Embedded::attach(data.path())?, None);
    // Without it a command runs services of its own, for a moment.
    let (_, listed) = words(&mut kontora(&data, &["org", "list"])).await;
    assert!(listed.contains("ЖК Лола"), "{listed}");
    assert_eq!(services_of(&data), [] as [PathBuf; 0]);
    Ok(())
}

#[tokio::test]
async fn a_killed_serve_misleads_nobody_and_the_next_one_has_everything() -> Test {
    let data = data();
    let mut serve = Process::start(&mut kontora(&data, &["serve"]));
    serve.listens().await?;
    let (_, made) = words(&mut kontora(&data, &["org", "create", "--name", "ЖК Лола"])).await;
    assert!(made.contains("ЖК Лола"), "{made}");
    assert_eq!(Embedded::attach(data.path())?.map(|attached| attached.pid), Some(serve.pid()));
    serve.signal("KILL");
    serve.ends().await?;
    assert_eq!(Embedded::attach(data.path())?, None, "what it left says nothing any more");

    let mut serve = Process::start(&mut kontora(&data, &["serve"]));
    serve.listens().await?;
    let (_, listed) = words(&mut kontora(&data, &["org", "list"])).await;
    assert!(listed.contains("ЖК Лола"), "{listed}");
    serve.signal("TERM");
    let (status, said) = serve.ends().await?;
    assert_eq!(status.code(), Some(0), "{said}");
    Ok(())
}

#[tokio::test]
async fn a_worker_uses_the_services_of_the_process_beside_it() -> Test {
    let mut office = Office::closed(Setup { own_postgres: true, ..Setup::default() }).await?;
    office.services().share()?;
    let environment = office.surroundings.environment(([127, 0, 0, 1], 0).into(), office.data());
    let unset = |(name, _): &(&str, String)| !matches!(*name, "DATABASE_URL" | "REDIS_URL");
    let worker =
        Process::start(&mut process::kontora(&["worker"], office.data(), environment.into_iter().filter(unset)));
    office.start_with(Duties { http: true, work: false, polling: false }).await?;
    office.gather().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Помогите").await?;
    // The card in the group is a job and a delivery.
    office.topic(&bobur, 1).await?.waits_for("№1").await?;
    worker.signal("TERM");
    let (status, said) = worker.ends().await?;
    assert_eq!(status.code(), Some(0), "{said}");
    assert!(
        Path::new(&format!("/proc/{}", office.services().pid(platform::embedded::Service::Postgres).unwrap())).exists()
    );
    Ok(())
}

/// The login role of a real deployment is no superuser: what a migration grants has to arrive all the same.
#[tokio::test]
async fn a_deleted_org_is_purged_where_nobody_is_a_superuser() -> Test {
    let data = data();
    let services = Embedded::start(data.path(), Wanted { postgres: true, redis: false, durable: true }).await?;
    let url = services.database_url.clone().context("PostgreSQL was wanted")?;
    platform::db::migrate(&url).await?;
    let db = Db::connect(&url, 4, Source::seeded(1, "2026-11-21T09:05:00Z".parse()?)).await?;
    let org = orgs::create(&db, &NewOrg::named("ЖК Лола")).await?;
    let mut tx = db.tenant(org).await?;
    orgs::delete(&mut tx, &Actor::System, "ЖК Лола").await?;
    tx.commit().await?;
    db.source().advance(std::time::Duration::from_secs(8 * 24 * 3600));
    assert_eq!(orgs::due_for_purge(&db).await?, [org]);
    assert!(orgs::purge(&db, org).await?);
    assert_eq!(orgs::due_for_purge(&db).await?, []);

    // app_nobody has what everybody has: nothing that runs with its owner's rights.
    let open: Vec<String> = sqlx::query_scalar(
        "select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
           and has_function_privilege('app_nobody', oid, 'execute')",
    )
    .fetch_all(&mut PgConnection::connect(&url).await?)
    .await?;
    assert_eq!(open, Vec::<String>::new(), "whoever connects may run these");
    db.close().await;
    services.stop().await;
    Ok(())
}
