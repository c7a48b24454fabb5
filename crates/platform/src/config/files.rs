//! Where files are kept.

use secrecy::SecretString;
use url::Url;

use super::read::{self, Wrong};

/// An S3 for files; without one they are in the folder `files` of the data.
#[derive(Clone, Debug)]
pub struct S3 {
    /// `S3_URL`: where it is, without the bucket.
    pub endpoint: String,
    /// The last part of `S3_URL`: the bucket.
    pub bucket: String,
    /// `S3_REGION`: `us-east-1` unless told.
    pub region: String,
    /// `S3_KEY_ID`: who we are.
    pub key_id: String,
    /// `S3_SECRET`: what proves it.
    pub secret: SecretString,
}

/// The address of a bucket: where the S3 is, and the bucket's name. Plain http is for this machine only: files are
/// somebody's home.
pub(super) fn bucket(value: &str) -> Result<(String, String), Wrong> {
    const INSTEAD: &str = "for example https://s3.eu-central-1.amazonaws.com/my-bucket";
    let url: Url = read::public_url(value).map_err(|(wrong, _)| (wrong, INSTEAD))?;
    let path = url.path().trim_matches('/').to_owned();
    if path.is_empty() || path.contains('/') {
        return Err(("does not end with the name of a bucket".to_owned(), INSTEAD));
    }
    Ok((url.origin().ascii_serialization(), path))
}

/// The name of a region.
pub(super) fn region(value: &str) -> Result<String, Wrong> {
    if value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        Ok(value.to_owned())
    } else {
        Err((format!("`{value}` is not a region"), "for example eu-central-1"))
    }
}
