//! Files over HTTP: S3-51, S0-111, S0-112, S1-99, S1-103.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use serde_json::{Value, json};
use testkit::fixtures;

use crate::site::{Answer, SignedIn, Site};

/// A picture of one pixel, as far as anybody looks.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
const EDGE: &str = "----edge";

/// The form of one file, as a browser sends it.
fn form(name: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: image/jpeg\r\n\r\n"
    );
    [head.as_bytes(), bytes, format!("\r\n--{EDGE}--\r\n").as_bytes()].concat()
}

fn asked(who: &SignedIn) -> axum::http::request::Builder {
    Request::post("/api/v1/files")
        .header(header::AUTHORIZATION, format!("Bearer {}", who.token))
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"))
}

async fn upload(site: &Site, who: &SignedIn, name: &str, bytes: &[u8]) -> anyhow::Result<Answer> {
    site.send(asked(who).body(Body::from(form(name, bytes)))?).await
}

async fn uploaded(site: &Site, who: &SignedIn) -> anyhow::Result<String> {
    let answer = upload(site, who, "кран.png", PNG).await?;
    anyhow::ensure!(answer.status == StatusCode::CREATED, "{answer:?}");
    Ok(answer.body["id"].as_str().unwrap().to_owned())
}

async fn get(site: &Site, who: &SignedIn, path: &str) -> anyhow::Result<Answer> {
    site.ask_as(who, Method::GET, path, None).await
}

/// A request of the first resident's with a photo. Returns both ids.
async fn filed(site: &Site, anna: &SignedIn) -> anyhow::Result<(String, String)> {
    let photo = uploaded(site, anna).await?;
    let new = json!({
        "category_id": fixtures::category("leak").0,
        "place": { "kind": "unit", "unit_id": site.a.units[0].unit.0 },
        "words": "Течёт", "file_ids": [photo],
    });
    let filed = site.ask_as(anna, Method::POST, "/api/v1/requests", Some(new)).await?;
    anyhow::ensure!(filed.status == StatusCode::CREATED, "{filed:?}");
    assert_eq!(filed.body["attachments"], json!(1));
    Ok((filed.body["id"].as_str().unwrap().to_owned(), photo))
}

