//! How often one may ask, and who else may.

use std::net::{IpAddr, SocketAddr};

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use platform::config::Web;
use serde_json::{Value, json};
use webapp_api::{Api, limits};

use crate::{
    site::{Answer, Site},
    walk::sample,
};

/// A site with limits, for a test that makes its own names and addresses.
pub async fn site(limits: &str) -> anyhow::Result<Site> {
    Site::open_with(Web { rate_limits: limits.parse().map_err(anyhow::Error::msg)?, ..Web::default() }).await
}

/// An address that no other test has.
pub fn fresh_address() -> IpAddr {
    let random = platform::Source::system().id().as_u128() as u32; // its last bits
    std::net::Ipv6Addr::from_bits(0x2001_0db8 << 96 | u128::from(random) << 64 | 1).into()
}

async fn ask_from(site: &Site, address: IpAddr, method: Method, path: &str) -> anyhow::Result<Answer> {
    let mut request = Request::builder().method(method).uri(path).body(Body::empty())?;
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(address, 4000)));
    site.send(request).await
}

async fn post_from(site: &Site, address: IpAddr, path: &str, body: &Value) -> anyhow::Result<Answer> {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
    let mut request = request.body(Body::from(body.to_string()))?;
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(address, 4000)));
    site.send(request).await
}

/// S3-102, K7: whatever lets somebody in counts the attempt, and one that is new has to as well.
#[tokio::test]
async fn every_way_in_counts_attempts() -> anyhow::Result<()> {
    let site = site("auth=7/h,api=1000/s").await?;
    let document = site.ask(Method::GET, "/api/v1/openapi.json").await?.body;
    // Known by 256 random bits; they are asked again and again.
    let others = ["refresh", "logout", "bot-login/poll", "telegram/finish"].map(|way| format!("/api/v1/auth/{way}"));
    let mut ways = vec![];
    for (path, item) in document["paths"].as_object().unwrap() {
        if !path.starts_with("/api/v1/auth/") || item["post"].is_null() {
            continue;
        }
        let body = sample::of(&document, &item["post"]["requestBody"]["content"]["application/json"]["schema"]);
        let answer = post_from(&site, fresh_address(), path, &body).await?;
        let counts = answer.headers["ratelimit-limit"] == "7";
        assert_eq!(counts, !others.contains(path), "{path}: {answer:?}");
        ways.push(path);
    }
    assert!(ways.len() >= 11, "{ways:?}");
    Ok(())
}

fn standing(answer: &Answer) -> (String, String) {
    let read = |name: &str| answer.headers[name].to_str().unwrap().to_owned();
    (read("ratelimit-limit"), read("ratelimit-remaining"))
}

#[tokio::test]
async fn who_asks_too_often_waits_and_nobody_else_does() -> anyhow::Result<()> {
    let site = site("api=3/h").await?;
    let (here, elsewhere) = (fresh_address(), fresh_address());
    for left in ["2", "1", "0"] {
        let answer = ask_from(&site, here, Method::GET, "/api/v1/me").await?;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert_eq!(standing(&answer), ("3".to_owned(), left.to_owned()));
    }
    let answer = ask_from(&site, here, Method::GET, "/api/v1/me").await?;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::TOO_MANY_REQUESTS, &"too_many_requests".into()));
    let wait: u64 = answer.headers[header::RETRY_AFTER].to_str()?.parse()?;
    assert!((1190..=1200).contains(&wait), "one of three an hour is earned in 20 minutes, not {wait} s");
    assert_eq!(answer.headers["ratelimit-reset"], "3600");
    assert_eq!(ask_from(&site, elsewhere, Method::GET, "/api/v1/me").await?.status, StatusCode::UNAUTHORIZED);
    Ok(())
}

#[tokio::test]
async fn signing_in_is_counted_by_address_and_by_account() -> anyhow::Result<()> {
    let site = site("auth=2/h,api=1000/s,webhook=3/h").await?;
    let here = fresh_address();
    let mut statuses = vec![];
    for (nth, left) in [(1, "1"), (2, "0"), (3, "0")] {
        let who = json!({ "email": format!("somebody{nth}@example.com"), "password": "не тот пароль" });
        let answer = post_from(&site, here, "/api/v1/auth/login", &who).await?;
        assert_eq!(standing(&answer), ("2".to_owned(), left.to_owned()));
        statuses.push(answer.status.as_u16());
    }
    assert_eq!(statuses, [401, 401, 429]);
    let refresh = ask_from(&site, here, Method::POST, "/api/v1/auth/refresh").await?;
    assert_ne!(refresh.status, StatusCode::TOO_MANY_REQUESTS, "a refresh token is not guessed");

    for (who, status) in [("anna@x.uz", 401), ("ANNA@x.uz", 401), ("anna@x.uz ", 429), ("boris@x.uz", 401)] {
        let who = json!({ "email": who, "password": "не тот пароль" });
        let answer = post_from(&site, fresh_address(), "/api/v1/auth/login", &who).await?;
        assert_eq!(answer.status.as_u16(), status, "{who}");
    }
    let guess =
        json!({ "grant_type": "client_credentials", "client_id": uuid::Uuid::nil(), "client_secret": "kcs_guess" });
    let form: String = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(guess.as_object().unwrap().iter().map(|(name, value)| (name, value.as_str().unwrap_or_default())))
        .finish();
    let program = fresh_address();
    for status in [401, 401, 429] {
        let request = Request::post("/oauth/token").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let mut request = request.body(Body::from(form.clone()))?;
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(program, 4000)));
        assert_eq!(site.send(request).await?.status.as_u16(), status, "the secret of a program");
    }
    let source = format!("payments-{here}");
    for _ in 0..3 {
        limits::from_source(&site.api, &source).await.unwrap();
    }
    assert!(limits::from_source(&site.api, &source).await.is_err(), "three an hour, and no more");
    Ok(())
}

