//! The register over HTTP: houses, flats, residents.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};
use testkit::fixtures::PHONES;

use crate::site::{Answer, SignedIn, Site};

const API: &str = "/api/v1";

struct Desk {
    site: Site,
    owner: SignedIn,
}

impl Desk {
    async fn open() -> anyhow::Result<Self> {
        let site = Site::open().await?;
        let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
        Ok(Self { site, owner })
    }

    async fn get(&self, path: &str) -> anyhow::Result<Answer> {
        self.site.ask_as(&self.owner, Method::GET, &format!("{API}{path}"), None).await
    }

    async fn items(&self, path: &str) -> anyhow::Result<Vec<Value>> {
        let answer = self.get(path).await?;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        Ok(answer.body["items"].as_array().unwrap().clone())
    }

    async fn post(&self, path: &str, body: Value) -> anyhow::Result<Value> {
        let answer = self.site.ask_as(&self.owner, Method::POST, &format!("{API}{path}"), Some(body)).await?;
        assert!(answer.status.is_success(), "{path}: {} {}", answer.status, answer.body);
        Ok(answer.body)
    }

    async fn refused(&self, path: &str, body: Value) -> anyhow::Result<Answer> {
        self.site.ask_as(&self.owner, Method::POST, &format!("{API}{path}"), Some(body)).await
    }

    /// With a version: the tag of an answer, or `*`.
    async fn edit(&self, method: Method, path: &str, tag: &str, body: Value) -> anyhow::Result<Answer> {
        let request = self.site.request(&self.owner, method, &format!("{API}{path}")).header(header::IF_MATCH, tag);
        self.site.send(request.body(Body::from(body.to_string()))?).await
    }
}

fn id(body: &Value) -> &str {
    body["id"].as_str().unwrap()
}

fn field<'a>(items: &'a [Value], name: &str) -> Vec<&'a str> {
    items.iter().map(|item| item[name].as_str().unwrap_or("—")).collect()
}

