//! The browser's side, as it is served, built or not.

use std::path::Path;

use axum::http::{Method, StatusCode, header};

use crate::site::Site;

fn built() -> bool {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../miniapp/dist/app/index.html").exists()
}

#[tokio::test]
async fn a_page_is_served_at_each_of_its_paths_or_says_how_to_build_it() -> anyhow::Result<()> {
    let site = Site::open().await?;
    for (path, framed_by) in [
        ("/app/", "https://web.telegram.org"),
        ("/app/team", "https://web.telegram.org"),
        ("/console", "'none'"),
        ("/console/members/1", "'none'"),
    ] {
        let answer = site.ask(Method::GET, path).await?;
        let words = answer.body.as_str().unwrap();
        if !built() {
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(words.contains("./dev web"), "{words}");
            continue;
        }
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(words.contains("<div id=\"root\">"), "{words}");
        assert!(!words.contains("<style") && !words.contains("<script>"), "something is inline: {words}");
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str()?;
        assert!(policy.contains("script-src 'self';") && policy.contains(framed_by), "{policy}");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-cache");
        for asset in words.split('"').filter(|it| it.starts_with("/assets/")) {
            let answer = site.ask(Method::GET, asset).await?;
            assert_eq!(answer.status, StatusCode::OK, "{asset}");
            assert!(answer.headers[header::CACHE_CONTROL].to_str()?.contains("immutable"));
            let kind = if asset.ends_with(".css") { "text/css" } else { "text/javascript" };
            assert_eq!(answer.headers[header::CONTENT_TYPE], kind, "{asset}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn nothing_but_what_was_built_lies_among_the_assets() -> anyhow::Result<()> {
    let site = Site::open().await?;
    for path in ["/assets/nothing.js", "/assets/../app/index.html", "/assets/..%2Fapp%2Findex.html"] {
        let answer = site.ask(Method::GET, path).await?;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.body["code"], "route_unknown", "{path}");
    }
    let answer = site.ask(Method::GET, "/").await?;
    assert_eq!(answer.headers[header::LOCATION], "/console/");
    Ok(())
}
