//! The document of the API, and its page.

use axum::http::{Method, StatusCode};

use crate::site::Site;

#[tokio::test]
async fn the_document_is_served_and_its_page_needs_no_network() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let document = site.ask(Method::GET, "/api/v1/openapi.json").await?;
    assert_eq!(document.status, StatusCode::OK);
    assert_eq!(document.body["openapi"], "3.1.0");
    assert!(document.body["paths"]["/api/v1/me"]["get"].is_object(), "{}", document.body);

    let page = site.ask(Method::GET, "/docs/").await?;
    assert_eq!(page.status, StatusCode::OK);
    let html = page.body.as_str().unwrap();
    assert!(html.contains("swagger"), "{html}");
    assert!(!html.contains("https://"), "it loads something from elsewhere: {html}");
    Ok(())
}
