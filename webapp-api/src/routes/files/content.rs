//! The bytes of a file as an answer. What could act in a browser is never shown there, only saved: the type is by the
//! content, never guessed again (`nosniff`), and the answer may load and run nothing.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{
    OrgId,
    files::{self, File, FileState},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{Api, Problem};

/// What a browser shows in a page: pictures, films and sounds that cannot carry a program.
const SHOWN: [&str; 15] = [
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "image/avif",
    "video/mp4",
    "video/webm",
    "video/quicktime",
    "audio/mpeg",
    "audio/m4a",
    "audio/ogg",
    "audio/opus",
    "audio/aac",
    "audio/x-wav",
    "audio/x-flac",
];

/// What may be uploaded beside these.
const KEPT: [&str; 3] = ["image/heif", "image/heic", "application/pdf"];

/// Whether a file of this type may be uploaded.
pub(super) fn is_welcome(media_type: &str) -> bool {
    SHOWN.contains(&media_type) || KEPT.contains(&media_type)
}

/// The file, or the part of it that `Range` asks for, to be kept by its reader for `seconds`.
pub(super) async fn answer(
    api: &Api,
    org: OrgId,
    file: &File,
    asked: &HeaderMap,
    seconds: i64,
) -> Result<Response, Problem> {
    let (FileState::Kept, Some(size), Some(hash)) = (file.state, file.size, &file.sha256) else {
        return Err(domain::Error::NotFound("file").into());
    };
    let unavailable = |error: integrations::files::Error| domain::Error::Unavailable(error.into());
    let path = files::object(org, file.id);
    let tag = format!("\"{}\"", BASE64_URL_SAFE_NO_PAD.encode(hash));
    let size = size.cast_unsigned();
    let known = asked.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag.as_str());
    let range = asked.get(header::RANGE).and_then(|range| range.to_str().ok()).and_then(|range| part(range, size));
    let mut response = match range {
        _ if known => Response::new(Body::empty()), // it becomes a 304 on its way out
        Some((first, last)) => {
            let bytes = api.files.part(&path, first..last + 1).await.map_err(unavailable)?;
            let mut response = Response::new(Body::from(bytes));
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            insert(&mut response, header::CONTENT_RANGE, &format!("bytes {first}-{last}/{size}"));
            response
        }
        None => {
            let bytes = api.files.get(&path).await.map_err(unavailable)?;
            let bytes = bytes.ok_or_else(|| domain::Error::Unavailable("an object of the storage is gone".into()))?;
            Response::new(Body::from(bytes))
        }
    };
    let media_type = file.media_type.as_deref().unwrap_or_default();
    let (shown, media_type) = match media_type {
        known if SHOWN.contains(&known) => ("inline", known),
        "application/pdf" => ("attachment", media_type),
        _ => ("attachment", "application/octet-stream"),
    };
    let name = match &file.name {
        Some(name) => format!("{shown}; filename*=UTF-8''{}", utf8_percent_encode(name, NON_ALPHANUMERIC)),
        None => shown.to_owned(),
    };
    insert(&mut response, header::CONTENT_TYPE, media_type);
    insert(&mut response, header::CONTENT_DISPOSITION, &name);
    insert(&mut response, header::ETAG, &tag);
    insert(&mut response, header::ACCEPT_RANGES, "bytes");
    insert(&mut response, header::CACHE_CONTROL, &format!("private, max-age={seconds}"));
    insert(&mut response, header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'");
    Ok(response)
}

fn insert(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// The first and the last byte of `bytes=a-b`, `bytes=a-` and `bytes=-n`. Whatever else is asked for gets the whole (RFC
/// 9110, 14.2).
fn part(range: &str, size: u64) -> Option<(u64, u64)> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let end = size.checked_sub(1)?;
    let (first, last) = match (first, last) {
        ("", last) => (size.saturating_sub(last.parse().ok().filter(|last| *last > 0)?), end),
        (first, "") => (first.parse().ok()?, end),
        (first, last) => (first.parse().ok()?, last.parse::<u64>().ok()?.min(end)),
    };
    (first <= last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_within_the_file() {
        assert_eq!(part("bytes=0-1", 10), Some((0, 1)));
        assert_eq!(part("bytes=4-", 10), Some((4, 9)));
        assert_eq!(part("bytes=4-99", 10), Some((4, 9)));
        assert_eq!(part("bytes=-3", 10), Some((7, 9)));
        assert_eq!(part("bytes=-99", 10), Some((0, 9)));
        for odd in ["bytes=10-", "bytes=5-4", "bytes=-0", "bytes=-", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", ""] {
            assert_eq!(part(odd, 10), None, "{odd}");
        }
        assert_eq!(part("bytes=0-", 0), None);
    }
}
