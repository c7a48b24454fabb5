//! What a route does not know it refuses, and says so field by field in the reader's language.

use axum::{
    Json, Router,
    body::Body,
    http::{Method, Request, StatusCode, header},
    routing::{get, post},
};
use garde::Validate;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use webapp_api::{
    Api, Problem,
    page::Page,
    valid::{self, Id, Listing},
};

use crate::site::Site;

#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
struct NewThing {
    #[garde(length(chars, min = 1, max = 5))]
    name: String,
    #[garde(range(max = 9))]
    #[serde(default)]
    count: u8,
    #[garde(dive)]
    owner: Option<Owner>,
}

#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
struct Owner {
    #[garde(email)]
    email: String,
}

#[derive(Deserialize, Validate, IntoParams)]
struct Filter {
    #[garde(skip)]
    sort: Option<Sort>,
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Sort {
    Name,
    #[serde(rename = "-name")]
    NameDown,
}

async fn make(valid::Body(new): valid::Body<NewThing>) -> Json<Value> {
    Json(json!({ "name": new.name, "count": new.count, "owner": new.owner.map(|owner| owner.email) }))
}

async fn list(
    axum::extract::State(api): axum::extract::State<Api>,
    listing: Listing<Filter>,
) -> Result<Json<Page<u32>>, Problem> {
    let after: Option<u32> = listing.page.key(&api, "things")?;
    let after = after.unwrap_or(0);
    let down = matches!(listing.filter.sort, Some(Sort::NameDown));
    let rows: Vec<u32> = (after + 1..=7).take(usize::try_from(listing.page.reads()).unwrap()).collect();
    Ok(Json(Page::cut(&api, "things", &listing.page, rows, |row| *row, |row| if down { 100 - row } else { row })))
}

async fn show(Id((id, _)): Id<(Uuid, u8)>) -> String {
    id.to_string()
}

async fn site() -> anyhow::Result<Site> {
    let routes =
        Router::new().route("/things", post(make)).route("/things", get(list)).route("/things/{id}/{nth}", get(show));
    Ok(Site::open().await?.with_routes(routes))
}

#[tokio::test]
async fn a_body_of_another_shape_is_refused_field_by_field() -> anyhow::Result<()> {
    let site = site().await?;
    let post = async |body: &str, language: &str| {
        let request = Request::post("/things")
            .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
            .header(header::ACCEPT_LANGUAGE, language)
            .body(Body::from(body.to_owned()))?;
        site.send(request).await
    };
    for (body, errors) in [
        (r#"{"name":"abcdef"}"#, json!([["name", "too_long", "Too much: at most 5."]])),
        (
            r#"{"name":"","count":10}"#,
            json!([["count", "too_great", "Не больше 9."], ["name", "too_short", "Слишком мало: не меньше 1."]]),
        ),
        (
            r#"{"name":"a","owner":{"email":"no"}}"#,
            json!([["owner.email", "email_invalid", "That does not look like an e-mail address."]]),
        ),
        (r#"{"name":"a","owner":{}}"#, json!([["owner.email", "missing", "This field is needed."]])),
        (r#"{"name":"a","nmae":1}"#, json!([["nmae", "field_unknown", "There is no such field here."]])),
        (r#"{"name":1}"#, json!([["name", "wrong_kind", "A value of another kind belongs here."]])),
        (r#" ["a"]"#, json!([[".", "wrong_kind", "A value of another kind belongs here."]])),
        (r#"{"name":"a","name":"b"}"#, json!([["name", "given_twice", "It is given twice."]])),
    ] {
        let russian = errors.as_array().unwrap().len() > 1;
        let answer = post(body, if russian { "ru" } else { "en" }).await?;
        let mut found: Vec<Value> = answer.body["errors"]
            .as_array()
            .unwrap_or_else(|| panic!("{body}: {answer:?}"))
            .iter()
            .map(|error| json!([error["field"], error["code"], error["message"]]))
            .collect();
        found.sort_by_key(Value::to_string);
        assert_eq!(Value::from(found), if russian { json!([errors[0], errors[1]]) } else { errors }, "{body}");
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    }
    for (body, status) in [("{", 400), ("", 400), (r#"{"name":"a"} x"#, 400), (r#"{"name":"ok"}"#, 200)] {
        assert_eq!(post(body, "ru").await?.status.as_u16(), status, "{body}");
    }
    let bare = Request::post("/things").body(Body::from(r#"{"name":"a"}"#))?;
    assert_eq!(site.send(bare).await?.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let huge = format!(r#"{{"name":"{}"}}"#, "a".repeat(1024 * 1024));
    let answer = post(&huge, "ru").await?;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::PAYLOAD_TOO_LARGE, &"body_too_large".into()));
    Ok(())
}

#[tokio::test]
async fn a_list_is_paged_to_its_end_and_takes_only_the_parameters_it_declares() -> anyhow::Result<()> {
    let site = site().await?;
    let mut seen = vec![];
    let mut path = "/things?limit=3".to_owned();
    loop {
        let answer = site.ask(Method::GET, &path).await?;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        seen.extend(answer.body["items"].as_array().unwrap().iter().map(|item| item.as_u64().unwrap()));
        let Some(next) = answer.body["next"].as_str() else { break };
        path = format!("/things?after={next}&limit=3");
    }
    assert_eq!(seen, (1..=7).collect::<Vec<_>>());
    assert_eq!(site.ask(Method::GET, "/things?sort=-name&limit=1").await?.body["items"], json!([99]));
    for (query, field, code) in [
        ("limit=0", "limit", "too_small"),
        ("limit=101", "limit", "too_great"),
        ("limit=x", "limit", "wrong_kind"),
        ("limit=1&limit=2", "limit", "given_twice"),
        ("sort=size", "sort", "choice_unknown"),
        ("colour=red", "colour", "parameter_unknown"),
        ("after=AAAAAAAAAAAAAAAAAAAA", "after", "cursor_invalid"),
    ] {
        let answer = site.ask(Method::GET, &format!("/things?{query}")).await?;
        assert_eq!(
            (answer.status, &answer.body["code"]),
            (StatusCode::BAD_REQUEST, &"query_invalid".into()),
            "{query}"
        );
        let error = &answer.body["errors"][0];
        assert_eq!((&error["field"], &error["code"]), (&field.into(), &code.into()), "{query}");
    }
    Ok(())
}

#[tokio::test]
async fn a_path_that_holds_no_id_names_nothing() -> anyhow::Result<()> {
    let site = site().await?;
    let id = Uuid::from_u128(7);
    assert_eq!(site.ask(Method::GET, &format!("/things/{id}/1")).await?.status, StatusCode::OK);
    for path in [format!("/things/{id}/300"), "/things/7/1".to_owned(), "/things/%FF/1".to_owned()] {
        let answer = site.ask(Method::GET, &path).await?;
        assert_eq!((answer.status, &answer.body["code"]), (StatusCode::NOT_FOUND, &"not_found".into()), "{path}");
    }
    Ok(())
}