#[tokio::test]
async fn a_photo_is_uploaded_taken_by_a_request_and_seen_by_whoever_sees_it() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let neighbour = site.sign_in(&site.a.residents[1], Some(site.a.org)).await?;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let elsewhere = site.sign_in(&site.b.owner, Some(site.b.org)).await?;

    // Nobody but its owner sees what no request has taken.
    let own = uploaded(&site, &anna).await?;
    let path = format!("/api/v1/files/{own}");
    assert_eq!(get(&site, &anna, &path).await?.status, StatusCode::OK);
    for other in [&neighbour, &dispatcher, &elsewhere] {
        assert_eq!(get(&site, other, &path).await?.status, StatusCode::NOT_FOUND);
    }

    let (id, photo) = filed(&site, &anna).await?;
    let path = format!("/api/v1/files/{photo}");
    for other in [&neighbour, &elsewhere] {
        assert_eq!(get(&site, other, &path).await?.status, StatusCode::NOT_FOUND);
        let list = get(&site, other, &format!("/api/v1/requests/{id}/files")).await?;
        assert_eq!(list.status, StatusCode::NOT_FOUND);
    }
    let seen = get(&site, &dispatcher, &path).await?;
    assert_eq!(seen.status, StatusCode::OK);
    assert_eq!(seen.headers[header::CONTENT_TYPE], "image/png", "by its content, whatever the form said");
    assert_eq!(seen.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert!(seen.headers[header::CONTENT_DISPOSITION].to_str()?.starts_with("inline; filename*=UTF-8''%D0%BA"));
    assert!(seen.headers[header::CONTENT_SECURITY_POLICY].to_str()?.contains("sandbox"));

    // A page shows it by an address of its own, without a token.
    let list = get(&site, &dispatcher, &format!("/api/v1/requests/{id}/files")).await?.body;
    assert_eq!((&list["items"][0]["id"], &list["items"][0]["kind"]), (&json!(photo), &json!("photo")));
    let address = list["items"][0]["address"].as_str().unwrap();
    let shown = site.ask(Method::GET, address).await?;
    assert_eq!((shown.status, &shown.body), (StatusCode::OK, &Value::String(String::from_utf8_lossy(PNG).into())));
    let known = Request::get(address).header(header::IF_NONE_MATCH, &shown.headers[header::ETAG]).body(Body::empty())?;
    assert_eq!(site.send(known).await?.status, StatusCode::NOT_MODIFIED);
    let part = Request::get(address).header(header::RANGE, "bytes=1-3").body(Body::empty())?;
    let part = site.send(part).await?;
    assert_eq!((part.status, &part.body), (StatusCode::PARTIAL_CONTENT, &json!("PNG")));
    assert_eq!(part.headers[header::CONTENT_RANGE], format!("bytes 1-3/{}", PNG.len()));
    let mut other = address.to_owned();
    other.pop();
    for wrong in [other.as_str(), "/api/v1/file-contents/x", "/api/v1/file-contents/AAAA"] {
        assert_eq!(site.ask(Method::GET, wrong).await?.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    site.database.source().advance(std::time::Duration::from_secs(660));
    assert_eq!(site.ask(Method::GET, address).await?.status, StatusCode::NOT_FOUND, "it has run out");
    Ok(())
}

#[tokio::test]
async fn a_file_is_taken_once_and_only_by_whoever_uploaded_it() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let (id, photo) = filed(&site, &anna).await?;
    let said = async |who: &SignedIn, file: &str| {
        let body = json!({ "words": "Вот", "file_ids": [file] });
        site.ask_as(who, Method::POST, &format!("/api/v1/requests/{id}/comments"), Some(body)).await
    };
    let again = said(&anna, &photo).await?;
    assert_eq!(
        (again.status, &again.body["errors"][0]["code"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("file_unknown"))
    );
    let theirs = uploaded(&site, &dispatcher).await?;
    assert_eq!(said(&anna, &theirs).await?.status, StatusCode::UNPROCESSABLE_ENTITY);

    // What the staff say among themselves shows its photos to them alone.
    let body = json!({ "internal": true, "file_ids": [theirs] });
    let done = site.ask_as(&dispatcher, Method::POST, &format!("/api/v1/requests/{id}/comments"), Some(body)).await?;
    assert_eq!(done.status, StatusCode::OK, "{done:?}");
    let path = format!("/api/v1/files/{theirs}");
    assert_eq!(get(&site, &dispatcher, &path).await?.status, StatusCode::OK);
    assert_eq!(get(&site, &anna, &path).await?.status, StatusCode::NOT_FOUND);
    let history = get(&site, &dispatcher, &format!("/api/v1/requests/{id}/history")).await?.body;
    let last = history["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["files"], &last["file_ids"]), (&json!(1), &json!([theirs])));
    let files = get(&site, &anna, &format!("/api/v1/requests/{id}/files")).await?.body;
    assert_eq!(files["items"].as_array().unwrap().len(), 1, "her own");
    Ok(())
}

#[tokio::test]
async fn photos_of_the_work_are_what_done_waits_for() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let bobur = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let (id, _) = filed(&site, &anna).await?;
    sqlx::query("update categories set photo_after = true").execute(&mut site.database.superuser().await?).await?;
    let does = async |verb: &str, body: Value| {
        site.ask_as(&bobur, Method::POST, &format!("/api/v1/requests/{id}/{verb}"), Some(body)).await
    };
    assert_eq!(does("take", json!({})).await?.status, StatusCode::OK);
    assert_eq!(does("arrive", json!({})).await?.status, StatusCode::OK);
    let early = does("complete", json!({})).await?;
    assert_eq!(early.body["code"], json!("photo_after_missing"), "{early:?}");
    let sound = upload(&site, &bobur, "x.mp3", b"ID3\x03\0\0\0\0\0\0").await?;
    assert_eq!((sound.status, &sound.body["kind"]), (StatusCode::CREATED, &json!("audio")), "{sound:?}");
    let wrong = does("photos", json!({ "stage": "after", "file_ids": [sound.body["id"]] })).await?;
    assert_eq!(wrong.body["errors"][0]["code"], json!("photo_expected"), "{wrong:?}");
    let photo = uploaded(&site, &bobur).await?;
    let added = does("photos", json!({ "stage": "after", "file_ids": [photo] })).await?;
    assert_eq!(added.status, StatusCode::OK, "{added:?}");
    assert_eq!(does("complete", json!({})).await?.status, StatusCode::OK);
    let files = get(&site, &anna, &format!("/api/v1/requests/{id}/files")).await?.body;
    assert_eq!(files["items"][1]["stage"], json!("after"), "the resident sees it");
    Ok(())
}

#[tokio::test]
async fn what_is_hostile_is_refused_or_only_ever_saved() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    for (name, bytes, status, code) in [
        ("photo.jpg", &b"PK\x03\x04 a bomb"[..], StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_type_unsupported"),
        ("photo.svg", b"<svg onload='alert(1)'/>", StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_type_unsupported"),
        ("photo.png", b"<html><script>alert(1)</script>", StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_type_unsupported"),
        ("photo.png", b"", StatusCode::UNPROCESSABLE_ENTITY, "fields_invalid"),
    ] {
        let answer = upload(&site, &anna, name, bytes).await?;
        assert_eq!((answer.status, &answer.body["code"]), (status, &json!(code)), "{answer:?}");
    }
    let large = [PNG, &vec![0; 20 << 20][..]].concat();
    let answer = upload(&site, &anna, "large.png", &large).await?;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::PAYLOAD_TOO_LARGE, &json!("body_too_large")));
    let not_a_form = site.ask_as(&anna, Method::POST, "/api/v1/files", Some(json!({}))).await?;
    assert_eq!(not_a_form.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);

    let named = upload(&site, &anna, "..\\\\..\\\\a\u{202e}gpj.png", PNG).await?;
    assert_eq!(named.body["name"], json!("agpj.png"), "{named:?}");
    let paper = upload(&site, &anna, "act.pdf", b"%PDF-1.7 and so on").await?;
    assert_eq!(paper.status, StatusCode::CREATED);
    let saved = site.ask(Method::GET, paper.body["address"].as_str().unwrap()).await?;
    assert!(saved.headers[header::CONTENT_DISPOSITION].to_str()?.starts_with("attachment"));
    let left: (i64,) =
        sqlx::query_as("select count(*) from files").fetch_one(&mut site.database.superuser().await?).await?;
    assert_eq!(left.0, 2, "nothing of what was refused is kept");
    Ok(())
}

#[tokio::test]
async fn an_upload_that_is_repeated_happens_once_and_nobody_hoards() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let large = [PNG, &vec![7; 3 << 20][..]].concat();
    let once = async || {
        let asked = asked(&anna).header("Idempotency-Key", "the same");
        site.send(asked.body(Body::from(form("a.png", &large)))?).await
    };
    let (first, second) = (once().await?, once().await?);
    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::CREATED), "{second:?}");
    assert_eq!(first.body["id"], second.body["id"]);
    for _ in 1..50 {
        uploaded(&site, &anna).await?;
    }
    let hoarded = upload(&site, &anna, "a.png", PNG).await?;
    assert_eq!((hoarded.status, &hoarded.body["code"]), (StatusCode::CONFLICT, &json!("files_too_many")));
    let nobody =
        Request::post("/api/v1/files").header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
    assert_eq!(site.send(nobody.body(Body::from(form("a.png", PNG)))?).await?.status, StatusCode::UNAUTHORIZED);
    Ok(())
}
