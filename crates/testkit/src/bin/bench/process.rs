//! Kontora as a child process: started, watched through `/proc`, and ended.

use std::{
    fs::{self, File},
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use tokio::{
    process::{Child, Command},
    time::{Instant, sleep},
};

use crate::{
    load::{Connection, Webhook},
    office::Site,
};

/// How long a process may take to come up, or to go.
const PATIENCE: Duration = Duration::from_secs(30);
/// Far above what is played, so that nothing waits for a budget; it is paid for all the same.
const LIMITS: &str = "bot=1000000/s,chat=100000/s,group=6000000/min";
/// The same of the API.
const RATE_LIMITS: &str = "auth=1000000/s,api=1000000/s";

/// What every process of one run is told.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    /// The executable.
    pub program: PathBuf,
    /// A folder for logs.
    pub folder: PathBuf,
    /// `DATABASE_URL`.
    pub database_url: String,
    /// `REDIS_URL`.
    pub redis_url: String,
    /// `TELEGRAM_API_URL`.
    pub telegram: SocketAddr,
    /// `KONTORA_SECRET_KEY`.
    pub secret_key: String,
}

impl Setting {
    /// `program` beside the services of `site` and the Bot API at `telegram`.
    pub(crate) fn new(program: PathBuf, folder: &Path, site: &Site, telegram: SocketAddr) -> Self {
        Self {
            program,
            folder: folder.to_owned(),
            database_url: site.database_url.clone(),
            redis_url: site.redis_url.clone(),
            telegram,
            secret_key: site.secret_key.clone(),
        }
    }
}

/// One process at work.
#[derive(Debug)]
pub(crate) struct Kontora {
    child: Child,
    pid: u32,
    log: PathBuf,
    /// Where it listens, if it does.
    pub address: SocketAddr,
}

impl Kontora {
    /// Starts `kontora` with `arguments`.
    pub(crate) fn start(setting: &Setting, arguments: &[&str]) -> Result<Self> {
        // Free when we looked; nobody else on this machine is likely to take it in between.
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let log = setting.folder.join(format!("{}.log", arguments.concat()));
        let child = Command::new(&setting.program)
            .args(arguments)
            .env("DATABASE_URL", &setting.database_url)
            .env("REDIS_URL", &setting.redis_url)
            .env("TELEGRAM_API_URL", format!("http://{}", setting.telegram))
            .env("KONTORA_SECRET_KEY", &setting.secret_key)
            .env("KONTORA_DATA", &setting.folder)
            .env("TELEGRAM_LIMITS", LIMITS)
            .env("RATE_LIMITS", RATE_LIMITS)
            .env("LISTEN", address.to_string())
            .env("LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&log)?)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("running {}", setting.program.display()))?;
        let pid = child.id().context("it ended at once")?;
        Ok(Self { child, pid, log, address })
    }

    /// Waits until it says that it is ready.
    pub(crate) async fn ready(&mut self) -> Result<()> {
        let webhook = Arc::new(Webhook { address: self.address, secret: String::new() });
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait()? {
                bail!("kontora ended with {status}: {}", self.log_text());
            }
            if let Ok(mut connection) = Connection::open(&webhook).await
                && connection.ready().await.unwrap_or(false)
            {
                return Ok(());
            }
            if Instant::now() > until {
                bail!("kontora was not ready after {PATIENCE:?}: {}", self.log_text());
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// The processor time that its threads have used. The kernel counts it in nanoseconds here, in hundredths of a
    /// second in `/proc/<pid>/stat`.
    pub(crate) fn cpu(&self) -> Result<Duration> {
        let mut nanoseconds = 0;
        for thread in fs::read_dir(format!("/proc/{}/task", self.pid))? {
            // A thread may end between the listing and the look.
            if let Ok(used) = fs::read_to_string(thread?.path().join("schedstat")) {
                nanoseconds += used.split(' ').next().and_then(|used| used.parse::<u64>().ok()).context("schedstat")?;
            }
        }
        Ok(Duration::from_nanos(nanoseconds))
    }

    /// `VmRSS` (resident now) or `VmHWM` (the most so far), in MiB.
    pub(crate) fn memory(&self, field: &str) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid))?;
        let line = status.lines().find_map(|line| line.strip_prefix(field)).context("no such field")?;
        let kib: f64 = line.trim_start_matches(':').trim().trim_end_matches(" kB").parse()?;
        Ok(kib / 1024.0)
    }

    /// Asks it to end, and waits.
    pub(crate) async fn stop(mut self) -> Result<()> {
        let pid = Pid::from_raw(self.pid.cast_signed()).context("no process id")?;
        kill_process(pid, Signal::TERM)?;
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await.context("kontora does not end")??;
        if !status.success() {
            bail!("kontora ended with {status}: {}", self.log_text());
        }
        Ok(())
    }

    /// What it has said so far.
    pub(crate) fn log_text(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

/// The executable to measure: the one that was named, or the one that was built beside this program.
pub(crate) fn program(named: Option<&Path>) -> Result<PathBuf> {
    let program = match named {
        Some(named) => named.to_owned(),
        None => std::env::current_exe()?.with_file_name("kontora"),
    };
    if !program.exists() {
        bail!("{} is not there; run ./dev bench, or: cargo build --release -p bot --bin kontora", program.display());
    }
    Ok(program)
}
