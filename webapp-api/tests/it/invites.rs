//! Invites over HTTP: the whole way of a colleague, from the link to the door.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};
use testkit::fixtures;

use crate::site::{Answer, SignedIn, Site};

#[track_caller]
fn is(answer: &Answer, status: StatusCode, code: &str) {
    assert_eq!((answer.status, answer.body["code"].as_str()), (status, Some(code)), "{answer:?}");
}

fn org(site: &Site, path: &str) -> String {
    format!("/api/v1/organizations/{}{path}", site.a.org)
}

async fn invite(site: &Site, who: &SignedIn, body: Value) -> anyhow::Result<Answer> {
    site.ask_as(who, Method::POST, &org(site, "/invites"), Some(body)).await
}

async fn accept(site: &Site, who: &SignedIn, invite: &Answer) -> anyhow::Result<Answer> {
    site.ask_as(who, Method::POST, "/api/v1/invites/accept", Some(json!({ "token": invite.body["token"] }))).await
}

/// Somebody of B, whom A has never met.
async fn lola(site: &Site) -> anyhow::Result<SignedIn> {
    let lola = fixtures::stranger(site.database.db(), site.b.org, 801, "Лола").await?;
    site.sign_in(&lola, Some(site.b.org)).await
}

/// S4-26, S4-27, S4-28: invite, accept, promote, remove; on two processes.
#[tokio::test]
async fn a_colleague_is_invited_accepts_is_promoted_and_removed() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let second = site.second().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let who = lola(&site).await?;
    let me = async || {
        let request = site.request(&who, Method::GET, "/api/v1/me").header("X-Organization-Id", site.a.org.to_string());
        site.send_to(&second, request.body(Body::empty())?).await
    };
    is(&me().await?, StatusCode::NOT_FOUND, "not_found");

    let written = invite(&site, &owner, json!({ "role": "worker", "name": "Лола", "lasts_hours": 24 })).await?;
    assert_eq!(written.status, StatusCode::CREATED, "{written:?}");
    let token = written.body["token"].as_str().unwrap();
    assert_eq!(written.body["link"], format!("https://t.me/office_1_bot?start=i_{token}"));
    assert_eq!(written.body["expires_at"], "2026-11-22T09:05:00Z");
    let open = site.ask_as(&who, Method::POST, "/api/v1/invites/open", Some(json!({ "token": token }))).await?;
    assert_eq!(
        (&open.body["organization_name"], &open.body["role"], &open.body["inviter_name"]),
        (&json!(site.a.info.name), &json!("worker"), &json!("Рустам Владелец")),
        "{open:?}"
    );
    is(&me().await?, StatusCode::NOT_FOUND, "not_found"); // looking is not joining
    let joined = accept(&site, &who, &written).await?;
    assert_eq!((joined.status, &joined.body["organization_id"]), (StatusCode::CREATED, &json!(site.a.org.0)));
    let known = me().await?;
    assert_eq!((&known.body["role"], &known.body["name"]), (&json!("worker"), &json!("Лола")), "{known:?}");
    is(&accept(&site, &who, &written).await?, StatusCode::CONFLICT, "invite_used");

    let member = org(&site, &format!("/members/{}", joined.body["member_id"].as_str().unwrap()));
    let promote = site.request(&owner, Method::PATCH, &member).header(header::IF_MATCH, "*");
    let promoted = site.send(promote.body(Body::from(json!({ "role": "manager" }).to_string()))?).await?;
    assert_eq!(promoted.status, StatusCode::OK, "{promoted:?}");
    assert_eq!(me().await?.body["role"], "manager");

    assert_eq!(site.ask_as(&owner, Method::DELETE, &member, None).await?.status, StatusCode::NO_CONTENT);
    is(&me().await?, StatusCode::NOT_FOUND, "not_found");
    for path in ["/members", "", "/invites"] {
        let request = site.request(&who, Method::GET, &org(&site, path));
        let request = request.header("X-Organization-Id", site.a.org.to_string()).body(Body::empty())?;
        is(&site.send_to(&second, request).await?, StatusCode::NOT_FOUND, "not_found");
    }
    assert_eq!(site.ask_as(&who, Method::GET, "/api/v1/me", None).await?.status, StatusCode::OK, "B is another matter");

    let back = invite(&site, &owner, json!({ "role": "dispatcher" })).await?;
    assert_eq!(accept(&site, &who, &back).await?.status, StatusCode::CREATED, "and comes back by another invite");
    assert_eq!(me().await?.body["role"], "dispatcher");
    Ok(())
}

