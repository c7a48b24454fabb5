//! What the operator sees of a request: its id in the answer and in every line that is logged about it, one line when
//! it is done, and the numbers per route.
//!
//! The line names the route's template and never the address itself, whose query may hold what is secret.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use tracing::Instrument as _;

use crate::{Api, Problem};

/// The header with the id of a request: the client's own, when it sent a fit one, else ours.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The most headers of a request, and the most bytes of their names and values together.
const HEADERS_MAX: (usize, usize) = (100, 16 * 1024);

/// Names the request, times it and counts it.
pub(crate) async fn watch(State(api): State<Api>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = id_of(request.headers()).unwrap_or_else(|| api.db.source().id().simple().to_string());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id);
    let mut response = async {
        let response = match fits(request.headers()) {
            true => next.run(request).await,
            false => Problem::new(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "headers_too_large").into_response(),
        };
        let (status, took) = (response.status().as_u16(), began.elapsed());
        tracing::info!(target: "access", %method, route, status, ms = took.as_millis() as u64, "answered");
        response
    }
    .instrument(span)
    .await;
    // Methods of the client's own making would be labels without end.
    let method = if method.as_str().len() <= 7 { method.to_string() } else { "other".to_owned() };
    let status = response.status().as_u16().to_string();
    metrics::counter!("http_requests_total", "method" => method.clone(), "route" => route.clone(), "status" => status)
        .increment(1);
    metrics::histogram!("http_request_seconds", "method" => method, "route" => route).record(began.elapsed());
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

fn id_of(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    let plain = id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (plain && (8..=64).contains(&id.len())).then(|| id.to_owned())
}

fn fits(headers: &HeaderMap) -> bool {
    let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    headers.len() <= HEADERS_MAX.0 && bytes <= HEADERS_MAX.1
}
