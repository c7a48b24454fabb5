//! Requests and their categories, over HTTP.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};
use testkit::fixtures;

use crate::site::{SignedIn, Site};

/// Somebody does something to a request; it succeeds.
async fn does(site: &Site, who: &SignedIn, id: &str, verb: &str, body: Option<Value>) -> anyhow::Result<Value> {
    let answer = site.ask_as(who, Method::POST, &format!("/api/v1/requests/{id}/{verb}"), body).await?;
    anyhow::ensure!(answer.status == StatusCode::OK, "{verb}: {answer:?}");
    Ok(answer.body)
}

#[tokio::test]
async fn a_request_lives_its_whole_life_over_http() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let bobur = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let unit = site.a.units[0].unit.0;

    let categories = site.ask_as(&anna, Method::GET, "/api/v1/categories", None).await?.body;
    let leak = categories["items"].as_array().unwrap().iter().find(|it| it["code"] == "leak").unwrap();
    let new = json!({
        "category_id": leak["id"], "place": { "kind": "unit", "unit_id": unit }, "words": "Течёт под раковиной",
        "slot": { "from": "2026-11-30T04:00:00Z", "to": "2026-11-30T07:00:00Z" },
    });
    let filed = site.ask_as(&anna, Method::POST, "/api/v1/requests", Some(new)).await?;
    assert_eq!(filed.status, StatusCode::CREATED, "{filed:?}");
    assert_eq!((&filed.body["status"], &filed.body["priority"]), (&json!("new"), &json!("high")));
    assert_eq!(filed.body["category"]["uz"], json!("Suv oqmoqda"));
    let id = filed.body["id"].as_str().unwrap().to_owned();

    let member = site.a.workers[0].actor.member().unwrap().0;
    let given = does(&site, &dispatcher, &id, "assign", Some(json!({ "member_id": member }))).await?;
    assert_eq!((&given["status"], &given["assignee_id"]), (&json!("assigned"), &json!(member)));
    does(&site, &bobur, &id, "take", None).await?;
    does(&site, &bobur, &id, "depart", None).await?;
    does(&site, &bobur, &id, "arrive", Some(json!({ "metres": 40 }))).await?;
    let tomorrow = site.database.db().source().now() + chrono::TimeDelta::days(1);
    let paused = does(&site, &bobur, &id, "pause", Some(json!({ "reason": "part", "until": tomorrow }))).await?;
    assert_eq!(paused["pause"]["reason"], json!("part"));
    does(&site, &bobur, &id, "resume", None).await?;
    let done = does(&site, &bobur, &id, "complete", Some(json!({ "result": "Заменил сифон" }))).await?;
    assert_eq!((&done["status"], &done["result"]), (&json!("done"), &json!("Заменил сифон")));
    does(&site, &anna, &id, "return", None).await?;
    does(&site, &bobur, &id, "take", None).await?;
    does(&site, &bobur, &id, "complete", Some(json!({}))).await?;
    does(&site, &anna, &id, "accept", None).await?;
    let stars = json!({ "stars": 4, "tags": ["fast", "polite"], "words": "Спасибо" });
    let rated = does(&site, &anna, &id, "rate", Some(stars)).await?;
    assert_eq!((&rated["rating"], &rated["rating_tags"]), (&json!(4), &json!(["fast", "polite"])));
    assert_eq!((&rated["closing"], &rated["returns"]), (&json!("accepted"), &json!(1)));

    let late = site.ask_as(&bobur, Method::POST, &format!("/api/v1/requests/{id}/take"), None).await?;
    assert_eq!((late.status, &late.body["code"]), (StatusCode::CONFLICT, &json!("not_in_this_status")));
    let nonsense = json!({ "stars": 6 });
    let path = format!("/api/v1/requests/{id}/rate");
    let nonsense = site.ask_as(&anna, Method::POST, &path, Some(nonsense)).await?;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    let neighbour = site.sign_in(&site.a.residents[1], Some(site.a.org)).await?;
    let theirs = site.ask_as(&neighbour, Method::GET, &format!("/api/v1/requests/{id}"), None).await?;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    Ok(())
}

