//! PostgreSQL as a child: making the cluster, starting it, and the role and database in it.

use std::{fs, path::PathBuf, time::Duration};

use rustix::process::Signal;
use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};
use tokio::process::Command;

use super::{EmbeddedError, binaries::Search, child, orphans, place::Place, supervise::Supervised};

/// The name of the socket: PostgreSQL makes it of the port, though no port is opened.
pub(super) const SOCKET: &str = ".s.PGSQL.5432";
const NAME: &str = "PostgreSQL";
const PROGRAM: &str = "postgres";

/// Fast shutdown, then immediate (recovery at the next start), then none at all.
const SIGNALS: [(Signal, Duration); 3] = [
    (Signal::INT, Duration::from_secs(30)),
    (Signal::QUIT, Duration::from_secs(10)),
    (Signal::KILL, Duration::from_secs(5)),
];

/// Settings of both kinds. The log names statements neither with their text nor with the values that a constraint
/// refused: those are personal data.
const ALWAYS: [&str; 6] = [
    "listen_addresses=",
    "shared_buffers=128MB",
    "timezone=UTC",
    "log_checkpoints=off",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
];
/// A process opens up to 28 connections, so this is enough for `serve`, a worker and commands beside them.
const DURABLE: [&str; 2] = ["max_connections=100", "fsync=on"];
const FAST: [&str; 6] = [
    "max_connections=300",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
];

pub(super) struct Postgres {
    bin: PathBuf,
    cluster: PathBuf,
    home: PathBuf,
    run: PathBuf,
    log: PathBuf,
    durable: bool,
}

impl Postgres {
    pub(super) fn new(place: &Place, search: &Search, durable: bool) -> Result<Self, EmbeddedError> {
        let (home, run) = (place.home.clone(), place.run.clone());
        let cluster = home.join("postgres");
        let bin = search.postgres(&cluster)?;
        Ok(Self { bin, cluster, log: home.join("postgres.log"), home, run, durable })
    }

    pub(super) fn url(&self) -> String {
        format!("postgres://kontora@localhost/kontora?host={}", child::percent_encoded(&self.run))
    }

    /// Makes the cluster aside and moves it into place, so that a kill leaves a whole cluster or none.
    async fn make_cluster(&self, place: &Place) -> Result<(), EmbeddedError> {
        let aside = self.home.join("postgres.new");
        orphans::clear(&aside, PROGRAM, &SIGNALS).await;
        if aside.exists() {
            fs::remove_dir_all(&aside).map_err(EmbeddedError::folder(&aside))?;
        }
        place.folder("postgres.new")?;
        let program = self.bin.join("initdb");
        let mut initdb = child::command(&program, place, Signal::TERM);
        initdb.args(["--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]);
        // Trust is right here: whoever may enter the folder of the socket owns the data anyway.
        initdb.args(["--auth-local=trust", "--auth-host=reject"]).arg("--pgdata").arg(&aside);
        if !self.durable {
            initdb.arg("--no-sync");
        }
        let failed = |error: std::io::Error| EmbeddedError::Program { program, wrong: error.to_string() };
        let output = initdb.output().await.map_err(failed)?;
        if !output.status.success() {
            let (how, said) = (output.status.to_string(), String::from_utf8_lossy(&output.stderr).into_owned());
            return Err(EmbeddedError::Ended { service: "initdb", how, said });
        }
        fs::rename(&aside, &self.cluster).map_err(EmbeddedError::folder(&self.cluster))
    }

    /// PostgreSQL looks only whether the process in `postmaster.pid` lives. After a restart of the machine or the
    /// container that number may be anyone's, and it would refuse to start.
    fn forget_stranger(&self) {
        let path = self.cluster.join("postmaster.pid");
        let pid = fs::read_to_string(&path).ok().and_then(|text| text.lines().next()?.trim().parse().ok());
        if pid.is_some_and(|pid| orphans::is_stranger(pid, &self.cluster, PROGRAM)) {
            tracing::warn!(pid, "postmaster.pid names a stranger, removing it");
            let _ = fs::remove_file(path);
        }
    }

    /// Connects as the cluster's own superuser, which nothing else uses.
    async fn connect(&self, database: &str) -> Result<PgConnection, sqlx::Error> {
        let options = PgConnectOptions::new_without_pgpass().socket(&self.run).username("postgres");
        options.database(database).disable_statement_logging().connect().await
    }

    async fn set_up(&self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let role = sqlx::query("select from pg_roles where rolname = 'kontora'");
        if role.fetch_optional(&mut *connection).await?.is_none() {
            sqlx::query("create role kontora login noinherit").execute(&mut *connection).await?;
        }
        // In earnest the role makes roles and databases and no more. Tests set up many databases at once, where the
        // grants of roles, which all databases share, collide; a superuser needs none.
        let rights = if self.durable {
            "alter role kontora nosuperuser createdb createrole"
        } else {
            "alter role kontora superuser"
        };
        sqlx::query(rights).execute(&mut *connection).await?;
        let database = sqlx::query("select from pg_database where datname = 'kontora'");
        if database.fetch_optional(&mut *connection).await?.is_none() {
            sqlx::query("create database kontora owner kontora").execute(&mut *connection).await?;
        }
        // The schema belongs to pg_database_owner, whose rights a role that inherits nothing does not get.
        let mut inside = self.connect("kontora").await?;
        sqlx::query("alter schema public owner to kontora").execute(&mut inside).await?;
        inside.close().await
    }
}

impl Supervised for Postgres {
    const NAME: &str = NAME;
    const SIGNALS: &[(Signal, Duration)] = &SIGNALS;

    fn log(&self) -> &PathBuf {
        &self.log
    }

    async fn command(&self, place: &Place) -> Result<Command, EmbeddedError> {
        orphans::clear(&self.cluster, PROGRAM, &SIGNALS).await;
        if !self.cluster.join("PG_VERSION").exists() {
            self.make_cluster(place).await?;
        }
        self.forget_stranger();
        // The lock beside the socket also holds a number that may be a stranger's by now.
        for name in [SOCKET.to_owned(), format!("{SOCKET}.lock")] {
            let _ = fs::remove_file(self.run.join(name));
        }
        let mut command = child::command(&self.bin.join(PROGRAM), place, SIGNALS[0].0);
        command.arg("-D").arg(&self.cluster).arg("-k").arg(&self.run);
        for setting in ALWAYS.iter().chain(if self.durable { &DURABLE[..] } else { &FAST }) {
            command.args(["-c", setting]);
        }
        Ok(command)
    }

    async fn answers(&self) -> Result<bool, EmbeddedError> {
        let Ok(mut connection) = self.connect("postgres").await else {
            return Ok(false);
        };
        let set_up = self.set_up(&mut connection).await;
        let silent = |error: sqlx::Error| EmbeddedError::Silent { service: NAME, wrong: error.to_string() };
        set_up.map_err(silent)?;
        let _ = connection.close().await;
        Ok(true)
    }
}
