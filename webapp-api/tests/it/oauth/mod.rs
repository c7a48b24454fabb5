//! Programs: let in by an owner, with tokens of their own or on behalf of a member. S1-19, S1-20, S1-140.

mod codes;
mod discovery;
mod on_behalf;
mod programs;

use std::net::SocketAddr;

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use domain::service_accounts;
use serde_json::{Value, json};
use testkit::evidence;
use url::{Url, form_urlencoded};

use crate::site::{Answer, SignedIn, Site};

const ACCOUNTS: &str = "/api/v1/service-accounts";
const EVENTS: &str = "/api/v1/audit/events";
const TEAMS: &str = "/api/v1/teams";
const BACK: &str = "https://client.example.com/back?from=kontora";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A program that was let in.
struct Program {
    id: String,
    secret: String,
}

/// The owner of A, who lets a program in.
async fn let_in(site: &Site, scopes: &[&str], from: &[&str]) -> anyhow::Result<(SignedIn, Program)> {
    let owner = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let new = json!({ "name": "1C", "scopes": scopes, "allowed_from": from, "redirect_uris": [BACK] });
    let made = site.ask_as(&owner, Method::POST, ACCOUNTS, Some(new)).await?;
    assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
    let word = |name: &str| made.body[name].as_str().unwrap().to_owned();
    let program = Program { id: word("id"), secret: word("client_secret") };
    evidence::plant("a program's secret", &program.secret, evidence::May::BeAnswered);
    Ok((owner, program))
}

/// Posts a form, as somebody at `address`.
async fn form(
    site: &Site,
    path: &str,
    basic: Option<&Program>,
    fields: &[(&str, &str)],
    address: Option<&str>,
) -> anyhow::Result<Answer> {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(Program { id, secret }) = basic {
        let proof = BASE64_STANDARD.encode(format!("{id}:{secret}"));
        request = request.header(header::AUTHORIZATION, format!("Basic {proof}"));
    }
    let mut request = request.body(Body::from(body.finish()))?;
    come_from(&mut request, address);
    site.send(request).await
}

fn come_from(request: &mut Request<Body>, address: Option<&str>) {
    if let Some(address) = address {
        let peer: SocketAddr = format!("{address}:4711").parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
    }
}

async fn token(site: &Site, by: &Program, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
    form(site, "/oauth/token", Some(by), fields, None).await
}

async fn own_token(site: &Site, by: &Program) -> anyhow::Result<String> {
    let answer = token(site, by, &[("grant_type", "client_credentials")]).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    Ok(answer.body["access_token"].as_str().unwrap().to_owned())
}

/// A request with a token.
async fn with(site: &Site, token: &Value, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Answer> {
    let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
    let request = request.header(header::AUTHORIZATION, format!("Bearer {}", token.as_str().unwrap()));
    site.send(request.body(body.map_or(Body::empty(), |body| Body::from(body.to_string())))?).await
}

/// What the consent page sends for a yes: the code that comes back.
async fn approve(site: &Site, who: &SignedIn, by: &Program, scope: &str) -> anyhow::Result<String> {
    let challenge = service_accounts::challenge_of(VERIFIER).unwrap();
    let yes = json!({ "client_id": by.id, "redirect_uri": BACK, "scope": scope, "code_challenge": challenge,
                      "state": "s t&", "approve": true });
    let answer = site.ask_as(who, Method::POST, "/api/v1/oauth/consent", Some(yes)).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let back = Url::parse(answer.body["redirect_to"].as_str().unwrap())?;
    let brought = |name: &str| back.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    assert_eq!((brought("from").as_deref(), brought("state").as_deref()), (Some("kontora"), Some("s t&")));
    assert_eq!(brought("iss").as_deref(), Some("http://localhost"));
    Ok(brought("code").unwrap())
}

async fn exchange(site: &Site, by: &Program, code: &str, verifier: &str, uri: &str) -> anyhow::Result<Answer> {
    let fields =
        [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", uri), ("code_verifier", verifier)];
    token(site, by, &fields).await
}

async fn refresh(site: &Site, by: &Program, token_: &Value) -> anyhow::Result<Answer> {
    token(site, by, &[("grant_type", "refresh_token"), ("refresh_token", token_.as_str().unwrap())]).await
}

fn refused(answer: &Answer) -> (StatusCode, &str) {
    (answer.status, answer.body["error"].as_str().unwrap_or_default())
}
