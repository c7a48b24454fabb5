//! The console's tokens as cookies that no script can read, and what keeps other sites from using them.
//!
//! Both are `HttpOnly`, `SameSite=Strict` and, unless we are reached by plain http, `Secure`; the refresh token goes to
//! `/api/v1/auth` alone. A request that changes something, or opens a WebSocket, counts only when the browser says that
//! a page of ours sent it: `Sec-Fetch-Site: same-origin`, or, from a browser that does not say so, an `Origin` that is
//! ours. What carries neither is refused. Bearer tokens need none of this: no browser sends them by itself.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum_extra::extract::cookie::CookieJar;
use chrono::TimeDelta;
use platform::config::Web;

use crate::Problem;

/// One of the two cookies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// The access token.
    Access,
    /// The refresh token.
    Refresh,
}

impl Name {
    fn name_and_path(self) -> (&'static str, &'static str) {
        match self {
            Name::Access => ("kontora_access", "/api"),
            Name::Refresh => ("kontora_refresh", "/api/v1/auth"),
        }
    }
}

/// What a browser sent.
pub(crate) fn read(headers: &HeaderMap, name: Name) -> Option<String> {
    CookieJar::from_headers(headers).get(name.name_and_path().0).map(|cookie| cookie.value().to_owned())
}

/// The header that has a browser keep `value` for so long; that has it forget, when it is empty.
pub(crate) fn keep(web: &Web, name: Name, value: &str, lasts: TimeDelta) -> (HeaderName, HeaderValue) {
    let (name, path) = name.name_and_path();
    let plain = web.public_url.as_ref().is_none_or(|url| url.scheme() == "http");
    let secure = if plain { "" } else { "; Secure" };
    let seconds = lasts.num_seconds().max(0);
    let cookie = format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    // Our tokens are base64url and points, so it is always a header.
    (header::SET_COOKIE, HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static("")))
}

/// The headers that have a browser forget both.
pub(crate) fn forget(web: &Web) -> [(HeaderName, HeaderValue); 2] {
    [Name::Access, Name::Refresh].map(|name| keep(web, name, "", TimeDelta::zero()))
}

/// Refuses what another site had a browser send with our cookies.
pub(crate) fn guard(method: &Method, headers: &HeaderMap, web: &Web) -> Result<(), Problem> {
    let only_looks = method.is_safe() && !headers.contains_key(header::UPGRADE);
    if only_looks || is_ours(headers, web) {
        return Ok(());
    }
    Err(Problem::new(StatusCode::FORBIDDEN, "cross_site"))
}

fn is_ours(headers: &HeaderMap, web: &Web) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = text("origin") else { return false };
    match &web.public_url {
        Some(ours) => origin == ours.origin().ascii_serialization(),
        None => text("host").is_some_and(|host| origin == format!("http://{host}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(method: Method, said: &[(&'static str, &str)], public: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in said {
            headers.append(*name, value.parse().unwrap());
        }
        let web = Web { public_url: public.map(|url| url.parse().unwrap()), ..Web::default() };
        guard(&method, &headers, &web).is_ok()
    }

    #[test]
    fn only_a_page_of_ours_may_change_something_with_a_cookie() {
        let ours = Some("https://crm.example.com");
        assert!(sent(Method::POST, &[("sec-fetch-site", "same-origin")], ours));
        for site in ["cross-site", "same-site", "none", ""] {
            assert!(
                !sent(Method::POST, &[("sec-fetch-site", site), ("origin", "https://crm.example.com")], ours),
                "{site}"
            );
        }
        assert!(sent(Method::DELETE, &[("origin", "https://crm.example.com")], ours));
        for origin in ["https://evil.example.com", "http://crm.example.com", "https://crm.example.com.evil.com", "null"]
        {
            assert!(!sent(Method::POST, &[("origin", origin)], ours), "{origin}");
        }
        assert!(!sent(Method::POST, &[], ours), "no browser of today says nothing at all");
        assert!(sent(Method::POST, &[("origin", "http://localhost:8080"), ("host", "localhost:8080")], None));
        assert!(!sent(Method::POST, &[("origin", "http://localhost:9999"), ("host", "localhost:8080")], None));
    }

    #[test]
    fn looking_needs_no_proof_and_a_socket_does() {
        assert!(sent(Method::GET, &[("sec-fetch-site", "cross-site")], None));
        assert!(!sent(Method::GET, &[("sec-fetch-site", "cross-site"), ("upgrade", "websocket")], None));
    }

    #[test]
    fn a_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        let web = Web { public_url: Some("https://crm.example.com".parse().unwrap()), ..Web::default() };
        let (_, value) = keep(&web, Name::Refresh, "abc", TimeDelta::days(14));
        assert_eq!(value, "kontora_refresh=abc; Path=/api/v1/auth; Max-Age=1209600; HttpOnly; SameSite=Strict; Secure");
        let (_, value) = keep(&Web::default(), Name::Access, "abc", TimeDelta::minutes(10));
        assert_eq!(value, "kontora_access=abc; Path=/api; Max-Age=600; HttpOnly; SameSite=Strict");
    }
}