#[tokio::test]
async fn a_person_is_one_from_wherever_they_ask_and_processes_count_together() -> anyhow::Result<()> {
    let one = site("api=4/h").await?;
    // An account that no other test has: ids of fixtures are the same in each.
    let account = domain::ids::AccountId(platform::Source::system().id());
    let session = domain::ids::SessionId(platform::Source::system().id());
    let (token, _) = one.api.tokens.issue(account, session, Some(one.a.org), one.database.source().now())?;
    let redis = platform::redis::connect(&testkit::redis_url()?).await?;
    let api = Api::new(one.database.db().clone(), redis, testkit::fixtures::keys()?, one.api.web.clone());
    let mut statuses = vec![];
    for nth in 0..5 {
        let mut request = Request::get("/api/v1/me").header(header::AUTHORIZATION, format!("Bearer {token}"));
        request.extensions_mut().unwrap().insert(ConnectInfo(SocketAddr::new(fresh_address(), 4000)));
        let request = request.body(Body::empty())?;
        let status = match nth % 2 {
            0 => one.send(request).await?.status,
            _ => tower::ServiceExt::oneshot(webapp_api::router(api.clone()), request).await?.status(),
        };
        statuses.push(status.as_u16());
    }
    assert_eq!(statuses, [401, 401, 401, 401, 429]);
    Ok(())
}

#[tokio::test]
async fn without_redis_signing_in_is_refused_and_the_rest_goes_on() -> anyhow::Result<()> {
    let site = site("api=1/h,auth=1/h").await?;
    // A Redis that is reached and then gone.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let through = listener.local_addr()?;
    let real = url::Url::parse(&testkit::redis_url()?)?;
    let wire = tokio::spawn(async move {
        let (mut near, _) = listener.accept().await.unwrap();
        // The Redis of the tests may listen on a socket or on a port.
        let _ = match (real.host_str(), real.port()) {
            (Some(host), Some(port)) => {
                let mut far = tokio::net::TcpStream::connect((host, port)).await.unwrap();
                tokio::io::copy_bidirectional(&mut near, &mut far).await
            }
            _ => {
                let mut far = tokio::net::UnixStream::connect(real.path()).await.unwrap();
                tokio::io::copy_bidirectional(&mut near, &mut far).await
            }
        };
    });
    let redis = platform::redis::connect(&format!("redis://{through}")).await?;
    wire.abort();
    let api = Api::new(site.database.db().clone(), redis, testkit::fixtures::keys()?, site.api.web.clone());
    let here = fresh_address();
    for (method, path, status) in
        [(Method::GET, "/api/v1/me", 401), (Method::GET, "/api/v1/me", 401), (Method::POST, "/api/v1/auth/login", 503)]
    {
        let who = json!({ "email": "anna@example.com", "password": "не тот пароль" });
        let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
        let mut request = request.body(Body::from(who.to_string()))?;
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(here, 4000)));
        let response = tower::ServiceExt::oneshot(webapp_api::router(api.clone()), request).await?;
        assert_eq!(response.status().as_u16(), status, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn only_the_pages_that_are_named_may_ask_from_elsewhere() -> anyhow::Result<()> {
    let public_url = Some("https://crm.example.com".parse()?);
    let web = Web { cors_origins: vec!["https://app.example.com".to_owned()], public_url, ..Web::default() };
    let site = Site::open_with(web).await?;
    let preflight = async |origin: &str| {
        let request = Request::builder()
            .method(Method::OPTIONS)
            .uri("/api/v1/me")
            .header(header::ORIGIN, origin)
            .header(header::ACCESS_CONTROL_REQUEST_METHOD, "PATCH")
            .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "authorization,if-match");
        site.send(request.body(Body::empty())?).await
    };
    let named = preflight("https://app.example.com").await?;
    assert_eq!(named.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "https://app.example.com");
    assert!(!named.headers.contains_key(header::ACCESS_CONTROL_ALLOW_CREDENTIALS), "cookies are for our own pages");
    for origin in ["https://evil.example.com", "https://app.example.com.evil.com", "null"] {
        let other = preflight(origin).await?;
        assert!(!other.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN), "{origin}");
    }
    let answer = site.ask(Method::GET, "/api/v1/me").await?;
    assert_eq!(answer.headers[header::STRICT_TRANSPORT_SECURITY], "max-age=31536000");
    let plain = Site::open().await?.ask(Method::GET, "/api/v1/me").await?;
    assert!(!plain.headers.contains_key(header::STRICT_TRANSPORT_SECURITY), "nobody reaches it by https");
    Ok(())
}
