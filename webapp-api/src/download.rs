//! A file as an answer.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// To be kept under this name, in whatever letters (RFC 6266, RFC 8187).
pub(crate) fn file(name: &str, media_type: &str, bytes: Vec<u8>) -> Response {
    let name = format!("attachment; filename*=UTF-8''{}", utf8_percent_encode(name, NON_ALPHANUMERIC));
    let headers = [(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, name)];
    (headers, bytes).into_response()
}
