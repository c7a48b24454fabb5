//! The browser's side, as `miniapp/` builds it: the mini-app under `/app/`, the console under `/console/`, and what
//! both are made of under `/assets/`.
//!
//! A debug build reads the files from disk, a release build carries them. Every path of a page that is no file is the
//! page itself: it knows its own paths. A build without them says how to make them.

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use i18n::{Lang, t};
use rust_embed::RustEmbed;

use crate::{Api, Problem, language};

#[derive(RustEmbed)]
#[folder = "../miniapp/dist/"]
#[allow_missing = true]
struct Files;

/// What a page may do. Nothing of it is inline, and it speaks to this server alone; pictures may be drawn in place.
macro_rules! policy {
    ($framed_by:literal) => {
        concat!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; font-src 'self'; ",
            "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ",
            $framed_by
        )
    };
}

/// Telegram in a browser shows the mini-app in a frame.
const APP: &str = policy!("'self' https://web.telegram.org https://*.telegram.org");

/// Nobody shows the console in a frame.
const CONSOLE: &str = policy!("'none'");

/// The pages and their files.
pub(crate) fn routes() -> Router<Api> {
    let app = |headers: HeaderMap| std::future::ready(page(&headers, "app/index.html", APP));
    let console = |headers: HeaderMap| std::future::ready(page(&headers, "console/index.html", CONSOLE));
    Router::new()
        .route("/", get(|| async { Redirect::temporary("/console/") }))
        .route("/app", get(app))
        .route("/app/", get(app))
        .route("/app/{*path}", get(app))
        .route("/console", get(console))
        .route("/console/", get(console))
        .route("/console/{*path}", get(console))
        .route("/assets/{*path}", get(asset))
}

fn page(headers: &HeaderMap, file: &str, policy: &'static str) -> Response {
    let Some(page) = Files::get(file) else {
        let lang = language::accepted(headers).unwrap_or(Lang::Ru);
        return (StatusCode::NOT_FOUND, t::api::site_not_built(lang)).into_response();
    };
    let mut answer = ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page.data).into_response();
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}

/// The name of such a file has a hash of what is in it, so it never changes.
async fn asset(Path(path): Path<String>) -> Result<Response, Problem> {
    let is_plain = path.split('/').all(|part| part != "..");
    let file = is_plain.then(|| Files::get(&format!("assets/{path}"))).flatten();
    let file = file.ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "route_unknown"))?;
    let mime = mime_guess::from_path(&path).first_or_octet_stream();
    let headers =
        [(header::CONTENT_TYPE, mime.as_ref()), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, file.data).into_response())
}
