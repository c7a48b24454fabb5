//! `initData`: who opened a mini-app, as Telegram signs it. Pure: the caller brings the time.
//!
//! Source: core.telegram.org/bots/webapps, "Validating data received via the Mini App". Two proofs go with it: `hash`,
//! an HMAC under the bot's token, and `signature`, Telegram's own Ed25519 over the bot's id, for whoever has no token.
//! Fields that we do not know are signed too, and kept in what is checked. A field that comes twice is refused: which
//! of the two was meant would be a guess.

use std::collections::BTreeMap;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use ed25519_dalek::{Signature, VerifyingKey};
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// The longest `initData` that is looked at, in bytes; real ones are below 2000.
pub const LENGTH_MAX: usize = 8 * 1024;

/// How far Telegram's clock may be ahead of ours.
const AHEAD: TimeDelta = TimeDelta::minutes(1);

/// The key that Telegram signs with in production.
pub const PRODUCTION_KEY: [u8; 32] = [
    0xe7, 0xbf, 0x03, 0xa2, 0xfa, 0x46, 0x02, 0xaf, 0x45, 0x80, 0x70, 0x3d, 0x88, 0xdd, 0xa5, 0xbb, 0x59, 0xf3, 0x2e,
    0xd8, 0xb0, 0x2a, 0x56, 0xc1, 0x87, 0xfe, 0x7d, 0x34, 0xca, 0xed, 0x24, 0x2d,
];

/// The key that Telegram signs with in its test environment.
pub const TEST_KEY: [u8; 32] = [
    0x40, 0x05, 0x50, 0x58, 0xa4, 0xee, 0x38, 0x15, 0x6a, 0x06, 0x56, 0x2e, 0x52, 0xee, 0xce, 0x92, 0xa7, 0x71, 0xbc,
    0xd8, 0x34, 0x6a, 0x8c, 0x46, 0x15, 0xcb, 0x73, 0x76, 0xed, 0xdf, 0x72, 0xec,
];

/// What the proof is checked against.
#[derive(Clone, Copy, Debug)]
pub enum Proof<'a> {
    /// The bot's token is ours: `hash`.
    Token(&'a SecretString),
    /// It is not: `signature`.
    Telegram {
        /// The bot's id with Telegram.
        bot: i64,
        /// Telegram's public key: [`PRODUCTION_KEY`] or [`TEST_KEY`].
        key: &'a [u8; 32],
    },
}

/// Who opened a mini-app, when, and with which link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitData {
    /// Who.
    pub user: User,
    /// When Telegram signed it.
    pub signed_at: DateTime<Utc>,
    /// What the link that opened it carried.
    pub start_param: Option<String>,
    /// Names what was signed, however its fields were ordered or escaped on the way: the same opening has the same one.
    pub digest: [u8; 32],
}

/// The Telegram user, as they call themselves.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    /// Telegram's user id.
    pub id: i64,
    /// Their first name.
    pub first_name: String,
    /// Their last name.
    #[serde(default)]
    pub last_name: Option<String>,
    /// Without the `@`.
    #[serde(default)]
    pub username: Option<String>,
    /// The language of their app (IETF tag).
    #[serde(default)]
    pub language_code: Option<String>,
    /// Whether it is a program.
    #[serde(default)]
    pub is_bot: bool,
}

/// Why it proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is not `initData`.
    #[error("this is no initData")]
    Malformed,
    /// Telegram did not sign it, or not for this bot.
    #[error("it is not signed by Telegram for this bot")]
    Signature,
    /// It was signed too long ago, or in the future.
    #[error("it is too old")]
    Stale,
}

/// Who opened the mini-app, when `raw` proves it and is no older than `max_age` at `now`.
///
/// # Errors
/// [`Refused`], and nothing of what was in it.
pub fn verify(raw: &str, proof: Proof<'_>, now: DateTime<Utc>, max_age: TimeDelta) -> Result<InitData, Refused> {
    let fields = fields(raw)?;
    let signed_for = match proof {
        Proof::Token(token) => {
            check_hash(&fields, token)?;
            token.expose_secret().split(':').next().unwrap_or_default().to_owned()
        }
        Proof::Telegram { bot, key } => {
            check_signature(&fields, bot, key)?;
            bot.to_string()
        }
    };
    let signed_at = fields.get("auth_date").and_then(|seconds| seconds.parse().ok()).ok_or(Refused::Malformed)?;
    let signed_at = DateTime::from_timestamp(signed_at, 0).ok_or(Refused::Malformed)?;
    if signed_at > now + AHEAD || now - signed_at > max_age {
        return Err(Refused::Stale);
    }
    let user: User = fields.get("user").and_then(|user| serde_json::from_str(user).ok()).ok_or(Refused::Malformed)?;
    if user.is_bot || user.id <= 0 {
        return Err(Refused::Malformed);
    }
    let said = format!("{signed_for}:{}", check_string(&fields, &["hash", "signature"]));
    let digest = Sha256::digest(said).into();
    Ok(InitData { user, signed_at, start_param: fields.get("start_param").cloned(), digest })
}

type Fields = BTreeMap<String, String>;

fn fields(raw: &str) -> Result<Fields, Refused> {
    if raw.len() > LENGTH_MAX {
        return Err(Refused::Malformed);
    }
    let mut fields = Fields::new();
    for (name, value) in url::form_urlencoded::parse(raw.as_bytes()) {
        if fields.insert(name.into_owned(), value.into_owned()).is_some() {
            return Err(Refused::Malformed);
        }
    }
    Ok(fields)
}

/// `name=value` of each field, in the order of names, a line each.
fn check_string(fields: &Fields, without: &[&str]) -> String {
    let kept = fields.iter().filter(|(name, _)| !without.contains(&name.as_str()));
    kept.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("\n")
}

fn hmac(key: &[u8], message: &[u8]) -> Result<Hmac<Sha256>, Refused> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| Refused::Signature)?;
    mac.update(message);
    Ok(mac)
}

fn check_hash(fields: &Fields, token: &SecretString) -> Result<(), Refused> {
    let given = fields.get("hash").and_then(|hash| lower_hex(hash)).ok_or(Refused::Malformed)?;
    let key = hmac(b"WebAppData", token.expose_secret().as_bytes())?.finalize().into_bytes();
    let mac = hmac(&key, check_string(fields, &["hash"]).as_bytes())?;
    mac.verify_slice(&given).map_err(|_| Refused::Signature) // in constant time
}

fn check_signature(fields: &Fields, bot: i64, key: &[u8; 32]) -> Result<(), Refused> {
    let given = fields.get("signature").ok_or(Refused::Malformed)?;
    let given = BASE64_URL_SAFE_NO_PAD.decode(given).map_err(|_| Refused::Malformed)?;
    let given = Signature::from_slice(&given).map_err(|_| Refused::Malformed)?;
    let key = VerifyingKey::from_bytes(key).map_err(|_| Refused::Signature)?;
    let said = format!("{bot}:WebAppData\n{}", check_string(fields, &["hash", "signature"]));
    key.verify_strict(said.as_bytes(), &given).map_err(|_| Refused::Signature)
}

/// 32 bytes of lower-case hex, as Telegram writes it; nothing else is a hash.
fn lower_hex(hash: &str) -> Option<[u8; 32]> {
    let digit = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, []) = hash.as_bytes().as_chunks::<2>() else { return None };
    let bytes: Option<Vec<u8>> = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect();
    bytes?.try_into().ok()
}

#[cfg(test)]
mod tests;
