//! Orgs over HTTP: founded, edited, deleted and brought back; and each request in the one that it names.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::{
    access::{Actor, Role},
    members,
    people::Newcomer,
};
use serde_json::{Value, json};
use webapp_api::idempotency::REPLAYED;

use crate::site::{Answer, SignedIn, Site};

const ALL: &str = "/api/v1/organizations";
const MINE: &str = "/api/v1/organizations/me";

#[track_caller]
fn is(answer: &Answer, status: StatusCode, code: &str) {
    assert_eq!((answer.status, answer.body["code"].as_str()), (status, Some(code)), "{answer:?}");
}

async fn found(site: &Site, who: &SignedIn, key: Option<&str>, body: &Value) -> anyhow::Result<Answer> {
    let mut request = site.request(who, Method::POST, ALL);
    if let Some(key) = key {
        request = request.header("Idempotency-Key", key);
    }
    site.send(request.body(Body::from(body.to_string()))?).await
}

fn in_org(site: &Site, who: &SignedIn, org: &str, method: Method, path: &str) -> axum::http::request::Builder {
    site.request(who, method, path).header("X-Organization-Id", org)
}

/// The names and roles of the orgs that somebody works for.
async fn mine(site: &Site, who: &SignedIn) -> anyhow::Result<Vec<(String, String)>> {
    let answer = site.ask_as(who, Method::GET, MINE, None).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    Ok(answer.body["items"].as_array().unwrap().iter().map(|org| (text(&org["name"]), text(&org["role"]))).collect())
}

/// S4-24, and the second half of S4-22 for somebody who has an account.
#[tokio::test]
async fn somebody_signed_in_founds_an_org_and_sees_it_among_theirs() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let body = json!({ "name": "Вторая", "industry": "services", "currency": "usd", "language": "uz" });
    let founded = found(&site, &who, None, &body).await?;
    assert_eq!(founded.status, StatusCode::CREATED, "{founded:?}");
    assert_eq!((&founded.body["currency"], &founded.body["time_zone"]), (&json!("USD"), &json!("Asia/Tashkent")));
    let org = founded.body["id"].as_str().unwrap();
    let first = site.a.info.name.clone();
    assert_eq!(mine(&site, &who).await?, [(first, "dispatcher".to_owned()), ("Вторая".to_owned(), "owner".to_owned())]);

    let path = format!("{ALL}/{org}");
    let seen = site.send(in_org(&site, &who, org, Method::GET, &path).body(Body::empty())?).await?;
    assert_eq!((seen.status, &seen.body["name"]), (StatusCode::OK, &json!("Вторая")), "{seen:?}");
    let me = site.send(in_org(&site, &who, org, Method::GET, "/api/v1/me").body(Body::empty())?).await?;
    assert_eq!((&me.body["role"], &me.body["name"]), (&json!("owner"), &json!("Малика Диспетчер")));
    let stranger = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let refused = site.send(in_org(&site, &stranger, org, Method::GET, &path).body(Body::empty())?).await?;
    is(&refused, StatusCode::NOT_FOUND, "not_found");
    assert_eq!(mine(&site, &site.sign_in(&site.a.residents[0], None).await?).await?, [], "a resident works for nobody");
    Ok(())
}

#[tokio::test]
async fn an_org_is_founded_once_however_often_it_is_asked_for() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let body = json!({ "name": "Одна" });
    let wrong = found(&site, &who, Some("k"), &json!({ "name": "Одна", "currency": "XXQ" })).await?;
    assert_eq!(wrong.body["errors"][0]["code"], "currency_unknown", "{wrong:?}");
    let one = || found(&site, &who, Some("k"), &body);
    let (a, b, c) = tokio::try_join!(one(), one(), one())?;
    assert_eq!(a.status, StatusCode::CREATED, "what did not happen leaves its key free: {a:?}");
    assert!([&b, &c].iter().all(|it| it.status == a.status && it.body == a.body), "{a:?} {b:?} {c:?}");
    assert_eq!([&a, &b, &c].iter().filter(|it| it.headers.get(REPLAYED).is_none()).count(), 1);
    assert_eq!(mine(&site, &who).await?.len(), 2);

    is(
        &found(&site, &who, Some("k"), &json!({ "name": "Другая" })).await?,
        StatusCode::UNPROCESSABLE_ENTITY,
        "idempotency_mismatch",
    );
    let other = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let theirs = found(&site, &other, Some("k"), &body).await?;
    assert_eq!(theirs.status, StatusCode::CREATED);
    assert_ne!(theirs.body["id"], a.body["id"], "a key is its caller's own");
    site.database.source().advance(Duration::from_secs(25 * 3600));
    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    is(&found(&site, &who, Some("k"), &body).await?, StatusCode::CONFLICT, "org_exists");
    Ok(())
}

