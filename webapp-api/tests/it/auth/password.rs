//! Registering, signing in with a password, forgetting it, locking out (S3-59, S3-102, S4-22, S4-23).

use std::time::Duration;

use axum::{
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use domain::{credentials, ids::PersonId};
use platform::config::Web;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use super::holder;
use crate::{
    limits,
    site::{Answer, Site},
};

pub const EMAIL: &str = "anna@example.com";
pub const PASSWORD: &str = "зелёный чайник";

/// Somebody with an org of their own.
pub async fn register(site: &Site) -> anyhow::Result<Value> {
    let body = json!({ "name": "Анна Ким", "email": " Anna@Example.com", "password": PASSWORD,
                       "organization": { "name": "ЖК Новый", "language": "uz" } });
    let answer = site.post("/api/v1/auth/register", body).await?;
    anyhow::ensure!(answer.status == StatusCode::OK, "{answer:?}");
    Ok(answer.body)
}

/// Signs in, each time from another address.
pub async fn login(site: &Site, from: &str, email: &str, password: &str) -> anyhow::Result<Answer> {
    let mut request = Request::post("/api/v1/auth/login").header(header::CONTENT_TYPE, "application/json");
    if let Some(extensions) = request.extensions_mut() {
        extensions.insert(ConnectInfo::<std::net::SocketAddr>((from.parse::<std::net::IpAddr>()?, 4000).into()));
    }
    let body = json!({ "email": email, "password": password }).to_string();
    site.send(request.body(axum::body::Body::from(body))?).await
}

fn code(answer: &Answer) -> (u16, &str) {
    (answer.status.as_u16(), answer.body["code"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn whoever_registers_owns_their_org_and_signs_in_again() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = register(&site).await?;
    let me = site.ask_as(&holder(&who), Method::GET, "/api/v1/me", None).await?;
    assert_eq!((&me.body["role"], &me.body["name"]), (&"owner".into(), &"Анна Ким".into()));
    assert_eq!(me.body["organization_id"], who["organization_id"]);

    let again = login(&site, "192.0.2.1", EMAIL, PASSWORD).await?;
    assert_eq!(again.status, StatusCode::OK, "{again:?}");
    assert_eq!(again.body["organization_id"], who["organization_id"]);
    assert_ne!(again.body["session_id"], who["session_id"]);

    let orgs = domain::orgs::list(site.database.db()).await?.len();
    let body = json!({ "name": "Вор", "email": EMAIL, "password": PASSWORD, "organization": { "name": "Другая" } });
    assert_eq!(code(&site.post("/api/v1/auth/register", body).await?), (409, "email_taken"));
    let weak =
        json!({ "name": "Б", "email": "b@example.com", "password": "1234567890", "organization": { "name": "Б" } });
    let weak = site.post("/api/v1/auth/register", weak).await?;
    assert_eq!((weak.status.as_u16(), &weak.body["errors"][0]["code"]), (422, &"password_weak".into()));
    assert_eq!(domain::orgs::list(site.database.db()).await?.len(), orgs, "no org without its owner");
    Ok(())
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_are_answered_alike() -> anyhow::Result<()> {
    let site = Site::open().await?;
    register(&site).await?;
    let wrong = login(&site, "192.0.2.1", EMAIL, "синий чайник").await?;
    let unknown = login(&site, "192.0.2.2", "nobody@example.com", "синий чайник").await?;
    assert_eq!(code(&wrong), (401, "credentials_wrong"));
    assert_eq!(wrong.body, unknown.body);
    let strange = login(&site, "192.0.2.3", "no address", "x").await?;
    assert_eq!(wrong.body, strange.body);
    Ok(())
}

#[tokio::test]
async fn too_many_attempts_wait_and_the_wait_grows() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = register(&site).await?;
    let minute = Duration::from_secs(61);
    site.database.source().advance(minute);
    for nth in 1..=5 {
        let from = format!("192.0.2.{nth}");
        assert_eq!(code(&login(&site, &from, EMAIL, "не тот пароль").await?), (401, "credentials_wrong"), "{nth}");
    }
    let locked = login(&site, "192.0.2.9", EMAIL, PASSWORD).await?;
    assert_eq!(code(&locked), (429, "locked"), "even with the right one");
    assert_eq!(locked.headers[header::RETRY_AFTER], "60");
    site.database.source().advance(minute);
    assert_eq!(login(&site, "192.0.2.9", EMAIL, "не тот пароль").await?.status, StatusCode::UNAUTHORIZED);
    site.database.source().advance(minute);
    let locked = login(&site, "192.0.2.9", EMAIL, PASSWORD).await?;
    assert_eq!((locked.status, &locked.headers[header::RETRY_AFTER]), (StatusCode::TOO_MANY_REQUESTS, &"59".parse()?));
    site.database.source().advance(minute);
    assert_eq!(login(&site, "192.0.2.9", EMAIL, PASSWORD).await?.status, StatusCode::OK);

    let org = domain::OrgId(who["organization_id"].as_str().unwrap().parse()?);
    let told = site.events(org).await?;
    let why: Vec<_> =
        told.iter().filter(|event| event["kind"] == "sign_in_failed").map(|event| &event["why"]).collect();
    assert_eq!(why.iter().filter(|why| **why == "password").count(), 6);
    assert_eq!(why.iter().filter(|why| **why == "locked").count(), 2);
    assert!(!format!("{told:?}").contains("не тот"), "a password is no part of what happened");
    Ok(())
}

#[tokio::test]
async fn so_many_a_minute_from_one_address_whatever_the_account() -> anyhow::Result<()> {
    let site = limits::site("auth=6/min,api=1000/s").await?;
    let (here, there) = (limits::fresh_address().to_string(), limits::fresh_address().to_string());
    for nth in 0..6 {
        let answer = login(&site, &here, &format!("somebody{nth}@example.com"), "не тот пароль").await?;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
    let seventh = login(&site, &here, "else@example.com", "не тот пароль").await?;
    assert_eq!(seventh.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(login(&site, &there, "else@example.com", "x").await?.status, StatusCode::UNAUTHORIZED);
    Ok(())
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew_by_a_link_of_one_use() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = register(&site).await?;
    let org = domain::OrgId(who["organization_id"].as_str().unwrap().parse()?);
    for email in [EMAIL, "nobody@example.com"] {
        let asked = site.post("/api/v1/auth/password/forgot", json!({ "email": email })).await?;
        let alike = (StatusCode::ACCEPTED, &json!({ "by_mail": false }));
        assert_eq!((asked.status, &asked.body), alike, "the answer does not tell");
    }
    let told = site.events(org).await?;
    let person = told.iter().find(|event| event["kind"] == "password_link_asked").unwrap()["person"].clone();
    let person = PersonId(person.as_str().unwrap().parse()?);

    let reset = async |token: &str| {
        let body = json!({ "token": token, "password": "красный самовар" });
        site.post("/api/v1/auth/password/reset", body).await
    };
    let late = credentials::make_link(site.database.db(), org, person).await?;
    site.database.source().advance(Duration::from_secs(31 * 60));
    assert_eq!(code(&reset(late.expose_secret()).await?), (409, "link_over"));
    let link = credentials::make_link(site.database.db(), org, person).await?;
    assert_eq!(reset(link.expose_secret()).await?.status, StatusCode::NO_CONTENT);
    assert_eq!(code(&reset(link.expose_secret()).await?), (409, "link_over"), "it was used");

    assert_eq!(login(&site, "192.0.2.1", EMAIL, PASSWORD).await?.status, StatusCode::UNAUTHORIZED);
    assert_eq!(login(&site, "192.0.2.2", EMAIL, "красный самовар").await?.status, StatusCode::OK);
    let old = site.post("/api/v1/auth/refresh", json!({ "refresh_token": who["refresh_token"] })).await?;
    assert_eq!(old.status, StatusCode::UNAUTHORIZED, "every session ended");
    Ok(())
}

#[tokio::test]
async fn a_password_is_changed_with_the_one_before_and_the_other_sessions_end() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let here = holder(&register(&site).await?);
    let there = holder(&login(&site, "192.0.2.1", EMAIL, PASSWORD).await?.body);
    let change = |current: &str| json!({ "current_password": current, "new_password": "красный самовар" });
    let path = "/api/v1/me/password";
    assert_eq!(site.post(path, change(PASSWORD)).await?.status, StatusCode::UNAUTHORIZED, "nobody");
    let wrong = site.ask_as(&here, Method::POST, path, Some(change("не тот пароль"))).await?;
    assert_eq!(code(&wrong), (409, "credentials_wrong"));
    let done = site.ask_as(&here, Method::POST, path, Some(change(PASSWORD))).await?;
    assert_eq!(done.status, StatusCode::NO_CONTENT, "{done:?}");
    assert_eq!(site.ask_as(&here, Method::GET, "/api/v1/me", None).await?.status, StatusCode::OK);
    assert_eq!(site.ask_as(&there, Method::GET, "/api/v1/me", None).await?.status, StatusCode::UNAUTHORIZED);

    let telegram_only = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let first = json!({ "new_password": "красный самовар" });
    let first = site.ask_as(&telegram_only, Method::POST, path, Some(first)).await?;
    assert_eq!(code(&first), (409, "email_missing"));
    let set = json!({ "new_password": "красный самовар", "email": "owner@example.com" });
    let set = site.ask_as(&telegram_only, Method::POST, path, Some(set)).await?;
    assert_eq!(set.status, StatusCode::UNPROCESSABLE_ENTITY, "no address without its letter");
    site.database.source().advance(Duration::from_secs(60)); // five a minute
    let db = site.database.db();
    let key = credentials::make_email_link(db, telegram_only.account, EMAIL).await?;
    let confirm = async |token: &str| site.post("/api/v1/auth/email/confirm", json!({ "token": token })).await;
    assert_eq!(code(&confirm(key.expose_secret()).await?), (409, "email_taken"));
    let key = credentials::make_email_link(db, telegram_only.account, "owner@example.com").await?;
    assert_eq!(confirm(key.expose_secret()).await?.status, StatusCode::NO_CONTENT);
    site.database.source().advance(Duration::from_secs(60)); // five a minute
    let first = json!({ "new_password": "красный самовар" });
    let first = site.ask_as(&telegram_only, Method::POST, path, Some(first)).await?;
    assert_eq!(first.status, StatusCode::NO_CONTENT, "{first:?}");
    let signed_in = login(&site, "192.0.2.5", "owner@example.com", "красный самовар").await?;
    assert_eq!(signed_in.body["account_id"], telegram_only.account.0.to_string());
    Ok(())
}

#[tokio::test]
async fn a_link_that_confirms_an_address_is_good_for_a_day() -> anyhow::Result<()> {
    let web = Web { sends_mail: true, ..Web::default() };
    let site = Site::open_with(web).await?;
    let me = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let ask = async |email: &str| {
        site.database.source().advance(Duration::from_secs(60)); // five a minute
        let me = site.sign_in_again(&me)?;
        site.ask_as(&me, Method::POST, "/api/v1/me/email", Some(json!({ "email": email }))).await
    };
    assert_eq!(ask("no address").await?.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..5 {
        assert_eq!(ask("owner@example.com").await?.status, StatusCode::ACCEPTED);
    }
    assert_eq!(code(&ask("owner@example.com").await?), (409, "mails_too_many"), "who asks may not be whose it is");
    assert_eq!(ask("another@example.com").await?.status, StatusCode::ACCEPTED);

    let key = credentials::make_email_link(site.database.db(), me.account, "owner@example.com").await?;
    site.database.source().advance(Duration::from_secs(24 * 3600 + 1));
    let late = site.post("/api/v1/auth/email/confirm", json!({ "token": key.expose_secret() })).await?;
    assert_eq!(code(&late), (409, "link_over"));
    let me = site.sign_in_again(&me)?;
    let address = site.ask_as(&me, Method::GET, "/api/v1/me/email", None).await?;
    assert_eq!(address.body, json!({ "email": null, "confirmed": false, "sends_mail": true }));
    Ok(())
}

#[tokio::test]
async fn guessing_through_a_session_that_was_left_open_is_counted_and_told_too() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = register(&site).await?;
    let me = holder(&who);
    let change = |current: &str| json!({ "current_password": current, "new_password": "красный самовар" });
    for _ in 0..5 {
        let wrong = site.ask_as(&me, Method::POST, "/api/v1/me/password", Some(change("не тот пароль"))).await?;
        assert_eq!(code(&wrong), (409, "credentials_wrong"));
    }
    let locked = site.ask_as(&me, Method::POST, "/api/v1/me/password", Some(change(PASSWORD))).await?;
    assert_eq!(code(&locked), (429, "locked"));
    let org = domain::OrgId(who["organization_id"].as_str().unwrap().parse()?);
    let told = site.events(org).await?;
    assert!(told.iter().any(|event| event["kind"] == "sign_in_failed" && event["why"] == "locked"), "{told:?}");
    Ok(())
}
