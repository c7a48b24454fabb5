//! Programs: let in by an owner, with tokens of their own or on behalf of a member. S1-19, S1-20, S1-140.

use std::{net::SocketAddr, time::Duration};

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use domain::{
    access::{Actor, Role},
    members, service_accounts,
};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, jwk::JwkSet};
use platform::config::{TokenAlgorithm, Web};
use serde_json::{Value, json};
use testkit::{evidence, fixtures};
use url::{Url, form_urlencoded};

use crate::site::{Answer, SignedIn, Site};

const ACCOUNTS: &str = "/api/v1/service-accounts";
const EVENTS: &str = "/api/v1/audit/events";
const TEAMS: &str = "/api/v1/teams";
const BACK: &str = "https://client.example.com/back?from=kontora";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A program that was let in.
struct Program {
    id: String,
    secret: String,
}

/// The owner of A, who lets a program in.
async fn let_in(site: &Site, scopes: &[&str], from: &[&str]) -> anyhow::Result<(SignedIn, Program)> {
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let new = json!({ "name": "1C", "scopes": scopes, "allowed_from": from, "redirect_uris": [BACK] });
    let made = site.ask_as(&owner, Method::POST, ACCOUNTS, Some(new)).await?;
    assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
    let word = |name: &str| made.body[name].as_str().unwrap().to_owned();
    let program = Program { id: word("id"), secret: word("client_secret") };
    evidence::plant("a program's secret", &program.secret, evidence::May::BeAnswered);
    Ok((owner, program))
}

/// Posts a form, as somebody at `address`.
async fn form(
    site: &Site,
    path: &str,
    basic: Option<&Program>,
    fields: &[(&str, &str)],
    address: Option<&str>,
) -> anyhow::Result<Answer> {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(Program { id, secret }) = basic {
        let proof = BASE64_STANDARD.encode(format!("{id}:{secret}"));
        request = request.header(header::AUTHORIZATION, format!("Basic {proof}"));
    }
    let mut request = request.body(Body::from(body.finish()))?;
    come_from(&mut request, address);
    site.send(request).await
}

fn come_from(request: &mut Request<Body>, address: Option<&str>) {
    if let Some(address) = address {
        let peer: SocketAddr = format!("{address}:4711").parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
    }
}

async fn token(site: &Site, by: &Program, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
    form(site, "/oauth/token", Some(by), fields, None).await
}

async fn own_token(site: &Site, by: &Program) -> anyhow::Result<String> {
    let answer = token(site, by, &[("grant_type", "client_credentials")]).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    Ok(answer.body["access_token"].as_str().unwrap().to_owned())
}

