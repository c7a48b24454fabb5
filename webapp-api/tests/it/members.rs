//! Members over HTTP: listed, changed, removed, and who owns the org.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use domain::{
    access::{Actor, Role},
    members,
    people::Newcomer,
};
use serde_json::{Value, json};
use testkit::fixtures::Person;

use crate::site::{Answer, SignedIn, Site};

fn id(person: &Person) -> String {
    person.actor.member().unwrap().0.to_string()
}

#[track_caller]
fn is(answer: &Answer, status: StatusCode, code: &str) {
    assert_eq!((answer.status, answer.body["code"].as_str()), (status, Some(code)), "{answer:?}");
}

fn org(site: &Site, path: &str) -> String {
    format!("/api/v1/organizations/{}{path}", site.a.org)
}

fn one(site: &Site, person: &Person) -> String {
    org(site, &format!("/members/{}", id(person)))
}

async fn edit(site: &Site, who: &SignedIn, path: &str, tag: &str, body: Value) -> anyhow::Result<Answer> {
    let request = site.request(who, Method::PATCH, path).header(header::IF_MATCH, tag);
    site.send(request.body(Body::from(body.to_string()))?).await
}

async fn names(site: &Site, who: &SignedIn, query: &str) -> anyhow::Result<(Vec<String>, Value)> {
    let answer = site.ask_as(who, Method::GET, &org(site, &format!("/members{query}")), None).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let items = answer.body["items"].as_array().unwrap();
    Ok((items.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect(), answer.body["next"].clone()))
}

/// S4-25
#[tokio::test]
async fn members_are_listed_by_pages_by_role_and_by_name() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let (all, next) = names(&site, &who, "").await?;
    assert_eq!((all.len(), next), (4, Value::Null));
    let (first, next) = names(&site, &who, "?limit=3").await?;
    let (rest, last) = names(&site, &who, &format!("?limit=3&after={}", next.as_str().unwrap())).await?;
    assert_eq!(([first, rest].concat(), last), (all, Value::Null));
    assert_eq!(names(&site, &who, "?role=worker").await?.0.len(), 2);
    assert_eq!(names(&site, &who, "?name=%D0%BC%D0%B0%D0%BB%D0%B8%D0%BA%D0%B0").await?.0, ["Малика Диспетчер"]);
    for (query, field, code) in [
        ("?role=king", "role", "choice_unknown"),
        ("?after=x", "after", "cursor_invalid"),
        ("?rank=1", "rank", "parameter_unknown"),
    ] {
        let answer = site.ask_as(&who, Method::GET, &org(&site, &format!("/members{query}")), None).await?;
        is(&answer, StatusCode::BAD_REQUEST, "query_invalid");
        let error = &answer.body["errors"][0];
        assert_eq!((&error["field"], &error["code"]), (&json!(field), &json!(code)));
    }

    // A page of the most that there can be knows whether another follows.
    site.database
        .tenant(site.a.org, async |tx| {
            for at in 0..97 {
                let who = Newcomer { telegram_id: 50_000 + at, name: "Ещё", username: None, language: None };
                members::add(tx, &Actor::System, &who, Role::Worker).await?;
            }
            Ok(())
        })
        .await?;
    let (hundred, next) = names(&site, &who, "?limit=100").await?;
    let (rest, _) = names(&site, &who, &format!("?limit=100&after={}", next.as_str().unwrap())).await?;
    assert_eq!((hundred.len(), rest.len()), (100, 1));
    Ok(())
}

/// S4-27: another role, from the version that was seen; nobody gives or takes more than they have.
#[tokio::test]
async fn a_member_is_changed_from_the_version_that_was_seen() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let path = one(&site, &site.a.workers[0]);
    let seen = site.ask_as(&owner, Method::GET, &path, None).await?;
    let tag = seen.headers[header::ETAG].to_str()?.to_owned();
    let untagged = site.ask_as(&owner, Method::PATCH, &path, Some(json!({ "role": "admin" }))).await?;
    is(&untagged, StatusCode::PRECONDITION_REQUIRED, "precondition_required");
    let building = uuid::Uuid::from_u128(7);
    let body = json!({ "role": "manager", "filter": { "buildings": [building] } });
    let changed = edit(&site, &owner, &path, &tag, body).await?;
    assert_eq!((changed.status, &changed.body["role"]), (StatusCode::OK, &json!("manager")), "{changed:?}");
    assert_eq!(changed.body["filter"], json!({ "buildings": [building], "providers": [], "geo": [] }));
    let late = edit(&site, &owner, &path, &tag, json!({ "role": "worker" })).await?;
    is(&late, StatusCode::PRECONDITION_FAILED, "changed_meanwhile");
    assert_eq!(late.body["current"]["role"], "manager");
    let who = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let me = site.ask_as(&who, Method::GET, "/api/v1/me", None).await?;
    assert_eq!(me.body["role"], "manager", "from the next request on");

    let admin = one(&site, &site.a.dispatcher);
    edit(&site, &owner, &admin, "*", json!({ "role": "admin" })).await?;
    let admin = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let boss = one(&site, &site.a.owner);
    for (who, path, role, status, code) in [
        (&admin, &boss, "worker", StatusCode::FORBIDDEN, "beyond_your_rights"),
        (&admin, &path, "accountant", StatusCode::FORBIDDEN, "beyond_your_rights"),
        (&owner, &boss, "admin", StatusCode::FORBIDDEN, "own_membership"),
        (&owner, &path, "owner", StatusCode::CONFLICT, "owner_by_offer"),
        (&who, &boss, "worker", StatusCode::FORBIDDEN, "forbidden"),
    ] {
        is(&edit(&site, who, path, "*", json!({ "role": role })).await?, status, code);
    }
    Ok(())
}