#[tokio::test]
async fn a_complex_is_added_shown_edited_and_archived() -> anyhow::Result<()> {
    let desk = Desk::open().await?;
    let made = desk.post("/complexes", json!({ "name": "ЖК Навруз", "note": "шлагбаум" })).await?;
    let path = format!("/complexes/{}", id(&made));
    let shown = desk.get(&path).await?;
    assert_eq!(shown.body, made);
    let tag = shown.headers[header::ETAG].to_str()?;
    let edited = desk.edit(Method::PATCH, &path, tag, json!({ "address": "ул. Навои", "note": null })).await?;
    assert_eq!(
        (&edited.body["name"], &edited.body["address"], &edited.body["note"]),
        (&json!("ЖК Навруз"), &json!("ул. Навои"), &Value::Null)
    );
    let late = desk.edit(Method::PATCH, &path, tag, json!({ "name": "Другой" })).await?;
    assert_eq!((late.status, &late.body["current"]["address"]), (StatusCode::PRECONDITION_FAILED, &json!("ул. Навои")));
    let taken = desk.refused("/complexes", json!({ "name": "жк навруз" })).await?;
    assert_eq!((taken.status, &taken.body["code"]), (StatusCode::CONFLICT, &json!("complex_exists")));

    let house = desk.post("/buildings", json!({ "address": "ул. Навои, 5", "complex_id": id(&made) })).await?;
    assert_eq!(house["complex_name"], "ЖК Навруз");
    let full = desk.edit(Method::DELETE, &path, "*", Value::Null).await?;
    assert_eq!((full.status, &full.body["code"]), (StatusCode::CONFLICT, &json!("not_empty")));
    let apart =
        desk.edit(Method::PATCH, &format!("/buildings/{}", id(&house)), "*", json!({ "complex_id": null })).await?;
    assert_eq!(apart.body["complex_id"], Value::Null);
    let gone = desk.edit(Method::DELETE, &path, "*", Value::Null).await?;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    assert!(desk.items("/complexes").await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn buildings_are_listed_page_by_page_and_searched() -> anyhow::Result<()> {
    let desk = Desk::open().await?;
    for number in 1..=4 {
        let body = json!({ "address": format!("ул. Навои, {number}"), "name": format!("Дом номер {number}"),
                           "point": { "latitude": 41.3, "longitude": 69.2 }, "entrances": 2, "floors": 9 });
        desk.post("/buildings", body).await?;
    }
    let mut seen = vec![];
    let mut after = String::new();
    loop {
        let page = desk.get(&format!("/buildings?limit=2{after}")).await?.body;
        seen.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    let all = field(&seen, "address");
    assert!(all.len() == 5 && all.is_sorted(), "{all:?}");
    let found = desk.items("/buildings?q=%D0%BD%D0%BE%D0%BC%D0%B5%D1%80%203").await?; // «номер 3»
    assert_eq!(field(&found, "address"), ["ул. Навои, 3"]);
    let shown = desk.get(&format!("/buildings/{}", id(&found[0]))).await?;
    assert_eq!((shown.status, &shown.body), (StatusCode::OK, &found[0]));
    for (body, field, code) in [
        (json!({ "address": "" }), "address", "too_short"),
        (json!({ "address": "а", "floors": 0 }), "floors", "floors_invalid"),
        (json!({ "address": "а", "complex_id": desk.site.a.org }), "complex_id", "complex_unknown"),
    ] {
        let wrong = desk.refused("/buildings", body).await?;
        let first = &wrong.body["errors"][0];
        assert_eq!((wrong.status, &first["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
        assert!(first["code"] == code || code == "too_short", "{first}");
    }
    Ok(())
}

#[tokio::test]
async fn a_house_has_entrances_risers_and_units_with_links() -> anyhow::Result<()> {
    let desk = Desk::open().await?;
    let house = desk.post("/buildings", json!({ "address": "ул. Навои, 5" })).await?;
    let house = id(&house);
    let body = json!({ "number": 2, "door_code": "12К34" });
    let door = desk.post(&format!("/buildings/{house}/entrances"), body).await?;
    let unit = json!({ "building_id": house, "number": "42", "entrance_id": id(&door), "floor": 7, "kind": "flat",
                       "area_cm2": 543_000, "account": "77-001" });
    let unit = desk.post("/units", unit).await?;
    assert_eq!((&unit["entrance"], &unit["address"]), (&json!(2), &json!("ул. Навои, 5")));
    let body = json!({ "kind": "hot_water", "name": "Кухни", "entrance_id": id(&door), "unit_ids": [id(&unit)] });
    let riser = desk.post(&format!("/buildings/{house}/risers"), body).await?;
    assert_eq!(desk.items(&format!("/units?riser_id={}", id(&riser))).await?.len(), 1);
    assert_eq!(desk.items(&format!("/units?building_id={house}&kind=parking")).await?.len(), 0);
    assert_eq!(desk.items("/units?q=77-0").await?.len(), 1);
    let moved = desk
        .edit(Method::PATCH, &format!("/units/{}", id(&unit)), "*", json!({ "entrance_id": null, "floor": 8 }))
        .await?;
    assert_eq!((&moved.body["entrance"], &moved.body["floor"]), (&Value::Null, &json!(8)));
    let edited = desk
        .edit(Method::PATCH, &format!("/risers/{}", id(&riser)), "*", json!({ "unit_ids": [], "name": "Кухни 1" }))
        .await?;
    assert_eq!((&edited.body["unit_ids"], &edited.body["name"]), (&json!([]), &json!("Кухни 1")));

    let path = format!("/units/{}/invite", id(&unit));
    let link = desk.get(&path).await?.body;
    let start = link["start"].as_str().unwrap();
    assert!(start.starts_with("f_") && link["link"].as_str().unwrap().ends_with(start));
    assert!(link["qr_svg"].as_str().unwrap().contains("<svg"));
    let renewed = desk.post(&path, Value::Null).await?;
    assert_ne!(renewed["start"], link["start"]);
    let sticker = desk.get(&format!("/entrances/{}/sticker", id(&door))).await?.body;
    assert!(sticker["start"].as_str().unwrap().starts_with("e_"));

    for path in [
        format!("/risers/{}", id(&riser)),
        format!("/units/{}", id(&unit)),
        format!("/entrances/{}", id(&door)),
        format!("/buildings/{house}"),
    ] {
        let gone = desk.edit(Method::DELETE, &path, "*", Value::Null).await?;
        assert_eq!(gone.status, StatusCode::NO_CONTENT, "{path}: {}", gone.body);
    }
    assert!(desk.items("/units?archived=true").await?.iter().any(|it| it["id"] == unit["id"]));
    Ok(())
}

#[tokio::test]
async fn residents_are_written_down_listed_and_edited() -> anyhow::Result<()> {
    let desk = Desk::open().await?;
    let unit = desk.site.a.units[3].unit.0;
    let body = json!({ "unit_id": unit, "phone": "+998 93 555-00-11", "name": "Нигора", "role": "tenant" });
    let nigora = desk.post("/residents", body).await?;
    assert_eq!((&nigora["state"], &nigora["phone"]), (&json!("expected"), &json!("+998935550011")));
    let path = format!("/residents/{}", id(&nigora));
    assert_eq!(desk.get(&path).await?.body, nigora);
    let edited = desk.edit(Method::PATCH, &path, "*", json!({ "name": "Нигора Каримова", "role": "owner" })).await?;
    assert_eq!((edited.status, &edited.body["role"]), (StatusCode::OK, &json!("owner")));
    assert_eq!(field(&desk.items("/residents?role=owner").await?, "name"), ["Нигора Каримова"]);
    assert_eq!(desk.items("/residents?state=verified").await?.len(), 2);
    let found = desk.items(&format!("/residents?q={}", PHONES[0].trim_start_matches('+'))).await?;
    assert_eq!((found.len(), &found[0]["state"]), (1, &json!("verified")));
    let everybody = desk.items("/residents").await?;
    assert_eq!(everybody.len(), 4, "two live there, two are expected: {everybody:?}");
    let nobody = desk.refused("/residents", json!({ "unit_id": unit })).await?;
    assert_eq!(nobody.body["errors"][0]["code"], "resident_unnamed");
    let gone = desk.post(&format!("{path}/move_out"), Value::Null).await?;
    assert_eq!(gone["state"], "moved_out");
    assert_eq!(desk.get(&path).await?.status, StatusCode::NOT_FOUND, "the register expects nobody any more");
    Ok(())
}

#[tokio::test]
async fn a_dispatcher_answers_who_waits() -> anyhow::Result<()> {
    let desk = Desk::open().await?;
    let (org, unit) = (desk.site.a.org, desk.site.a.units[3].unit);
    let mut waiting = vec![];
    for who in [91, 92] {
        let person = testkit::fixtures::stranger(desk.site.database.db(), org, who, "Санжар").await?.id();
        let moved = desk.site.database.tenant(org, async |tx| domain::property::move_in(tx, person, unit).await);
        assert!(!moved.await?);
        waiting.push(person);
    }
    let listed = desk.items("/residents?state=pending").await?;
    assert_eq!(listed.len(), 2);
    let dispatcher = desk.site.sign_in(&desk.site.a.dispatcher, Some(org)).await?;
    let answer = async |path: String| {
        desk.site.ask_as(&dispatcher, Method::POST, &format!("{API}/residents/{path}"), None).await
    };
    let yes = answer(format!("{}/verify", id(&listed[0]))).await?;
    assert_eq!((yes.status, &yes.body["state"]), (StatusCode::OK, &json!("verified")));
    let no = answer(format!("{}/decline", id(&listed[1]))).await?;
    assert_eq!((no.status, &no.body["state"]), (StatusCode::OK, &json!("declined")));
    let again = answer(format!("{}/verify", id(&listed[1]))).await?;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::CONFLICT, &json!("resident_decided")));
    let out = answer(format!("{}/move_out", id(&listed[0]))).await?;
    assert_eq!(out.status, StatusCode::FORBIDDEN, "that is for whoever manages residents");
    Ok(())
}
