//! Signing in at Telegram, with a provider of the test's own: what it must be told, and what it may say. A real one
//! answers in the browser's journeys.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use axum::{
    Form, Json, Router,
    extract::State,
    http::{HeaderMap, Method, StatusCode, header},
    routing::{get, post},
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::service_accounts::challenge_of;
use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey as _};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use platform::config::{OidcClient, Web};
use serde_json::{Value, json};
use url::Url;

use super::holder;
use crate::site::{Answer, Site};

/// A provider: who is at it, and what it was asked.
#[derive(Clone, Default)]
struct Provider {
    issuer: String,
    /// What the next ID token says beside what it has to.
    says: Arc<Mutex<Value>>,
    /// The challenge and the redirect that a code was given for.
    asked: Arc<Mutex<(String, String)>>,
}

impl Provider {
    async fn open() -> anyhow::Result<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let issuer = format!("http://{}", listener.local_addr()?);
        let provider = Self { issuer, ..Self::default() };
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(jwks))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Ok(provider)
    }

    fn key() -> SigningKey {
        SigningKey::from_bytes(&[9; 32])
    }
}

async fn discovery(State(provider): State<Provider>) -> Json<Value> {
    let at = |path: &str| format!("{}/{path}", provider.issuer);
    Json(json!({ "issuer": provider.issuer, "authorization_endpoint": at("authorize?from=kontora"),
                 "token_endpoint": at("token"), "jwks_uri": at("jwks") }))
}

async fn jwks() -> Json<Value> {
    let x = BASE64_URL_SAFE_NO_PAD.encode(Provider::key().verifying_key().to_bytes());
    Json(json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "kid": "k", "x": x }] }))
}

async fn token(
    State(provider): State<Provider>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Json<Value>, StatusCode> {
    let (challenge, redirect_uri) = provider.asked.lock().unwrap().clone();
    let fits = form["code"] == "good"
        && form["redirect_uri"] == redirect_uri
        && challenge_of(&form["code_verifier"]) == Some(challenge)
        && headers[header::AUTHORIZATION] == "Basic bWU6b3VyIHNlY3JldA==";
    if !fits {
        return Err(StatusCode::BAD_REQUEST);
    }
    let key = EncodingKey::from_ed_der(Provider::key().to_pkcs8_der().unwrap().as_bytes());
    let header = Header { kid: Some("k".into()), ..Header::new(Algorithm::EdDSA) };
    let claims = provider.says.lock().unwrap().clone();
    Ok(Json(json!({ "id_token": jsonwebtoken::encode(&header, &claims, &key).unwrap(), "token_type": "Bearer" })))
}

/// A site that is known to a provider.
async fn known() -> anyhow::Result<(Site, Provider)> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let provider = Provider::open().await?;
    let client =
        OidcClient { issuer: provider.issuer.parse()?, client_id: "me".into(), client_secret: "our secret".into() };
    let site = Site::open_with(Web { oidc: Some(client), ..Web::default() }).await?;
    Ok((site, provider))
}

/// A browser begins, and somebody with this Telegram id says yes at the provider.
async fn begun(site: &Site, provider: &Provider, id: i64) -> anyhow::Result<Value> {
    let begun = site.post("/api/v1/auth/telegram", json!({})).await?;
    assert_eq!(begun.status, StatusCode::OK, "{begun:?}");
    let address = Url::parse(begun.body["address"].as_str().unwrap())?;
    let asked: HashMap<_, _> = address.query_pairs().into_owned().collect();
    assert!(address.as_str().starts_with(&format!("{}/authorize?from=kontora&", provider.issuer)), "{address}");
    assert_eq!(
        [&asked["response_type"], &asked["client_id"], &asked["scope"], &asked["code_challenge_method"]],
        ["code", "me", "openid profile", "S256"]
    );
    assert_eq!(asked["redirect_uri"], "http://localhost/console/telegram");
    *provider.asked.lock().unwrap() = (asked["code_challenge"].clone(), asked["redirect_uri"].clone());
    let at = site.database.source().now().timestamp();
    *provider.says.lock().unwrap() = json!({ "iss": provider.issuer, "aud": "me", "sub": "555", "id": id,
                                             "nonce": asked["nonce"], "iat": at, "exp": at + 600 });
    Ok(json!({ "code": "good", "state": asked["state"], "login_token": begun.body["login_token"] }))
}

