//! Secrets at rest: bot tokens and the like, sealed before they reach the database.
//!
//! [`Keyring`] is an AEAD (XChaCha20-Poly1305) with named keys: the first seals, all open, so a key is changed by
//! putting a new one in front and sealing again whatever [`Keyring::needs_rotation`]. Every sealed value is bound to
//! a purpose and opens for no other, so a value moved to another column or row is refused.

mod file;
mod keyring;
mod sealed;
#[cfg(test)]
mod tests;

use sha2::{Digest as _, Sha256};

pub use keyring::{Keyring, KeyringError};

/// What is kept of a random token that somebody else holds: its SHA-256. Enough to know it again, and no way back to
/// it. Not for passwords, which are guessed.
#[must_use]
pub fn fingerprint(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}
