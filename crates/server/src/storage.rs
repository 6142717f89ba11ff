//! Where the files of people lie: in a folder of the data folder, or in a bucket that speaks S3.

use std::{fs, os::unix::fs::DirBuilderExt, path::PathBuf, sync::Arc, time::Duration};

use object_store::{
    ClientOptions, ObjectStore, RetryConfig, aws::AmazonS3Builder, local::LocalFileSystem,
    path::Path, prefix::PrefixStore,
};

use crate::config::Fault;

/// Nobody waits longer for a first word of the bucket, or for the next piece of a file.
const CONNECT: Duration = Duration::from_secs(5);
const STILL: Duration = Duration::from_secs(30);
/// What it refuses for a moment is tried again for so long.
const RETRIES: usize = 3;
const RETRY: Duration = Duration::from_secs(20);

/// Where files lie.
#[derive(Debug)]
pub enum Storage {
    /// Here.
    Folder(PathBuf),
    /// There.
    Bucket(Bucket),
}

/// A bucket that speaks S3, of whatever make.
pub struct Bucket {
    name: String,
    region: String,
    endpoint: Option<String>,
    key_id: String,
    secret_key: String,
    folder: String,
}

impl Storage {
    /// Reads where: in a bucket when one is named, else in this folder.
    pub fn read(folder: PathBuf, var: impl Fn(&str) -> Option<String>) -> Result<Self, Fault> {
        let Some(name) = var("ESTRADE_S3_BUCKET") else { return Ok(Self::Folder(folder)) };
        let needed = |name| var(name).ok_or_else(|| format!("ESTRADE_S3_BUCKET needs {name}"));
        Ok(Self::Bucket(Bucket {
            name,
            region: var("ESTRADE_S3_REGION").unwrap_or_else(|| "us-east-1".to_owned()),
            endpoint: var("ESTRADE_S3_ENDPOINT"),
            key_id: needed("ESTRADE_S3_KEY_ID")?,
            secret_key: needed("ESTRADE_S3_SECRET_KEY")?,
            folder: var("ESTRADE_S3_FOLDER").unwrap_or_default(),
        }))
    }

    /// Opens it. Whether a bucket answers shows at the first file.
    pub fn open(&self) -> Result<Arc<dyn ObjectStore>, Fault> {
        match self {
            Self::Folder(folder) => {
                // Only its owner reads it.
                fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
                // A file is on the disk before its row says that it is there.
                Ok(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true)))
            }
            Self::Bucket(bucket) => bucket.open(),
        }
    }
}

impl Bucket {
    fn open(&self) -> Result<Arc<dyn ObjectStore>, Fault> {
        // Set already when this was opened before.
        let _set = rustls::crypto::ring::default_provider().install_default();
        // A file may take long on its way to a slow reader; standing still may not.
        let client = ClientOptions::new()
            .with_connect_timeout(CONNECT)
            .with_read_timeout(STILL)
            .with_timeout_disabled();
        let retry =
            RetryConfig { max_retries: RETRIES, retry_timeout: RETRY, ..RetryConfig::default() };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&self.name)
            .with_region(&self.region)
            .with_access_key_id(&self.key_id)
            .with_secret_access_key(&self.secret_key)
            .with_client_options(client)
            .with_retry(retry);
        if let Some(endpoint) = &self.endpoint {
            builder =
                builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http:"));
        }
        let store = builder.build()?;
        Ok(match self.folder.as_str() {
            "" => Arc::new(store),
            folder => Arc::new(PrefixStore::new(store, Path::from(folder))),
        })
    }
}

/// Without its secret.
impl std::fmt::Debug for Bucket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "bucket {} at {}", self.name, self.endpoint.as_deref().unwrap_or("AWS"))
    }
}

#[cfg(test)]
mod tests;
