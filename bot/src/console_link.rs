//! Addresses of the console that carry a key.

use platform::config::Web;
use secrecy::{ExposeSecret as _, SecretString};

/// A page of the console with its key after the `#`, where no server, and no log of one, gets to see it. Without a
/// `PUBLIC_URL` the key alone: the page takes it too.
pub(crate) fn with_key(web: &Web, page: &str, key: &SecretString) -> String {
    match plain(web, page) {
        Some(address) => format!("{address}#{}", key.expose_secret()),
        None => key.expose_secret().to_owned(),
    }
}

/// A page of the console; none without a `PUBLIC_URL`.
pub(crate) fn plain(web: &Web, page: &str) -> Option<String> {
    web.public_url.as_ref().map(|url| format!("{}/console/{page}", url.as_str().trim_end_matches('/')))
}
