//! What a run of the whole suite leaves behind, to be searched for secrets when it is over.
//!
//! With `KONTORA_EVIDENCE` set to a folder (`./dev test` does), every test writes its log there, in detail, beside what
//! the processes that it started said, the events that it left and the answers that it got; and every secret that it
//! made up is put on a list. The program `leaks` then looks for each secret in everything. Without the variable
//! nothing is kept.

use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    path::PathBuf,
    sync::{Mutex, OnceLock},
};

/// The variable that names the folder.
pub const FOLDER: &str = "KONTORA_EVIDENCE";

/// What is logged: our own news in full, of the libraries what somebody who looks for a mistake would turn on.
const FILTER: &str = "debug,platform=trace,domain=trace,dialogues=trace,bot=trace,webapp_api=trace,integrations=trace";

/// Where a secret may be seen all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Nowhere.
    BeNowhere,
    /// In the one answer that gives it to its owner.
    BeAnswered,
}

impl May {
    /// As the list has it.
    pub fn code(self) -> &'static str {
        match self {
            May::BeNowhere => "nowhere",
            May::BeAnswered => "answered",
        }
    }
}

/// Begins to keep this process's log. Safe to repeat.
pub fn keep_logs() {
    static KEPT: OnceLock<()> = OnceLock::new();
    KEPT.get_or_init(|| {
        let Some(file) = file("log") else { return };
        let lines = tracing_subscriber::fmt().with_ansi(false).with_writer(Mutex::new(file)).with_env_filter(FILTER);
        let _ = lines.try_init(); // a test that looks at its own log has set it up already
    });
}

/// Keeps something else that has to be free of secrets: `kind` is `process`, `events` or `answers`.
pub fn keep(kind: &str, text: &str) {
    if let Some(mut file) = file(kind) {
        let _ = writeln!(file, "{text}");
    }
}

/// Puts a secret on the list. `what` says which it is, should it be found.
pub fn plant(what: &str, secret: &str, may: May) {
    if let Some(mut file) = file("planted") {
        let _ = writeln!(file, "{}\t{what}\t{secret}", may.code());
    }
}

/// Whether evidence is kept at all.
pub fn is_kept() -> bool {
    folder().is_some()
}

fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

/// One file per kind and process; lines of several writers do not mix, as each is written at once.
fn file(kind: &str) -> Option<File> {
    let path = folder()?.join(format!("{}.{kind}", std::process::id()));
    OpenOptions::new().create(true).append(true).open(path).ok()
}
