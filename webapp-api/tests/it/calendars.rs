//! Working calendars, over HTTP.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};

use crate::site::Site;

#[tokio::test]
async fn a_calendar_is_made_of_a_preset_edited_chosen_and_deleted() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let presets = site.ask_as(&owner, Method::GET, "/api/v1/calendars/presets", None).await?.body;
    assert_eq!(
        presets["items"][0]["norms"][1],
        json!({ "what": "localise_damage", "minutes": 30, "rule": "ru_416_13" })
    );

    let new = json!({ "name": "Офис", "preset": "five_days" });
    let made = site.ask_as(&owner, Method::POST, "/api/v1/calendars", Some(new)).await?;
    assert_eq!((made.status, &made.body["is_chosen"]), (StatusCode::CREATED, &json!(true)));
    assert_eq!(made.body["week"], presets["items"][2]["week"]);
    let path = format!("/api/v1/calendars/{}", made.body["id"].as_str().unwrap());

    let change = json!({
        "week": { "fri": [{ "from": "22:00", "to": "06:00" }, { "from": "09:00", "to": "13:00" }] },
        "exceptions": [{ "date": "2027-03-21", "note": "Навруз" }],
    });
    let request =
        site.request(&owner, Method::PATCH, &path).header(header::IF_MATCH, made.headers[header::ETAG].clone());
    let edited = site.send(request.body(Body::from(change.to_string()))?).await?;
    assert_eq!(edited.status, StatusCode::OK, "{edited:?}");
    let hours = json!([{ "from": "09:00", "to": "13:00" }, { "from": "22:00", "to": "06:00" }]);
    assert_eq!(edited.body["week"], json!({ "fri": hours }), "in order; every other day is off");
    assert_eq!(edited.body["exceptions"], json!([{ "date": "2027-03-21", "hours": [], "note": "Навруз" }]));

    let other = json!({ "name": "Аварийная", "preset": "emergency_416" });
    let other = site.ask_as(&owner, Method::POST, "/api/v1/calendars", Some(other)).await?.body;
    let choose = format!("/api/v1/calendars/{}/choose", other["id"].as_str().unwrap());
    assert_eq!(site.ask_as(&owner, Method::POST, &choose, None).await?.body["is_chosen"], json!(true));
    let request = site.request(&owner, Method::DELETE, &path).header(header::IF_MATCH, "*");
    assert_eq!(site.send(request.body(Body::empty())?).await?.status, StatusCode::NO_CONTENT);
    let left = site.ask_as(&owner, Method::GET, "/api/v1/calendars", None).await?.body;
    assert_eq!(left["items"].as_array().map(Vec::len), Some(1));
    Ok(())
}

#[tokio::test]
async fn hours_that_make_no_sense_are_told_by_their_field() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let day = |from: &str, to: &str| json!({ "mon": [{ "from": from, "to": to }] });
    let twice = json!([{ "date": "2027-01-01" }, { "date": "2027-01-01" }]);
    for (week, exceptions, field, code) in [
        (day("09:00", "09:00"), json!([]), "week", "hours_invalid"),
        (json!({}), json!([]), "week", "calendar_never_open"),
        (day("09:00", "18:00"), twice, "exceptions", "hours_invalid"),
    ] {
        let new = json!({ "name": "Офис", "week": week, "exceptions": exceptions });
        let answer = site.ask_as(&owner, Method::POST, "/api/v1/calendars", Some(new)).await?;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer:?}");
        let error = &answer.body["errors"][0];
        assert_eq!((error["field"].as_str(), error["code"].as_str()), (Some(field), Some(code)));
    }
    for new in
        [json!({ "name": "Офис", "week": day("9:00", "18:00") }), json!({ "name": "Офис", "week": { "moon": [] } })]
    {
        let answer = site.ask_as(&owner, Method::POST, "/api/v1/calendars", Some(new)).await?;
        assert!(answer.status.is_client_error() && answer.body["code"] != Value::Null, "{answer:?}");
    }
    let new = json!({ "name": "Офис", "preset": "never" });
    let answer = site.ask_as(&owner, Method::POST, "/api/v1/calendars", Some(new)).await?;
    assert_eq!(answer.body["errors"][0]["code"], json!("preset_unknown"));
    Ok(())
}

#[tokio::test]
async fn the_desk_has_a_strategy_and_waits_as_long_as_the_org_says() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let (assignment, timeouts) = ("/api/v1/settings/assignment", "/api/v1/settings/timeouts");
    assert_eq!(site.ask_as(&owner, Method::GET, assignment, None).await?.body, json!({ "strategy": "by_hand" }));
    let evenly = json!({ "strategy": "evenly" });
    assert_eq!(site.ask_as(&owner, Method::PUT, assignment, Some(evenly.clone())).await?.status, StatusCode::OK);
    assert_eq!(site.ask_as(&owner, Method::GET, assignment, None).await?.body, evenly);
    let unknown = site.ask_as(&owner, Method::PUT, assignment, Some(json!({ "strategy": "by_dice" }))).await?;
    assert_eq!(unknown.body["errors"][0]["code"], json!("strategy_unknown"));

    let mut minutes = site.ask_as(&owner, Method::GET, timeouts, None).await?.body;
    assert_eq!((&minutes["unassigned"], &minutes["done_accept"]), (&json!(10), &json!(2880)));
    minutes["unassigned"] = json!(5);
    assert_eq!(site.ask_as(&owner, Method::PUT, timeouts, Some(minutes.clone())).await?.status, StatusCode::OK);
    assert_eq!(site.ask_as(&owner, Method::GET, timeouts, None).await?.body, minutes);
    minutes["done_reminder"] = json!(2880);
    let order = site.ask_as(&owner, Method::PUT, timeouts, Some(minutes)).await?;
    assert_eq!(order.body["errors"][0]["code"], json!("timeouts_order"));
    Ok(())
}
