//! Redis as a child.

use std::{fs, path::PathBuf, time::Duration};

use rustix::process::Signal;
use tokio::process::Command;

use super::{EmbeddedError, binaries::Search, child, orphans, place::Place, supervise::Supervised};

const NAME: &str = "Redis";
const SIGNALS: [(Signal, Duration); 2] =
    [(Signal::TERM, Duration::from_secs(15)), (Signal::KILL, Duration::from_secs(5))];

/// Redis holds only what may be lost, so a write need not wait for the disk: `everysec` loses at most a second of it
/// when the power goes, and nothing when a process is killed, because the kernel has the bytes by then.
const DURABLE: [&str; 4] = ["--appendonly", "yes", "--appendfsync", "everysec"];
const FAST: [&str; 2] = ["--appendonly", "no"];

pub(super) struct RedisServer {
    program: PathBuf,
    folder: PathBuf,
    socket: PathBuf,
    log: PathBuf,
    durable: bool,
}

impl RedisServer {
    pub(super) fn new(place: &Place, search: &Search, durable: bool) -> Result<Self, EmbeddedError> {
        let program = search.redis()?;
        let (folder, socket, log) =
            (place.folder("redis")?, place.run.join("redis.sock"), place.home.join("redis.log"));
        Ok(Self { program, folder, socket, log, durable })
    }

    pub(super) fn url(&self) -> String {
        format!("redis+unix://{}", child::percent_encoded(&self.socket))
    }
}

impl Supervised for RedisServer {
    const NAME: &str = NAME;
    const SIGNALS: &[(Signal, Duration)] = &SIGNALS;

    fn log(&self) -> &PathBuf {
        &self.log
    }

    async fn command(&self, place: &Place) -> Result<Command, EmbeddedError> {
        let name = self.program.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        orphans::clear(&self.folder, name, &SIGNALS).await;
        let _ = fs::remove_file(&self.socket);
        let mut command = child::command(&self.program, place, SIGNALS[0].0);
        command.args(["--port", "0", "--unixsocketperm", "700", "--daemonize", "no", "--save", ""]);
        // Evicting would forget rate limits and drafts in silence; an error is told.
        command.args(["--maxmemory-policy", "noeviction"]);
        command.args(if self.durable { &DURABLE[..] } else { &FAST });
        command.arg("--unixsocket").arg(&self.socket).arg("--dir").arg(&self.folder);
        Ok(command)
    }

    async fn answers(&self) -> Result<bool, EmbeddedError> {
        let wrong = |error: redis::RedisError| EmbeddedError::Silent { service: NAME, wrong: error.to_string() };
        let client = redis::Client::open(self.url()).map_err(wrong)?;
        let Ok(mut connection) = client.get_multiplexed_async_connection().await else {
            return Ok(false);
        };
        // While it loads its data it answers every command with an error.
        Ok(redis::cmd("PING").query_async::<String>(&mut connection).await.is_ok())
    }
    /// A torn end of its file Redis cuts off by itself; damage inside keeps it from starting. What it holds may be
    /// lost, the service of everyone may not: so it starts empty, and the file is kept for whoever wants to look.
    fn mend(&self, place: &Place, error: &EmbeddedError) -> bool {
        let EmbeddedError::Ended { said, .. } = error else {
            return false;
        };
        if !said.contains("Bad file format reading the append only file") {
            return false;
        }
        let aside = place.home.join("redis.damaged");
        let _ = fs::remove_dir_all(&aside);
        let moved = fs::rename(&self.folder, &aside).is_ok() && place.folder("redis").is_ok();
        if moved {
            tracing::error!(kept = %aside.display(), "Redis's file is damaged, starting without it");
        }
        moved
    }
}