#[tokio::test]
async fn a_removed_member_who_lives_there_stays_a_resident() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let resident = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let written = invite(&site, &owner, json!({ "role": "worker" })).await?;
    let joined = accept(&site, &resident, &written).await?;
    let member = org(&site, &format!("/members/{}", joined.body["member_id"].as_str().unwrap()));
    assert_eq!(site.ask_as(&owner, Method::DELETE, &member, None).await?.status, StatusCode::NO_CONTENT);
    let me = site.ask_as(&resident, Method::GET, "/api/v1/me", None).await?;
    assert_eq!((me.status, &me.body["role"]), (StatusCode::OK, &Value::Null), "{me:?}");
    is(&site.ask_as(&resident, Method::GET, &org(&site, "/members"), None).await?, StatusCode::FORBIDDEN, "forbidden");
    Ok(())
}

#[tokio::test]
async fn an_invite_is_listed_shown_and_taken_back() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let written = invite(&site, &owner, json!({ "role": "worker", "name": "Лола" })).await?;
    let id = written.body["id"].as_str().unwrap();
    let one = org(&site, &format!("/invites/{id}"));
    let list = async || site.ask_as(&owner, Method::GET, &org(&site, "/invites"), None).await;
    let listed = list().await?;
    assert_eq!((&listed.body["items"][0]["id"], &listed.body["items"][0]["name"]), (&json!(id), &json!("Лола")));
    let shown = site.ask_as(&owner, Method::GET, &one, None).await?;
    let token = written.body["token"].as_str().unwrap();
    assert!(!listed.body.to_string().contains(token) && !shown.body.to_string().contains(token), "{shown:?}");

    for _ in 0..2 {
        assert_eq!(site.ask_as(&owner, Method::DELETE, &one, None).await?.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(list().await?.body["items"], json!([]));
    assert!(site.ask_as(&owner, Method::GET, &one, None).await?.body["revoked_at"].is_string());
    let who = lola(&site).await?;
    is(&accept(&site, &who, &written).await?, StatusCode::CONFLICT, "invite_revoked");
    let neighbour = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
    let there = format!("/api/v1/organizations/{}/invites/{id}", site.b.org);
    for method in [Method::GET, Method::DELETE] {
        is(&site.ask_as(&neighbour, method, &there, None).await?, StatusCode::NOT_FOUND, "not_found");
    }
    Ok(())
}

#[tokio::test]
async fn an_invite_gives_no_more_than_its_inviter_has_and_not_for_ever() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    is(&invite(&site, &dispatcher, json!({ "role": "worker" })).await?, StatusCode::FORBIDDEN, "forbidden");
    is(&invite(&site, &owner, json!({ "role": "owner" })).await?, StatusCode::CONFLICT, "owner_by_offer");
    let long = invite(&site, &owner, json!({ "role": "worker", "lasts_hours": 721 })).await?;
    assert_eq!(
        (long.status, &long.body["errors"][0]["field"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("lasts_hours"))
    );
    let written = invite(&site, &owner, json!({ "role": "worker" })).await?;
    is(&accept(&site, &owner, &written).await?, StatusCode::CONFLICT, "invite_own");
    is(&accept(&site, &dispatcher, &written).await?, StatusCode::CONFLICT, "invite_not_more");
    site.database.source().advance(Duration::from_secs(7 * 24 * 3600));
    let who = lola(&site).await?;
    is(&accept(&site, &who, &written).await?, StatusCode::CONFLICT, "invite_expired");
    let made_up = json!({ "token": "x".repeat(24) });
    for path in ["/api/v1/invites/open", "/api/v1/invites/accept"] {
        is(
            &site.ask_as(&who, Method::POST, path, Some(made_up.clone())).await?,
            StatusCode::CONFLICT,
            "invite_unknown",
        );
    }
    Ok(())
}

#[tokio::test]
async fn an_accepted_invite_is_answered_again_to_whoever_repeats_it_with_its_key() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let who = lola(&site).await?;
    let written = invite(&site, &owner, json!({ "role": "worker" })).await?;
    let again = async || {
        let request = site.request(&who, Method::POST, "/api/v1/invites/accept").header("Idempotency-Key", "j");
        site.send(request.body(Body::from(json!({ "token": written.body["token"] }).to_string()))?).await
    };
    let (first, repeated) = (again().await?, again().await?);
    assert_eq!((first.status, &first.body), (StatusCode::CREATED, &repeated.body), "{first:?} {repeated:?}");
    assert!(repeated.headers.contains_key("idempotent-replayed"));
    Ok(())
}
