//! Webhooks of an org, set up over HTTP (S1-170).

use axum::http::{Method, StatusCode, header};
use serde_json::{Value, json};

use crate::site::{Answer, SignedIn, Site};

const LIST: &str = "/api/v1/webhooks";

async fn make(site: &Site, who: &SignedIn, name: &str) -> anyhow::Result<Answer> {
    let new = json!({ "name": name, "url": "https://example.com/hook", "events": ["request.created"] });
    site.ask_as(who, Method::POST, LIST, Some(new)).await
}

async fn change(site: &Site, who: &SignedIn, path: &str, tag: &str, edit: &Value) -> anyhow::Result<Answer> {
    let request = site.request(who, Method::PATCH, path).header(header::IF_MATCH, tag);
    site.send(request.body(edit.to_string().into())?).await
}

fn code(answer: &Answer) -> (u16, &str) {
    (answer.status.as_u16(), answer.body["code"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn a_webhook_is_made_changed_tried_and_deleted_and_its_secret_is_shown_once() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let made = make(&site, &owner, " 1C ").await?;
    assert_eq!((made.status, &made.body["name"]), (StatusCode::CREATED, &json!("1C")), "{made:?}");
    let secret = made.body["secret"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("whsec_") && secret.len() > 40, "{secret}");
    let path = format!("{LIST}/{}", made.body["id"].as_str().unwrap());

    let shown = site.ask_as(&owner, Method::GET, &path, None).await?;
    let listed = site.ask_as(&owner, Method::GET, LIST, None).await?;
    assert_eq!(listed.body["items"], json!([shown.body]));
    assert!(listed.body["events"].as_array().unwrap().contains(&json!("request.rated")));
    let known = format!("{} {}", shown.body, listed.body);
    assert!(!known.contains(&secret) && !known.contains("whsec_"), "it is shown once");

    let tag = shown.headers[header::ETAG].to_str()?;
    let off = change(&site, &owner, &path, tag, &json!({ "active": false, "events": ["request.rated"] })).await?;
    assert_eq!(off.status, StatusCode::OK, "{off:?}");
    assert_eq!((&off.body["active"], &off.body["disabled_why"]), (&json!(false), &json!("by_person")));
    let late = change(&site, &owner, &path, tag, &json!({ "name": "2C" })).await?;
    assert_eq!((code(&late), &late.body["current"]["version"]), ((412, "changed_meanwhile"), &json!(2)));
    let unsaid = site.ask_as(&owner, Method::PATCH, &path, Some(json!({ "name": "2C" }))).await?;
    assert_eq!(code(&unsaid), (428, "precondition_required"));

    let rotated = site.ask_as(&owner, Method::POST, &format!("{path}/secret"), None).await?;
    assert_eq!((rotated.status, &rotated.body["version"]), (StatusCode::OK, &json!(3)));
    assert_ne!(rotated.body["secret"], json!(secret));

    let ping = site.ask_as(&owner, Method::POST, &format!("{path}/ping"), None).await?;
    assert_eq!((ping.status, &ping.body["status"]), (StatusCode::ACCEPTED, &json!("waiting")), "{ping:?}");
    let replay = format!("{path}/deliveries/{}/replay", ping.body["id"].as_str().unwrap());
    let again = site.ask_as(&owner, Method::POST, &replay, None).await?;
    assert_eq!((again.status, &again.body["event"]), (StatusCode::ACCEPTED, &json!("ping")));
    let log = site.ask_as(&owner, Method::GET, &format!("{path}/deliveries?limit=1"), None).await?;
    assert_eq!(log.body["items"], json!([again.body]));
    let next = log.body["next"].as_str().unwrap();
    let rest = site.ask_as(&owner, Method::GET, &format!("{path}/deliveries?after={next}"), None).await?;
    assert_eq!((&rest.body["items"], &rest.body["next"]), (&json!([ping.body]), &Value::Null));

    let request = site.request(&owner, Method::DELETE, &path).header(header::IF_MATCH, "*");
    assert_eq!(site.send(request.body("".into())?).await?.status, StatusCode::NO_CONTENT);
    for gone in [path.clone(), format!("{path}/deliveries")] {
        assert_eq!(code(&site.ask_as(&owner, Method::GET, &gone, None).await?), (404, "not_found"), "{gone}");
    }
    let told = site.events(site.a.org).await?;
    let told: Vec<_> = told.iter().filter_map(|event| event["kind"].as_str()?.strip_prefix("webhook_")).collect();
    assert_eq!(told, ["added", "edited", "secret_rotated", "deleted"]);
    assert!(!format!("{:?}", site.events(site.a.org).await?).contains("whsec_"), "no secret is told");
    Ok(())
}

#[tokio::test]
async fn nonsense_is_refused_by_field_and_twenty_are_enough() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    for (field, value, refused) in [
        ("url", json!("http://example.com/"), "webhook_url_invalid"),
        ("url", json!("https://user:word@example.com/"), "webhook_url_invalid"),
        ("events", json!(["moon.landed"]), "webhook_events_invalid"),
        ("events", json!([]), "too_short"),
        ("name", json!(" "), "name_invalid"),
    ] {
        let mut new = json!({ "name": "1C", "url": "https://example.com/hook", "events": ["request.created"] });
        new[field] = value;
        let answer = site.ask_as(&owner, Method::POST, LIST, Some(new)).await?;
        let error = &answer.body["errors"][0];
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer:?}");
        assert_eq!((&error["field"], &error["code"]), (&json!(field), &json!(refused)));
    }
    for nth in 0..20 {
        assert_eq!(make(&site, &owner, &format!("№{nth}")).await?.status, StatusCode::CREATED);
    }
    assert_eq!(code(&make(&site, &owner, "one more").await?), (409, "webhooks_too_many"));
    Ok(())
}

#[tokio::test]
async fn a_repeated_creation_makes_one_webhook_and_shows_the_same_secret() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let new = json!({ "name": "1C", "url": "https://example.com/hook", "events": ["request.created"] }).to_string();
    let ask = || site.request(&owner, Method::POST, LIST).header("idempotency-key", "once").body(new.clone().into());
    let (first, second) = (site.send(ask()?).await?, site.send(ask()?).await?);
    assert_eq!(first.status, StatusCode::CREATED, "{first:?}");
    assert_eq!((second.headers["idempotent-replayed"].to_str()?, &second.body), ("true", &first.body));
    let kept: Vec<(Vec<u8>,)> = sqlx::query_as("select answer from idempotency_keys where answer is not null")
        .fetch_all(&mut site.database.superuser().await?)
        .await?;
    let secret = first.body["secret"].as_str().unwrap().as_bytes();
    assert!(kept.iter().all(|(answer,)| !answer.windows(secret.len()).any(|part| part == secret)), "it rests sealed");
    assert_eq!(site.ask_as(&owner, Method::GET, LIST, None).await?.body["items"].as_array().unwrap().len(), 1);
    Ok(())
}
