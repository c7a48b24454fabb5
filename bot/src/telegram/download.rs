//! Files that people sent, as a stream that ends when it grows too long.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{Stream, StreamExt};
use reqwest::Url;
use secrecy::ExposeSecret;

use super::client::{Client, retry_after, unavailable, unreadable};
use super::error::CallError;
use super::token::Token;

/// For the whole file: 20 MB on a poor line.
const TIMEOUT: Duration = Duration::from_secs(120);

/// Why a file did not come.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DownloadError {
    /// It is larger than allowed.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// Bytes.
        limit: u64,
    },
    /// `getFile` must be asked again: the path is wrong or has expired.
    #[error("there is no such file")]
    NotFound,
    /// As for a call.
    #[error(transparent)]
    Call(#[from] CallError),
}

/// The bytes of a file as they come. Ends after an error.
pub struct Download {
    chunks: BoxStream<'static, reqwest::Result<Bytes>>,
    left: u64,
    limit: u64,
    ended: bool,
    /// Bytes, when the server told.
    pub length: Option<u64>,
}

impl Client {
    /// Fetches the file at [`File::file_path`](super::methods::File::file_path),
    /// of at most `limit` bytes, whatever the server promised.
    ///
    /// # Errors
    /// When the server refuses or announces more than `limit`; later ones come
    /// in the stream.
    pub async fn download(&self, token: &Token, file_path: &str, limit: u64) -> Result<Download, DownloadError> {
        let url = self.file_url(token, file_path).ok_or(DownloadError::NotFound)?;
        let response = self.http.get(url).timeout(TIMEOUT).send().await.map_err(unavailable)?;
        let status = response.status();
        if matches!(status.as_u16(), 400 | 404) {
            return Err(DownloadError::NotFound);
        }
        if !status.is_success() {
            return Err(unreadable(status, retry_after(&response)).into());
        }
        let length = response.content_length();
        if length.is_some_and(|length| length > limit) {
            return Err(DownloadError::TooLarge { limit });
        }
        Ok(Download { chunks: response.bytes_stream().boxed(), left: limit, limit, ended: false, length })
    }

    /// The path stays below the bot's own folder: no dot segments.
    fn file_url(&self, token: &Token, file_path: &str) -> Option<Url> {
        let mut url = self.address(&format!("file/bot{}", token.expose_secret()));
        let segments = || file_path.split('/');
        if segments().any(|segment| matches!(segment, "" | "." | "..")) {
            return None;
        }
        url.path_segments_mut().ok()?.extend(segments());
        Some(url)
    }
}

impl Stream for Download {
    type Item = Result<Bytes, DownloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let Poll::Ready(next) = self.chunks.poll_next_unpin(cx) else {
            return Poll::Pending;
        };
        let item = match next {
            None => None,
            Some(Err(error)) => Some(Err(unavailable(error).into())),
            Some(Ok(bytes)) => match self.left.checked_sub(bytes.len() as u64) {
                None => Some(Err(DownloadError::TooLarge { limit: self.limit })),
                Some(left) => {
                    self.left = left;
                    Some(Ok(bytes))
                }
            },
        };
        self.ended = !matches!(item, Some(Ok(_)));
        Poll::Ready(item)
    }
}
