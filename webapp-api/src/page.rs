//! Lists come in pages, by key: `?limit=50&after=<next>`, and an answer says where the next page begins.
//!
//! `next` is opaque: the key of the last thing, under a MAC that is bound to the list. One that was made up, changed
//! or taken from another list is refused with 400.

use axum::http::StatusCode;
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use platform::secrets::Keyring;
use secrecy::{ExposeSecret as _, SecretSlice};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::Sha256;
use utoipa::{IntoParams, ToSchema};

use crate::{Api, Problem, problem::Field};

/// What the keys of cursors are derived for.
const PURPOSE: &str = "cursor/hmac-sha256";

/// Bytes of the MAC that are sent.
const MAC: usize = 12;

/// Which page of a list.
#[derive(Clone, Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub struct PageParams {
    /// How many things, 1 to 100; 50 when it is not said.
    #[serde(default = "fifty")]
    #[garde(range(min = 1, max = 100))]
    #[param(default = 50, minimum = 1, maximum = 100)]
    pub limit: u16,
    /// What the page before gave as `next`.
    #[serde(default)]
    #[garde(length(max = 500))]
    #[param(max_length = 500)]
    pub after: Option<String>,
}

fn fifty() -> u16 {
    50
}

impl PageParams {
    /// The key after which the page begins; none for the first. `list` names the list, as [`Page::cut`] did.
    ///
    /// # Errors
    /// 400 `query_invalid` when `after` was not given by this list.
    pub fn key<K: DeserializeOwned>(&self, api: &Api, list: &str) -> Result<Option<K>, Problem> {
        let Some(after) = &self.after else { return Ok(None) };
        api.cursors.open(list, after).map(Some).ok_or_else(|| {
            let errors = vec![Field::new("after", "cursor_invalid")];
            Problem { errors, ..Problem::new(StatusCode::BAD_REQUEST, "query_invalid") }
        })
    }

    /// How many rows to read: one more than the page has, to see whether another page follows.
    pub fn reads(&self) -> i64 {
        i64::from(self.limit) + 1
    }
}

/// A page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The things, in the list's order.
    pub items: Vec<T>,
    /// What to ask for as `after`; none on the last page.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// The page of `rows`, of which [`PageParams::reads`] were read. `key` is what the list is ordered by.
    pub fn cut<R, K: Serialize>(
        api: &Api,
        list: &str,
        page: &PageParams,
        mut rows: Vec<R>,
        key: impl Fn(&R) -> K,
        shape: impl Fn(R) -> T,
    ) -> Self {
        let limit = usize::from(page.limit);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).and_then(|last| api.cursors.seal(list, &key(last)));
        Self { items: rows.into_iter().map(shape).collect(), next }
    }
}

/// Makes and reads the words that say where a page begins.
pub struct Cursors {
    /// The first makes them, all read.
    keys: Vec<SecretSlice<u8>>,
}

impl std::fmt::Debug for Cursors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cursors")
    }
}

impl Cursors {
    /// With a key for each key of the ring.
    pub fn new(keys: &Keyring) -> Self {
        Self { keys: keys.derive(PURPOSE).into_iter().map(|(_, key)| key).collect() }
    }

    pub(crate) fn seal<K: Serialize>(&self, list: &str, key: &K) -> Option<String> {
        let json = serde_json::to_vec(key).ok()?;
        let mac = mac(self.keys.first()?, list, &json)?.finalize().into_bytes();
        Some(BASE64_URL_SAFE_NO_PAD.encode([&mac[..MAC], &json].concat()))
    }

    pub(crate) fn open<K: DeserializeOwned>(&self, list: &str, word: &str) -> Option<K> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(word).ok()?;
        let (tag, json) = bytes.split_at_checked(MAC)?;
        let ours = |secret: &_| mac(secret, list, json).is_some_and(|mac| mac.verify_truncated_left(tag).is_ok());
        if !self.keys.iter().any(ours) {
            return None;
        }
        serde_json::from_slice(json).ok()
    }
}

fn mac(secret: &SecretSlice<u8>, list: &str, json: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose_secret()).ok()?;
    mac.update(list.as_bytes());
    mac.update(&[0]);
    mac.update(json);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use secrecy::SecretString;

    use super::*;

    #[test]
    fn a_cursor_opens_its_own_list_and_nothing_that_was_changed() {
        let (old, new) = (Keyring::generate(), Keyring::generate());
        let ring = |line: String| Cursors::new(&Keyring::parse(&SecretString::from(line)).unwrap());
        let cursors = ring(old.clone());
        let word = cursors.seal("members", &("Анна", 7)).unwrap();
        let open = |cursors: &Cursors, list, word: &str| cursors.open::<(String, i32)>(list, word);
        assert_eq!(open(&cursors, "members", &word), Some(("Анна".to_owned(), 7)));
        assert_eq!(open(&ring(format!("{new},{old}")), "members", &word), Some(("Анна".to_owned(), 7)));
        assert_eq!(open(&ring(new), "members", &word), None, "another deployment's");
        assert_eq!(open(&cursors, "roles", &word), None, "another list's");
        for at in 0..word.len() {
            let mut changed = word.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(open(&cursors, "members", &changed), None, "{changed}");
        }
        for nonsense in ["", "A", "null", "ы"] {
            assert_eq!(open(&cursors, "members", nonsense), None, "{nonsense}");
        }
    }
}