/// A request with a token.
async fn with(site: &Site, token: &Value, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Answer> {
    let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
    let request = request.header(header::AUTHORIZATION, format!("Bearer {}", token.as_str().unwrap()));
    site.send(request.body(body.map_or(Body::empty(), |body| Body::from(body.to_string())))?).await
}

/// What the consent page sends for a yes: the code that comes back.
async fn approve(site: &Site, who: &SignedIn, by: &Program, scope: &str) -> anyhow::Result<String> {
    let challenge = service_accounts::challenge_of(VERIFIER).unwrap();
    let yes = json!({ "client_id": by.id, "redirect_uri": BACK, "scope": scope, "code_challenge": challenge,
                      "state": "s t&", "approve": true });
    let answer = site.ask_as(who, Method::POST, "/api/v1/oauth/consent", Some(yes)).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let back = Url::parse(answer.body["redirect_to"].as_str().unwrap())?;
    let brought = |name: &str| back.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    assert_eq!((brought("from").as_deref(), brought("state").as_deref()), (Some("kontora"), Some("s t&")));
    assert_eq!(brought("iss").as_deref(), Some("http://localhost"));
    Ok(brought("code").unwrap())
}

async fn exchange(site: &Site, by: &Program, code: &str, verifier: &str, uri: &str) -> anyhow::Result<Answer> {
    let fields =
        [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", uri), ("code_verifier", verifier)];
    token(site, by, &fields).await
}

async fn refresh(site: &Site, by: &Program, token_: &Value) -> anyhow::Result<Answer> {
    token(site, by, &[("grant_type", "refresh_token"), ("refresh_token", token_.as_str().unwrap())]).await
}

fn refused(answer: &Answer) -> (StatusCode, &str) {
    (answer.status, answer.body["error"].as_str().unwrap_or_default())
}

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

#[tokio::test]
async fn nobody_lets_a_program_do_more_than_they_may() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, strong) = let_in(&site, &["*"], &[]).await?;
    let org = site.a.org;
    let newcomer =
        domain::people::Newcomer { telegram_id: 777_002, name: "Админ", username: None, language: None };
    let admin = site
        .database
        .tenant(org, async |tx| {
            members::add(tx, &Actor::System, &newcomer, Role::Admin).await?;
            fixtures::person(tx, &newcomer).await.map_err(|error| domain::Error::Internal(error.into()))
        })
        .await?;
    let admin = site.sign_in(&admin, Some(org)).await?;
    let new = json!({ "name": "x", "scopes": ["org.delete"] });
    let answer = site.ask_as(&admin, Method::POST, ACCOUNTS, Some(new)).await?;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::FORBIDDEN, &"beyond_your_rights".into()));
    let secret = site.ask_as(&admin, Method::POST, &format!("{ACCOUNTS}/{}/secret", strong.id), None).await?;
    assert_eq!(secret.status, StatusCode::FORBIDDEN, "its secret would be more than they are");
    for (field, value) in [
        ("scopes", json!([])),
        ("scopes", json!(["moon.fly"])),
        ("allowed_from", json!(["anywhere"])),
        ("redirect_uris", json!(["http://client.example.com/"])),
        ("name", json!(" ")),
    ] {
        let mut new = json!({ "name": "x", "scopes": ["teams.read"] });
        new[field] = value;
        let answer = site.ask_as(&owner, Method::POST, ACCOUNTS, Some(new)).await?;
        let told = answer.body["errors"][0]["field"].as_str().unwrap_or_default();
        assert_eq!((answer.status, told), (StatusCode::UNPROCESSABLE_ENTITY, field), "{answer:?}");
    }
    let own = Value::from(own_token(&site, &strong).await?);
    let challenge = service_accounts::challenge_of(VERIFIER).unwrap();
    let yes = json!({ "client_id": strong.id, "redirect_uri": BACK, "code_challenge": challenge, "approve": true });
    let answer = with(&site, &own, Method::POST, "/api/v1/oauth/consent", Some(yes)).await?;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "a program approves nothing");
    Ok(())
}

#[tokio::test]
async fn a_member_lets_a_program_act_on_their_behalf_and_it_never_may_more_than_they() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["requests.*", "audit.read", "teams.read"], &[]).await?;
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let challenge = service_accounts::challenge_of(VERIFIER).unwrap();
    let asked = format!("client_id={}&redirect_uri={}&code_challenge={challenge}", program.id, urlencoded(BACK));
    let shown = site.ask_as(&worker, Method::GET, &format!("/api/v1/oauth/consent?{asked}"), None).await?;
    assert_eq!((shown.status, &shown.body["name"]), (StatusCode::OK, &"1C".into()), "{shown:?}");
    let effective: Vec<_> = shown.body["effective"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(
        effective.contains(&"requests.take:assigned") || effective.iter().any(|it| it.starts_with("requests.take"))
    );
    assert!(shown.body["scopes"].as_array().unwrap().len() > effective.len(), "a worker may less: {effective:?}");

    let code = approve(&site, &worker, &program, "").await?;
    let made = exchange(&site, &program, &code, VERIFIER, BACK).await?;
    assert_eq!(made.status, StatusCode::OK, "{made:?}");
    let access = &made.body["access_token"];
    let me = with(&site, access, Method::GET, "/api/v1/me", None).await?;
    assert_eq!((me.status, &me.body["person_id"]), (StatusCode::OK, &site.a.workers[0].id().0.to_string().into()));
    assert_eq!(with(&site, access, Method::GET, "/api/v1/webhooks", None).await?.status, StatusCode::FORBIDDEN);
    let password = with(&site, access, Method::GET, "/api/v1/me/sessions", None).await?;
    assert_eq!(password.status, StatusCode::FORBIDDEN, "an account is no business of a third party's");

    // The person sees it among their sessions; the log says who did it for whom.
    let sessions = site.ask_as(&worker, Method::GET, "/api/v1/me/sessions", None).await?;
    let held = sessions.body["items"].as_array().unwrap().iter().find(|it| it["kind"] == "third_party").unwrap();
    assert_eq!(held["device"], "1C");
    let log = site.ask_as(&owner, Method::GET, &format!("{EVENTS}?kind=service_account_approved"), None).await?;
    assert_eq!(log.body["items"][0]["subject_id"], program.id.as_str());

    // Each refresh token is good for one use, by this program alone; the session of a third party is not ours to renew.
    let ours = site.post("/api/v1/auth/refresh", json!({ "refresh_token": made.body["refresh_token"] })).await?;
    assert_eq!(ours.status, StatusCode::UNAUTHORIZED);
    let (_, other) = let_in(&site, &["teams.read"], &[]).await?;
    assert_eq!(refused(&refresh(&site, &other, &made.body["refresh_token"]).await?).1, "invalid_grant");
    let next = refresh(&site, &program, &made.body["refresh_token"]).await?;
    assert_eq!(next.status, StatusCode::OK, "{next:?}");
    let access = &next.body["access_token"];
    assert_eq!(with(&site, access, Method::GET, "/api/v1/me", None).await?.status, StatusCode::OK);

    // A removed member takes the program along, with its next request.
    let (org, member) = (site.a.org, site.a.workers[0].actor.member().unwrap());
    site.database.tenant(org, async |tx| members::remove(tx, &site.a.owner.actor, member).await.map(drop)).await?;
    assert_eq!(with(&site, access, Method::GET, "/api/v1/me", None).await?.status, StatusCode::UNAUTHORIZED);
    let late = refresh(&site, &program, &next.body["refresh_token"]).await?;
    assert_eq!(refused(&late), (StatusCode::BAD_REQUEST, "invalid_grant"));
    Ok(())
}