/// K5, S4-42: the org of the path, of the header and of the token are one, and it is one of the caller's own.
#[tokio::test]
async fn an_org_in_the_path_is_the_one_of_the_request_or_is_not_there() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (a, b) = (site.a.org.to_string(), site.b.org.to_string());
    let both =
        Newcomer { telegram_id: site.a.owner.telegram_id(), name: "Рустам", username: None, language: None };
    site.database.tenant(site.b.org, async |tx| members::add(tx, &Actor::System, &both, Role::Owner).await).await?;
    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    for path in ["", "/members", "/invites", "/ownership_offers"] {
        let (at_a, at_b) = (format!("{ALL}/{a}{path}"), format!("{ALL}/{b}{path}"));
        let ask = async |org: Option<&str>, path: &str| {
            let mut request = site.request(&who, Method::GET, path);
            if let Some(org) = org {
                request = request.header("X-Organization-Id", org);
            }
            Ok::<_, anyhow::Error>(site.send(request.body(Body::empty())?).await?.status)
        };
        assert_eq!(ask(None, &at_a).await?, StatusCode::OK, "{path}: the token's");
        assert_eq!(ask(None, &at_b).await?, StatusCode::NOT_FOUND, "{path}: theirs, but not the one that is meant");
        assert_eq!(ask(Some(&b), &at_b).await?, StatusCode::OK, "{path}");
        assert_eq!(ask(Some(&b), &at_a).await?, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(ask(None, &format!("{ALL}/x{path}")).await?, StatusCode::NOT_FOUND, "{path}: no id at all");
    }
    let neighbour = site.sign_in(&site.b.dispatcher, Some(site.b.org)).await?;
    let outside = in_org(&site, &neighbour, &a, Method::GET, &format!("{ALL}/{a}")).body(Body::empty())?;
    is(&site.send(outside).await?, StatusCode::NOT_FOUND, "not_found");
    Ok(())
}

#[tokio::test]
async fn an_org_is_edited_from_the_version_that_was_seen() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let path = format!("{ALL}/{}", site.a.org);
    let edit = async |who: &SignedIn, tag: Option<&str>, body: Value| {
        let mut request = site.request(who, Method::PATCH, &path);
        if let Some(tag) = tag {
            request = request.header(header::IF_MATCH, tag);
        }
        site.send(request.body(Body::from(body.to_string()))?).await
    };
    let seen = site.ask_as(&owner, Method::GET, &path, None).await?;
    let tag = seen.headers[header::ETAG].to_str()?.to_owned();
    let body = json!({
        "name": "ЖК «Баҳор»", "time_zone": "Asia/Samarkand", "language": "uz", "currency": "eur", "industry": "services",
        "working_hours": { "mon": { "from": "09:00", "to": "18:00" } }, "colour": "#1F8A4C", "greeting": "Салом",
    });
    is(&edit(&owner, None, body.clone()).await?, StatusCode::PRECONDITION_REQUIRED, "precondition_required");
    let edited = edit(&owner, Some(&tag), body).await?;
    assert_eq!(edited.status, StatusCode::OK, "{edited:?}");
    assert_eq!(
        (&edited.body["name"], &edited.body["currency"], &edited.body["colour"], &edited.body["working_hours"]),
        (&json!("ЖК «Баҳор»"), &json!("EUR"), &json!("#1f8a4c"), &json!({ "mon": { "from": "09:00", "to": "18:00" } }))
    );
    let late = edit(&owner, Some(&tag), json!({ "name": "Иначе" })).await?;
    is(&late, StatusCode::PRECONDITION_FAILED, "changed_meanwhile");
    assert_eq!(late.body["current"]["name"], "ЖК «Баҳор»");
    assert_eq!(late.headers[header::ETAG], edited.headers[header::ETAG]);
    let tag = late.headers[header::ETAG].to_str()?;
    let cleared = edit(&owner, Some(tag), json!({ "greeting": null })).await?;
    assert_eq!((&cleared.body["greeting"], &cleared.body["colour"]), (&Value::Null, &json!("#1f8a4c")));

    for (body, field, code) in [
        (json!({ "time_zone": "Mars/Olympus" }), "time_zone", "time_zone_unknown"),
        (json!({ "name": " " }), "name", "name_invalid"),
        (json!({ "language": "de" }), "language", "choice_unknown"),
        (
            json!({ "working_hours": { "mon": { "from": "18:00", "to": "09:00" } } }),
            "working_hours",
            "working_hours_invalid",
        ),
        (json!({ "working_hours": { "mon": { "from": "9", "to": "x" } } }), "working_hours.mon.from", "wrong_kind"),
        (json!({ "owner": "me" }), "owner", "field_unknown"),
    ] {
        let answer = edit(&owner, Some("*"), body).await?;
        let error = &answer.body["errors"][0];
        assert_eq!((&error["field"], &error["code"]), (&json!(field), &json!(code)), "{answer:?}");
    }
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    is(&edit(&dispatcher, Some("*"), json!({ "name": "Моя" })).await?, StatusCode::FORBIDDEN, "forbidden");
    let events = site.events(site.a.org).await?;
    let edits: Vec<_> = events.iter().filter_map(|event| event["changes"]["name"].as_array()).collect();
    assert_eq!(edits.len(), 1, "the old and the new name are in the log: {events:?}");
    Ok(())
}