#[tokio::test]
async fn the_list_is_narrowed_and_comes_in_pages() -> anyhow::Result<()> {
    let site = Site::open().await?;
    for _ in 0..3 {
        fixtures::file_for(&site.database, &site.a, &site.a.residents[0]).await?;
    }
    fixtures::file_for(&site.database, &site.a, &site.a.residents[1]).await?;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let list = async |query: &str| {
        let answer = site.ask_as(&dispatcher, Method::GET, &format!("/api/v1/requests{query}"), None).await?;
        anyhow::ensure!(answer.status == StatusCode::OK, "{query}: {answer:?}");
        let numbers: Vec<i64> =
            answer.body["items"].as_array().unwrap().iter().filter_map(|it| it["number"].as_i64()).collect();
        Ok((numbers, answer.body["next"].as_str().map(str::to_owned)))
    };
    let (first, next) = list("?limit=3").await?;
    assert_eq!(first, [4, 3, 2]);
    assert_eq!(list(&format!("?limit=3&after={}", next.unwrap())).await?, (vec![1], None));
    let member = site.a.workers[0].actor.member().unwrap().0;
    let plumbing = fixtures::category("plumbing").0;
    for (query, numbers) in [
        ("?status=new,returned".to_owned(), vec![4, 3, 2, 1]),
        ("?status=closed".to_owned(), vec![]),
        ("?unassigned=true&open=true".to_owned(), vec![4, 3, 2, 1]),
        (format!("?assignee_id={member}"), vec![]),
        (format!("?category_id={plumbing}&priority=normal"), vec![4, 3, 2, 1]),
        (format!("?reporter_id={}", site.a.residents[1].id().0), vec![4]),
        ("?q=труба".to_owned(), vec![4, 3, 2, 1]),
        ("?q=3".to_owned(), vec![3]),
        ("?q=%27%3B%20drop%20table".to_owned(), vec![]),
        ("?overdue=true".to_owned(), vec![]),
        ("?from=2100-01-01T00:00:00Z".to_owned(), vec![]),
    ] {
        assert_eq!(list(&query).await?.0, numbers, "{query}");
    }
    let unknown = site.ask_as(&dispatcher, Method::GET, "/api/v1/requests?status=lost", None).await?;
    assert_eq!(unknown.body["errors"][0]["code"], json!("filter_invalid"));
    Ok(())
}

#[tokio::test]
async fn of_two_corrections_the_second_is_told() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let id = fixtures::file(&site.database, &site.a, &site.a.residents[0]).await?.id.0;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let path = format!("/api/v1/requests/{id}");
    let seen = site.ask_as(&dispatcher, Method::GET, &path, None).await?.headers[header::ETAG].clone();
    let correct = async |body: Value| {
        let request = site.request(&dispatcher, Method::PATCH, &path).header(header::IF_MATCH, seen.clone());
        site.send(request.body(Body::from(body.to_string()))?).await
    };
    let urgent = correct(json!({ "priority": "emergency" })).await?;
    assert_eq!((urgent.status, &urgent.body["priority"]), (StatusCode::OK, &json!("emergency")));
    let late = correct(json!({ "category_id": fixtures::category("heating").0 })).await?;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(late.body["current"]["priority"], json!("emergency"), "and what it is now");
    let bobur = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let request = site.request(&bobur, Method::PATCH, &path).header(header::IF_MATCH, "*");
    let not_theirs = site.send(request.body(Body::from(json!({ "priority": "low" }).to_string()))?).await?;
    assert_eq!(not_theirs.status, StatusCode::FORBIDDEN, "a worker corrects what is given to them");
    Ok(())
}

