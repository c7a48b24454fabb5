//! The real executable as a child: what it says is read line by line, and it is killed when it goes out of scope.

use std::{
    ffi::OsStr,
    net::SocketAddr,
    path::Path,
    process::{ExitStatus, Stdio},
    time::Duration,
};

use anyhow::Context as _;
use testkit::evidence;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncRead, BufReader},
    process::{Child, Command},
    sync::watch,
    task::JoinHandle,
};

/// How long a process may take to say or do what it should.
const PATIENCE: Duration = Duration::from_secs(60);

/// A command of the real executable, in an environment of exactly `environment` and in the folder `data`.
pub fn kontora<V: AsRef<OsStr>>(
    arguments: &[&str],
    data: &Path,
    environment: impl IntoIterator<Item = (&'static str, V)>,
) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kontora"));
    command.args(arguments).env_clear().envs(environment).current_dir(data).stdin(Stdio::null());
    command
}

/// Everything that a command of the executable said, after its end.
pub async fn words(command: &mut Command) -> (bool, String) {
    let output = command.output().await.unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    evidence::keep("process", &said);
    (output.status.success(), said)
}

/// A running process.
pub struct Process {
    child: Child,
    said: watch::Receiver<String>,
    readers: [JoinHandle<()>; 2],
}

impl Process {
    /// Starts it.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
        let (sender, said) = watch::channel(String::new());
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let readers = [tokio::spawn(collect(out, sender.clone())), tokio::spawn(collect(err, sender))];
        Self { child, said, readers }
    }

    /// Waits until it has said `words`; the line that holds them.
    pub async fn says(&mut self, words: &str) -> anyhow::Result<String> {
        let line = |said: &String| said.lines().find(|line| line.contains(words)).map(str::to_owned);
        // Whether it said it, was silent too long, or ended: what it said by then tells.
        let _ = tokio::time::timeout(PATIENCE, self.said.wait_for(|said| line(said).is_some())).await;
        let said = self.said.borrow();
        line(&said).with_context(|| format!("it did not say «{words}»:\n{}", said.as_str()))
    }

    /// Waits until it listens.
    pub async fn listens(&mut self) -> anyhow::Result<SocketAddr> {
        let line = self.says("listening").await?;
        let (_, address) = line.split_once("127.0.0.1:").context("it listens on this machine")?;
        let port: String = address.chars().take_while(char::is_ascii_digit).collect();
        Ok(SocketAddr::from(([127, 0, 0, 1], port.parse()?)))
    }

    /// Sends it a signal, such as `TERM`.
    pub fn signal(&self, name: &str) {
        let pid = self.child.id().expect("it runs");
        let done = std::process::Command::new("kill").args(["-s", name, &pid.to_string()]).status().unwrap();
        assert!(done.success(), "kill -s {name} {pid}");
    }

    /// Its number.
    pub fn pid(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// Waits for its end; how it ended, and all that it said.
    pub async fn ends(mut self) -> anyhow::Result<(ExitStatus, String)> {
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await;
        let status = status.with_context(|| format!("it does not end:\n{}", self.said.borrow().as_str()))??;
        for reader in self.readers {
            reader.await?;
        }
        Ok((status, self.said.borrow().clone()))
    }
}

async fn collect(from: impl AsyncRead + Unpin, said: watch::Sender<String>) {
    let mut lines = BufReader::new(from).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        evidence::keep("process", &line);
        said.send_modify(|said| {
            said.push_str(&line);
            said.push('\n');
        });
    }
}
