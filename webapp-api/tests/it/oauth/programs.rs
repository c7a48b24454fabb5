//! Programs in their own name: client credentials, addresses, secrets.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use serde_json::{Value, json};

use crate::site::Site;

use super::{ACCOUNTS, EVENTS, Program, TEAMS, come_from, form, let_in, own_token, refused, token, with};

#[tokio::test]
async fn a_program_asks_with_tokens_of_its_own_within_its_scopes() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["audit.read", "teams.*"], &[]).await?;
    let answer = token(&site, &program, &[("grant_type", "client_credentials")]).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(answer.body["scope"], "teams.read:all teams.manage:all audit.read:all");
    assert!(answer.body.get("refresh_token").is_none(), "it asks anew");
    let own = &answer.body["access_token"];
    assert_eq!(with(&site, own, Method::GET, EVENTS, None).await?.status, StatusCode::OK);
    assert_eq!(with(&site, own, Method::GET, "/api/v1/roles", None).await?.status, StatusCode::FORBIDDEN);
    assert_eq!(with(&site, own, Method::GET, "/api/v1/me", None).await?.status, StatusCode::NOT_FOUND, "it is nobody");
    for (method, path) in [(Method::GET, "/api/v1/me/sessions"), (Method::POST, "/api/v1/events/tickets")] {
        assert_eq!(with(&site, own, method, path, None).await?.status, StatusCode::FORBIDDEN, "{path}");
    }
    let made = with(&site, own, Method::POST, TEAMS, Some(json!({ "name": "Склад" }))).await?;
    assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
    let log = site.ask_as(&owner, Method::GET, &format!("{EVENTS}?kind=team_created"), None).await?;
    let entry = &log.body["items"][0];
    assert_eq!((&entry["actor_kind"], &entry["service_account_id"]), (&"service".into(), &program.id.clone().into()));

    // A token may be limited further, and in the form the secret is as good as in the header.
    let limited = [
        ("grant_type", "client_credentials"),
        ("client_id", &program.id),
        ("client_secret", &program.secret),
        ("scope", "teams.read:all"),
    ];
    let limited = form(&site, "/oauth/token", None, &limited, None).await?;
    assert_eq!(limited.body["scope"], "teams.read:all");
    let limited = &limited.body["access_token"];
    assert_eq!(with(&site, limited, Method::GET, TEAMS, None).await?.status, StatusCode::OK);
    assert_eq!(with(&site, limited, Method::GET, EVENTS, None).await?.status, StatusCode::FORBIDDEN);

    // Another org is not there for it, whichever way it is named.
    let elsewhere = Request::get(TEAMS).header("X-Organization-Id", site.b.org.to_string());
    let elsewhere = elsewhere.header(header::AUTHORIZATION, format!("Bearer {}", own.as_str().unwrap()));
    assert_eq!(site.send(elsewhere.body(Body::empty())?).await?.status, StatusCode::NOT_FOUND);

    // What it may is read afresh: an edit counts for the tokens that are out.
    let edited =
        site.request(&owner, Method::PATCH, &format!("{ACCOUNTS}/{}", program.id)).header(header::IF_MATCH, "*");
    let edited = site.send(edited.body(Body::from(json!({ "scopes": ["teams.read"] }).to_string()))?).await?;
    assert_eq!(edited.status, StatusCode::OK, "{edited:?}");
    assert_eq!(with(&site, own, Method::GET, EVENTS, None).await?.status, StatusCode::FORBIDDEN);
    assert_eq!(with(&site, own, Method::GET, TEAMS, None).await?.status, StatusCode::OK);
    Ok(())
}

