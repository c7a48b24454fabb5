//! Who may come in, and what is believed of them.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::{
    orgs,
    sessions::{self, EndedWhy},
};

use crate::site::Site;

const ME: &str = "/api/v1/me";

#[tokio::test]
async fn somebody_signed_in_is_themselves_in_the_org_that_they_name() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let worker = &site.a.workers[0];
    let who = site.sign_in(worker, Some(site.a.org)).await?;
    let answer = site.ask_as(&who, Method::GET, ME, None).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.body["person_id"], worker.id().0.to_string());
    assert_eq!(answer.body["role"], "worker");

    let named = |org: String| {
        let request = Request::get(ME).header(header::AUTHORIZATION, format!("bearer {}", who.token));
        request.header("X-Organization-Id", org).body(Body::empty())
    };
    assert_eq!(site.send(named(site.a.org.to_string())?).await?.status, StatusCode::OK);
    assert_eq!(site.send(named(site.b.org.to_string())?).await?.status, StatusCode::NOT_FOUND, "not one of theirs");
    assert_eq!(site.send(named("x".into())?).await?.status, StatusCode::NOT_FOUND);

    let nowhere = site.sign_in(worker, None).await?;
    let answer = site.ask_as(&nowhere, Method::GET, ME, None).await?;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::BAD_REQUEST, &"organization_missing".into()));
    Ok(())
}

#[tokio::test]
async fn whoever_is_not_signed_in_any_more_is_out_with_the_next_request() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let answer = site.ask(Method::GET, ME).await?;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(answer.body["title"], "Войдите, пожалуйста.");

    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    assert_eq!(site.ask_as(&who, Method::GET, ME, None).await?.status, StatusCode::OK);
    let mut tx = site.database.db().system().await?;
    sessions::end(&mut tx, who.account, who.session, EndedWhy::ByPerson).await?;
    tx.commit().await?;
    assert_eq!(site.ask_as(&who, Method::GET, ME, None).await?.status, StatusCode::UNAUTHORIZED);

    let late = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    site.database.source().advance(std::time::Duration::from_secs(11 * 60));
    assert_eq!(site.ask_as(&late, Method::GET, ME, None).await?.status, StatusCode::UNAUTHORIZED, "the token ended");
    Ok(())
}

#[tokio::test]
async fn a_problem_speaks_the_language_of_its_reader() -> anyhow::Result<()> {
    let site = Site::open().await?;
    for (accepted, title) in [
        ("uz-UZ, ru;q=0.5", "Bu manzilda hech narsa yo‘q."),
        ("de, en;q=0.8", "There is nothing at this address."),
        ("de", "По этому адресу ничего нет."),
    ] {
        let request = Request::get("/api/v1/nothing").header(header::ACCEPT_LANGUAGE, accepted).body(Body::empty())?;
        let answer = site.send(request).await?;
        assert_eq!((answer.status, &answer.body["title"]), (StatusCode::NOT_FOUND, &title.into()));
    }
    let answer = site.ask(Method::DELETE, ME).await?;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::METHOD_NOT_ALLOWED, &"method_unknown".into()));
    Ok(())
}

#[tokio::test]
async fn in_a_deleted_org_nobody_does_anything_until_it_is_restored() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let owner = &site.a.owner.actor;
    site.database.tenant(site.a.org, async |tx| orgs::delete(tx, owner, &site.a.info.name).await).await?;
    let answer = site.ask_as(&who, Method::GET, ME, None).await?;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::CONFLICT, &"org_deleted".into()));

    let neighbour = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
    assert_eq!(site.ask_as(&neighbour, Method::GET, ME, None).await?.status, StatusCode::OK, "the other org goes on");
    site.database.tenant(site.a.org, async |tx| orgs::restore(tx, owner).await).await?;
    assert_eq!(site.ask_as(&who, Method::GET, ME, None).await?.status, StatusCode::OK);
    Ok(())
}
