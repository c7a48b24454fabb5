//! Signing in with `initData` (S1-167).

use axum::http::{Method, StatusCode};
use serde_json::json;

use super::{holder, init_data, open_mini_app};
use crate::site::Site;

#[tokio::test]
async fn the_mini_app_signs_in_whoever_telegram_says_opened_it() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let worker = &site.a.workers[0];
    let answer = open_mini_app(&site, &site.a.bot, &init_data(&site, &site.a.bot, worker.telegram_id(), 5)).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.body["organization_id"], site.a.org.to_string());
    let me = site.ask_as(&holder(&answer.body), Method::GET, "/api/v1/me", None).await?;
    assert_eq!((me.status, &me.body["role"]), (StatusCode::OK, &"worker".into()));

    let stranger = open_mini_app(&site, &site.a.bot, &init_data(&site, &site.a.bot, 555_000, 5)).await?;
    let me = site.ask_as(&holder(&stranger.body), Method::GET, "/api/v1/me", None).await?;
    assert_eq!(me.body["name"], "Анна Ким", "the org meets them now");
    assert_eq!((&me.body["role"], &me.body["language"]), (&serde_json::Value::Null, &"uz".into()));
    let by_id =
        json!({ "bot": site.a.bot.telegram_id.to_string(), "init_data": init_data(&site, &site.a.bot, 555_000, 9) });
    assert_eq!(site.post("/api/v1/auth/mini-app", by_id).await?.status, StatusCode::OK);

    let told = site.events(site.a.org).await?;
    let told: Vec<_> = told.iter().filter(|event| event["kind"] == "signed_in").collect();
    assert_eq!(told.len(), 3);
    assert_eq!(told[0]["person"], worker.id().0.to_string());
    Ok(())
}

#[tokio::test]
async fn one_opening_is_one_session_however_often_it_comes() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let data = init_data(&site, &site.a.bot, site.a.owner.telegram_id(), 5);
    let first = open_mini_app(&site, &site.a.bot, &data).await?;
    let shuffled: Vec<_> = data.split('&').rev().collect();
    let second = open_mini_app(&site, &site.a.bot, &shuffled.join("&")).await?;
    assert_eq!(first.body["session_id"], second.body["session_id"]);
    assert_ne!(first.body["refresh_token"], second.body["refresh_token"]);
    for answer in [&first, &second] {
        let refresh = json!({ "refresh_token": answer.body["refresh_token"] });
        let answer = site.post("/api/v1/auth/refresh", refresh).await?;
        assert_eq!(answer.status, StatusCode::OK, "the two do not drive each other out: {answer:?}");
    }
    let signed_in = site.events(site.a.org).await?.iter().filter(|event| event["kind"] == "signed_in").count();
    assert_eq!(signed_in, 1);

    let who = holder(&first.body);
    let out = site.ask_as(&who, Method::POST, "/api/v1/auth/logout", Some(json!({}))).await?;
    assert_eq!(out.status, StatusCode::NO_CONTENT, "{out:?}");
    let again = open_mini_app(&site, &site.a.bot, &data).await?;
    assert_eq!(again.status, StatusCode::UNAUTHORIZED, "it opened a session, and that has ended");
    Ok(())
}

#[tokio::test]
async fn what_telegram_did_not_sign_for_this_bot_just_now_opens_nothing() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (a, user) = (&site.a.bot, site.a.owner.telegram_id());
    let code = async |bot: &domain::bots::Bot, data: &str| {
        let answer = open_mini_app(&site, bot, data).await?;
        anyhow::Ok((answer.status.as_u16(), answer.body["code"].as_str().unwrap_or_default().to_owned()))
    };
    let good = init_data(&site, a, user, 5);
    let refused = (401, "init_data_refused".to_owned());
    assert_eq!(code(&site.b.bot, &good).await?, refused, "it is for another bot");
    assert_eq!(code(a, &good.replace("query_id=AAE", "query_id=AAF")).await?, refused);
    assert_eq!(code(a, "user=1").await?, refused);
    assert_eq!(code(a, &init_data(&site, a, user, 3601)).await?, (401, "init_data_stale".to_owned()));
    let unknown = site.post("/api/v1/auth/mini-app", json!({ "bot": "nobody_bot", "init_data": good })).await?;
    assert_eq!((unknown.status, &unknown.body["code"]), (StatusCode::UNAUTHORIZED, &"init_data_refused".into()));
    let empty = site.post("/api/v1/auth/mini-app", json!({ "bot": "", "init_data": "" })).await?;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    Ok(())
}
