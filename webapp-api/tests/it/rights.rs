//! Roles, teams, rights and seeing with another's eyes, over HTTP.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use serde_json::{Value, json};
use testkit::fixtures::Person;

use crate::site::{Answer, SignedIn, Site};

fn member(person: &Person) -> String {
    person.actor.member().unwrap().0.to_string()
}

/// Whether an answer is this status with this code.
#[track_caller]
fn is(answer: &Answer, status: StatusCode, code: &str) {
    assert_eq!((answer.status, answer.body["code"].as_str()), (status, Some(code)), "{answer:?}");
}

async fn edit(site: &Site, who: &SignedIn, method: Method, path: &str, body: &Value) -> anyhow::Result<Answer> {
    let request = site.request(who, method, path).header(header::IF_MATCH, "*");
    site.send(request.body(Body::from(body.to_string()))?).await
}

/// Makes something of A's and gives its path.
async fn made(site: &Site, owner: &SignedIn, path: &str, body: Value) -> anyhow::Result<(String, Answer)> {
    let answer = site.ask_as(owner, Method::POST, path, Some(body)).await?;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    Ok((format!("{path}/{}", answer.body["id"].as_str().unwrap()), answer))
}

/// Every route: nobody is 401, whoever is of another org is 404, whoever may not is 403.
#[tokio::test]
async fn every_route_of_rights_keeps_strangers_out() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let neighbour = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let role_body = json!({ "name": "Склад", "based_on": "worker", "grants": ["catalog.*"] });
    let (role, _) = made(&site, &owner, "/api/v1/roles", role_body.clone()).await?;
    let (team, _) = made(&site, &owner, "/api/v1/teams", json!({ "name": "Сантехники" })).await?;
    let target = member(&site.a.workers[1]);
    let explained = format!("/api/v1/access/explain?member_id={target}");
    let hidden = format!("{role}/hidden_elements");
    let given = format!("{role}/members/{target}");
    let (get, post, put, patch, delete) = (Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE);
    let nothing = json!({});
    // What is of the org as a whole is there in each org: a stranger to it names the org itself.
    let routes: [(&Method, &str, Value, bool, bool); 18] = [
        (&get, "/api/v1/permissions", nothing.clone(), false, true),
        (&get, "/api/v1/me/rights", nothing.clone(), false, false),
        (&get, &explained, nothing.clone(), true, true),
        (&get, "/api/v1/ui_elements", nothing.clone(), false, true),
        (&put, &hidden, json!({ "elements": [] }), true, true),
        (&get, "/api/v1/settings/members_see", nothing.clone(), false, true),
        (&put, "/api/v1/settings/members_see", json!({ "members_see": "team" }), false, true),
        (&post, "/api/v1/view_as", json!({ "member_id": target }), true, true),
        (&get, "/api/v1/roles", nothing.clone(), false, true),
        (&get, "/api/v1/roles/matrix", nothing.clone(), false, true),
        (&post, "/api/v1/roles", role_body, false, true),
        (&get, &role, nothing.clone(), true, true),
        (&patch, &role, nothing.clone(), true, true),
        (&put, &given, nothing.clone(), true, true),
        (&delete, &role, nothing.clone(), true, true),
        (&post, "/api/v1/teams", json!({ "name": "Ещё" }), false, true),
        (&patch, &team, nothing.clone(), true, true),
        (&delete, &team, nothing.clone(), true, true),
    ];
    for (method, path, body, names_a_thing, needs_a_right) in &routes {
        let anonymous = Request::builder()
            .method((*method).clone())
            .uri(*path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::IF_MATCH, "*")
            .body(Body::from(body.to_string()))?;
        is(&site.send(anonymous).await?, StatusCode::UNAUTHORIZED, "unauthenticated");
        let elsewhere = site
            .request(&neighbour, (*method).clone(), path)
            .header("X-Organization-Id", site.a.org.to_string())
            .header(header::IF_MATCH, "*")
            .body(Body::from(body.to_string()))?;
        is(&site.send(elsewhere).await?, StatusCode::NOT_FOUND, "not_found");
        if *names_a_thing {
            let answer = edit(&site, &neighbour, (*method).clone(), path, body).await?;
            is(&answer, StatusCode::NOT_FOUND, "not_found");
        }
        if *needs_a_right {
            let answer = edit(&site, &worker, (*method).clone(), path, body).await?;
            is(&answer, StatusCode::FORBIDDEN, "forbidden");
        }
    }
    // Every colleague may see the teams; a resident may not.
    let resident = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    for path in ["/api/v1/teams", &team] {
        is(&site.ask(Method::GET, path).await?, StatusCode::UNAUTHORIZED, "unauthenticated");
        is(&site.ask_as(&resident, Method::GET, path, None).await?, StatusCode::FORBIDDEN, "forbidden");
        assert_eq!(site.ask_as(&worker, Method::GET, path, None).await?.status, StatusCode::OK);
    }
    is(&site.ask_as(&neighbour, Method::GET, &team, None).await?, StatusCode::NOT_FOUND, "not_found");
    is(&site.ask(Method::DELETE, "/api/v1/view_as").await?, StatusCode::UNAUTHORIZED, "unauthenticated");
    is(&site.ask_as(&resident, Method::DELETE, "/api/v1/view_as", None).await?, StatusCode::FORBIDDEN, "forbidden");
    Ok(())
}

