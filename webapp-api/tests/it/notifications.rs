//! What somebody wants to be told, and what they were told, over HTTP.

use axum::http::{Method, StatusCode};
use serde_json::json;
use testkit::fixtures;

use crate::site::Site;

const PREFERENCES: &str = "/api/v1/notifications/preferences";

#[tokio::test]
async fn a_person_chooses_what_to_be_told_and_when() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let before = site.ask_as(&anna, Method::GET, PREFERENCES, None).await?.body;
    assert_eq!(
        before,
        json!({
            "quiet": { "on": true, "from": "22:00", "to": "08:00" }, "quiet_chosen": false, "time_zone": "Asia/Tashkent",
            "subjects": [
                { "subject": "requests", "level": "all", "is_alert": false },
                { "subject": "comments", "level": "all", "is_alert": false },
            ],
        })
    );
    let edit = json!({
        "quiet": { "on": true, "from": "23:30", "to": "07:00" }, "time_zone": "Europe/Moscow",
        "subjects": [{ "subject": "requests", "level": "important" }],
    });
    let after = site.ask_as(&anna, Method::PATCH, PREFERENCES, Some(edit)).await?;
    assert_eq!(after.status, StatusCode::OK);
    assert_eq!(after.body["quiet"], json!({ "on": true, "from": "23:30", "to": "07:00" }));
    assert_eq!((&after.body["time_zone"], &after.body["quiet_chosen"]), (&json!("Europe/Moscow"), &json!(true)));
    assert_eq!(after.body["subjects"][0]["level"], "important");
    assert_eq!(site.ask_as(&anna, Method::GET, PREFERENCES, None).await?.body, after.body);
    Ok(())
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    for edit in [
        json!({ "quiet": { "on": true, "from": "25:00", "to": "08:00" } }),
        json!({ "quiet": { "on": true, "from": "08:00", "to": "08:00" } }),
        json!({ "time_zone": "Mars/Olympus" }),
        json!({ "subjects": [{ "subject": "requests", "level": "loud" }] }),
        json!({ "subjects": [{ "subject": "weather", "level": "all" }] }),
    ] {
        let answer = site.ask_as(&anna, Method::PATCH, PREFERENCES, Some(edit.clone())).await?;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{edit}: {answer:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_org_s_night_and_who_gets_an_alert_are_the_management_s() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let night = json!({ "on": true, "from": "21:00", "to": "09:00" });
    let quiet = "/api/v1/notifications/quiet_hours";
    assert_eq!(site.ask_as(&owner, Method::PUT, quiet, Some(night.clone())).await?.body, night);
    assert_eq!(site.ask_as(&owner, Method::GET, quiet, None).await?.body, night);
    assert_eq!(site.ask_as(&owner, Method::GET, PREFERENCES, None).await?.body["quiet"], night, "whoever has not said");

    let rule = "/api/v1/notifications/rules/new_device/recipients";
    let all = site.ask_as(&owner, Method::GET, rule, None).await?.body;
    let told = |body: &serde_json::Value| -> Vec<String> {
        let items = body["items"].as_array().cloned().unwrap_or_default();
        items.iter().filter(|item| item["told"] == true).map(|item| item["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(told(&all).len(), 1, "{all}");
    let alone = format!("{rule}/{}", site.a.owner.id().0);
    let refused = site.ask_as(&owner, Method::PUT, &alone, Some(json!({ "told": false }))).await?;
    assert_eq!((refused.status, &refused.body["code"]), (StatusCode::CONFLICT, &json!("alert_needs_recipient")));
    let other = format!("{rule}/{}", site.a.workers[0].id().0);
    let chosen = site.ask_as(&owner, Method::PUT, &other, Some(json!({ "told": true }))).await?.body;
    assert_eq!(told(&chosen).len(), 2);
    for unknown in ["/api/v1/notifications/rules/requests/recipients", "/api/v1/notifications/rules/weather/recipients"]
    {
        assert_eq!(site.ask_as(&owner, Method::GET, unknown, None).await?.status, StatusCode::NOT_FOUND, "{unknown}");
    }
    Ok(())
}

#[tokio::test]
async fn everybody_sees_what_they_were_told_and_nobody_else_does() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let id = fixtures::file(&site.database, &site.a, &site.a.residents[0]).await?.id;
    fixtures::run_fan_out(&site.database).await?;
    let worker = &site.a.workers[0].actor;
    site.database.tenant(site.a.org, async |tx| domain::requests::take(tx, worker, id).await).await?;
    fixtures::run_fan_out(&site.database).await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let told = site.ask_as(&anna, Method::GET, "/api/v1/notifications", None).await?.body;
    assert_eq!(told["items"].as_array().map(Vec::len), Some(1), "{told}");
    let first = &told["items"][0];
    assert_eq!((&first["kind"], &first["way"], &first["request_number"]), (&json!("taken"), &json!("now"), &json!(1)));
    let other = site.sign_in(&site.a.residents[1], Some(site.a.org)).await?;
    let none = site.ask_as(&other, Method::GET, "/api/v1/notifications", None).await?.body;
    assert_eq!(none["items"], json!([]));
    Ok(())
}
