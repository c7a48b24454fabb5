//! Telegram's sign-in on the web: OpenID Connect (core.telegram.org/bots/telegram-login), the code flow with PKCE.
//!
//! There is no userinfo: everything is in the ID token. Who somebody is with Telegram is its claim `id`; `sub` is
//! another number. The provider is asked afresh for its addresses and keys with each sign-in: those are rare, and what
//! is not kept is never stale. It may be any provider that tells such an `id`.

use std::time::Duration;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, jwk::JwkSet};
use reqwest::{Client, RequestBuilder, redirect};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error as _},
};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use url::Url;

/// Where Telegram is.
pub const TELEGRAM: &str = "https://oauth.telegram.org";

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The largest answer, in bytes.
const ANSWER_MAX: usize = 256 * 1024;

/// How far the clocks of others may be off, in seconds.
const OFF: i64 = 60;

/// Signatures by a key that only the provider has. A shared secret is none.
const ALGORITHMS: [Algorithm; 4] = [Algorithm::RS256, Algorithm::PS256, Algorithm::ES256, Algorithm::EdDSA];

/// A provider, and who we are to it.
#[derive(Clone, Debug)]
pub struct Oidc {
    http: Client,
    issuer: Url,
    client_id: String,
    client_secret: SecretString,
}

/// What goes with a browser, and what is remembered of it here.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// Where the browser comes back to.
    pub redirect_uri: &'a str,
    /// Ties the answer to the browser.
    pub state: &'a str,
    /// Ties the ID token to the request.
    pub nonce: &'a str,
    /// Ties the code to the request (RFC 7636).
    pub verifier: &'a str,
}

/// Who signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Their id with Telegram.
    pub telegram_id: i64,
}

/// Why nobody did.
#[derive(Debug, thiserror::Error)]
pub enum OidcError {
    /// The provider cannot be asked, or speaks something else.
    #[error("the provider cannot be used: {0}")]
    Provider(String),
    /// It says no to this code, or what it signed does not hold.
    #[error("the sign-in does not hold: {0}")]
    Refused(&'static str),
}

/// What the provider tells of itself (OpenID Connect Discovery, 3).
#[derive(Debug, Deserialize)]
struct Metadata {
    issuer: String,
    #[serde(deserialize_with = "address")]
    authorization_endpoint: Url,
    #[serde(deserialize_with = "address")]
    token_endpoint: Url,
    #[serde(deserialize_with = "address")]
    jwks_uri: Url,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

fn address<'de, D: Deserializer<'de>>(given: D) -> Result<Url, D::Error> {
    Url::parse(&String::deserialize(given)?).map_err(D::Error::custom)
}

#[derive(Debug, Deserialize)]
struct Tokens {
    id_token: String,
}

/// The claims that count (OpenID Connect Core, 2). Times are checked by our own clock.
#[derive(Debug, Deserialize)]
struct Claims {
    id: Id,
    aud: Value,
    #[serde(default)]
    azp: Option<String>,
    exp: i64,
    #[serde(default)]
    iat: Option<i64>,
    #[serde(default)]
    nonce: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Number(i64),
    Text(String),
}

impl Oidc {
    /// A provider by its issuer, such as [`TELEGRAM`].
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(issuer: Url, client_id: String, client_secret: SecretString) -> reqwest::Result<Self> {
        let http = Client::builder()
            .user_agent(concat!("kontora/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .timeout(PATIENCE)
            .build()?;
        Ok(Self { http, issuer, client_id, client_secret })
    }

    /// Where to send a browser.
    ///
    /// # Errors
    /// [`OidcError::Provider`].
    pub async fn address(&self, attempt: &Attempt<'_>) -> Result<Url, OidcError> {
        let mut address = self.discover().await?.authorization_endpoint;
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(attempt.verifier));
        address
            .query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.client_id)
            .append_pair("redirect_uri", attempt.redirect_uri)
            .append_pair("scope", "openid profile")
            .append_pair("state", attempt.state)
            .append_pair("nonce", attempt.nonce)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256");
        Ok(address)
    }