#[tokio::test]
async fn an_org_makes_categories_of_its_own() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let new = json!({
        "icon": "🐝", "names": { "ru": "Пчёлы", "uz": "Asalarilar", "en": "Bees" }, "places": ["yard"],
        "checklist": ["Надеть сетку"], "keywords": ["пчел"],
    });
    let made = site.ask_as(&owner, Method::POST, "/api/v1/categories", Some(new)).await?;
    assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
    let path = format!("/api/v1/categories/{}", made.body["id"].as_str().unwrap());
    let request =
        site.request(&owner, Method::PATCH, &path).header(header::IF_MATCH, made.headers[header::ETAG].clone());
    let change = json!({ "resolve_minutes": 60, "names": { "ru": "Осы", "uz": "Arilar", "en": "Wasps" } });
    let edited = site.send(request.body(Body::from(change.to_string()))?).await?;
    assert_eq!((&edited.body["resolve_minutes"], &edited.body["names"]["ru"]), (&json!(60), &json!("Осы")));
    let request = site.request(&owner, Method::PATCH, &path).header(header::IF_MATCH, "*");
    let edited = site.send(request.body(Body::from(json!({ "resolve_minutes": null }).to_string()))?).await?;
    assert_eq!(edited.body["resolve_minutes"], json!(null), "null takes it away");
    let gone = site.ask_as(&owner, Method::DELETE, &path, None).await?;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    let there = site.ask_as(&owner, Method::GET, &path, None).await?;
    assert_eq!(there.body["archived"], json!(true));
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let about = json!({ "category_id": made.body["id"], "place": { "kind": "yard" }, "words": "Улей" });
    let late = site.ask_as(&anna, Method::POST, "/api/v1/requests", Some(about)).await?;
    assert_eq!(late.body["errors"][0]["code"], json!("category_unknown"));
    Ok(())
}

#[tokio::test]
async fn words_steps_materials_and_a_price_go_over_http_and_the_history_tells_each_side_its_own() -> anyhow::Result<()>
{
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let bobur = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let id = fixtures::file_for(&site.database, &site.a, &site.a.residents[0]).await?.id.0.to_string();
    does(&site, &bobur, &id, "take", None).await?;
    does(&site, &bobur, &id, "comments", Some(json!({ "words": "Нужен сифон", "internal": true }))).await?;
    let asked = json!({ "words": "Когда вас застать?", "question": true });
    assert!(does(&site, &bobur, &id, "comments", Some(asked)).await?["asked_at"].is_string());
    // A resident's word is never internal, whatever it says of itself.
    let said = does(&site, &anna, &id, "comments", Some(json!({ "words": "После шести", "internal": true }))).await?;
    assert_eq!((&said["asked_at"], &said["comments"]), (&Value::Null, &json!(2)));
    let siphon = json!({ "name": "Сифон", "quantity": 1000, "cost": 8_500_000 });
    does(&site, &bobur, &id, "materials", Some(siphon)).await?;
    let offered = does(&site, &bobur, &id, "offer-price", Some(json!({ "price": 18_500_000 }))).await?;
    assert_eq!((&offered["price"], &offered["price_agreed"]), (&json!(18_500_000), &Value::Null));
    let agreed = json!({ "price": 18_500_000, "agrees": true });
    assert_eq!(does(&site, &anna, &id, "answer-price", Some(agreed)).await?["price_agreed"], json!(true));

    let path = format!("/api/v1/requests/{id}");
    let shown = site.ask_as(&anna, Method::GET, &format!("{path}/evidence"), None).await?.body;
    assert_eq!(shown["materials"][0]["name"], json!("Сифон"));
    let gone = json!({ "material_id": shown["materials"][0]["id"] });
    does(&site, &bobur, &id, "remove-material", Some(gone)).await?;

    let kinds = async |who: &SignedIn| -> anyhow::Result<Vec<(String, Value)>> {
        let history = site.ask_as(who, Method::GET, &format!("{path}/history"), None).await?;
        let items = history.body["items"].as_array().unwrap().clone();
        Ok(items.into_iter().map(|it| (it["kind"].as_str().unwrap().to_owned(), it["words"].clone())).collect())
    };
    let (ours, theirs) = (kinds(&bobur).await?, kinds(&anna).await?);
    let said = |words: &str| ("comment_added".to_owned(), json!(words));
    assert!(ours.contains(&said("Нужен сифон")) && ours.contains(&("material_removed".to_owned(), json!("Сифон"))));
    assert!(theirs.contains(&said("Когда вас застать?")) && theirs.contains(&said("После шести")), "{theirs:?}");
    assert!(!theirs.iter().any(|(kind, words)| kind.starts_with("material") || words == "Нужен сифон"), "{theirs:?}");
    Ok(())
}

