//! What can go wrong on the side of the tests and of the people: never an answer of the Bot API,
//! which is [`api::Refusal`](crate::api::Refusal).

use std::net::SocketAddr;

/// An error of the Rust API and of the people's side.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Asked to listen on an address that others could reach.
    #[error("the playground has no passwords, so it listens on loopback only, not on {0}")]
    NotLoopback(SocketAddr),
    /// No such bot, person, chat, message, button or file.
    #[error("not found: {0}")]
    NotFound(String),
    /// A messenger would not let the person do this.
    #[error("not possible: {0}")]
    Refused(String),
    /// A wait ran out.
    #[error("waited {seconds:.1} s in vain for: {what}\n{transcript}")]
    Timeout {
        /// What was waited for, in the caller's words.
        what: String,
        /// How long, in seconds.
        seconds: f64,
        /// The last messages of the chat, or of the busiest chats.
        transcript: String,
    },
    /// The kept world cannot be read or written, or the port is taken.
    #[error("{what}: {source}")]
    Io {
        /// What was being done.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
    /// JSON that is not what it should be.
    #[error("{what}: {source}")]
    Json {
        /// What was being read.
        what: String,
        /// Why it failed.
        source: serde_json::Error,
    },
    /// A request to a bot's webhook failed.
    #[error("webhook: {0}")]
    Http(#[from] reqwest::Error),
}

/// A result of the Rust API.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }

    pub(crate) fn json(what: impl Into<String>) -> impl FnOnce(serde_json::Error) -> Self {
        let what = what.into();
        move |source| Self::Json { what, source }
    }
}