    /// Who came back with `code`.
    ///
    /// # Errors
    /// [`OidcError::Refused`] for a code that is none and a token that does not hold, else [`OidcError::Provider`].
    pub async fn finish(&self, attempt: &Attempt<'_>, code: &str, now: DateTime<Utc>) -> Result<SignedIn, OidcError> {
        let provider = self.discover().await?;
        let secret = self.client_secret.expose_secret();
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", attempt.redirect_uri),
            ("code_verifier", attempt.verifier),
        ];
        let mut request = self.http.post(provider.token_endpoint);
        let ways = provider.token_endpoint_auth_methods_supported.as_deref().unwrap_or_default();
        let by_header = ways.is_empty() || ways.iter().any(|way| way == "client_secret_basic");
        if by_header {
            request = request.basic_auth(&self.client_id, Some(secret));
        } else {
            form.extend([("client_id", self.client_id.as_str()), ("client_secret", secret)]);
        }
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
        let Tokens { id_token } = read(request).await?;
        let keys: JwkSet = read(self.http.get(provider.jwks_uri)).await?;
        self.verify(&id_token, &keys, &provider.issuer, attempt.nonce, now)
    }

    /// What an ID token says (OpenID Connect Core, 3.1.3.7), when all of it holds.
    fn verify(
        &self,
        token: &str,
        keys: &JwkSet,
        issuer: &str,
        nonce: &str,
        now: DateTime<Utc>,
    ) -> Result<SignedIn, OidcError> {
        let refused = |why| move |_| OidcError::Refused(why);
        let header = jsonwebtoken::decode_header(token).map_err(refused("no token"))?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(OidcError::Refused("its algorithm"));
        }
        let key = match &header.kid {
            Some(kid) => keys.find(kid),
            None => keys.keys.first().filter(|_| keys.keys.len() == 1),
        };
        let key = key.ok_or(OidcError::Refused("its key"))?;
        let key = DecodingKey::from_jwk(key).map_err(refused("its key"))?;
        let mut validation = Validation::new(header.alg);
        validation.set_issuer(&[issuer]);
        validation.set_audience(&[&self.client_id]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.validate_exp = false; // by our own clock, below
        let claims: Claims =
            jsonwebtoken::decode(token, &key, &validation).map_err(refused("its signature or its claims"))?.claims;
        let now = now.timestamp();
        if claims.exp <= now - OFF || claims.iat.is_some_and(|iat| iat > now + OFF) {
            return Err(OidcError::Refused("its time"));
        }
        if claims.nonce.as_deref() != Some(nonce) {
            return Err(OidcError::Refused("its nonce"));
        }
        let shared = claims.aud.as_array().is_some_and(|many| many.len() > 1);
        if (shared || claims.azp.is_some()) && claims.azp.as_deref() != Some(&self.client_id) {
            return Err(OidcError::Refused("its audience"));
        }
        let telegram_id = match claims.id {
            Id::Number(id) => Some(id),
            Id::Text(id) => id.parse().ok(),
        };
        let telegram_id = telegram_id.filter(|id| *id > 0).ok_or(OidcError::Refused("its id"))?;
        Ok(SignedIn { telegram_id })
    }

    /// What the provider tells of itself, where it has to stand. It must be who it says (Discovery, 4.3).
    async fn discover(&self) -> Result<Metadata, OidcError> {
        let issuer = self.issuer.as_str().trim_end_matches('/');
        let metadata: Metadata = match read(self.http.get(format!("{issuer}/.well-known/openid-configuration"))).await {
            Err(OidcError::Refused(why)) => return Err(OidcError::Provider(why.to_owned())),
            read => read?,
        };
        if metadata.issuer.trim_end_matches('/') != issuer {
            return Err(OidcError::Provider("it says that it is somebody else".to_owned()));
        }
        let endpoints = [&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.jwks_uri];
        if self.issuer.scheme() == "https" && endpoints.iter().any(|url| url.scheme() != "https") {
            return Err(OidcError::Provider("an address of its is not https".to_owned()));
        }
        Ok(metadata)
    }
}

/// An answer of JSON, of a size that is reasonable. A 4xx is a no.
async fn read<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, OidcError> {
    // Without the address: a token's would be told with its query.
    let lost = |error: reqwest::Error| OidcError::Provider(error.without_url().to_string());
    let mut response = request.send().await.map_err(lost)?;
    if response.status().is_client_error() {
        return Err(OidcError::Refused("the provider says no"));
    }
    if !response.status().is_success() {
        return Err(OidcError::Provider(format!("it answered {}", response.status().as_u16())));
    }
    let mut body = vec![];
    while let Some(chunk) = response.chunk().await.map_err(lost)? {
        if body.len() + chunk.len() > ANSWER_MAX {
            return Err(OidcError::Provider("its answer is too long".to_owned()));
        }
        body.extend_from_slice(&chunk);
    }
    serde_json::from_slice(&body).map_err(|_| OidcError::Provider("its answer cannot be read".to_owned()))
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey as _};
    use jsonwebtoken::{EncodingKey, Header};
    use serde_json::json;

