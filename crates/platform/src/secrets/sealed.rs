//! The bytes of a sealed value: version (1 byte), length of the key's id (1), the id, the nonce (24), the ciphertext
//! with its tag (16 more than the plain text).

use super::KeyringError;

pub(super) const NONCE: usize = 24;
const VERSION: u8 = 1;

/// A sealed value, taken apart but not opened.
pub(super) struct Sealed<'a> {
    /// Everything before the nonce; authenticated together with the purpose.
    pub(super) header: &'a [u8],
    pub(super) key_id: &'a str,
    pub(super) nonce: [u8; NONCE],
    pub(super) ciphertext: &'a [u8],
}

/// The header of values sealed by the key `id`, whose length the keyring limits to far below 255.
pub(super) fn header(id: &str) -> Vec<u8> {
    let mut header = vec![VERSION, u8::try_from(id.len()).unwrap_or(u8::MAX)];
    header.extend_from_slice(id.as_bytes());
    header
}

impl<'a> Sealed<'a> {
    pub(super) fn split(bytes: &'a [u8]) -> Result<Self, KeyringError> {
        let malformed = || KeyringError::Malformed;
        let (&[version, length], rest) = bytes.split_first_chunk().ok_or_else(malformed)?;
        if version != VERSION {
            return Err(malformed());
        }
        let (id, rest) = rest.split_at_checked(length.into()).ok_or_else(malformed)?;
        let (nonce, ciphertext) = rest.split_first_chunk().ok_or_else(malformed)?;
        let key_id = std::str::from_utf8(id).map_err(|_| malformed())?;
        Ok(Self { header: &bytes[..2 + id.len()], key_id, nonce: *nonce, ciphertext })
    }
}
