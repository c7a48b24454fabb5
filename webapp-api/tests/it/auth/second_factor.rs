//! The second factor (S1-93).

use std::time::Duration;

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use totp_rs::{Builder, Secret, Totp};

use super::{
    holder,
    password::{EMAIL, PASSWORD, login, register},
};
use crate::site::{Answer, SignedIn, Site};

const PATH: &str = "/api/v1/me/second-factor";

fn now_code(site: &Site, totp: &Totp) -> String {
    totp.generate(u64::try_from(site.database.source().now().timestamp()).unwrap()).to_string()
}

async fn enrolled(site: &Site, who: &SignedIn) -> anyhow::Result<(Totp, Vec<String>)> {
    let begun = site.ask_as(who, Method::POST, PATH, None).await?;
    anyhow::ensure!(begun.status == StatusCode::OK, "{begun:?}");
    assert!(begun.body["uri"].as_str().unwrap().starts_with("otpauth://totp/Kontora:anna%40example.com?"));
    assert!(begun.body["qr"].as_str().unwrap().starts_with("data:image/png;base64,"));
    let secret = Secret::try_from_base32(begun.body["secret"].as_str().unwrap()).unwrap();
    let totp = Builder::new().with_secret(secret).with_account_name("anna").build().unwrap();
    let wrong = site.ask_as(who, Method::POST, &format!("{PATH}/confirm"), Some(json!({ "code": "000000" }))).await?;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = json!({ "code": now_code(site, &totp) });
    let confirmed = site.ask_as(who, Method::POST, &format!("{PATH}/confirm"), Some(code)).await?;
    anyhow::ensure!(confirmed.status == StatusCode::OK, "{confirmed:?}");
    let codes = confirmed.body["recovery_codes"].as_array().unwrap();
    Ok((totp, codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect()))
}

async fn second(site: &Site, first: &Value, code: &str) -> anyhow::Result<Answer> {
    site.database.source().advance(Duration::from_secs(60)); // five a minute
    site.post("/api/v1/auth/login/code", json!({ "mfa_token": first["mfa_token"], "code": code })).await
}

#[tokio::test]
async fn with_a_second_factor_the_password_is_not_enough_and_each_code_is_good_once() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = holder(&register(&site).await?);
    let (totp, _) = enrolled(&site, &who).await?;
    let first = login(&site, "192.0.2.1", EMAIL, PASSWORD).await?;
    assert_eq!((first.status, &first.body["mfa_required"]), (StatusCode::OK, &true.into()));
    assert_eq!(first.body.get("access_token"), None);

    assert_eq!(second(&site, &first.body, "000000").await?.status, StatusCode::UNAUTHORIZED);
    site.database.source().advance(Duration::from_secs(60));
    let code = now_code(&site, &totp);
    let body = json!({ "mfa_token": first.body["mfa_token"], "code": code });
    let done = site.post("/api/v1/auth/login/code", body.clone()).await?;
    assert_eq!(done.status, StatusCode::OK, "{done:?}");
    let again = site.post("/api/v1/auth/login/code", body).await?;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::UNAUTHORIZED, &"mfa_over".into()));

    let first = login(&site, "192.0.2.2", EMAIL, PASSWORD).await?;
    let body = json!({ "mfa_token": first.body["mfa_token"], "code": code });
    let replayed = site.post("/api/v1/auth/login/code", body).await?;
    assert_eq!((replayed.status, &replayed.body["code"]), (StatusCode::UNAUTHORIZED, &"credentials_wrong".into()));
    Ok(())
}

#[tokio::test]
async fn a_recovery_code_is_good_once_and_password_with_code_switch_it_off() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let who = holder(&register(&site).await?);
    let (totp, codes) = enrolled(&site, &who).await?;
    assert_eq!(codes.len(), 10);
    let twice = site.ask_as(&who, Method::POST, PATH, None).await?;
    assert_eq!((twice.status, &twice.body["code"]), (StatusCode::CONFLICT, &"second_factor_on".into()));
    let first = login(&site, "192.0.2.1", EMAIL, PASSWORD).await?;
    assert_eq!(second(&site, &first.body, &codes[3].to_uppercase()).await?.status, StatusCode::OK);
    let first = login(&site, "192.0.2.2", EMAIL, PASSWORD).await?;
    assert_eq!(second(&site, &first.body, &codes[3]).await?.status, StatusCode::UNAUTHORIZED, "it was used");

    let off = async |password: &str, code: &str| {
        site.database.source().advance(Duration::from_secs(60));
        let token = site.sign_in_again(&who)?;
        let body = json!({ "password": password, "code": code });
        site.ask_as(&token, Method::POST, &format!("{PATH}/disable"), Some(body)).await
    };
    assert_eq!(off("не тот пароль", &codes[4]).await?.status, StatusCode::CONFLICT);
    site.database.source().advance(Duration::from_secs(60));
    assert_eq!(off(PASSWORD, "000000").await?.status, StatusCode::CONFLICT);
    let _ = totp;
    assert_eq!(off(PASSWORD, &codes[5]).await?.status, StatusCode::NO_CONTENT);
    site.database.source().advance(Duration::from_secs(60));
    assert!(login(&site, "192.0.2.3", EMAIL, PASSWORD).await?.body["access_token"].is_string());
    Ok(())
}
