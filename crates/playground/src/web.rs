//! The one listener: the Bot API, the people's side and the chat page. It answers only requests that
//! were meant for this machine: a web page elsewhere must not reach it by a name that it controls.

use std::collections::HashMap;

use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, Path, Query, Request, State},
    http::{HeaderMap, Response, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect},
    routing::get,
};
use percent_encoding::percent_decode_str;
use rust_embed::RustEmbed;
use tokio::net::TcpListener;
use url::form_urlencoded;

use crate::{api, client, server::Server};

/// The chat page; in a debug build it is read from disk at each request.
#[derive(RustEmbed)]
#[folder = "web/"]
struct Page;

/// Serves until the playground stops.
pub(crate) fn serve(server: &Server, listener: TcpListener) {
    let router = Router::new()
        .nest("/client", client::router())
        .route("/t.me/{username}", get(deep_link))
        .fallback(bot_or_page)
        .layer(middleware::from_fn(only_local))
        .layer(DefaultBodyLimit::max(api::http::MOST_BODY))
        .with_state(server.clone());
    let stopping = server.stopping();
    server.spawn(async move {
        // Long polls and streams watch for the stop themselves, so a graceful end is quick.
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stopping).await {
            tracing::error!(%error, "the playground's server ended");
        }
    });
}

/// `/t.me/<bot>?start=<payload>`: what `https://t.me/…` is for Telegram. The chat page asks who opens it.
async fn deep_link(Path(username): Path<String>, Query(mut query): Query<HashMap<String, String>>) -> Redirect {
    let start = format!("{username}:{}", query.remove("start").unwrap_or_default());
    let hash = form_urlencoded::Serializer::new(String::new()).append_pair("start", &start).finish();
    Redirect::to(&format!("/#{hash}"))
}

async fn bot_or_page(State(server): State<Server>, request: Request) -> Response<Body> {
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    if let Some(path) = path.strip_prefix("/file/bot") {
        return api::http::serve_file(&server, path).await;
    }
    if let Some(path) = path.strip_prefix("/bot") {
        return api::http::serve(&server, path, request).await;
    }
    page(path.trim_start_matches('/'))
}

fn page(path: &str) -> Response<Body> {
    let path = if path.is_empty() { "index.html" } else { path };
    match Page::get(path) {
        Some(file) => {
            let mime = mime_guess::from_path(path).first_or_octet_stream();
            ([(header::CONTENT_TYPE, mime.as_ref()), (header::CACHE_CONTROL, "no-cache")], file.data).into_response()
        }
        None => (StatusCode::NOT_FOUND, "not found").into_response(),
    }
}

/// Refuses requests for other names (DNS rebinding) and from other origins.
async fn only_local(request: Request, next: Next) -> Response<Body> {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !is_local(host) || !origin(request.headers()).is_none_or(|origin| is_local(&origin)) {
        return (StatusCode::FORBIDDEN, "the playground answers only on localhost").into_response();
    }
    next.run(request).await
}

fn origin(headers: &HeaderMap) -> Option<String> {
    let origin = headers.get(header::ORIGIN)?.to_str().ok()?;
    // "null" and what is no address are somebody else's.
    Some(origin.parse::<Uri>().ok().and_then(|uri| uri.authority().map(ToString::to_string)).unwrap_or_default())
}

/// `localhost`, `127.0.0.1` or `[::1]`, with or without a port.
fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) && !port.is_empty() => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn only_names_of_this_machine_are_local() {
        for host in ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]", "[::1]:80"] {
            assert!(is_local(host), "{host}");
        }
        for host in ["", "example.com", "localhost.example.com", "127.0.0.1.example.com:80", "10.0.0.1"] {
            assert!(!is_local(host), "{host}");
        }
    }
}