/// A role of the org's own is seen by its name, counts as a change, and goes when another role is given.
#[tokio::test]
async fn a_role_of_the_orgs_own_is_told_and_taken_away_by_another_role() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let made = json!({ "name": "Кладовщик", "based_on": "worker" });
    let role = site.ask_as(&owner, Method::POST, "/api/v1/roles", Some(made)).await?.body["id"].clone();
    let path = one(&site, &site.a.workers[0]);
    let seen = site.ask_as(&owner, Method::GET, &path, None).await?;
    let give = format!("/api/v1/roles/{}/members/{}", role.as_str().unwrap(), id(&site.a.workers[0]));
    assert_eq!(site.ask_as(&owner, Method::PUT, &give, None).await?.status, StatusCode::NO_CONTENT);
    let given = site.ask_as(&owner, Method::GET, &path, None).await?;
    assert_eq!(given.body["custom_role"], json!({ "id": role, "name": "Кладовщик" }));
    let tag = seen.headers[header::ETAG].to_str()?;
    let late = edit(&site, &owner, &path, tag, json!({ "role": "dispatcher" })).await?;
    is(&late, StatusCode::PRECONDITION_FAILED, "changed_meanwhile");
    let tag = given.headers[header::ETAG].to_str()?;
    let taken = edit(&site, &owner, &path, tag, json!({ "role": "worker" })).await?;
    assert_eq!((&taken.body["role"], &taken.body["custom_role"]), (&json!("worker"), &Value::Null), "{taken:?}");
    assert!(site.events(site.a.org).await?.iter().any(|event| event["role"] == role && event["was"].is_null()));
    Ok(())
}

/// S4-26: a resident becomes a colleague, once.
#[tokio::test]
async fn somebody_whom_the_org_knows_is_made_a_member() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let person = site.a.residents[0].id().0;
    let add = async |body: Value| site.ask_as(&owner, Method::POST, &org(&site, "/members"), Some(body)).await;
    let added = add(json!({ "person_id": person, "role": "worker" })).await?;
    assert_eq!((added.status, &added.body["role"]), (StatusCode::CREATED, &json!("worker")), "{added:?}");
    is(&add(json!({ "person_id": person, "role": "manager" })).await?, StatusCode::CONFLICT, "already_member");
    let other = json!({ "person_id": site.a.residents[1].id().0, "role": "owner" });
    is(&add(other).await?, StatusCode::CONFLICT, "owner_by_offer");
    let theirs = json!({ "person_id": site.b.residents[1].id().0, "role": "worker" });
    is(&add(theirs).await?, StatusCode::NOT_FOUND, "not_found");
    Ok(())
}

/// S4-28, on a second process too.
#[tokio::test]
async fn the_last_owner_stays_and_a_colleague_leaves_at_will() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let leave = org(&site, "/members/me");
    is(&site.ask_as(&owner, Method::DELETE, &leave, None).await?, StatusCode::CONFLICT, "last_owner");
    is(
        &site.ask_as(&owner, Method::DELETE, &one(&site, &site.a.owner), None).await?,
        StatusCode::FORBIDDEN,
        "own_membership",
    );
    assert_eq!(site.ask_as(&worker, Method::DELETE, &leave, None).await?.status, StatusCode::NO_CONTENT);
    let second = site.second().await?;
    let me = site.request(&worker, Method::GET, "/api/v1/me").body(Body::empty())?;
    is(&site.send_to(&second, me).await?, StatusCode::NOT_FOUND, "not_found");
    let resident = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    is(&site.ask_as(&resident, Method::DELETE, &leave, None).await?, StatusCode::NOT_FOUND, "not_found");
    Ok(())
}

