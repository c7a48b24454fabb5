//! Named keys: the first seals, all open.

use std::{fmt, path::Path, str};

use base64::{Engine, prelude::BASE64_STANDARD};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use secrecy::{ExposeSecret, SecretBox, SecretSlice, SecretString, zeroize::Zeroizing};

use sha2::Sha256;

use super::{
    file,
    sealed::{self, NONCE, Sealed},
};
use crate::source::os_random;

/// The longest id of a key, in characters.
const ID_LENGTH: usize = 32;

/// Seals and opens secrets. `Debug` shows the ids of its keys only.
#[derive(Clone)]
pub struct Keyring {
    first: Key,
    older: Vec<Key>,
}

#[derive(Clone)]
struct Key {
    id: String,
    cipher: XChaCha20Poly1305,
    derivation: Hkdf<Sha256>,
}

/// Why a keyring or a sealed value cannot be used. No text in it holds a key or a secret.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// The line of keys is not `id:base64[,id:base64…]`.
    #[error("entry {entry} of the keys {wrong}")]
    Line {
        /// Which entry, from 1.
        entry: usize,
        /// What is wrong with it.
        wrong: &'static str,
    },
    /// The value is not something a keyring sealed.
    #[error("this is not a sealed value")]
    Malformed,
    /// The value was sealed by a key that this keyring does not hold.
    #[error("sealed by the key `{id}`, which is not in the keyring; add it to KONTORA_SECRET_KEY as `{id}:…`")]
    UnknownKey {
        /// The id of the missing key.
        id: String,
    },
    /// The value was changed, or sealed for another purpose.
    #[error("the sealed value was changed, or sealed for another purpose")]
    Refused,
    /// What was sealed is not text, but text was asked for.
    #[error("what was sealed is not text")]
    NotText,
    /// The key file cannot be used.
    #[error("the key file {path}: {wrong}")]
    File {
        /// Where it is.
        path: String,
        /// What is wrong, and what to do.
        wrong: String,
    },
}

impl Keyring {
    /// Reads `id:key[,old_id:old_key…]`, each key 32 bytes in base64, each id of at most 32 letters, digits, `-` and
    /// `_`. The first key seals.
    ///
    /// # Errors
    /// [`KeyringError::Line`], which names the entry but never repeats it.
    pub fn parse(line: &SecretString) -> Result<Self, KeyringError> {
        let mut keys: Vec<Key> = Vec::new();
        for (at, entry) in line.expose_secret().split(',').enumerate() {
            let wrong = |wrong| KeyringError::Line { entry: at + 1, wrong };
            let key = Key::parse(entry.trim()).map_err(wrong)?;
            if keys.iter().any(|known| known.id == key.id) {
                return Err(wrong("repeats an earlier id"));
            }
            keys.push(key);
        }
        let mut keys = keys.into_iter();
        let first = keys.next().ok_or(KeyringError::Line { entry: 1, wrong: "is missing" })?;
        Ok(Self { first, older: keys.collect() })
    }

    /// The keyring of `data/secret.key`, which is made (readable by its owner only) when it is not there. Whoever
    /// has this file and the database has the secrets; without it they are lost.
    ///
    /// # Errors
    /// [`KeyringError::File`] when the file cannot be read or written, or others may read it.
    pub fn load_or_create(data: &Path) -> Result<Self, KeyringError> {
        file::load_or_create(data)
    }

    /// A new line for `KONTORA_SECRET_KEY`: one random key under a random id.
    ///
    /// # Panics
    /// When the operating system gives no randomness.
    #[must_use]
    pub fn generate() -> String {
        let mut random = Zeroizing::new([0; 32 + 4]);
        os_random(random.as_mut());
        let (id, key) = random.split_at(4);
        let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("k{id}:{}", BASE64_STANDARD.encode(key))
    }

    /// A key of 32 bytes for `purpose` from each key of the ring, the first one first, with the ids of the ring: for
    /// signatures and MACs, which need a key of their own (HKDF, RFC 5869). Nobody finds the ring from them.
    pub fn derive(&self, purpose: &str) -> Vec<(String, SecretSlice<u8>)> {
        let derived = std::iter::once(&self.first).chain(&self.older).filter_map(|key| {
            let mut bytes = vec![0; 32];
            // The only error is a length that HKDF cannot give.
            key.derivation.expand(purpose.as_bytes(), &mut bytes).ok()?;
            Some((key.id.clone(), SecretSlice::from(bytes)))
        });
        derived.collect()
    }

