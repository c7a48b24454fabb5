//! A repeated POST: one effect, one answer.

use axum::{
    Json, Router,
    body::Body,
    http::{Method, StatusCode, header},
    response::IntoResponse,
    routing::post,
};
use domain::{
    access::Actor,
    property::{self, NewUnit},
};
use garde::Validate;
use serde::Deserialize;
use serde_json::json;
use webapp_api::{Problem, caller::Caller, idempotency::REPLAYED, valid};

use crate::site::{Answer, SignedIn, Site};

#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
struct NewFlat {
    #[garde(skip)]
    number: String,
}

/// Adds a flat; the answer has something of its own each time, as ids and secrets do. A flat `13` is refused late.
async fn add(mut caller: Caller, valid::Body(new): valid::Body<NewFlat>) -> Result<impl IntoResponse, Problem> {
    let at = caller.tx.source().id();
    let address = format!("дом {at}");
    let unit = NewUnit { address: &address, number: &new.number, entrance: None, floor: None, phone: None };
    property::add_unit(&mut caller.tx, &Actor::System, &unit).await?;
    if new.number == "13" {
        return Err(domain::Error::Refused("already_taken").into());
    }
    caller.commit().await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("/flats/{at}"))], Json(json!({ "secret": at }))))
}

async fn site() -> anyhow::Result<Site> {
    Ok(Site::open().await?.with_routes(Router::new().route("/flats", post(add)).route("/other", post(add))))
}

async fn post_flat(site: &Site, who: &SignedIn, path: &str, key: Option<&str>, number: &str) -> anyhow::Result<Answer> {
    let mut request = site.request(who, Method::POST, path);
    if let Some(key) = key {
        request = request.header("Idempotency-Key", key);
    }
    site.send(request.body(Body::from(json!({ "number": number }).to_string()))?).await
}

async fn flats(site: &Site) -> anyhow::Result<i64> {
    let (count,) = sqlx::query_as("select count(*) from units where org_id = $1")
        .bind(site.a.org.0)
        .fetch_one(&mut site.database.superuser().await?)
        .await?;
    Ok(count)
}

#[tokio::test]
async fn a_repeated_post_gets_the_first_answer_byte_for_byte() -> anyhow::Result<()> {
    let site = site().await?;
    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let before = flats(&site).await?;
    let first = post_flat(&site, &who, "/flats", Some("k"), "1").await?;
    assert_eq!(first.status, StatusCode::CREATED, "{first:?}");
    let again = post_flat(&site, &who, "/flats", Some("k"), "1").await?;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    assert_eq!(again.headers[header::LOCATION], first.headers[header::LOCATION]);
    assert_eq!((again.headers.get(REPLAYED).is_some(), first.headers.get(REPLAYED).is_some()), (true, false));
    assert_eq!(flats(&site).await?, before + 1);

    for (path, number) in [("/flats", "2"), ("/other", "1"), ("/flats?x=1", "1")] {
        let other = post_flat(&site, &who, path, Some("k"), number).await?;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {number}");
        assert_eq!(other.body["code"], "idempotency_mismatch");
    }
    let colleague = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let theirs = post_flat(&site, &colleague, "/flats", Some("k"), "1").await?;
    assert_ne!(theirs.body, first.body, "a key is its caller's own");
    let unkeyed = post_flat(&site, &who, "/flats", None, "1").await?;
    assert_ne!(unkeyed.body, first.body);
    assert_eq!(flats(&site).await?, before + 3);

    let kept: Vec<Option<Vec<u8>>> = sqlx::query_scalar("select answer from idempotency_keys")
        .fetch_all(&mut site.database.superuser().await?)
        .await?;
    let secret = first.body["secret"].as_str().unwrap().as_bytes();
    let shown = kept.into_iter().flatten().any(|answer| answer.windows(secret.len()).any(|part| part == secret));
    assert!(!shown, "an answer rests unsealed");
    Ok(())
}

#[tokio::test]
async fn two_that_run_at_once_have_one_effect() -> anyhow::Result<()> {
    let site = site().await?;
    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let before = flats(&site).await?;
    let one = || post_flat(&site, &who, "/flats", Some("race"), "1");
    let (a, b, c, d) = tokio::try_join!(one(), one(), one(), one())?;
    assert_eq!(a.status, StatusCode::CREATED, "{a:?}");
    assert!(
        [&b, &c, &d].iter().all(|other| other.body == a.body && other.status == a.status),
        "{a:?} {b:?} {c:?} {d:?}"
    );
    assert_eq!([&a, &b, &c, &d].iter().filter(|it| it.headers.get(REPLAYED).is_none()).count(), 1);
    assert_eq!(flats(&site).await?, before + 1);
    Ok(())
}

#[tokio::test]
async fn what_did_not_happen_leaves_its_key_free_and_an_old_answer_is_forgotten() -> anyhow::Result<()> {
    let site = site().await?;
    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let before = flats(&site).await?;
    assert_eq!(post_flat(&site, &who, "/flats", Some("k"), "13").await?.status, StatusCode::CONFLICT);
    assert_eq!(flats(&site).await?, before);
    let first = post_flat(&site, &who, "/flats", Some("k"), "14").await?;
    assert_eq!(first.status, StatusCode::CREATED, "the key is free: nothing was done under it");

    site.database.source().advance(std::time::Duration::from_secs(24 * 3600));
    let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let later = post_flat(&site, &who, "/flats", Some("k"), "14").await?;
    assert_ne!(later.body, first.body, "a day has passed");
    site.database.source().advance(std::time::Duration::from_secs(24 * 3600));
    let mut tx = site.database.db().system().await?;
    assert_eq!(domain::idempotency::forget_old(&mut tx).await?, 1);
    tx.commit().await?;
    for key in ["", &"k".repeat(256)] {
        let who = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
        let answer = post_flat(&site, &who, "/flats", Some(key), "1").await?;
        assert_eq!(answer.body["code"], "idempotency_key_invalid", "{key}");
    }
    Ok(())
}