#[tokio::test]
async fn the_token_endpoint_refuses_as_the_protocol_says() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (_, program) = let_in(&site, &["teams.read"], &[]).await?;
    let wrong = Program { id: program.id.clone(), secret: "kcs_guess".into() };
    let nobody = Program { id: site.a.org.to_string(), secret: program.secret.clone() };
    let credentials = ("grant_type", "client_credentials");
    for by in [&wrong, &nobody] {
        let answer = token(&site, by, &[credentials]).await?;
        assert_eq!(refused(&answer), (StatusCode::UNAUTHORIZED, "invalid_client"));
        assert_eq!(answer.headers[header::WWW_AUTHENTICATE], "Basic realm=\"kontora\"");
    }
    let answer = form(&site, "/oauth/token", None, &[credentials], None).await?;
    assert_eq!(refused(&answer), (StatusCode::UNAUTHORIZED, "invalid_client"));
    let both = [credentials, ("client_secret", program.secret.as_str())];
    let both = form(&site, "/oauth/token", Some(&program), &both, None);
    let cases: [(&str, Vec<(&str, &str)>); 8] = [
        ("invalid_request", vec![]),
        ("invalid_request", vec![credentials, credentials]),
        ("unsupported_grant_type", vec![("grant_type", "password")]),
        ("invalid_scope", vec![credentials, ("scope", "roles.read:all")]),
        ("invalid_scope", vec![credentials, ("scope", "teams.fly")]),
        ("invalid_request", vec![("grant_type", "authorization_code"), ("code", "x")]),
        ("invalid_request", vec![("grant_type", "refresh_token")]),
        ("invalid_grant", vec![("grant_type", "refresh_token"), ("refresh_token", "x")]),
    ];
    assert_eq!(refused(&both.await?), (StatusCode::BAD_REQUEST, "invalid_request"));
    for (error, fields) in cases {
        assert_eq!(refused(&token(&site, &program, &fields).await?), (StatusCode::BAD_REQUEST, error), "{fields:?}");
    }
    let json = Request::post("/oauth/token").header(header::CONTENT_TYPE, "application/json").body(Body::from("{}"))?;
    assert_eq!(refused(&site.send(json).await?), (StatusCode::BAD_REQUEST, "invalid_request"));
    Ok(())
}

#[tokio::test]
async fn a_program_comes_only_from_where_it_may() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (_, program) = let_in(&site, &["teams.read"], &["203.0.113.0/24"]).await?;
    let ask = async |address| {
        form(&site, "/oauth/token", Some(&program), &[("grant_type", "client_credentials")], address).await
    };
    for address in [None, Some("198.51.100.7")] {
        assert_eq!(refused(&ask(address).await?), (StatusCode::UNAUTHORIZED, "invalid_client"), "{address:?}");
    }
    let answer = ask(Some("203.0.113.7")).await?;
    let own = answer.body["access_token"].as_str().unwrap();
    for (address, status) in [
        (Some("203.0.113.99"), StatusCode::OK),
        (Some("198.51.100.7"), StatusCode::UNAUTHORIZED),
        (None, StatusCode::UNAUTHORIZED),
    ] {
        let mut request =
            Request::get(TEAMS).header(header::AUTHORIZATION, format!("Bearer {own}")).body(Body::empty())?;
        come_from(&mut request, address);
        assert_eq!(site.send(request).await?.status, status, "a token is no good elsewhere: {address:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_secret_is_rotated_with_an_overlap_and_a_revoked_program_is_out_at_once() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["teams.read"], &[]).await?;
    let path = format!("{ACCOUNTS}/{}", program.id);
    let rotated = site.ask_as(&owner, Method::POST, &format!("{path}/secret"), None).await?;
    let next = rotated.body["client_secret"].as_str().unwrap().to_owned();
    assert_ne!(next, program.secret);
    let newer = Program { id: program.id.clone(), secret: next };
    let own = own_token(&site, &newer).await?;
    own_token(&site, &program).await?;
    let shown = site.ask_as(&owner, Method::GET, &path, None).await?;
    assert!(shown.body["last_used_at"].is_string() && shown.body.get("client_secret").is_none(), "{shown:?}");
    site.database.source().advance(Duration::from_secs(24 * 3600 + 1));
    let late = token(&site, &program, &[("grant_type", "client_credentials")]).await?;
    assert_eq!(refused(&late), (StatusCode::UNAUTHORIZED, "invalid_client"), "a day is over");
    let owner = site.sign_in_again(&owner)?;
    let fresh = Value::from(own_token(&site, &newer).await?);
    assert_ne!(fresh, own);
    assert_eq!(with(&site, &fresh, Method::GET, TEAMS, None).await?.status, StatusCode::OK);

    let revoke = |tag: &str| {
        let request = site.request(&owner, Method::DELETE, &path).header("X-Organization-Id", site.a.org.to_string());
        request.header(header::IF_MATCH, tag).body(Body::empty())
    };
    assert_eq!(site.send(revoke("\"1-x\"")?).await?.status, StatusCode::PRECONDITION_FAILED);
    for _ in 0..2 {
        assert_eq!(site.send(revoke("*")?).await?.status, StatusCode::NO_CONTENT, "safe to repeat");
    }
    assert_eq!(with(&site, &fresh, Method::GET, TEAMS, None).await?.status, StatusCode::UNAUTHORIZED);
    let again = token(&site, &newer, &[("grant_type", "client_credentials")]).await?;
    assert_eq!(refused(&again), (StatusCode::UNAUTHORIZED, "invalid_client"));
    Ok(())
}
