//! How a playground is started. Everything has a default that suits a test: an ephemeral loopback
//! port, nothing kept on disk, short retries.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

/// Settings of [`Playground::start`](crate::Playground::start).
#[derive(Clone, Debug)]
pub struct Options {
    /// Where to listen; must be a loopback address. Port 0 takes a free one.
    pub listen: SocketAddr,
    /// A folder that keeps the world (`world.json`) and the files (`files/`); `None` keeps all in memory.
    pub data: Option<PathBuf>,
    /// What one second of Telegram's webhook back-off lasts here: first retry at once, then 1, 2, 4 … units up to
    /// a random cap of 60–120 units. `Retry-After` counts in the same unit.
    pub retry_unit: Duration,
    /// How long a webhook may take to answer.
    pub read_timeout: Duration,
    /// How long [`wait`](crate::Playground::wait) and everything built on it waits.
    pub wait_timeout: Duration,
    /// How long a burst of changes is gathered before the world is written to `data`.
    pub save_after: Duration,
    /// Whether @BotFather is there, for people who want a bot of their own.
    pub bot_father: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            data: None,
            retry_unit: Duration::from_secs(1),
            read_timeout: Duration::from_secs(60),
            wait_timeout: Duration::from_secs(10),
            save_after: Duration::from_millis(300),
            bot_father: false,
        }
    }
}