    /// Seals `plain` for `purpose`, such as `bots.token` or better `bots.token/{bot}`, with the first key.
    ///
    /// # Panics
    /// When the operating system gives no randomness.
    #[must_use]
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        os_random(&mut nonce);
        let mut sealed = sealed::header(&self.first.id);
        let aad = [sealed.as_slice(), purpose.as_bytes()].concat();
        let ciphertext = match self.first.cipher.encrypt(&nonce.into(), Payload { msg: plain, aad: &aad }) {
            Ok(ciphertext) => ciphertext,
            // The cipher's one limit is 256 GiB a message, which cannot be in memory twice.
            Err(_) => unreachable!("a plain text of {} bytes", plain.len()),
        };
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&ciphertext);
        sealed
    }

    /// Opens what was sealed for the same `purpose`, by any key of the ring.
    ///
    /// # Errors
    /// [`KeyringError::Malformed`], [`KeyringError::UnknownKey`] or [`KeyringError::Refused`].
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<SecretSlice<u8>, KeyringError> {
        Ok(SecretBox::new(self.decrypt(purpose, sealed)?.into_boxed_slice()))
    }

    /// [`Keyring::open`] for a secret that is text.
    ///
    /// # Errors
    /// As [`Keyring::open`], and [`KeyringError::NotText`].
    pub fn open_text(&self, purpose: &str, sealed: &[u8]) -> Result<SecretString, KeyringError> {
        let plain = Zeroizing::new(self.decrypt(purpose, sealed)?);
        str::from_utf8(&plain).map(SecretString::from).map_err(|_| KeyringError::NotText)
    }

    fn decrypt(&self, purpose: &str, sealed: &[u8]) -> Result<Vec<u8>, KeyringError> {
        let sealed = Sealed::split(sealed)?;
        let key = std::iter::once(&self.first).chain(&self.older).find(|key| key.id == sealed.key_id);
        let key = key.ok_or_else(|| KeyringError::UnknownKey { id: sealed.key_id.to_owned() })?;
        let aad = [sealed.header, purpose.as_bytes()].concat();
        let payload = Payload { msg: sealed.ciphertext, aad: &aad };
        key.cipher.decrypt(&sealed.nonce.into(), payload).map_err(|_| KeyringError::Refused)
    }

    /// The id of the key that sealed this value.
    ///
    /// # Errors
    /// [`KeyringError::Malformed`].
    pub fn key_id<'a>(&self, sealed: &'a [u8]) -> Result<&'a str, KeyringError> {
        Sealed::split(sealed).map(|sealed| sealed.key_id)
    }

    /// Whether another key than the first sealed this value, so that it should be opened and sealed again.
    ///
    /// # Errors
    /// [`KeyringError::Malformed`].
    pub fn needs_rotation(&self, sealed: &[u8]) -> Result<bool, KeyringError> {
        self.key_id(sealed).map(|id| id != self.first.id)
    }
}

impl Key {
    fn parse(entry: &str) -> Result<Self, &'static str> {
        let (id, key) = entry.split_once(':').ok_or("is not an id, a colon and a key")?;
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || id.len() > ID_LENGTH || !id.chars().all(plain) {
            return Err("has an id that is not 1 to 32 letters, digits, `-` or `_`");
        }
        let bytes = Zeroizing::new(BASE64_STANDARD.decode(key).map_err(|_| "has a key that is not base64")?);
        let cipher = XChaCha20Poly1305::new_from_slice(&bytes).map_err(|_| "has a key that is not 32 bytes long")?;
        let derivation = Hkdf::new(None, &bytes);
        Ok(Self { id: id.to_owned(), cipher, derivation })
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<_> = std::iter::once(&self.first).chain(&self.older).map(|key| &key.id).collect();
        f.debug_tuple("Keyring").field(&ids).finish()
    }
}
