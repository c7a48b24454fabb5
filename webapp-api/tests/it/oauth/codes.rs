//! Codes and refresh tokens: each is good once.

use std::time::Duration;

use axum::http::{Method, StatusCode};

use crate::site::Site;

use super::{BACK, TEAMS, VERIFIER, approve, exchange, form, let_in, own_token, refresh, refused, with};

#[tokio::test]
async fn a_code_is_good_once_for_a_minute_and_for_whoever_asked_for_it() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["teams.read"], &[]).await?;
    let (_, thief) = let_in(&site, &["teams.read"], &[]).await?;
    let no = (StatusCode::BAD_REQUEST, "invalid_grant");

    let stolen = approve(&site, &owner, &program, "").await?;
    assert_eq!(refused(&exchange(&site, &thief, &stolen, VERIFIER, BACK).await?), no, "another program");
    assert_eq!(exchange(&site, &program, &stolen, VERIFIER, BACK).await?.status, StatusCode::OK);

    let guessed = approve(&site, &owner, &program, "").await?;
    assert_eq!(refused(&exchange(&site, &program, &guessed, &"a".repeat(43), BACK).await?), no, "a wrong verifier");
    assert_eq!(refused(&exchange(&site, &program, &guessed, VERIFIER, BACK).await?), no, "which spends the code");

    let code = approve(&site, &owner, &program, "").await?;
    let elsewhere = exchange(&site, &program, &code, VERIFIER, "https://client.example.com/back").await?;
    assert_eq!(refused(&elsewhere), no, "another address");

    let late = approve(&site, &owner, &program, "").await?;
    site.database.source().advance(Duration::from_secs(61));
    assert_eq!(refused(&exchange(&site, &program, &late, VERIFIER, BACK).await?), no, "too late");
    Ok(())
}

#[tokio::test]
async fn a_code_that_comes_again_ends_what_it_gave() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["teams.read"], &[]).await?;
    let code = approve(&site, &owner, &program, "").await?;
    let made = exchange(&site, &program, &code, VERIFIER, BACK).await?;
    let access = &made.body["access_token"];
    assert_eq!(with(&site, access, Method::GET, TEAMS, None).await?.status, StatusCode::OK);
    for _ in 0..2 {
        let again = exchange(&site, &program, &code, VERIFIER, BACK).await?;
        assert_eq!(refused(&again), (StatusCode::BAD_REQUEST, "invalid_grant"));
    }
    assert_eq!(with(&site, access, Method::GET, TEAMS, None).await?.status, StatusCode::UNAUTHORIZED);
    assert_eq!(refused(&refresh(&site, &program, &made.body["refresh_token"]).await?).1, "invalid_grant");
    let kinds: Vec<_> = site.events(site.a.org).await?.iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "service_approval_ended").count(), 1);
    Ok(())
}

#[tokio::test]
async fn of_many_at_once_with_one_code_one_gets_in() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["teams.read"], &[]).await?;
    let code = approve(&site, &owner, &program, "").await?;
    let all = (0..6).map(|_| exchange(&site, &program, &code, VERIFIER, BACK));
    let all = futures::future::try_join_all(all).await?;
    assert!(all.iter().filter(|answer| answer.status == StatusCode::OK).count() <= 1);
    for answer in all.iter().filter(|answer| answer.status == StatusCode::OK) {
        let asks = with(&site, &answer.body["access_token"], Method::GET, TEAMS, None).await?;
        assert_eq!(asks.status, StatusCode::UNAUTHORIZED, "and is out, as the code came again");
    }
    Ok(())
}

#[tokio::test]
async fn a_refresh_token_that_comes_again_and_a_revoked_one_end_their_session() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["teams.read"], &[]).await?;
    let code = approve(&site, &owner, &program, "").await?;
    let first = exchange(&site, &program, &code, VERIFIER, BACK).await?.body;
    let second = refresh(&site, &program, &first["refresh_token"]).await?.body;
    site.database.source().advance(Duration::from_secs(11));
    assert_eq!(refused(&refresh(&site, &program, &first["refresh_token"]).await?).1, "invalid_grant");
    let out = with(&site, &second["access_token"], Method::GET, TEAMS, None).await?;
    assert_eq!(out.status, StatusCode::UNAUTHORIZED, "somebody else has a copy");

    let (_, other) = let_in(&site, &["teams.read"], &[]).await?;
    for which in ["refresh_token", "access_token"] {
        let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
        let code = approve(&site, &owner, &program, "").await?;
        let made = exchange(&site, &program, &code, VERIFIER, BACK).await?.body;
        let asks = async || with(&site, &made["access_token"], Method::GET, TEAMS, None).await;
        let taken = [("token", made[which].as_str().unwrap())];
        let revoke = async |by| form(&site, "/oauth/revoke", by, &taken, None).await;
        assert_eq!(revoke(Some(&other)).await?.status, StatusCode::OK, "it says nothing of others' tokens");
        assert_eq!(refused(&revoke(None).await?), (StatusCode::UNAUTHORIZED, "invalid_client"));
        assert_eq!(asks().await?.status, StatusCode::OK);
        assert_eq!(revoke(Some(&program)).await?.status, StatusCode::OK);
        assert_eq!(asks().await?.status, StatusCode::UNAUTHORIZED, "{which}");
        assert_eq!(revoke(Some(&program)).await?.status, StatusCode::OK, "safe to repeat");
    }
    let own = own_token(&site, &program).await?;
    let answer = form(&site, "/oauth/revoke", Some(&program), &[("token", &own)], None).await?;
    assert_eq!(refused(&answer), (StatusCode::BAD_REQUEST, "unsupported_token_type"));
    Ok(())
}
