//! In which language an answer speaks, and the one place where a [`Problem`] becomes words.
//!
//! Whoever is signed in is spoken to in their own language, anybody else in the first of `Accept-Language` that we
//! have, else in Russian.

use std::sync::{Arc, OnceLock};

use axum::{
    Json,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use i18n::Lang;

use crate::problem::Problem;

/// The caller's own language, once it is known. Travels with the request.
#[derive(Clone, Debug, Default)]
pub struct Spoken(Arc<OnceLock<Lang>>);

impl Spoken {
    /// The caller speaks `lang`.
    pub fn set(&self, lang: Lang) {
        let _ = self.0.set(lang); // the first to know has said it
    }
}

/// Puts problems into words, and answers that are none into problems.
pub(crate) async fn speak(mut request: Request, next: Next) -> Response {
    let spoken = Spoken::default();
    request.extensions_mut().insert(spoken.clone());
    let asked = accepted(request.headers());
    let mut response = next.run(request).await;
    let problem = response.extensions_mut().remove::<Problem>().or_else(|| bare(&response));
    let Some(problem) = problem else { return response };
    let lang = spoken.0.get().copied().or(asked).unwrap_or(Lang::Ru);
    let mut answer = (problem.status, Json(problem.body(lang))).into_response();
    answer.headers_mut().extend(std::mem::take(response.headers_mut()).into_iter().filter_map(|(name, value)| {
        let name = name?;
        (name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH).then_some((name, value))
    }));
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    answer.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.code()));
    answer
}

/// What a layer of somebody else's said by its status alone.
fn bare(response: &Response) -> Option<Problem> {
    let code = match response.status() {
        StatusCode::GATEWAY_TIMEOUT => "timed_out",
        StatusCode::PAYLOAD_TOO_LARGE => "body_too_large",
        _ => return None,
    };
    Some(Problem::new(response.status(), code))
}

/// The first language of `Accept-Language` that is one of ours; its weights are not looked at.
pub(crate) fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    header.split(',').take(16).find_map(|tag| Lang::guess(Some(tag.split(';').next()?.trim())))
}
