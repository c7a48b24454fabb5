//! Versions of things that are edited: an answer carries an `ETag`, an edit says in `If-Match` which one it saw.
//!
//! A tag is `"<version>-<hash of the body>"`: the version guards an edit, the hash tells a reader that nothing new is
//! there (`If-None-Match`, 304). An edit without `If-Match` is refused with 428, one of an old version with 412 and
//! the thing as it is now. RFC 9110, section 13; RFC 6585, section 3.

use axum::{
    Json,
    body::Body,
    extract::{FromRequestParts, Request},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::Problem;

/// A thing and the version that it has: JSON with an `ETag`.
#[derive(Clone, Copy, Debug)]
pub struct Tagged<T>(pub i32, pub T);

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        let tag = tag(self.0, &self.1);
        let mut response = Json(self.1).into_response();
        if let Some(tag) = tag {
            response.headers_mut().insert(header::ETAG, tag);
            // A browser may keep it for its person, and asks each time whether it is still so.
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
            let depends = HeaderValue::from_static("authorization, cookie, x-organization-id, accept-language");
            response.headers_mut().insert(header::VARY, depends);
        }
        response
    }
}

/// The version that an edit was made from; none when it is for whatever is there (`If-Match: *`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub Option<i32>);

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let header = parts.headers.get(header::IF_MATCH);
        let header = header.ok_or_else(|| Problem::new(StatusCode::PRECONDITION_REQUIRED, "precondition_required"))?;
        let tag = header.to_str().unwrap_or_default().trim();
        if tag == "*" {
            return Ok(Self(None));
        }
        // What is no tag of ours is no version that there ever was.
        let version = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
        let version = version.and_then(|tag| tag.split('-').next()?.parse().ok());
        version.map(|version| Self(Some(version))).ok_or_else(changed)
    }
}

/// Somebody else has changed it meanwhile.
fn changed() -> Problem {
    Problem::new(StatusCode::PRECONDITION_FAILED, "changed_meanwhile")
}

/// What a deed of one version gave. When it was refused because the thing has changed: 412 with the thing as `read`
/// finds it now, in `current`, and its `ETag`.
///
/// # Errors
/// Whatever the deed or the reading was refused for.
pub async fn or_current<C, T, B: Serialize>(
    caller: &mut C,
    done: domain::Result<T>,
    read: impl AsyncFnOnce(&mut C) -> Result<Tagged<B>, Problem>,
) -> Result<T, Problem> {
    if !matches!(done, Err(domain::Error::Refused("changed_meanwhile"))) {
        return Ok(done?);
    }
    let Tagged(version, now) = read(caller).await?;
    let mut problem = changed();
    problem.headers.extend(tag(version, &now).map(|tag| (header::ETAG, tag)));
    problem.current = serde_json::to_value(now).ok().map(Box::new);
    Err(problem)
}

fn tag<T: Serialize>(version: i32, body: &T) -> Option<HeaderValue> {
    let hash = Sha256::digest(serde_json::to_vec(body).ok()?);
    HeaderValue::try_from(format!("\"{version}-{}\"", BASE64_URL_SAFE_NO_PAD.encode(&hash[..9]))).ok()
}

/// 304 for a reader who has it already.
pub(crate) async fn not_modified(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let known = request.headers().get(header::IF_NONE_MATCH).cloned().filter(|_| reads);
    let mut response = next.run(request).await;
    let Some(known) = known else { return response };
    if response.status() == StatusCode::OK && has(&known, response.headers()) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        response.headers_mut().remove(header::CONTENT_LENGTH);
        response.headers_mut().remove(header::CONTENT_TYPE);
    }
    response
}

fn has(known: &HeaderValue, headers: &HeaderMap) -> bool {
    let Some(tag) = headers.get(header::ETAG).and_then(|tag| tag.to_str().ok()) else { return false };
    let Ok(known) = known.to_str() else { return false };
    known.split(',').map(|known| known.trim().trim_start_matches("W/")).any(|known| known == "*" || known == tag)
}
