//! What an earlier process left running in a folder of ours: found by `/proc`, stopped, and waited for.
//!
//! Both services make their data folder the working directory, so that is what tells them. Only the holder of the
//! folder's lock may come here: what runs in the folder then belongs to nobody.

use std::{
    collections::HashSet,
    fs,
    path::Path,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};

/// One process in the folder.
#[derive(Clone, Copy, Debug)]
struct Found {
    pid: Pid,
    parent: i32,
}

/// Stops every process named `program` whose working directory is `folder`, and returns when none is left.
pub(super) async fn clear(folder: &Path, program: &str, signals: &[(Signal, Duration)]) {
    for (signal, patience) in signals {
        let found = processes_in(folder, program);
        let pids: HashSet<_> = found.iter().map(|found| found.pid.as_raw_nonzero().get()).collect();
        if pids.is_empty() {
            return;
        }
        tracing::warn!(folder = %folder.display(), program, ?pids, ?signal, "stopping what an earlier process left");
        // Workers are their parent's business; one whose parent is gone is told itself.
        for root in found.iter().filter(|found| !pids.contains(&found.parent)) {
            let _ = kill_process(root.pid, *signal);
        }
        let until = Instant::now() + *patience;
        while Instant::now() < until {
            if processes_in(folder, program).is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// Whether `pid` runs but is no `program` in `folder`: then a file that names it names a stranger.
pub(super) fn is_stranger(pid: i32, folder: &Path, program: &str) -> bool {
    Path::new("/proc").join(pid.to_string()).exists()
        && processes_in(folder, program).iter().all(|found| found.pid.as_raw_nonzero().get() != pid)
}

fn processes_in(folder: &Path, program: &str) -> Vec<Found> {
    let Ok(folder) = folder.canonicalize() else {
        return Vec::new();
    };
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|entry| {
        let pid = Pid::from_raw(entry.file_name().to_str()?.parse().ok()?)?;
        let process = entry.path();
        let named = fs::read_to_string(process.join("comm")).ok()?.trim_end() == program;
        // Of a process that has ended but was not yet waited for, the link cannot be read.
        let here = named && fs::read_link(process.join("cwd")).ok()? == folder;
        // proc_pid_stat(5): the name in brackets may hold anything, then come the state and the parent.
        let stat = fs::read_to_string(process.join("stat")).ok()?;
        let parent = stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()?;
        here.then_some(Found { pid, parent })
    })
    .collect()
}
