//! Runs a command with a PostgreSQL and a Redis of its own: `with-services -- cargo nextest run`.
//!
//! The command finds them in `DATABASE_URL` and `REDIS_URL`. They are fast and careless (nothing is synced to disk),
//! so this is for tests and trials. Each run has a fresh folder, removed afterwards, unless `--keep` or `--data`
//! says otherwise; so any number of runs may go on at once.

use std::{
    io::{IsTerminal, Write},
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
    process::{ExitCode, ExitStatus},
};

use anyhow::{Context, Result, bail};
use clap::Parser;
use platform::{
    embedded::{Embedded, Wanted},
    telemetry::{LogFormat, init_logs},
};
use rustix::process::{Pid, Signal, kill_process};
use tokio::{
    process::Command,
    signal::unix::{SignalKind, signal},
};

/// Runs a command with a PostgreSQL and a Redis of its own.
#[derive(Parser)]
struct Arguments {
    /// Keep the data for the next run, in target/services/kept unless --data says where
    #[arg(long)]
    keep: bool,
    /// The folder of the data; removed afterwards unless --keep is given or it was there before
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Instead of running a command, print the two variables for a shell and stay until a signal comes
    #[arg(long, conflicts_with = "command")]
    print: bool,
    /// The command and its arguments
    #[arg(last = true, required_unless_present = "print")]
    command: Vec<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    init_logs(LogFormat::Human, &std::env::var("LOG").unwrap_or_else(|_| "warn".to_owned()))?;
    let arguments = Arguments::parse();
    let all = target().join("services");
    remove_left_over(&all);
    let data = match &arguments.data {
        Some(data) => data.clone(),
        None if arguments.keep => all.join("kept"),
        None => all.join(format!("run-{}", std::process::id())),
    };
    let fresh = !data.exists();
    let wanted = Wanted { postgres: true, redis: true, durable: false };
    let services = Embedded::start(&data, wanted).await?;
    let outcome = if arguments.print { print(&services).await } else { run(&arguments.command, &services).await };
    let home = services.home().to_owned();
    services.stop().await;
    if fresh && !arguments.keep {
        for folder in [&home, &data] {
            if folder.exists() {
                std::fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
            }
        }
    }
    outcome
}

/// The variables that tell a program where the services are.
fn variables(services: &Embedded) -> Result<[(&'static str, &str); 2]> {
    match (&services.database_url, &services.redis_url) {
        (Some(database), Some(redis)) => Ok([("DATABASE_URL", database), ("REDIS_URL", redis)]),
        _ => bail!("a service was not started"),
    }
}

async fn print(services: &Embedded) -> Result<ExitCode> {
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let mut out = std::io::stdout();
    for (name, value) in variables(services)? {
        // Nothing in these URLs needs quoting: what is special in a path is percent-encoded. `?` is for the shell.
        writeln!(out, "export {name}='{value}'")?;
    }
    out.flush()?;
    tokio::select! { _ = term.recv() => {}, _ = int.recv() => {} }
    Ok(ExitCode::SUCCESS)
}

async fn run(command: &[String], services: &Embedded) -> Result<ExitCode> {
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let (program, arguments) = command.split_first().context("no command")?;
    let mut child = Command::new(program)
        .args(arguments)
        .envs(variables(services)?)
        .spawn()
        .with_context(|| format!("running {program}"))?;
    // A terminal sends its Ctrl-C to the command as well; a second one from us would be taken for impatience.
    let forward_int = !std::io::stdin().is_terminal();
    loop {
        let received = tokio::select! {
            status = child.wait() => return Ok(exit_code(status?)),
            _ = term.recv() => Some(Signal::TERM),
            _ = int.recv() => forward_int.then_some(Signal::INT),
        };
        let pid = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        if let (Some(pid), Some(signal)) = (pid, received) {
            // It may have ended in this moment, which the wait sees.
            let _ = kill_process(pid, signal);
        }
    }
}

/// The command's own code, or 128 and the signal that ended it, as a shell says it.
fn exit_code(status: ExitStatus) -> ExitCode {
    let code = status.code().or_else(|| status.signal().map(|signal| 128 + signal));
    ExitCode::from(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from)
}

/// Removes the folders of runs that were killed: their number is nobody's now.
fn remove_left_over(all: &Path) {
    for folder in std::fs::read_dir(all).into_iter().flatten().flatten() {
        let name = folder.file_name();
        let pid = name.to_str().and_then(|name| name.strip_prefix("run-"));
        if pid.is_some_and(|pid| !Path::new("/proc").join(pid).exists()) {
            // Another run may be removing the same one.
            let _ = std::fs::remove_dir_all(folder.path());
        }
    }
}