#[tokio::test]
async fn ownership_passes_by_two_taps() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let heir = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let offers = org(&site, "/ownership_offers");
    let to = json!({ "member_id": id(&site.a.dispatcher) });
    is(&site.ask_as(&heir, Method::POST, &offers, Some(to.clone())).await?, StatusCode::FORBIDDEN, "forbidden");
    let offer = site.ask_as(&owner, Method::POST, &offers, Some(to.clone())).await?;
    assert_eq!((offer.status, &offer.body["is_to_me"]), (StatusCode::CREATED, &json!(false)), "{offer:?}");
    is(&site.ask_as(&owner, Method::POST, &offers, Some(to.clone())).await?, StatusCode::CONFLICT, "offer_open");
    let path = format!("{offers}/{}", offer.body["id"].as_str().unwrap());
    let accept = format!("{path}/accept");
    let seen =
        async |who| Ok::<_, anyhow::Error>(site.ask_as(who, Method::GET, &offers, None).await?.body["items"].clone());
    assert_eq!(seen(&worker).await?, json!([]), "it is between the two");
    assert_eq!(seen(&heir).await?[0]["is_to_me"], true);
    is(&site.ask_as(&owner, Method::POST, &accept, None).await?, StatusCode::FORBIDDEN, "forbidden");
    is(&site.ask_as(&worker, Method::POST, &accept, None).await?, StatusCode::NOT_FOUND, "not_found");
    let neighbour = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
    let there = format!("/api/v1/organizations/{}/ownership_offers/{}", site.b.org, offer.body["id"].as_str().unwrap());
    is(&site.ask_as(&neighbour, Method::DELETE, &there, None).await?, StatusCode::CONFLICT, "offer_gone");

    assert_eq!(site.ask_as(&heir, Method::DELETE, &path, None).await?.status, StatusCode::NO_CONTENT, "declined");
    is(&site.ask_as(&heir, Method::POST, &accept, None).await?, StatusCode::CONFLICT, "offer_gone");
    let offer = site.ask_as(&owner, Method::POST, &offers, Some(to)).await?;
    let accept = format!("{offers}/{}/accept", offer.body["id"].as_str().unwrap());
    assert_eq!(site.ask_as(&heir, Method::POST, &accept, None).await?.status, StatusCode::NO_CONTENT);
    for (who, role) in [(&owner, "admin"), (&heir, "owner")] {
        assert_eq!(site.ask_as(who, Method::GET, "/api/v1/me", None).await?.body["role"], role);
    }
    Ok(())
}

#[tokio::test]
async fn an_admin_ends_every_session_of_a_member_and_of_nobody_above_them() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    edit(&site, &owner, &one(&site, &site.a.dispatcher), "*", json!({ "role": "admin" })).await?;
    let admin = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let (phone, laptop) =
        (site.sign_in(&site.a.workers[0], None).await?, site.sign_in(&site.a.workers[0], Some(site.a.org)).await?);
    let sessions = |person: &Person| format!("{}/sessions", one(&site, person));
    let end = async |who, person: &Person| site.ask_as(who, Method::DELETE, &sessions(person), None).await;
    is(&end(&laptop, &site.a.workers[1]).await?, StatusCode::FORBIDDEN, "forbidden");
    is(&end(&admin, &site.a.owner).await?, StatusCode::FORBIDDEN, "beyond_your_rights");
    is(&end(&admin, &site.a.dispatcher).await?, StatusCode::FORBIDDEN, "own_membership");
    is(&end(&admin, &site.b.workers[0]).await?, StatusCode::NOT_FOUND, "not_found");
    let ended = end(&admin, &site.a.workers[0]).await?;
    assert_eq!((ended.status, &ended.body["ended"]), (StatusCode::OK, &json!(2)), "{ended:?}");
    let second = site.second().await?;
    for who in [&phone, &laptop] {
        let me = site.request(who, Method::GET, "/api/v1/me").header("X-Organization-Id", site.a.org.to_string());
        is(&site.send_to(&second, me.body(Body::empty())?).await?, StatusCode::UNAUTHORIZED, "unauthenticated");
    }
    assert_eq!(end(&admin, &site.a.workers[0]).await?.body["ended"], 0);
    Ok(())
}

#[tokio::test]
async fn members_of_another_org_are_not_there() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let theirs = one(&site, &site.b.workers[0]); // A in the path, B's member
    is(&site.ask_as(&owner, Method::GET, &theirs, None).await?, StatusCode::NOT_FOUND, "not_found");
    is(&edit(&site, &owner, &theirs, "*", json!({ "role": "admin" })).await?, StatusCode::NOT_FOUND, "not_found");
    is(&site.ask_as(&owner, Method::DELETE, &theirs, None).await?, StatusCode::NOT_FOUND, "not_found");
    let offer = json!({ "member_id": id(&site.b.workers[0]) });
    is(
        &site.ask_as(&owner, Method::POST, &org(&site, "/ownership_offers"), Some(offer)).await?,
        StatusCode::NOT_FOUND,
        "not_found",
    );
    let ours = names(&site, &owner, "").await?.0;
    assert_eq!(ours.len(), 4);
    Ok(())
}
