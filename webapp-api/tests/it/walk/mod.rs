//! Every operation of the document is tried as nobody, as somebody of another org and in a role that is too low. The
//! walk knows nothing but the document and [`table`]: a new route is tried without being told of, and fails by its
//! name until it has a row.

pub mod sample;
mod table;

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::{
    access::{Actor, Role},
    members,
    people::{Language, Newcomer},
};
use serde_json::Value;
use testkit::fixtures::{self, Person};

use self::table::{May, Row, TABLE};
use crate::site::{Answer, SignedIn, Site};

/// One operation of the document.
struct Operation<'a> {
    id: String,
    method: Method,
    path: String,
    public: bool,
    says: &'a Value,
}

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let mut found = vec![];
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, says) in item.as_object().unwrap().iter().filter(|(_, says)| says["responses"].is_object()) {
            found.push(Operation {
                id: says["operationId"].as_str().unwrap_or_else(|| panic!("{method} {path} has no name")).to_owned(),
                method: Method::from_bytes(method.to_uppercase().as_bytes()).unwrap(),
                path: path.clone(),
                public: says["security"].as_array().is_some_and(|needs| needs.contains(&serde_json::json!({}))),
                says,
            });
        }
    }
    found
}

/// Walks through the operations of a site.
struct Walk<'a> {
    site: &'a Site,
    document: &'a Value,
}

impl Walk<'_> {
    async fn try_as(&self, who: Option<&SignedIn>, operation: &Operation<'_>, row: &Row) -> anyhow::Result<Answer> {
        let org = self.site.a.org.to_string();
        let mut request = Request::builder()
            .method(operation.method.clone())
            .uri(self.address(operation))
            .header("X-Organization-Id", org)
            .header(header::IF_MATCH, "*");
        if let Some(who) = who {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", who.token));
        }
        let schema = &operation.says["requestBody"]["content"]["application/json"]["schema"];
        let body = match row.body {
            Some(body) => Some(body()),
            None => (!schema.is_null()).then(|| sample::of(self.document, schema)),
        };
        let body = match body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        self.site.send(request.body(body)?).await
    }

    /// The path with ids of A, and every parameter of the query that is required.
    fn address(&self, operation: &Operation<'_>) -> String {
        let mut address = operation.path.clone();
        let mut query = vec![];
        for parameter in operation.says["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            match parameter["in"].as_str() {
                Some("path") => address = address.replace(&format!("{{{name}}}"), &self.id(name, &parameter["schema"])),
                Some("query") if parameter["required"] == true => {
                    let value = sample::of(self.document, &parameter["schema"]);
                    query.push(format!("{name}={}", value.as_str().map_or(value.to_string(), str::to_owned)));
                }
                _ => {}
            }
        }
        if query.is_empty() { address } else { format!("{address}?{}", query.join("&")) }
    }

    /// Something of A, by the name of its parameter.
    fn id(&self, name: &str, schema: &Value) -> String {
        let a = &self.site.a;
        match name {
            "person_id" => a.residents[0].id().0.to_string(),
            "member_id" => a.workers[0].actor.member().unwrap().0.to_string(),
            "organization_id" | "org_id" => a.org.to_string(),
            _ if schema["format"] == "uuid" || schema["$ref"].is_string() => a.org.to_string(),
            _ => match sample::of(self.document, schema) {
                Value::String(text) => text,
                other => other.to_string(),
            },
        }
    }
}

/// Somebody of A in this role.
async fn somebody(site: &Site, role: Role) -> anyhow::Result<Person> {
    let who =
        Newcomer {
            telegram_id: 900_000 + role as i64, name: "Кто-то", username: None, language: Some(Language::Ru)
        };
    let org = site.a.org;
    Ok(site
        .database
        .tenant(org, async |tx| {
            members::add(tx, &Actor::System, &who, role).await?;
            fixtures::person(tx, &who).await.map_err(|error| domain::Error::Internal(error.into()))
        })
        .await?)
}

#[tokio::test]
async fn every_operation_refuses_nobody_an_outsider_and_a_role_that_is_too_low() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let document = serde_json::to_value(webapp_api::openapi::document())?;
    let walk = Walk { site: &site, document: &document };
    let mut wrong = vec![];
    let mut walked = BTreeSet::new();
    for operation in operations(&document) {
        let id = operation.id.clone();
        walked.insert(id.clone());
        let Some(row) = TABLE.iter().find(|row| row.operation == id) else {
            wrong.push(format!("{id} has no row in walk/table.rs: say who may call it"));
            continue;
        };
        let mut expect = |who: &str, answer: &Answer, fits: bool| {
            if !fits || answer.status.is_server_error() {
                wrong.push(format!("{id}: {who} got {} {}", answer.status, answer.body));
            }
        };
        if let May::Anybody(why) | May::Account(why) | May::Everybody(why) = row.may {
            assert!(!why.is_empty(), "{id}: why?");
        }
        let nobody = walk.try_as(None, &operation, row).await?;
        if let May::Anybody(_) = row.may {
            expect("nobody", &nobody, operation.public);
            continue;
        }
        expect("nobody", &nobody, nobody.status == StatusCode::UNAUTHORIZED && !operation.public);

        // An owner, but of B: with A named in the header, and with A's things in the path.
        let outsider = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
        let answer = walk.try_as(Some(&outsider), &operation, row).await?;
        let names_a_thing = operation.path.contains('{');
        match row.may {
            May::Account(_) => expect("an outsider", &answer, !names_a_thing || !answer.status.is_success()),
            _ => expect("an outsider", &answer, answer.status == StatusCode::NOT_FOUND),
        }

        let low = match row.may {
            May::Anybody(_) | May::Account(_) | May::Everybody(_) => continue,
            May::Members => site.a.residents[0].clone(),
            May::Above(role) => somebody(&site, role).await?,
        };
        let low = site.sign_in(&low, Some(site.a.org)).await?;
        let answer = walk.try_as(Some(&low), &operation, row).await?;
        expect("a role that is too low", &answer, answer.status == StatusCode::FORBIDDEN);
    }
    let stale: Vec<_> = TABLE.iter().map(|row| row.operation).filter(|id| !walked.contains(*id)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(stale.is_empty(), "these rows have no operation any more: {stale:?}");
    Ok(())
}
