//! The connection to Redis, with deadlines.
//!
//! Redis holds only what may be lost, so whoever asks it prefers a quick error over a long wait.

use std::time::Duration;

use ::redis::{
    Client, RedisError,
    aio::{ConnectionManager, ConnectionManagerConfig},
};

/// How long a connection may take to come up.
const CONNECT: Duration = Duration::from_secs(2);
/// How long an answer may take. Blocking commands need a connection of their own.
const RESPONSE: Duration = Duration::from_secs(2);

/// Connects to `url` (`redis://`, `rediss://` or `redis+unix://`). The connection is shared by its clones and comes
/// back by itself: while Redis is away each command fails at once, or within seconds when packets vanish.
///
/// # Errors
/// When `url` is no Redis address, or nothing answers there.
pub async fn connect(url: &str) -> Result<ConnectionManager, RedisError> {
    let config = ConnectionManagerConfig::new()
        .set_connection_timeout(Some(CONNECT))
        .set_response_timeout(Some(RESPONSE))
        .set_number_of_retries(1)
        .set_min_delay(Duration::from_millis(20))
        .set_max_delay(Duration::from_millis(200));
    ConnectionManager::new_with_config(Client::open(url)?, config).await
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::connect;

    #[tokio::test]
    async fn nobody_there_is_told_at_once() {
        let started = Instant::now();
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let error = connect(&format!("redis://:hunter2@{free}")).await.map(|_| ()).unwrap_err();
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
        assert!(!error.to_string().contains("hunter2"), "{error}");
    }

    #[tokio::test]
    async fn a_silent_server_is_given_up() {
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let started = Instant::now();
        assert!(connect(&format!("redis://{}", silent.local_addr().unwrap())).await.is_err());
        assert!(started.elapsed() < Duration::from_secs(6), "{:?}", started.elapsed());
    }

    #[tokio::test]
    async fn another_scheme_is_refused() {
        assert!(connect("http://localhost").await.is_err());
    }
}
