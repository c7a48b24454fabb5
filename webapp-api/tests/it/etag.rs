//! An edit says which version it saw; a reader is told when nothing is new.

use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode, header},
    routing::{get, patch},
};
use domain::Error;
use serde_json::json;
use webapp_api::{
    Problem,
    etag::{self, IfMatch, Tagged},
};

use crate::site::Site;

/// Something of version 3.
async fn show() -> Tagged<serde_json::Value> {
    Tagged(3, json!({ "name": "now" }))
}

async fn edit(seen: IfMatch) -> Result<Tagged<serde_json::Value>, Problem> {
    let done = match seen.0 {
        None | Some(3) => Ok(()),
        Some(_) => Err(Error::Refused("changed_meanwhile")),
    };
    etag::or_current(&mut (), done, async |()| Ok(show().await)).await?;
    Ok(Tagged(4, json!({ "name": "edited" })))
}

#[tokio::test]
async fn an_edit_of_an_old_version_gets_the_present_one_and_changes_nothing() -> anyhow::Result<()> {
    let site = Site::open().await?.with_routes(Router::new().route("/thing", get(show)).route("/thing", patch(edit)));
    let read = site.ask(Method::GET, "/thing").await?;
    let tag = read.headers[header::ETAG].to_str()?.to_owned();
    let edit =
        async |tag: &str| site.send(Request::patch("/thing").header(header::IF_MATCH, tag).body(Body::empty())?).await;
    let edited = edit(&tag).await?;
    assert_eq!(edited.status, StatusCode::OK, "{edited:?}");
    assert!(edited.headers[header::ETAG].to_str()?.starts_with("\"4-"), "{edited:?}");
    assert_eq!(edit("*").await?.status, StatusCode::OK);

    for old in ["\"2-AAAAAAAAAAAA\"", "nonsense", "\"\"", "W/\"3\""] {
        let answer = edit(old).await?;
        let code = (answer.status, answer.body["code"].as_str());
        assert_eq!(code, (StatusCode::PRECONDITION_FAILED, Some("changed_meanwhile")), "{old}");
    }
    let late = edit("\"2-AAAAAAAAAAAA\"").await?;
    assert_eq!(
        (&late.body["current"]["name"], &late.headers[header::ETAG]),
        (&"now".into(), &read.headers[header::ETAG])
    );

    let unsaid = site.ask(Method::PATCH, "/thing").await?;
    assert_eq!(unsaid.status, StatusCode::PRECONDITION_REQUIRED);
    assert_eq!(unsaid.body["code"], "precondition_required");
    Ok(())
}

#[tokio::test]
async fn who_has_it_already_is_not_sent_it_again() -> anyhow::Result<()> {
    let site = Site::open().await?.with_routes(Router::new().route("/thing", get(show)));
    let read = site.ask(Method::GET, "/thing").await?;
    let tag = read.headers[header::ETAG].to_str()?.to_owned();
    let ask = async |known: &str| {
        site.send(Request::get("/thing").header(header::IF_NONE_MATCH, known).body(Body::empty())?).await
    };
    for known in [tag.clone(), format!("\"1-x\", W/{tag}"), "*".to_owned()] {
        let answer = ask(&known).await?;
        assert_eq!((answer.status, &answer.body), (StatusCode::NOT_MODIFIED, &json!(null)), "{known}");
        assert_eq!(answer.headers[header::ETAG], read.headers[header::ETAG]);
    }
    assert_eq!(ask("\"3-AAAAAAAAAAAA\"").await?.status, StatusCode::OK, "another body of the same version");
    Ok(())
}
