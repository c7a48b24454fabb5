//! Incidents, over HTTP: the desk declares, tells and ends; whoever lives there reads; the act is a PDF.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::fixtures;

use crate::site::{SignedIn, Site};

async fn does(site: &Site, who: &SignedIn, path: &str, body: Option<Value>) -> anyhow::Result<Value> {
    let answer = site.ask_as(who, Method::POST, &format!("/api/v1/incidents{path}"), body).await?;
    anyhow::ensure!(answer.status.is_success(), "{path}: {answer:?}");
    Ok(answer.body)
}

async fn lists(site: &Site, who: &SignedIn, query: &str) -> anyhow::Result<Vec<Value>> {
    let answer = site.ask_as(who, Method::GET, &format!("/api/v1/incidents{query}"), None).await?;
    anyhow::ensure!(answer.status == StatusCode::OK, "{answer:?}");
    Ok(answer.body["items"].as_array().cloned().unwrap_or_default())
}

#[tokio::test]
async fn an_incident_goes_its_whole_way_over_http() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let lola = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let bobur = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let neighbour = site.sign_in(&site.a.residents[1], Some(site.a.org)).await?;
    let filed = fixtures::file(&site.database, &site.a, &site.a.residents[0]).await?;
    let id = filed.id.0;

    let parts = site.ask_as(&lola, Method::GET, &format!("/api/v1/incidents/{id}/parts"), None).await?;
    assert_eq!(parts.body["items"][0]["scope"], json!({ "kind": "building" }));
    let whole = json!({ "request_id": id, "scope": { "kind": "building" } });
    for who in [&anna, &bobur] {
        let refused = site.ask_as(who, Method::POST, "/api/v1/incidents", Some(whole.clone())).await?;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{refused:?}");
    }
    let declared = does(&site, &lola, "", Some(whole)).await?;
    assert_eq!((&declared["state"], &declared["people"]), (&json!("declared"), &json!(2)));
    does(&site, &lola, &format!("/{id}/accept"), None).await?;
    let news = json!({ "stage": "crew", "words": "Перекрыли стояк" });
    let told = does(&site, &lola, &format!("/{id}/tell"), Some(news)).await?;
    assert_eq!((&told["told"][0]["words"], &told["stage"]), (&json!("Перекрыли стояк"), &json!("crew")));

    assert_eq!(lists(&site, &lola, "?open=true").await?.len(), 1);
    let theirs = lists(&site, &neighbour, "?open=true").await?;
    assert_eq!((theirs.len(), &theirs[0]["words"]), (1, &json!("Перекрыли стояк")));
    let seen = site.ask_as(&neighbour, Method::GET, &format!("/api/v1/incidents/{id}"), None).await?;
    assert_eq!((&seen.body["timeline"], &seen.body["linked"]), (&json!([]), &json!([])), "what the staff do is theirs");
    let late = site.ask_as(&lola, Method::POST, &format!("/api/v1/incidents/{id}/dismiss"), None).await?;
    assert_eq!(late.status, StatusCode::CONFLICT);

    let over = does(&site, &lola, &format!("/{id}/end"), None).await?;
    assert_eq!(over["state"], json!("over"));
    assert!(lists(&site, &lola, "?open=true").await?.is_empty());
    assert_eq!(lists(&site, &lola, "").await?.len(), 1);
    let act = format!("/api/v1/incidents/{id}/act");
    let refused = site.ask_as(&neighbour, Method::GET, &act, None).await?;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let act = site.ask_as(&lola, Method::GET, &act, None).await?;
    assert_eq!((act.status, &act.headers["content-type"]), (StatusCode::OK, &"application/pdf".parse()?));
    assert!(act.body.as_str().is_some_and(|pdf| pdf.starts_with("%PDF")));

    // Another org knows nothing of it.
    let other = site.sign_in(&site.b.dispatcher, Some(site.b.org)).await?;
    assert!(lists(&site, &other, "").await?.is_empty());
    let away = site.ask_as(&other, Method::GET, &format!("/api/v1/incidents/{id}"), None).await?;
    assert_eq!(away.status, StatusCode::NOT_FOUND);
    Ok(())
}
