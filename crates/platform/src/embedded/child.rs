//! Child processes that do not outlive us, and their logs.

use std::{
    fs::{self, OpenOptions},
    io,
    os::unix::{ffi::OsStrExt, fs::chown},
    path::Path,
    process::{ExitStatus, Stdio},
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};
use tokio::process::{Child, Command};

use super::{EmbeddedError, account::Account, place::Place};

/// A log is put aside at the next start when it is longer than this, in bytes.
const LOG_LIMIT: u64 = 4 << 20;

/// A command that runs as the children's user in `place`, and gets `death` when the *thread* that starts it ends
/// (prctl(2), `PR_SET_PDEATHSIG`): start it from a thread that lives as long as it should.
pub(super) fn command(program: &Path, place: &Place, death: Signal) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(&place.home)
        .env_clear()
        .envs([("LC_ALL", "C.UTF-8"), ("PATH", "/usr/local/bin:/usr/bin:/bin"), ("TZ", "UTC")])
        .stdin(Stdio::null())
        // A Ctrl-C at the terminal is for us; the children are stopped in their turn.
        .process_group(0)
        .kill_on_drop(true);
    if let Some(Account { uid, gid }) = place.account {
        command.uid(uid).gid(gid);
    }
    let parent = rustix::process::getpid();
    // SAFETY: between fork and exec only two system calls are made, and nothing is allocated or locked. It runs
    // after the change of user, which would have cleared the setting.
    #[allow(unsafe_code, reason = "the kernel offers no other way to tie a child to its parent")]
    unsafe {
        command.pre_exec(move || {
            rustix::process::set_parent_process_death_signal(Some(death))?;
            // Killed in between: the signal was for the old parent and will not come.
            match rustix::process::getppid() {
                Some(now) if now == parent => Ok(()),
                _ => Err(io::ErrorKind::BrokenPipe.into()),
            }
        });
    }
    command
}

/// Sends what the child writes to a log in `place`.
pub(super) fn log_to(command: &mut Command, path: &Path, account: Option<Account>) -> Result<(), EmbeddedError> {
    let failed = || EmbeddedError::folder(path);
    if fs::metadata(path).is_ok_and(|log| log.len() > LOG_LIMIT) {
        fs::rename(path, path.with_extension("log.old")).map_err(failed())?;
    }
    let log = OpenOptions::new().append(true).create(true).open(path).map_err(failed())?;
    if let Some(Account { uid, gid }) = account {
        chown(path, Some(uid), Some(gid)).map_err(failed())?;
    }
    command.stdout(log.try_clone().map_err(failed())?).stderr(log);
    Ok(())
}

/// How a child ended, with the last lines of its log.
pub(super) fn ended(service: &'static str, status: io::Result<ExitStatus>, log: &Path) -> EmbeddedError {
    let how = match status {
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    let log = fs::read(log).unwrap_or_default();
    let log = String::from_utf8_lossy(&log);
    let mut said: Vec<_> = log.lines().rev().take(8).collect();
    said.reverse();
    EmbeddedError::Ended { service, how, said: said.join("\n") }
}

/// Asks a child to stop, ever more firmly, until it ends.
pub(super) async fn halt(child: &mut Child, signals: &[(Signal, Duration)]) {
    for (signal, patience) in signals {
        let Some(pid) = child.id().and_then(|id| Pid::from_raw(id.cast_signed())) else {
            return;
        };
        // It may end by itself in this moment, which the wait sees.
        let _ = kill_process(pid, *signal);
        if tokio::time::timeout(*patience, child.wait()).await.is_ok() {
            return;
        }
        tracing::warn!(pid = pid.as_raw_nonzero().get(), ?signal, "a service does not stop");
    }
}

/// The path of a socket in the form that URLs take.
pub(super) fn percent_encoded(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let bytes = path.as_os_str().as_bytes().iter();
    bytes.map(|&byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