/// S1-95, S1-96: roles and permissions.
#[tokio::test]
async fn a_role_is_made_edited_given_and_deleted() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let body = json!({ "name": "Склад", "based_on": "worker", "grants": ["catalog.*", "requests.read:team"] });
    let (path, role) = made(&site, &owner, "/api/v1/roles", body.clone()).await?;
    assert_eq!(role.body["grants"], json!(["requests.read:team", "catalog.read:all", "catalog.manage:all"]));
    let again = site.ask_as(&owner, Method::POST, "/api/v1/roles", Some(body)).await?;
    is(&again, StatusCode::CONFLICT, "role_name_taken");

    let given = format!("{path}/members/{}", member(&site.a.workers[0]));
    assert_eq!(site.ask_as(&owner, Method::PUT, &given, None).await?.status, StatusCode::NO_CONTENT);
    let rights = site.ask_as(&worker, Method::GET, "/api/v1/me/rights", None).await?;
    assert_eq!(rights.body["custom_role_id"], role.body["id"]);
    assert_eq!(rights.body["permissions"]["catalog.manage"], "all");
    assert_eq!(rights.body["permissions"]["requests.take"], Value::Null);
    let screens = rights.body["screens"].as_array().unwrap();
    let catalog = screens.iter().find(|screen| screen["screen"] == "catalog").unwrap();
    assert_eq!(catalog["menu"], true);
    assert_eq!(catalog["buttons"], json!([{ "name": "manage", "shown": true, "enabled": true }]));
    assert!(screens.iter().all(|screen| screen["screen"] != "platform"));

    let seen = site.ask_as(&owner, Method::GET, &path, None).await?;
    let patch = |tag: &str| {
        let request = site.request(&owner, Method::PATCH, &path).header(header::IF_MATCH, tag.to_owned());
        request.body(Body::from(json!({ "grants": ["catalog.read"] }).to_string()))
    };
    let tag = seen.headers[header::ETAG].to_str()?.to_owned();
    let edited = site.send(patch(&tag)?).await?;
    assert_eq!((edited.status, &edited.body["version"]), (StatusCode::OK, &json!(2)), "{edited:?}");
    let late = site.send(patch(&tag)?).await?;
    is(&late, StatusCode::PRECONDITION_FAILED, "changed_meanwhile");
    assert_eq!(late.body["current"]["version"], 2);

    let matrix = site.ask_as(&owner, Method::GET, "/api/v1/roles/matrix", None).await?;
    let columns = matrix.body["columns"].as_array().unwrap();
    assert_eq!((columns[0]["role"].as_str(), columns.len()), (Some("owner"), 12));
    let row = matrix.body["rows"].as_array().unwrap().iter().find(|row| row["permission"] == "catalog.read").unwrap();
    assert_eq!((row["title"].as_str(), &row["scopes"][11]), (Some("Каталог и портфолио: просмотр"), &json!("all")));

    is(&edit(&site, &owner, Method::DELETE, &path, &Value::Null).await?, StatusCode::CONFLICT, "role_in_use");
    let listed = site.ask_as(&owner, Method::GET, "/api/v1/roles", None).await?;
    assert_eq!(
        (&listed.body["items"][0]["members"], listed.body["presets"].as_array().unwrap().len()),
        (&json!(1), 11)
    );
    Ok(())
}

#[tokio::test]
async fn a_role_that_says_nonsense_is_refused_by_field() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    for (body, field) in [
        (json!({ "name": "", "based_on": "worker" }), "name"),
        (json!({ "name": "я".repeat(81), "based_on": "worker" }), "name"),
        (json!({ "name": "Склад", "based_on": "owner" }), "based_on"),
        (json!({ "name": "Склад", "based_on": "king" }), "based_on"),
        (json!({ "name": "Склад", "based_on": "worker", "grants": ["catalog.fly"] }), "grants"),
        (json!({ "name": "Склад", "based_on": "worker", "grants": ["members.manage:own"] }), "grants"),
    ] {
        let answer = site.ask_as(&owner, Method::POST, "/api/v1/roles", Some(body.clone())).await?;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}: {answer:?}");
        assert_eq!(answer.body["errors"][0]["field"], field, "{body}: {answer:?}");
    }
    let missing = format!("/api/v1/roles/{}", uuid::Uuid::nil());
    for path in ["/api/v1/roles/nonsense", &missing] {
        is(&site.ask_as(&owner, Method::GET, path, None).await?, StatusCode::NOT_FOUND, "not_found");
    }
    Ok(())
}

