//! «Войти через бота» (S1-167): what the browser does. What the bot says is among the conversations.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use domain::bot_logins;
use serde_json::{Value, json};

use super::holder;
use crate::site::{Answer, Site};

async fn begin(site: &Site) -> anyhow::Result<Value> {
    site.database.source().advance(Duration::from_secs(61)); // five a minute
    let answer = site.post("/api/v1/auth/bot-login", json!({})).await?;
    anyhow::ensure!(answer.status == StatusCode::OK, "{answer:?}");
    Ok(answer.body)
}

async fn poll(site: &Site, begun: &Value) -> anyhow::Result<Answer> {
    site.post("/api/v1/auth/bot-login/poll", json!({ "poll_token": begun["poll_token"] })).await
}

/// The dispatcher of A answers in the bot, with a number or with none.
async fn answer(site: &Site, begun: &Value, number: Option<i16>) -> anyhow::Result<bool> {
    let start = begun["link"].as_str().unwrap().split("start=l_").nth(1).unwrap().to_owned();
    let who = site.a.dispatcher.id();
    let answered = site.database.tenant(site.a.org, async |tx| {
        let asked = bot_logins::asked(tx, &start).await?;
        bot_logins::answer(tx, who, asked.id, number).await
    });
    Ok(answered.await?)
}

#[tokio::test]
async fn the_browser_gets_in_once_when_its_person_taps_its_number() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let begun = begin(&site).await?;
    assert!(begun["link"].as_str().unwrap().starts_with("https://t.me/office_1_bot?start=l_"), "{begun}");
    assert_eq!(poll(&site, &begun).await?.status, StatusCode::ACCEPTED);
    let number = i16::try_from(begun["number"].as_i64().unwrap())?;
    assert!(answer(&site, &begun, Some(number)).await?);
    let done = poll(&site, &begun).await?;
    assert_eq!(done.status, StatusCode::OK, "{done:?}");
    let me = site.ask_as(&holder(&done.body), Method::GET, "/api/v1/me", None).await?;
    assert_eq!(me.body["person_id"], site.a.dispatcher.id().0.to_string());
    let again = poll(&site, &begun).await?;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::UNAUTHORIZED, &"login_over".into()));
    assert!(answer(&site, &begun, Some(number)).await.is_err(), "it is answered once");
    Ok(())
}

#[tokio::test]
async fn a_no_a_wrong_number_and_silence_let_nobody_in() -> anyhow::Result<()> {
    let site = Site::open().await?;
    for number in [None, Some(7)] {
        let begun = begin(&site).await?;
        assert!(!answer(&site, &begun, number).await?);
        let refused = poll(&site, &begun).await?;
        assert_eq!((refused.status, &refused.body["code"]), (StatusCode::UNAUTHORIZED, &"login_refused".into()));
    }
    let begun = begin(&site).await?;
    site.database.source().advance(Duration::from_secs(301));
    assert_eq!(poll(&site, &begun).await?.body["code"], "login_over");
    let number = i16::try_from(begun["number"].as_i64().unwrap())?;
    assert!(answer(&site, &begun, Some(number)).await.is_err(), "it is too late");
    let unknown = site.post("/api/v1/auth/bot-login", json!({ "bot": "nobody_bot" })).await?;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert_eq!(poll(&site, &json!({ "poll_token": "x" })).await?.body["code"], "login_over");
    Ok(())
}
