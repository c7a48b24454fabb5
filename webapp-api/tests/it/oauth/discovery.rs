//! What a browser is answered, and what a program finds out by itself.

use axum::http::{Method, StatusCode, header};
use domain::service_accounts;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, jwk::JwkSet};
use platform::config::{TokenAlgorithm, Web};
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::site::Site;

use super::{BACK, TEAMS, VERIFIER, let_in, own_token, with};

#[tokio::test]
async fn a_browser_is_sent_to_the_question_or_back_and_never_elsewhere() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (_, program) = let_in(&site, &["teams.read"], &[]).await?;
    let challenge = service_accounts::challenge_of(VERIFIER).unwrap();
    let go = async |changed: &[(&str, &str)]| {
        let mut query = vec![
            ("response_type", "code"),
            ("client_id", &program.id),
            ("redirect_uri", BACK),
            ("state", "xyz"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        query.retain(|(name, _)| changed.iter().all(|(other, _)| other != name));
        query.extend(changed.iter().filter(|(_, value)| !value.is_empty()));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let answer = site.ask(Method::GET, &format!("/oauth/authorize?{query}")).await?;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        anyhow::Ok(answer.headers[header::LOCATION].to_str()?.to_owned())
    };
    let asked = go(&[]).await?;
    assert!(asked.starts_with("/console/authorize?org=") && asked.contains("state=xyz"), "{asked}");
    for (changed, wrong) in [
        (("client_id", site.b.org.to_string()), "client"),
        (("client_id", "x".to_owned()), "client"),
        (("redirect_uri", "https://evil.example.com/".to_owned()), "redirect"),
        (("redirect_uri", format!("{BACK}&x=1")), "redirect"),
        (("redirect_uri", String::new()), "redirect"),
    ] {
        let shown = go(&[(changed.0, &changed.1)]).await?;
        assert_eq!(shown, format!("/console/authorize?wrong={wrong}"), "{changed:?}");
    }
    for (changed, error) in [
        (("response_type", "token"), "unsupported_response_type"),
        (("response_type", ""), "invalid_request"),
        (("code_challenge", ""), "invalid_request"),
        (("code_challenge_method", "plain"), "invalid_request"),
        (("scope", "roles.manage:all"), "invalid_scope"),
    ] {
        let back = go(&[changed]).await?;
        assert!(back.starts_with(BACK), "{back}");
        assert!(back.contains(&format!("&error={error}&state=xyz&iss=http%3A%2F%2Flocalhost")), "{back}");
    }
    let no = json!({ "client_id": program.id, "redirect_uri": BACK, "code_challenge": challenge, "approve": false });
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let denied = site.ask_as(&worker, Method::POST, "/api/v1/oauth/consent", Some(no.clone())).await?;
    assert!(denied.body["redirect_to"].as_str().unwrap().contains("&error=access_denied&iss="), "{denied:?}");
    let resident = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let asked = site.ask_as(&resident, Method::POST, "/api/v1/oauth/consent", Some(no.clone())).await?;
    assert_eq!(asked.status, StatusCode::FORBIDDEN, "a program acts for members");
    let other = site.sign_in(&site.b.owner, Some(site.b.org)).await?;
    let elsewhere = site.ask_as(&other, Method::POST, "/api/v1/oauth/consent", Some(no)).await?;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "and of its own org");
    Ok(())
}

#[tokio::test]
async fn a_program_finds_out_what_it_has_to_know() -> anyhow::Result<()> {
    let web = Web { public_url: Some("https://crm.example.com/".parse()?), ..Default::default() };
    let site = Site::open_with(web).await?;
    let answer = site.ask(Method::GET, "/.well-known/oauth-authorization-server").await?;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.body["issuer"], "https://crm.example.com");
    assert_eq!(answer.body["token_endpoint"], "https://crm.example.com/oauth/token");
    assert_eq!(answer.body["code_challenge_methods_supported"], json!(["S256"]));
    let scopes = answer.body["scopes_supported"].as_array().unwrap();
    assert!(scopes.contains(&"requests.read:own".into()) && !scopes.contains(&"platform.tenants:all".into()));
    Ok(())
}

#[tokio::test]
async fn others_verify_our_tokens_by_the_keys_that_we_tell() -> anyhow::Result<()> {
    let web = Web { token_algorithm: TokenAlgorithm::EdDsa, ..Web::default() };
    let site = Site::open_with(web).await?;
    let (owner, program) = let_in(&site, &["teams.read"], &[]).await?;
    let own = own_token(&site, &program).await?;
    assert_eq!(with(&site, &own.clone().into(), Method::GET, TEAMS, None).await?.status, StatusCode::OK);

    let metadata = site.ask(Method::GET, "/.well-known/oauth-authorization-server").await?;
    assert_eq!(metadata.body["jwks_uri"], "http://localhost/.well-known/jwks.json");
    let told = site.ask(Method::GET, "/.well-known/jwks.json").await?;
    assert_eq!(told.headers[header::CACHE_CONTROL], "public, max-age=600");
    let keys: JwkSet = serde_json::from_value(told.body)?;
    for (token, account) in [(&own, &program.id), (&owner.token, &owner.account.0.to_string())] {
        let kid = jsonwebtoken::decode_header(token)?.kid.unwrap();
        let key = DecodingKey::from_jwk(keys.find(&kid).unwrap())?;
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.validate_exp = false; // the clock of a test stands still
        let claims: Value = jsonwebtoken::decode(token, &key, &validation)?.claims;
        assert_eq!((&claims["sub"], &claims["iss"]), (&account.as_str().into(), &"kontora".into()));
    }
    let shared = Site::open().await?;
    let told = shared.ask(Method::GET, "/.well-known/jwks.json").await?;
    assert_eq!(told.body, json!({ "keys": [] }), "a secret is told to nobody");
    Ok(())
}
