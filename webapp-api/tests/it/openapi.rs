//! The document of the API, and its page.

use std::{fs, path::Path};

use axum::http::{Method, StatusCode, header};
use serde_json::Value;

use crate::site::Site;

#[test]
fn the_committed_document_is_the_one_that_is_served() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let served = serde_json::to_string_pretty(&webapp_api::openapi::document()).unwrap() + "\n";
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&path, &served).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == served,
        "docs/openapi.json is stale: run ./dev prepare, or this test with INSTA_UPDATE=always"
    );
}

#[test]
fn every_operation_names_itself_says_what_it_does_and_documents_its_problems() {
    let document = serde_json::to_value(webapp_api::openapi::document()).unwrap();
    let mut names = vec![];
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let called = format!("{method} {path}");
            assert!(operation["summary"].is_string(), "{called} has no summary: the first line of its doc comment");
            names.push(operation["operationId"].as_str().unwrap().to_owned());
            let responses = operation["responses"].as_object().unwrap();
            assert!(responses.keys().any(|status| status.starts_with('2') || status == "101"), "{called}");
            assert!(responses.contains_key("429"), "{called}");
            for (status, response) in responses.iter().filter(|(status, _)| *status >= &"400".to_owned()) {
                let named = response["$ref"] == "#/components/responses/Problem";
                assert!(named || response["content"]["application/problem+json"].is_object(), "{called}: {status}");
            }
        }
    }
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "two operations have one name");
}

#[tokio::test]
async fn the_document_is_served_and_its_page_needs_no_network() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let document = site.ask(Method::GET, "/api/v1/openapi.json").await?;
    assert_eq!(document.status, StatusCode::OK);
    assert_eq!(document.body["openapi"], "3.1.0");
    assert!(document.body["paths"]["/api/v1/me"]["get"].is_object(), "{}", document.body);
    let tag = document.headers[header::ETAG].to_str()?;
    let known = axum::http::Request::get("/api/v1/openapi.json").header(header::IF_NONE_MATCH, tag);
    assert_eq!(site.send(known.body(axum::body::Body::empty())?).await?.status, StatusCode::NOT_MODIFIED);

    let page = site.ask(Method::GET, "/docs/").await?;
    assert_eq!(page.status, StatusCode::OK);
    let html = page.body.as_str().unwrap();
    assert!(html.contains("swagger"), "{html}");
    assert!(!html.contains("https://"), "it loads something from elsewhere: {html}");
    let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str()?;
    assert!(policy.contains("script-src 'self';") && !html.contains("<script>"), "{policy} {html}");
    Ok(())
}

#[tokio::test]
async fn an_answer_carries_what_protects_it_and_the_id_of_its_request() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let answer = site.ask(Method::GET, "/api/v1/me").await?;
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cache-control", "no-store"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ] {
        assert_eq!(answer.headers[name], value);
    }
    let id = async |sent: &str| {
        let request = axum::http::Request::get("/api/v1/me").header("x-request-id", sent);
        let answer = site.send(request.body(axum::body::Body::empty())?).await?;
        anyhow::Ok(answer.headers["x-request-id"].to_str()?.to_owned())
    };
    assert_eq!(id("trace-0123_ab").await?, "trace-0123_ab");
    for unfit in ["short", "with space in it", &"a".repeat(65)] {
        assert_ne!(id(unfit).await?, unfit);
    }
    let mut large = axum::http::Request::get("/api/v1/me");
    for nth in 0..17 {
        large = large.header(format!("x-{nth}"), "a".repeat(1000));
    }
    let answer = site.send(large.body(axum::body::Body::empty())?).await?;
    let code = answer.body["code"].as_str().map(str::to_owned);
    assert_eq!((answer.status.as_u16(), code), (431, Some("headers_too_large".to_owned())));
    assert_eq!(answer.body["code"], Value::from("headers_too_large"));
    Ok(())
}