fn urlencoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test]
async fn what_a_program_does_for_a_member_is_told_of_both() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["teams.*"], &[]).await?;
    let code = approve(&site, &owner, &program, "teams.manage:all teams.read:all").await?;
    let made = exchange(&site, &program, &code, VERIFIER, BACK).await?;
    let team = json!({ "name": "Склад" });
    let done = with(&site, &made.body["access_token"], Method::POST, TEAMS, Some(team)).await?;
    assert_eq!(done.status, StatusCode::CREATED, "{done:?}");
    let log = site.ask_as(&owner, Method::GET, &format!("{EVENTS}?kind=team_created"), None).await?;
    let entry = &log.body["items"][0];
    assert_eq!((&entry["actor_kind"], &entry["service_account_id"]), (&"service".into(), &program.id.clone().into()));
    assert_eq!(entry["on_behalf_of"], site.a.owner.id().0.to_string(), "{entry}");
    Ok(())
}

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

#[tokio::test]
async fn a_revoked_program_is_out_on_everybodys_behalf_too() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (owner, program) = let_in(&site, &["teams.read"], &[]).await?;
    let code = approve(&site, &owner, &program, "").await?;
    let made = exchange(&site, &program, &code, VERIFIER, BACK).await?.body;
    let waiting = approve(&site, &owner, &program, "").await?;
    let revoke = site.request(&owner, Method::DELETE, &format!("{ACCOUNTS}/{}", program.id));
    let revoked = site.send(revoke.header(header::IF_MATCH, "*").body(Body::empty())?).await?;
    assert_eq!(revoked.status, StatusCode::NO_CONTENT);
    let out = with(&site, &made["access_token"], Method::GET, TEAMS, None).await?;
    assert_eq!(out.status, StatusCode::UNAUTHORIZED);
    assert_eq!(refused(&exchange(&site, &program, &waiting, VERIFIER, BACK).await?).1, "invalid_client");
    let sessions = site.ask_as(&owner, Method::GET, "/api/v1/me/sessions", None).await?;
    assert!(sessions.body["items"].as_array().unwrap().iter().all(|it| it["kind"] != "third_party"));
    Ok(())
}