    use super::*;

    const ISSUER: &str = "https://oauth.example.com";

    fn oidc() -> Oidc {
        let _ = rustls::crypto::ring::default_provider().install_default();
        Oidc::new(ISSUER.parse().unwrap(), "me".into(), "secret".to_owned().into()).unwrap()
    }

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_000, 0).unwrap()
    }

    fn claims() -> Value {
        let at = now().timestamp();
        json!({ "iss": ISSUER, "aud": "me", "sub": "555", "id": 7010, "nonce": "n", "iat": at, "exp": at + 600 })
    }

    /// A token signed by the key `k`, and the keys that the provider tells.
    fn signed(claims: &Value, header: Header) -> (String, JwkSet) {
        let signing = SigningKey::from_bytes(&[7; 32]);
        let key = EncodingKey::from_ed_der(signing.to_pkcs8_der().unwrap().as_bytes());
        let x = BASE64_URL_SAFE_NO_PAD.encode(signing.verifying_key().to_bytes());
        let keys = json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "kid": "k", "x": x }] });
        (jsonwebtoken::encode(&header, claims, &key).unwrap(), serde_json::from_value(keys).unwrap())
    }

    fn ours() -> Header {
        Header { kid: Some("k".into()), ..Header::new(Algorithm::EdDSA) }
    }

    fn verdict(claims: &Value) -> Result<i64, String> {
        let (token, keys) = signed(claims, ours());
        let verdict = oidc().verify(&token, &keys, ISSUER, "n", now());
        verdict.map(|who| who.telegram_id).map_err(|error| error.to_string())
    }

    #[test]
    fn somebody_is_who_their_id_says_and_not_their_sub() {
        assert_eq!(verdict(&claims()), Ok(7010));
        let mut text = claims();
        text["id"] = json!("7010");
        assert_eq!(verdict(&text), Ok(7010));
        for id in [json!(null), json!("me"), json!(0), json!(-100), json!(1.5)] {
            let mut claims = claims();
            claims["id"] = id;
            assert!(verdict(&claims).is_err(), "{claims}");
        }
    }

    #[test]
    fn a_token_that_was_meant_otherwise_does_not_hold() {
        let at = now().timestamp();
        for (claim, value) in [
            ("iss", json!("https://evil.example.com")),
            ("aud", json!("somebody")),
            ("aud", json!(["me", "somebody"])),
            ("azp", json!("somebody")),
            ("nonce", json!("another")),
            ("nonce", json!(null)),
            ("exp", json!(at - 61)),
            ("iat", json!(at + 61)),
            ("sub", json!(null)),
        ] {
            let mut claims = claims();
            claims[claim] = value;
            assert!(verdict(&claims).is_err(), "{claims}");
        }
        let mut shared = claims();
        (shared["aud"], shared["azp"]) = (json!(["me", "somebody"]), json!("me"));
        assert_eq!(verdict(&shared), Ok(7010));
    }

    #[test]
    fn a_token_of_another_key_or_of_a_shared_secret_does_not_hold() {
        let (token, keys) = signed(&claims(), ours());
        let refuses = |token: &str, keys: &JwkSet| oidc().verify(token, keys, ISSUER, "n", now()).is_err();
        assert!(!refuses(&token, &keys));
        assert!(refuses(&token, &JwkSet { keys: vec![] }));
        let (other, _) = signed(&claims(), Header { kid: Some("other".into()), ..ours() });
        assert!(refuses(&other, &keys));
        let shared = Header { kid: Some("k".into()), ..Header::new(Algorithm::HS256) };
        let shared = jsonwebtoken::encode(&shared, &claims(), &EncodingKey::from_secret(b"secret")).unwrap();
        assert!(refuses(&shared, &keys));
        for nonsense in ["", "a.b.c", "eyJhbGciOiJub25lIiwia2lkIjoiayJ9.e30."] {
            assert!(refuses(nonsense, &keys), "{nonsense}");
        }
        let (head, signature) = token.rsplit_once('.').unwrap();
        let forged: String = signature.chars().rev().collect();
        assert!(refuses(&format!("{head}.{forged}"), &keys));
    }
}