async fn finish(site: &Site, brought: &Value) -> anyhow::Result<Answer> {
    site.post("/api/v1/auth/telegram/finish", brought.clone()).await
}

fn code(answer: &Answer) -> (StatusCode, &str) {
    (answer.status, answer.body["code"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn whoever_telegram_says_it_is_gets_in_once() -> anyhow::Result<()> {
    let (site, provider) = known().await?;
    let ways = site.ask(Method::GET, "/api/v1/auth/ways").await?;
    assert_eq!(ways.body, json!({ "telegram": true }));
    let owner = &site.a.owner;
    let brought = begun(&site, &provider, owner.telegram_id()).await?;
    let answer = finish(&site, &brought).await?;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let me = site.ask_as(&holder(&answer.body), Method::GET, "/api/v1/me", None).await?;
    assert_eq!(me.body["person_id"], owner.id().0.to_string());
    assert_eq!(code(&finish(&site, &brought).await?), (StatusCode::UNAUTHORIZED, "login_over"), "once");
    Ok(())
}

#[tokio::test]
async fn nobody_gets_in_by_anothers_browser_a_wrong_code_or_a_token_that_does_not_hold() -> anyhow::Result<()> {
    let (site, provider) = known().await?;
    let id = site.a.owner.telegram_id();
    let over = (StatusCode::UNAUTHORIZED, "login_over");
    let refused = (StatusCode::UNAUTHORIZED, "telegram_refused");
    let with = |mut brought: Value, field: &str, value: &str| {
        brought[field] = value.into();
        brought
    };
    let other = with(begun(&site, &provider, id).await?, "login_token", "another browser's");
    assert_eq!(code(&finish(&site, &other).await?), over);
    let unknown = with(begun(&site, &provider, id).await?, "state", "x");
    assert_eq!(code(&finish(&site, &unknown).await?), over);
    let guessed = with(begun(&site, &provider, id).await?, "code", "guessed");
    assert_eq!(code(&finish(&site, &guessed).await?), refused);
    let brought = begun(&site, &provider, id).await?;
    provider.says.lock().unwrap()["nonce"] = "of another request".into();
    assert_eq!(code(&finish(&site, &brought).await?), refused);
    let brought = begun(&site, &provider, id).await?;
    provider.says.lock().unwrap()["aud"] = "somebody else".into();
    assert_eq!(code(&finish(&site, &brought).await?), refused);
    let brought = begun(&site, &provider, 4_242_424_242).await?;
    assert_eq!(code(&finish(&site, &brought).await?), (StatusCode::UNAUTHORIZED, "telegram_unknown"));
    Ok(())
}

#[tokio::test]
async fn without_a_provider_there_is_no_such_way_and_a_provider_that_is_away_is_told() -> anyhow::Result<()> {
    let site = Site::open().await?;
    assert_eq!(site.ask(Method::GET, "/api/v1/auth/ways").await?.body, json!({ "telegram": false }));
    let answer = site.post("/api/v1/auth/telegram", json!({})).await?;
    assert_eq!(code(&answer), (StatusCode::NOT_FOUND, "not_found"));
    let brought = json!({ "code": "a", "state": "b", "login_token": "c" });
    assert_eq!(finish(&site, &brought).await?.status, StatusCode::NOT_FOUND);

    let _ = rustls::crypto::ring::default_provider().install_default();
    let nowhere = OidcClient {
        issuer: "http://127.0.0.1:9".parse()?,
        client_id: "me".into(),
        client_secret: "our secret".into(),
    };
    let site = Site::open_with(Web { oidc: Some(nowhere), ..Web::default() }).await?;
    let answer = site.post("/api/v1/auth/telegram", json!({})).await?;
    assert_eq!(code(&answer), (StatusCode::SERVICE_UNAVAILABLE, "unavailable"));
    Ok(())
}
