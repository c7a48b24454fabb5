//! The real PostgreSQL and Redis: started, killed, left behind, and found again with their data.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::{
        fs::{MetadataExt, PermissionsExt},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use platform::embedded::{Embedded, EmbeddedError, Service, Wanted};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;

const BOTH: Wanted = Wanted { postgres: true, redis: true, durable: true };
const POSTGRES: Wanted = Wanted { postgres: true, redis: false, durable: false };

/// A data folder that another user may pass through.
fn data() -> TempDir {
    tempfile::Builder::new().permissions(fs::Permissions::from_mode(0o711)).tempdir().unwrap()
}

async fn keep_note(url: &str, text: &str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::query("create table if not exists notes (text text)").execute(&mut connection).await.unwrap();
    sqlx::query("insert into notes values ($1)").bind(text).execute(&mut connection).await.unwrap();
}

async fn notes(url: &str) -> Vec<String> {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::query_scalar("select text from notes order by text").fetch_all(&mut connection).await.unwrap()
}

fn kill(pid: i32) {
    kill_process(Pid::from_raw(pid).unwrap(), Signal::KILL).unwrap();
}

/// Waits until a process has ended; the kernel tells.
fn await_end(pid: i32) {
    if let Ok(process) = pidfd_open(Pid::from_raw(pid).unwrap(), PidfdFlags::empty()) {
        let limit = Timespec { tv_sec: 20, tv_nsec: 0 };
        let ended = poll(&mut [PollFd::new(&process, PollFlags::IN)], Some(&limit)).unwrap();
        assert_eq!(ended, 1, "process {pid} still runs");
    }
}

fn postmaster(home: &Path) -> i32 {
    let text = fs::read_to_string(home.join("postgres/postmaster.pid")).unwrap();
    text.lines().next().unwrap().parse().unwrap()
}

/// The Redis whose socket is beside the database's.
async fn redis_pid(database: &str) -> i32 {
    let run = database.split_once("host=").unwrap().1;
    let mut connection = platform::redis::connect(&format!("redis+unix://{run}/redis.sock")).await.unwrap();
    let info: redis::InfoDict = redis::cmd("INFO").query_async(&mut connection).await.unwrap();
    info.get("process_id").unwrap()
}

