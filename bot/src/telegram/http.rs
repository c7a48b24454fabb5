//! The one HTTP client of the process: all bots share its kept-alive
//! connections to the Bot API.

use std::sync::Once;
use std::time::Duration;

/// Builds the client. Call it once per process and clone the result; a timeout
/// is set per call.
///
/// # Errors
/// When TLS cannot be set up, as without any system certificates.
pub fn http_client() -> reqwest::Result<reqwest::Client> {
    // reqwest takes the process's TLS provider and has none of its own here.
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        // An error says that somebody else installed one, which does as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    reqwest::Client::builder()
        .user_agent(concat!("kontora/", env!("CARGO_PKG_VERSION")))
        .http1_only()
        .tcp_nodelay(true)
        .tcp_keepalive(Duration::from_secs(60))
        .connect_timeout(Duration::from_secs(5))
        .pool_idle_timeout(Duration::from_secs(90))
        // A redirect would carry the token to somebody else.
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .build()
}