#[tokio::test]
async fn ones_own_word_is_changed_and_taken_back_over_http_within_ten_minutes() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let bobur = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let malika = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let stranger = site.sign_in(&site.b.residents[0], Some(site.b.org)).await?;
    let id = fixtures::file_for(&site.database, &site.a, &site.a.residents[0]).await?.id.0.to_string();
    does(&site, &bobur, &id, "take", None).await?;
    does(&site, &bobur, &id, "comments", Some(json!({ "words": "Буду в шесть" }))).await?;
    let path = format!("/api/v1/requests/{id}");
    let words = async |who: &SignedIn| -> anyhow::Result<Vec<Value>> {
        let history = site.ask_as(who, Method::GET, &format!("{path}/history"), None).await?;
        anyhow::ensure!(history.status == StatusCode::OK, "{history:?}");
        let items = history.body["items"].as_array().unwrap().clone();
        Ok(items.into_iter().filter(|it| it["kind"].as_str().unwrap().starts_with("comment")).collect())
    };
    let said = words(&bobur).await?.remove(0);
    assert_eq!((&said["can_change"], &words(&anna).await?[0]["can_change"]), (&json!(true), &json!(false)));
    let comment = format!("{path}/comments/{}", said["comment_id"].as_str().unwrap());

    let later = || Some(json!({ "words": "Буду в семь" }));
    for (who, status) in [
        (&anna, StatusCode::FORBIDDEN),
        (&malika, StatusCode::FORBIDDEN),
        (&stranger, StatusCode::NOT_FOUND),
        (&bobur, StatusCode::OK),
    ] {
        assert_eq!(site.ask_as(who, Method::PATCH, &comment, later()).await?.status, status);
    }
    let (ours, theirs) = (words(&bobur).await?, words(&anna).await?);
    assert_eq!((ours.len(), theirs.len()), (2, 1), "what was changed is the staff's to read");
    assert_eq!((&theirs[0]["words"], &theirs[0]["edited"]), (&json!("Буду в семь"), &json!(true)));
    assert_eq!((&ours[1]["kind"], &ours[1]["words"]), (&json!("comment_edited"), &json!("Буду в шесть")));
    let other = format!("/api/v1/requests/{}/comments/{}", uuid::Uuid::nil(), said["comment_id"].as_str().unwrap());
    assert_eq!(site.ask_as(&bobur, Method::DELETE, &other, None).await?.status, StatusCode::NOT_FOUND);

    assert_eq!(site.ask_as(&anna, Method::DELETE, &comment, None).await?.status, StatusCode::FORBIDDEN);
    assert_eq!(site.ask_as(&bobur, Method::DELETE, &comment, None).await?.status, StatusCode::OK);
    assert_eq!(site.ask_as(&bobur, Method::DELETE, &comment, None).await?.status, StatusCode::NOT_FOUND);
    assert!(words(&anna).await?.is_empty(), "it is gone");
    assert_eq!(words(&bobur).await?[0]["deleted"], json!(true), "and kept for the staff");

    does(&site, &anna, &id, "comments", Some(json!({ "words": "Жду" }))).await?;
    let own = words(&anna).await?.remove(0);
    let own = format!("{path}/comments/{}", own["comment_id"].as_str().unwrap());
    site.database.source().advance(std::time::Duration::from_secs(601));
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?; // the pass of before is over too
    let late = site.ask_as(&anna, Method::PATCH, &own, later()).await?;
    assert_eq!((late.status, &late.body["code"]), (StatusCode::CONFLICT, &json!("comment_too_old")));
    Ok(())
}