#[tokio::test]
async fn a_browser_is_sent_to_the_question_or_back_and_never_elsewhere() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (_, program) = let_in(&site, &["teams.read"], &[]).await?;
    let challenge = service_accounts::challenge_of(VERIFIER).unwrap();
    let go = async |changed: &[(&str, &str)]| {
        let mut query = vec![
            ("response_type", "code"),
            ("client_id", &program.id),
            ("redirect_uri", BACK),
            ("state", "xyz"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        query.retain(|(name, _)| changed.iter().all(|(other, _)| other != name));
        query.extend(changed.iter().filter(|(_, value)| !value.is_empty()));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let answer = site.ask(Method::GET, &format!("/oauth/authorize?{query}")).await?;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        anyhow::Ok(answer.headers[header::LOCATION].to_str()?.to_owned())
    };
    let asked = go(&[]).await?;
    assert!(asked.starts_with("/console/authorize?org=") && asked.contains("state=xyz"), "{asked}");
    for (changed, wrong) in [
        (("client_id", site.b.org.to_string()), "client"),
        (("client_id", "x".to_owned()), "client"),
        (("redirect_uri", "https://evil.example.com/".to_owned()), "redirect"),
        (("redirect_uri", format!("{BACK}&x=1")), "redirect"),
        (("redirect_uri", String::new()), "redirect"),
    ] {
        let shown = go(&[(changed.0, &changed.1)]).await?;
        assert_eq!(shown, format!("/console/authorize?wrong={wrong}"), "{changed:?}");
    }
    for (changed, error) in [
        (("response_type", "token"), "unsupported_response_type"),
        (("response_type", ""), "invalid_request"),
        (("code_challenge", ""), "invalid_request"),
        (("code_challenge_method", "plain"), "invalid_request"),
        (("scope", "roles.manage:all"), "invalid_scope"),
    ] {
        let back = go(&[changed]).await?;
        assert!(back.starts_with(BACK), "{back}");
        assert!(back.contains(&format!("&error={error}&state=xyz&iss=http%3A%2F%2Flocalhost")), "{back}");
    }
    let no = json!({ "client_id": program.id, "redirect_uri": BACK, "code_challenge": challenge, "approve": false });
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let denied = site.ask_as(&worker, Method::POST, "/api/v1/oauth/consent", Some(no.clone())).await?;
    assert!(denied.body["redirect_to"].as_str().unwrap().contains("&error=access_denied&iss="), "{denied:?}");
    let resident = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let asked = site.ask_as(&resident, Method::POST, "/api/v1/oauth/consent", Some(no.clone())).await?;
    assert_eq!(asked.status, StatusCode::FORBIDDEN, "a program acts for members");
    let other = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
    let elsewhere = site.ask_as(&other, Method::POST, "/api/v1/oauth/consent", Some(no)).await?;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "and of its own org");
    Ok(())
}

#[tokio::test]
async fn a_program_finds_out_what_it_has_to_know() -> anyhow::Result<()> {
    let web = Web { public_url: Some("https://crm.example.com/".parse()?), ..Default::default() };
    let site = Site::open_with(web).await?;
    let answer = site.ask(Method::GET, "/.well-known/oauth-authorization-server").await?;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.body["issuer"], "https://crm.example.com");
    assert_eq!(answer.body["token_endpoint"], "https://crm.example.com/oauth/token");
    assert_eq!(answer.body["code_challenge_methods_supported"], json!(["S256"]));
    let scopes = answer.body["scopes_supported"].as_array().unwrap();
    assert!(scopes.contains(&"requests.read:own".into()) && !scopes.contains(&"platform.tenants:all".into()));
    Ok(())
}

#[tokio::test]
async fn others_verify_our_tokens_by_the_keys_that_we_tell() -> anyhow::Result<()> {
    let web = Web { token_algorithm: TokenAlgorithm::EdDsa, ..Web::default() };
    let site = Site::open_with(web).await?;
    let (owner, program) = let_in(&site, &["teams.read"], &[]).await?;
    let own = own_token(&site, &program).await?;
    assert_eq!(with(&site, &own.clone().into(), Method::GET, TEAMS, None).await?.status, StatusCode::OK);

    let metadata = site.ask(Method::GET, "/.well-known/oauth-authorization-server").await?;
    assert_eq!(metadata.body["jwks_uri"], "http://localhost/.well-known/jwks.json");
    let told = site.ask(Method::GET, "/.well-known/jwks.json").await?;
    assert_eq!(told.headers[header::CACHE_CONTROL], "public, max-age=600");
    let keys: JwkSet = serde_json::from_value(told.body)?;
    for (token, account) in [(&own, &program.id), (&owner.token, &owner.account.0.to_string())] {
        let kid = jsonwebtoken::decode_header(token)?.kid.unwrap();
        let key = DecodingKey::from_jwk(keys.find(&kid).unwrap())?;
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.validate_exp = false; // the clock of a test stands still
        let claims: Value = jsonwebtoken::decode(token, &key, &validation)?.claims;
        assert_eq!((&claims["sub"], &claims["iss"]), (&account.as_str().into(), &"kontora".into()));
    }
    let shared = Site::open().await?;
    let told = shared.ask(Method::GET, "/.well-known/jwks.json").await?;
    assert_eq!(told.body, json!({ "keys": [] }), "a secret is told to nobody");
    Ok(())
}