#[tokio::test]
async fn an_org_is_deleted_by_its_typed_name_and_its_owner_brings_it_back() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let (path, name) = (format!("{ALL}/{}", site.a.org), site.a.info.name.clone());
    let restore = format!("{path}/restore");
    let delete = async |who, name: &str| site.ask_as(who, Method::DELETE, &path, Some(json!({ "name": name }))).await;
    is(&delete(&dispatcher, &name).await?, StatusCode::FORBIDDEN, "forbidden");
    let mistyped = delete(&owner, "что-то").await?;
    assert_eq!(
        mistyped.body["errors"][0],
        json!({ "field": "name", "code": "name_not_typed", "message": mistyped.body["errors"][0]["message"] })
    );
    is(&site.ask_as(&owner, Method::POST, &restore, None).await?, StatusCode::CONFLICT, "org_not_deleted");

    let deleted = delete(&owner, &name).await?;
    assert_eq!((deleted.status, &deleted.body["restorable_until"]), (StatusCode::OK, &json!("2026-11-28T09:05:00Z")));
    for path in [&path, "/api/v1/me", "/api/v1/roles"] {
        is(&site.ask_as(&owner, Method::GET, path, None).await?, StatusCode::CONFLICT, "org_deleted");
    }
    is(&delete(&owner, &name).await?, StatusCode::CONFLICT, "org_deleted");
    let listed = site.ask_as(&dispatcher, Method::GET, MINE, None).await?;
    assert_eq!(listed.body["items"][0]["restorable_until"], "2026-11-28T09:05:00Z", "{listed:?}");

    is(&site.ask_as(&dispatcher, Method::POST, &restore, None).await?, StatusCode::FORBIDDEN, "forbidden");
    let neighbour = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
    is(&site.ask_as(&neighbour, Method::POST, &restore, None).await?, StatusCode::NOT_FOUND, "not_found");
    let anonymous = Request::post(&restore).body(Body::empty())?;
    is(&site.send(anonymous).await?, StatusCode::UNAUTHORIZED, "unauthenticated");
    let restored = site.ask_as(&owner, Method::POST, &restore, None).await?;
    assert_eq!((restored.status, &restored.body["deleted_at"]), (StatusCode::OK, &Value::Null), "{restored:?}");
    assert_eq!(site.ask_as(&dispatcher, Method::GET, &path, None).await?.status, StatusCode::OK);

    delete(&owner, &name).await?;
    site.database.source().advance(Duration::from_secs(7 * 24 * 3600));
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    is(&site.ask_as(&owner, Method::POST, &restore, None).await?, StatusCode::CONFLICT, "org_gone");
    Ok(())
}
