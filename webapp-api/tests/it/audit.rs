//! The log over HTTP: who reads it, its pages and filters, the file, the reports. S1-110..113.

use axum::http::{Method, StatusCode, header};
use domain::{
    access::Actor,
    audit,
    events::{self, Event},
    people,
    people::Language,
};
use serde_json::json;

use crate::site::Site;

#[tokio::test]
async fn the_log_is_read_in_pages_by_whoever_may() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let (mut seen, mut after) = (vec![], String::new());
    loop {
        let page = site.ask_as(&owner, Method::GET, &format!("/api/v1/audit/events?limit=4{after}"), None).await?;
        assert_eq!(page.status, StatusCode::OK, "{page:?}");
        seen.extend(
            page.body["items"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page.body["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    let all = site.ask_as(&owner, Method::GET, "/api/v1/audit/events?limit=100", None).await?;
    let all: Vec<_> = all.body["items"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(seen, all);
    let kinds = site.ask_as(&owner, Method::GET, "/api/v1/audit/events?kind=bot_added", None).await?;
    assert_eq!(kinds.body["items"].as_array().unwrap().len(), 1);
    let wrong = site.ask_as(&owner, Method::GET, "/api/v1/audit/events?surface=moon", None).await?;
    assert_eq!((wrong.status, &wrong.body["errors"][0]["field"]), (StatusCode::BAD_REQUEST, &"surface".into()));

    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let own = site.ask_as(&worker, Method::GET, "/api/v1/audit/events", None).await?;
    let whose = site.a.workers[0].id().0.to_string();
    assert!(
        own.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .all(|event| event["actor_id"] == whose.as_str() || event["subject_id"] == whose.as_str())
    );
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    assert_eq!(site.ask_as(&anna, Method::GET, "/api/v1/audit/events", None).await?.status, StatusCode::FORBIDDEN);
    let own = site.ask_as(&anna, Method::GET, "/api/v1/me/events", None).await?;
    assert_eq!((own.status, &own.body["items"][0]["kind"]), (StatusCode::OK, &"resident_joined".into()));
    Ok(())
}

#[tokio::test]
async fn an_export_holds_the_log_of_one_org_and_is_an_event() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let person = site.a.residents[0].id();
    site.database.tenant(site.a.org, async |tx| people::choose_language(tx, person, Language::Uz).await).await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let file = site.ask_as(&owner, Method::GET, "/api/v1/audit/export?format=csv", None).await?;
    assert_eq!(
        (file.status, &file.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"text/csv; charset=utf-8".parse()?)
    );
    let text = file.body.as_str().unwrap();
    assert!(text.starts_with("id,at,actor_kind") && text.contains(r#""{""language"":[""ru"",""uz""]}""#), "{text}");
    assert!(!text.contains(&site.b.owner.id().0.to_string()), "nothing of the neighbour");

    let lines = site.ask_as(&owner, Method::GET, "/api/v1/audit/export?format=jsonl&kind=exported", None).await?;
    let told = match &lines.body {
        serde_json::Value::String(text) => serde_json::from_str(text.lines().next().unwrap())?,
        one => one.clone(),
    };
    assert_eq!((&told["data"]["format"], &told["data"]["what"]), (&"csv".into(), &"audit".into()));
    Ok(())
}

#[tokio::test]
async fn reports_alerts_and_the_verification_are_for_whoever_reads_the_whole_log() -> anyhow::Result<()> {
    let site = Site::open().await?;
    audit::seal_waiting(site.database.db()).await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let log = site.ask_as(&owner, Method::GET, "/api/v1/audit/verification?last=100000", None).await?;
    assert_eq!((log.status, &log.body["broken"]), (StatusCode::OK, &serde_json::Value::Null), "{log:?}");
    assert!(log.body["events"].as_u64() > Some(5) && log.body["hash"].as_str().unwrap().len() == 64, "{log:?}");
    let period = "from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z";
    let report = site.ask_as(&owner, Method::GET, &format!("/api/v1/audit/reports?{period}"), None).await?;
    assert_eq!(report.status, StatusCode::OK, "{report:?}");
    assert!(!report.body["activity"].as_array().unwrap().is_empty());
    let alerts = site.ask_as(&owner, Method::GET, "/api/v1/audit/alerts", None).await?;
    assert_eq!((alerts.status, alerts.body["items"].as_array().unwrap().len()), (StatusCode::OK, 0));

    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    for path in ["audit/verification", &format!("audit/reports?{period}"), "audit/alerts", "audit/export?format=csv"] {
        let refused = site.ask_as(&worker, Method::GET, &format!("/api/v1/{path}"), None).await?;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
    }
    Ok(())
}

/// S1-109: the console's buttons; one answer counts for all owners, and the limits are the org's own.
#[tokio::test]
async fn an_alert_is_answered_once_and_the_limits_are_set() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let worker = site.a.workers[0].id();
    let told = Event::SignedIn {
        person: worker,
        session: domain::ids::SessionId(uuid::Uuid::nil()),
        new_device: true,
        device: "Firefox".into(),
    };
    let org = site.a.org;
    site.database.tenant(org, async |tx| events::record(tx, &Actor::System, &told).await).await?;
    testkit::fixtures::run_fan_out(&site.database).await?;
    let list = site.ask_as(&owner, Method::GET, "/api/v1/audit/alerts", None).await?;
    let alert = list.body["items"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/audit/alerts/{alert}/answer");
    let nonsense = site.ask_as(&owner, Method::POST, &path, Some(json!({ "answer": "perhaps" }))).await?;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    let elsewhere = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
    let stranger = site.ask_as(&elsewhere, Method::POST, &path, Some(json!({ "answer": "fine" }))).await?;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    let done = site.ask_as(&owner, Method::POST, &path, Some(json!({ "answer": "end_sessions" }))).await?;
    assert_eq!((done.status, &done.body["answer"]), (StatusCode::OK, &"end_sessions".into()), "{done:?}");
    let again = site.ask_as(&owner, Method::POST, &path, Some(json!({ "answer": "fine" }))).await?;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::CONFLICT, &"alert_answered".into()));

    let limits = "/api/v1/audit/alerts/limits";
    let mut wanted = site.ask_as(&owner, Method::GET, limits, None).await?.body;
    assert_eq!((&wanted["failures"], &wanted["rows_exported"]), (&5.into(), &1000.into()));
    wanted["failures"] = 3.into();
    let set = site.ask_as(&owner, Method::PUT, limits, Some(wanted.clone())).await?;
    assert_eq!((set.status, &set.body), (StatusCode::OK, &wanted));
    assert_eq!(site.ask_as(&owner, Method::GET, limits, None).await?.body, wanted);
    wanted["failures"] = 1.into();
    let wrong = site.ask_as(&owner, Method::PUT, limits, Some(wanted)).await?;
    assert_eq!(wrong.body["errors"][0]["field"], "failures", "{wrong:?}");
    Ok(())
}