/// Another process that keeps services in `data`, once they run; and where its PostgreSQL is.
fn other_process(data: &Path) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_with-services"))
        .args(["--keep", "--print", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // Both lines, since the other process would fail at the second one if nobody read it.
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let (line, _) = (lines.next().unwrap_or_default(), lines.next());
    let url = line.trim().strip_prefix("export DATABASE_URL='").and_then(|rest| rest.strip_suffix('\''));
    let url = url.unwrap_or_else(|| panic!("{line}")).to_owned();
    (child, url)
}

/// Also with a path that is too long for a socket and needs encoding in a URL.
#[tokio::test]
async fn data_survives_a_restart() {
    let top = data();
    let long = top.path().join("very long & odd? папка".repeat(4));
    fs::create_dir_all(&long).unwrap();
    fs::set_permissions(&long, fs::Permissions::from_mode(0o711)).unwrap();
    let first = Embedded::start(&long, BOTH).await.unwrap();
    let (database, redis) = (first.database_url.clone().unwrap(), first.redis_url.clone().unwrap());
    keep_note(&database, "kept").await;
    let mut connection = platform::redis::connect(&redis).await.unwrap();
    let () = redis::cmd("SET").arg(&["key", "kept"]).query_async(&mut connection).await.unwrap();
    let pids = [Service::Postgres, Service::Redis].map(|service| first.pid(service).unwrap().cast_signed());
    first.stop().await;
    for pid in pids {
        assert!(!Path::new("/proc").join(pid.to_string()).exists(), "stopped means ended");
    }

    let second = Embedded::start(&long, BOTH).await.unwrap();
    assert_eq!((second.database_url.as_ref(), second.redis_url.as_ref()), (Some(&database), Some(&redis)));
    assert_eq!(notes(&database).await, ["kept"]);
    let mut connection = platform::redis::connect(&redis).await.unwrap();
    let kept: String = redis::cmd("GET").arg("key").query_async(&mut connection).await.unwrap();
    assert_eq!(kept, "kept");
    let run = PathBuf::from(database.split_once("host=").unwrap().1);
    assert!(run.starts_with("/tmp") || run.starts_with(std::env::var("XDG_RUNTIME_DIR").unwrap_or_default()));
    second.stop().await;
    fs::remove_dir_all(run).unwrap();
}

#[tokio::test]
async fn the_role_in_earnest_is_no_superuser_and_nothing_is_open_to_others() {
    let data = data();
    let services = Embedded::start(data.path(), BOTH).await.unwrap();
    let mut connection = PgConnection::connect(services.database_url.as_ref().unwrap()).await.unwrap();
    let rights: (bool, bool, bool, bool) = sqlx::query_as(
        "select rolsuper, rolinherit, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap();
    assert_eq!(rights, (false, false, true, true));
    for (setting, value) in [
        ("listen_addresses", ""),
        ("server_encoding", "UTF8"),
        ("data_checksums", "on"),
        ("fsync", "on"),
        ("synchronous_commit", "on"),
        ("full_page_writes", "on"),
        ("max_connections", "100"),
    ] {
        let shown: String =
            sqlx::query_scalar("select current_setting($1)").bind(setting).fetch_one(&mut connection).await.unwrap();
        assert_eq!(shown, value, "{setting}");
    }
    // These rights are enough for everything that the product does to its database.
    platform::db::migrate(services.database_url.as_ref().unwrap()).await.unwrap();
    assert_eq!(fs::metadata(services.home()).unwrap().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(services.home().join("run")).unwrap().mode() & 0o777, 0o700);
    services.stop().await;
}

#[tokio::test]
async fn killed_children_come_back_with_their_data() {
    let data = data();
    let services = Embedded::start(data.path(), BOTH).await.unwrap();
    let (database, redis) = (services.database_url.clone().unwrap(), services.redis_url.clone().unwrap());
    keep_note(&database, "kept").await;
    let mut connection = platform::redis::connect(&redis).await.unwrap();
    let () = redis::cmd("SET").arg(&["key", "kept"]).query_async(&mut connection).await.unwrap();
    for (service, name) in [(Service::Postgres, "PostgreSQL"), (Service::Redis, "Redis")] {
        let pid = services.pid(service).unwrap();
        let (told, ()) = tokio::join!(services.watch(), async { kill(pid.cast_signed()) });
        assert!(matches!(&told, EmbeddedError::Ended { service, .. } if *service == name), "{told}");
        assert!(told.to_string().contains("signal: 9"), "{told}");
        tokio::time::timeout(Duration::from_secs(20), services.ready()).await.unwrap();
        assert_ne!(services.pid(service), Some(pid));
    }
    assert_eq!(notes(&database).await, ["kept"]);
    let mut connection = platform::redis::connect(&redis).await.unwrap();
    let kept: String = redis::cmd("GET").arg("key").query_async(&mut connection).await.unwrap();
    assert_eq!(kept, "kept");
    services.stop().await;
}

#[tokio::test]
async fn children_end_with_a_killed_parent_and_the_next_start_works() {
    let data = data();
    let home = data.path().join("services");
    let (mut parent, url) = other_process(data.path());
    keep_note(&url, "first").await;
    let (postgres, redis) = (postmaster(&home), redis_pid(&url).await);
    parent.kill().unwrap();
    parent.wait().unwrap();
    await_end(postgres);
    await_end(redis);

    // And a start at once, while the old ones may still be shutting down.
    let (mut parent, url) = other_process(data.path());
    keep_note(&url, "second").await;
    let postgres = postmaster(&home);
    parent.kill().unwrap();
    parent.wait().unwrap();
    let services = Embedded::start(data.path(), POSTGRES).await.unwrap();
    await_end(postgres);
    assert_eq!(notes(&url).await, ["first", "second"]);
    services.stop().await;
}

#[tokio::test]
async fn two_processes_on_one_folder_are_told() {
    let data = data();
    let (mut first, _) = other_process(data.path());
    let error = Embedded::start(data.path(), POSTGRES).await.map(|_| ()).unwrap_err();
    assert!(matches!(error, EmbeddedError::Busy { .. }), "{error}");
    assert!(error.to_string().contains(&format!("pid {}", first.id())), "{error}");
    let pid = Pid::from_child(&first);
    kill_process(pid, Signal::TERM).unwrap();
    assert!(first.wait().unwrap().success());
    Embedded::start(data.path(), POSTGRES).await.unwrap().stop().await;
}

/// A postmaster that lost its parent without being told, and then a `postmaster.pid` whose number went to a stranger.
#[tokio::test]
async fn what_was_left_behind_is_no_obstacle() {
    let data = data();
    let services = Embedded::start(data.path(), POSTGRES).await.unwrap();
    let url = services.database_url.clone().unwrap();
    let (home, program) = (services.home().to_owned(), services.pid(Service::Postgres).unwrap());
    let program = fs::read_link(format!("/proc/{program}/exe")).unwrap();
    services.stop().await;

    let owner = fs::metadata(&home).unwrap();
    let as_owner = |program: &Path| {
        let mut command = Command::new(program);
        command.current_dir("/").stderr(Stdio::null()).uid(owner.uid()).gid(owner.gid());
        command
    };
    let run = home.join("run");
    let mut orphan = as_owner(&program);
    orphan.arg("-D").arg(home.join("postgres")).arg("-k").arg(&run).args(["-c", "listen_addresses="]);
    let mut orphan = orphan.spawn().unwrap();
    let until = Instant::now() + Duration::from_secs(20);
    while PgConnection::connect(&url).await.is_err() {
        assert!(Instant::now() < until, "the orphan does not answer");
        tokio::task::yield_now().await;
    }
    keep_note(&url, "from the orphan").await;
    let services = Embedded::start(data.path(), POSTGRES).await.unwrap();
    assert!(orphan.try_wait().unwrap().is_some(), "the orphan was stopped");
    assert_eq!(notes(&url).await, ["from the orphan"]);
    kill(services.pid(Service::Postgres).unwrap().cast_signed());
    drop(services.watch().await);
    services.stop().await;

    let mut stranger = as_owner(Path::new("/bin/sleep")).arg("600").spawn().unwrap();
    let pid_file = home.join("postgres/postmaster.pid");
    fs::write(&pid_file, format!("{}\n{}\n", stranger.id(), home.join("postgres").display())).unwrap();
    let services = Embedded::start(data.path(), POSTGRES).await.unwrap();
    assert_eq!(notes(&url).await, ["from the orphan"]);
    assert!(stranger.try_wait().unwrap().is_none(), "a stranger is left alone");
    stranger.kill().unwrap();
    stranger.wait().unwrap();
    services.stop().await;
}

#[tokio::test]
async fn a_first_start_that_fails_says_why() {
    let data = data();
    let services = Embedded::start(data.path(), POSTGRES).await.unwrap();
    let home = services.home().to_owned();
    services.stop().await;
    fs::remove_dir_all(home.join("postgres/global")).unwrap();
    let error = Embedded::start(data.path(), POSTGRES).await.map(|_| ()).unwrap_err();
    let text = error.to_string();
    assert!(matches!(error, EmbeddedError::Ended { .. }) && text.contains("global/pg_control"), "{text}");
    fs::write(home.join("postgres/PG_VERSION"), "8\n").unwrap();
    let error = Embedded::start(data.path(), POSTGRES).await.map(|_| ()).unwrap_err();
    assert!(matches!(error, EmbeddedError::OtherMajor { .. }), "{error}");
}

#[tokio::test]
async fn each_may_be_had_alone() {
    let data = data();
    let wanted = Wanted { postgres: false, redis: true, durable: false };
    let services = Embedded::start(data.path(), wanted).await.unwrap();
    assert_eq!((services.database_url.as_ref(), services.pid(Service::Postgres)), (None, None));
    platform::redis::connect(services.redis_url.as_ref().unwrap()).await.unwrap();
    assert!(!services.home().join("postgres").exists());
    services.stop().await;
}

#[tokio::test]
async fn a_damaged_redis_file_does_not_keep_everything_from_starting() {
    let data = data();
    let wanted = Wanted { postgres: false, redis: true, durable: true };
    let services = Embedded::start(data.path(), wanted).await.unwrap();
    let (home, url) = (services.home().to_owned(), services.redis_url.clone().unwrap());
    let mut connection = platform::redis::connect(&url).await.unwrap();
    let () = redis::cmd("SET").arg(&["key", "kept"]).query_async(&mut connection).await.unwrap();
    services.stop().await;
    let file = home.join("redis/appendonlydir/appendonly.aof.1.incr.aof");
    let whole = fs::read(&file).unwrap();
    fs::write(&file, [b"rubbish\r\n", whole.as_slice()].concat()).unwrap();

    let services = Embedded::start(data.path(), wanted).await.unwrap();
    let mut connection = platform::redis::connect(&url).await.unwrap();
    let lost: Option<String> = redis::cmd("GET").arg("key").query_async(&mut connection).await.unwrap();
    assert_eq!(lost, None);
    assert!(home.join("redis.damaged/appendonlydir").exists());
    services.stop().await;
}
