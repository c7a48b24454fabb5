//! The wish to stop, shared by everything that runs.
//!
//! The first SIGTERM or SIGINT asks; work in hand is finished. A second one means it: the process exits at once.

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// Told once, heard by all clones.
#[derive(Clone, Debug, Default)]
pub struct Shutdown(CancellationToken);

impl Shutdown {
    /// One that only [`Shutdown::begin`] sets off.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One that SIGTERM and SIGINT set off, for as long as the runtime lives. Must be called inside a runtime.
    ///
    /// # Errors
    /// When the signal handlers cannot be installed.
    pub fn on_signals() -> std::io::Result<Self> {
        let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let shutdown = Self::new();
        let told = shutdown.clone();
        tokio::spawn(async move {
            let name = next(&mut term, &mut int).await.0;
            tracing::info!(signal = name, "stopping; once more to exit at once");
            told.begin();
            let (name, code) = next(&mut term, &mut int).await;
            tracing::warn!(signal = name, "exiting at once");
            std::process::exit(code);
        });
        Ok(shutdown)
    }

    /// Asks everything to stop.
    pub fn begin(&self) {
        self.0.cancel();
    }

    /// Whether stopping was asked for.
    #[must_use]
    pub fn begun(&self) -> bool {
        self.0.is_cancelled()
    }

    /// Resolves when stopping is asked for.
    pub async fn wait(&self) {
        self.0.cancelled().await;
    }

    /// The token underneath, for libraries that take one.
    #[must_use]
    pub fn token(&self) -> CancellationToken {
        self.0.clone()
    }
}

/// The name of the next signal, and the exit code that a shell expects of it.
async fn next(term: &mut Signal, int: &mut Signal) -> (&'static str, i32) {
    tokio::select! {
        _ = term.recv() => ("SIGTERM", 128 + 15),
        _ = int.recv() => ("SIGINT", 128 + 2),
    }
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use rustix::process::{Signal, getpid, kill_process};

    use super::Shutdown;

    #[tokio::test]
    async fn clones_hear_it() {
        let shutdown = Shutdown::new();
        let (other, token) = (shutdown.clone(), shutdown.token());
        assert!(!other.begun());
        shutdown.begin();
        other.wait().await;
        assert!(other.begun() && token.is_cancelled());
    }

    /// Signals go to a whole process, so this test runs itself again in one of its own.
    #[tokio::test]
    async fn the_first_signal_asks_and_the_second_exits() {
        const NAME: &str = "shutdown::tests::the_first_signal_asks_and_the_second_exits";
        if std::env::var_os("SHUTDOWN_TEST_CHILD").is_none() {
            let mut again = Command::new(std::env::current_exe().unwrap());
            again.args(["--exact", NAME, "--nocapture"]).env("SHUTDOWN_TEST_CHILD", "1").stdout(Stdio::null());
            assert_eq!(again.status().unwrap().code(), Some(128 + 2));
            return;
        }
        let shutdown = Shutdown::on_signals().unwrap();
        kill_process(getpid(), Signal::TERM).unwrap();
        shutdown.wait().await;
        kill_process(getpid(), Signal::INT).unwrap();
        std::future::pending::<()>().await;
    }
}
