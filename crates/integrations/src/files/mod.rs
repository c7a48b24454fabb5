//! Where bytes of files are kept: a folder of this machine, or anything that speaks S3. One object per path; what is
//! written again under a path takes the place of what was there.

mod content;

use std::{ops::Range, path::Path, sync::Arc, time::Duration};

use bytes::Bytes;
use futures::StreamExt as _;
use object_store::{
    ClientOptions, ObjectStore, ObjectStoreExt as _, PutPayload, RetryConfig, aws::AmazonS3Builder,
    local::LocalFileSystem, memory::InMemory, path::Path as ObjectPath,
};

pub use content::{Sniffed, sniff};

/// How long one request to an S3 may take.
const TIMEOUT: Duration = Duration::from_secs(60);
/// How long it is tried for; whoever waits has their own patience.
const PATIENCE: Duration = Duration::from_secs(20);

/// A storage. Cheap to clone.
#[derive(Clone)]
pub struct Storage(Arc<dyn ObjectStore>);

impl std::fmt::Debug for Storage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Storage")
    }
}

/// An S3 and who we are there.
#[derive(Clone, Copy)]
pub struct S3<'a> {
    /// `https://s3.eu-central-1.amazonaws.com`
    pub endpoint: &'a str,
    /// The bucket, addressed by path.
    pub bucket: &'a str,
    /// `eu-central-1`
    pub region: &'a str,
    /// The id of the access key.
    pub key_id: &'a str,
    /// Its secret.
    pub secret: &'a str,
}

/// The storage did not do as it was asked.
#[derive(Debug, thiserror::Error)]
#[error("the storage of files: {0}")]
pub struct Error(#[from] object_store::Error);

impl Storage {
    /// A folder, made when it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn folder(path: &Path) -> Result<Self, Error> {
        let unusable = |source: std::io::Error| object_store::Error::Generic { store: "folder", source: source.into() };
        std::fs::create_dir_all(path).map_err(unusable)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(path)?.with_automatic_cleanup(true))))
    }

    /// An S3.
    ///
    /// # Errors
    /// When the address cannot be used. Nothing is asked yet.
    pub fn s3(at: &S3<'_>) -> Result<Self, Error> {
        let client = ClientOptions::new()
            .with_allow_http(at.endpoint.starts_with("http://"))
            .with_timeout(TIMEOUT)
            .with_connect_timeout(PATIENCE);
        let retry = RetryConfig { max_retries: 3, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let store = AmazonS3Builder::new()
            .with_endpoint(at.endpoint.trim_end_matches('/'))
            .with_bucket_name(at.bucket)
            .with_region(at.region)
            .with_access_key_id(at.key_id)
            .with_secret_access_key(at.secret)
            .with_virtual_hosted_style_request(false)
            .with_client_options(client)
            .with_retry(retry)
            .build()?;
        Ok(Self(Arc::new(store)))
    }

    /// The memory of this process, for whoever needs nothing to last.
    pub fn memory() -> Self {
        Self(Arc::new(InMemory::new()))
    }

    /// Writes an object, whole or not at all.
    ///
    /// # Errors
    /// When the storage cannot be reached, or has no room.
    pub async fn put(&self, path: &str, bytes: Bytes) -> Result<(), Error> {
        self.0.put(&place(path)?, PutPayload::from_bytes(bytes)).await?;
        Ok(())
    }

    /// Reads an object; none when there is no such.
    ///
    /// # Errors
    /// When the storage cannot be reached.
    pub async fn get(&self, path: &str) -> Result<Option<Bytes>, Error> {
        match self.0.get(&place(path)?).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads a part of an object that is there.
    ///
    /// # Errors
    /// When the storage cannot be reached, or has no such part.
    pub async fn part(&self, path: &str, range: Range<u64>) -> Result<Bytes, Error> {
        Ok(self.0.get_range(&place(path)?, range).await?)
    }

    /// Deletes an object. One that is not there is deleted already.
    ///
    /// # Errors
    /// When the storage cannot be reached.
    pub async fn delete(&self, path: &str) -> Result<(), Error> {
        match self.0.delete(&place(path)?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes everything below `folder`; returns how many objects there were.
    ///
    /// # Errors
    /// When the storage cannot be reached; what is left can be deleted by trying again.
    pub async fn delete_all(&self, folder: &str) -> Result<u64, Error> {
        let prefix = place(folder)?;
        let mut found = self.0.list(Some(&prefix));
        let mut deleted = 0;
        while let Some(object) = found.next().await {
            match self.0.delete(&object?.location).await {
                Ok(()) => deleted += 1,
                Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(deleted)
    }
}

/// A path never leaves its place: what would is refused.
fn place(path: &str) -> Result<ObjectPath, Error> {
    Ok(ObjectPath::parse(path).map_err(object_store::Error::from)?)
}
