//! Staying signed in: rotation, reuse, races, ends, cookies (S3-60, S3-61, K6).

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::sessions::{self, Kind, NewSession};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use testkit::fixtures;

use super::{holder, init_data, open_mini_app};
use crate::site::{Answer, Site};

const REFRESH: &str = "/api/v1/auth/refresh";

async fn refresh(site: &Site, token: &Value) -> anyhow::Result<Answer> {
    site.post(REFRESH, json!({ "refresh_token": token })).await
}

async fn signed_in(site: &Site) -> anyhow::Result<Value> {
    let data = init_data(site, &site.a.bot, site.a.owner.telegram_id(), 5);
    Ok(open_mini_app(site, &site.a.bot, &data).await?.body)
}

#[tokio::test]
async fn each_refresh_token_is_good_for_one_use() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let first = signed_in(&site).await?;
    let second = refresh(&site, &first["refresh_token"]).await?;
    assert_eq!(second.status, StatusCode::OK, "{second:?}");
    assert_eq!(second.body["session_id"], first["session_id"]);
    let me = site.ask_as(&holder(&second.body), Method::GET, "/api/v1/me", None).await?;
    assert_eq!(me.status, StatusCode::OK);

    let raced = refresh(&site, &first["refresh_token"]).await?;
    assert_eq!((raced.status, &raced.body["code"]), (StatusCode::CONFLICT, &"refresh_raced".into()));
    assert_eq!(raced.headers[header::RETRY_AFTER], "1");
    let third = refresh(&site, &second.body["refresh_token"]).await?;
    assert_eq!(third.status, StatusCode::OK, "a race costs nothing");

    site.database.source().advance(Duration::from_secs(11));
    let reused = refresh(&site, &first["refresh_token"]).await?;
    assert_eq!((reused.status, &reused.body["code"]), (StatusCode::UNAUTHORIZED, &"refresh_reused".into()));
    let after = refresh(&site, &third.body["refresh_token"]).await?;
    assert_eq!((after.status, &after.body["code"]), (StatusCode::UNAUTHORIZED, &"unauthenticated".into()));
    let me = site.ask_as(&holder(&third.body), Method::GET, "/api/v1/me", None).await?;
    assert_eq!(me.status, StatusCode::UNAUTHORIZED, "the whole family is out");

    let told: Vec<_> = site.events(site.a.org).await?;
    let kinds: Vec<_> = told.iter().rev().take(2).map(|event| (&event["kind"], &event["why"])).collect();
    assert_eq!(kinds, [(&"sessions_ended".into(), &Value::Null), (&"sign_in_failed".into(), &"token_reused".into())]);
    Ok(())
}

#[tokio::test]
async fn of_many_at_once_with_one_token_one_goes_on() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let first = signed_in(&site).await?;
    let all = futures::future::try_join_all((0..8).map(|_| refresh(&site, &first["refresh_token"]))).await?;
    let count = |status| all.iter().filter(|answer| answer.status == status).count();
    assert_eq!((count(StatusCode::OK), count(StatusCode::CONFLICT)), (1, 7));
    Ok(())
}

#[tokio::test]
async fn a_session_ends_when_it_rests_too_long_and_when_it_is_too_old() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let day = Duration::from_secs(24 * 3600);
    let rests = signed_in(&site).await?;
    site.database.source().advance(day + Duration::from_secs(1));
    assert_eq!(refresh(&site, &rests["refresh_token"]).await?.status, StatusCode::UNAUTHORIZED);

    let mut token = signed_in(&site).await?["refresh_token"].clone();
    for nth in 0..8 {
        let answer = refresh(&site, &token).await?;
        assert_eq!(answer.status, StatusCode::OK, "refresh {nth}");
        token = answer.body["refresh_token"].clone();
        site.database.source().advance(Duration::from_secs(23 * 3600));
    }
    assert_eq!(refresh(&site, &token).await?.status, StatusCode::UNAUTHORIZED, "seven days are the end");
    for nonsense in [json!("x"), json!(null)] {
        assert_eq!(refresh(&site, &nonsense).await?.status, StatusCode::UNAUTHORIZED, "{nonsense}");
    }
    Ok(())
}

#[tokio::test]
async fn the_console_holds_its_tokens_as_cookies_that_no_other_site_can_use() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let account = fixtures::account(&site.database, &site.a.owner).await?;
    let device = "Firefox";
    let new = NewSession { account, kind: Kind::Console, home: Some(site.a.org), device, address: None, proof: None };
    let opened = sessions::sign_in(&site.database.db().clone(), &new).await?.unwrap();
    let send = async |path: &str, method: Method, cookie: &str, from: &str| {
        let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie);
        let request = request.header("sec-fetch-site", from).header(header::CONTENT_TYPE, "application/json");
        site.send(request.body(Body::from("{}"))?).await
    };
    let cookie = format!("kontora_refresh={}", opened.refresh.expose_secret());
    let other = send(REFRESH, Method::POST, &cookie, "cross-site").await?;
    assert_eq!((other.status, &other.body["code"]), (StatusCode::FORBIDDEN, &"cross_site".into()));

    let answer = send(REFRESH, Method::POST, &cookie, "same-origin").await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.body.get("access_token"), None, "a script gets no token");
    assert_eq!(answer.body.get("refresh_token"), None);
    let set: Vec<_> = answer.headers.get_all(header::SET_COOKIE).iter().map(|it| it.to_str().unwrap()).collect();
    assert!(set.iter().all(|cookie| cookie.contains("; HttpOnly; SameSite=Strict")), "{set:?}");
    let access = set.iter().find(|cookie| cookie.starts_with("kontora_access=")).unwrap();
    let access = access.split(';').next().unwrap();

    assert_eq!(send("/api/v1/me", Method::GET, access, "none").await?.status, StatusCode::OK);
    let end = send("/api/v1/me/sessions", Method::DELETE, access, "same-site").await?;
    assert_eq!(end.status, StatusCode::FORBIDDEN);
    let end = send("/api/v1/me/sessions", Method::DELETE, access, "same-origin").await?;
    assert_eq!(end.status, StatusCode::OK);

    let out = send("/api/v1/auth/logout", Method::POST, access, "same-origin").await?;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    let forgotten: Vec<_> = out.headers.get_all(header::SET_COOKIE).iter().map(|it| it.to_str().unwrap()).collect();
    assert!(
        forgotten.len() == 2 && forgotten.iter().all(|cookie| cookie.contains("=; ") && cookie.contains("Max-Age=0"))
    );
    assert_eq!(send("/api/v1/me", Method::GET, access, "none").await?.status, StatusCode::UNAUTHORIZED);
    Ok(())
}

#[tokio::test]
async fn signing_out_works_with_either_token_and_never_says_no() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = signed_in(&site).await?;
    let out = json!({ "refresh_token": who["refresh_token"] });
    assert_eq!(site.post("/api/v1/auth/logout", out.clone()).await?.status, StatusCode::NO_CONTENT);
    let me = site.ask_as(&holder(&who), Method::GET, "/api/v1/me", None).await?;
    assert_eq!(me.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.post("/api/v1/auth/logout", out).await?.status, StatusCode::NO_CONTENT);
    assert_eq!(site.post("/api/v1/auth/logout", json!({})).await?.status, StatusCode::NO_CONTENT);
    Ok(())
}