#[tokio::test]
async fn a_team_is_made_edited_and_deleted() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let ids = json!([member(&site.a.workers[0])]);
    let (path, team) = made(&site, &owner, "/api/v1/teams", json!({ "name": "Сантехники", "member_ids": ids })).await?;
    assert_eq!(team.body["member_ids"], ids);
    let strangers = json!({ "name": "Чужие", "member_ids": [member(&site.b.workers[0])] });
    let answer = site.ask_as(&owner, Method::POST, "/api/v1/teams", Some(strangers)).await?;
    assert_eq!(
        (answer.status, &answer.body["errors"][0]["code"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("member_unknown"))
    );
    let edited = edit(&site, &owner, Method::PATCH, &path, &json!({ "member_ids": [] })).await?;
    assert_eq!((edited.status, &edited.body["member_ids"]), (StatusCode::OK, &json!([])), "{edited:?}");
    let unsaid = site.ask_as(&owner, Method::DELETE, &path, None).await?;
    is(&unsaid, StatusCode::PRECONDITION_REQUIRED, "precondition_required");
    assert_eq!(edit(&site, &owner, Method::DELETE, &path, &Value::Null).await?.status, StatusCode::NO_CONTENT);
    is(&site.ask_as(&owner, Method::GET, &path, None).await?, StatusCode::NOT_FOUND, "not_found");
    Ok(())
}

#[tokio::test]
async fn nobody_gives_more_than_they_have_over_http_either() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let helper = json!({ "name": "Кадры", "based_on": "dispatcher", "grants": ["roles.*", "members.*", "catalog.*"] });
    let (path, _) = made(&site, &owner, "/api/v1/roles", helper).await?;
    let (mighty, _) =
        made(&site, &owner, "/api/v1/roles", json!({ "name": "Касса", "based_on": "accountant" })).await?;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let given = format!("{path}/members/{}", member(&site.a.dispatcher));
    assert_eq!(site.ask_as(&owner, Method::PUT, &given, None).await?.status, StatusCode::NO_CONTENT);

    let more = json!({ "name": "Больше", "based_on": "worker", "grants": ["org.delete"] });
    let answer = site.ask_as(&dispatcher, Method::POST, "/api/v1/roles", Some(more)).await?;
    is(&answer, StatusCode::FORBIDDEN, "beyond_your_rights");
    let given = format!("{mighty}/members/{}", member(&site.a.workers[0]));
    is(&site.ask_as(&dispatcher, Method::PUT, &given, None).await?, StatusCode::FORBIDDEN, "beyond_your_rights");
    let own = format!("{mighty}/members/{}", member(&site.a.dispatcher));
    is(&site.ask_as(&dispatcher, Method::PUT, &own, None).await?, StatusCode::FORBIDDEN, "own_role");
    let answer = edit(&site, &dispatcher, Method::PATCH, &path, &json!({ "grants": ["*"] })).await?;
    is(&answer, StatusCode::FORBIDDEN, "own_role");
    Ok(())
}

/// «Почему я вижу».
#[tokio::test]
async fn a_right_is_explained_in_the_callers_language() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let filed = testkit::fixtures::file(&site.database, &site.a, &site.a.residents[0]).await?.id;
    let path = format!("/api/v1/access/explain?permission=requests.read&request_id={}", filed.0);
    let answer = site.ask_as(&worker, Method::GET, &path, None).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!((&answer.body["role"], &answer.body["grant"]), (&json!("worker"), &json!("requests.read:assigned")));
    assert_eq!(answer.body["seen_because"], "free");
    insta::assert_json_snapshot!(answer.body["sentences"]);

    let unseen = format!("/api/v1/access/explain?request_id={}", uuid::Uuid::nil());
    is(&site.ask_as(&worker, Method::GET, &unseen, None).await?, StatusCode::NOT_FOUND, "not_found");
    let nonsense = site.ask_as(&worker, Method::GET, "/api/v1/access/explain?permission=x", None).await?;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mine = site.ask_as(&worker, Method::GET, "/api/v1/access/explain?permission=org.delete", None).await?;
    assert_eq!((&mine.body["scope"], &mine.body["source"]), (&Value::Null, &Value::Null));
    Ok(())
}

