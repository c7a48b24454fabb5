//! Programs on behalf of a member, who lets them in.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use domain::{
    access::{Actor, Role},
    members, service_accounts,
};
use serde_json::{Value, json};
use testkit::fixtures;
use url::form_urlencoded;

use crate::site::Site;

use super::{ACCOUNTS, BACK, EVENTS, TEAMS, VERIFIER, approve, exchange, let_in, own_token, refresh, refused, with};

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
