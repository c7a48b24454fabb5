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

pub use keyring::{Keyring, KeyringError};