#[tokio::test]
async fn what_is_hidden_from_a_role_is_not_on_its_screens() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let body = json!({ "elements": ["requests.button.take", "menu.tasks"] });
    let path = "/api/v1/roles/dispatcher/hidden_elements";
    assert_eq!(site.ask_as(&owner, Method::PUT, path, Some(body)).await?.status, StatusCode::NO_CONTENT);
    let rights = site.ask_as(&dispatcher, Method::GET, "/api/v1/me/rights", None).await?;
    let screens = rights.body["screens"].as_array().unwrap();
    let screen = |name: &str| screens.iter().find(|screen| screen["screen"] == name).unwrap();
    let take = screen("requests")["buttons"].as_array().unwrap().iter().find(|it| it["name"] == "take").unwrap();
    assert_eq!(
        (take, &screen("tasks")["menu"]),
        (&json!({ "name": "take", "shown": false, "enabled": false }), &json!(false))
    );
    assert_eq!(rights.body["permissions"]["requests.take"], "all", "hiding takes nothing away");
    let listed = site.ask_as(&owner, Method::GET, "/api/v1/ui_elements", None).await?;
    assert_eq!(listed.body["hidden"][0], json!({ "role": "dispatcher", "element": "menu.tasks" }));
    for (role, code) in [("owner", "owner_stays"), ("king", "not_found")] {
        let path = format!("/api/v1/roles/{role}/hidden_elements");
        let answer = site.ask_as(&owner, Method::PUT, &path, Some(json!({ "elements": [] }))).await?;
        assert_eq!(answer.body["code"], code, "{answer:?}");
    }
    Ok(())
}

/// K1.
#[tokio::test]
async fn an_org_sets_what_its_members_see() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let path = "/api/v1/settings/members_see";
    for seen in ["team", "own", "all"] {
        let body = json!({ "members_see": seen });
        assert_eq!(site.ask_as(&owner, Method::PUT, path, Some(body.clone())).await?.status, StatusCode::NO_CONTENT);
        assert_eq!(site.ask_as(&owner, Method::GET, path, None).await?.body, body);
    }
    let answer = site.ask_as(&owner, Method::PUT, path, Some(json!({ "members_see": "filter" }))).await?;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer:?}");
    Ok(())
}

/// «Посмотреть глазами».
#[tokio::test]
async fn the_owner_sees_with_a_workers_eyes_and_changes_nothing() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let worker = &site.a.workers[0];
    let started =
        site.ask_as(&owner, Method::POST, "/api/v1/view_as", Some(json!({ "member_id": member(worker) }))).await?;
    assert_eq!(started.status, StatusCode::CREATED, "{started:?}");
    let id = started.body["id"].as_str().unwrap();
    let through = |who: &SignedIn, method: Method, path: &str, body: Value| {
        let request = site.request(who, method, path).header("X-View-As", id).header(header::IF_MATCH, "*");
        request.body(Body::from(body.to_string()))
    };
    let rights = site.send(through(&owner, Method::GET, "/api/v1/me/rights", Value::Null)?).await?;
    assert_eq!(
        (&rights.body["role"], &rights.body["seen_by_person_id"]),
        (&json!("worker"), &json!(site.a.owner.id().0))
    );
    is(
        &site.send(through(&owner, Method::GET, "/api/v1/roles", Value::Null)?).await?,
        StatusCode::FORBIDDEN,
        "forbidden",
    );
    let team = json!({ "name": "Тайная" });
    let answer = site.send(through(&owner, Method::POST, "/api/v1/teams", team)?).await?;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{answer:?}");
    let others = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    assert_eq!(
        site.send(through(&others, Method::GET, "/api/v1/me/rights", Value::Null)?).await?.status,
        StatusCode::FORBIDDEN,
        "a viewing is its viewer's own"
    );
    assert_eq!(site.ask_as(&owner, Method::DELETE, "/api/v1/view_as", None).await?.status, StatusCode::NO_CONTENT);
    let over = site.send(through(&owner, Method::GET, "/api/v1/me/rights", Value::Null)?).await?;
    is(&over, StatusCode::CONFLICT, "viewing_over");

    let mut superuser = site.database.superuser().await?;
    let used =
        "select data ->> 'what' from events where org_id = $1 and kind = 'viewing_used' and actor_id = $2 order by id";
    let used: Vec<String> =
        sqlx::query_scalar(used).bind(site.a.org.0).bind(site.a.owner.id().0).fetch_all(&mut superuser).await?;
    assert_eq!(used, ["GET /api/v1/me/rights", "GET /api/v1/roles", "POST /api/v1/teams"]);
    Ok(())
}
