//! Access tokens: JWTs of ten minutes that name an account and a session, and carry no right.
//!
//! Signed under a key that is derived from the deployment's keyring, with HS256 or, for whoever wants to check them
//! elsewhere, with EdDSA (`TOKEN_ALGORITHM`; RFC 8037). `kid` names the key, and the key says by which algorithm it is
//! asked, never the token: a new key in front, or the other algorithm, takes over while older tokens run out. What a
//! person may do is read afresh in each request ([`crate::caller`]): nothing but ids is taken from a token.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    OrgId,
    ids::{AccountId, ServiceAccountId, SessionId},
    service_accounts::Client,
};
use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey as _};
use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation,
    jwk::{
        AlgorithmParameters, CommonParameters, EllipticCurve, Jwk, JwkSet, KeyAlgorithm, OctetKeyPairParameters,
        OctetKeyPairType, PublicKeyUse,
    },
};
use platform::{config::TokenAlgorithm, secrets::Keyring};
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

/// How long an access token lasts.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);

/// Who issues them, and for whom.
const ISSUER: &str = "kontora";

/// What the keys of HS256 are derived for; another purpose gives other keys.
const SHARED: &str = "access-token/hs256";

/// What the seeds of Ed25519 are derived for.
const SEED: &str = "access-token/ed25519";

/// What a token says (RFC 7519).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The account; of a program that acts for itself, its own id.
    pub sub: AccountId,
    /// The session; none when a program acts for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sid: Option<SessionId>,
    /// The program that holds it (RFC 9068).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<ServiceAccountId>,
    /// What a program's token is limited to, when it is not all that the program may. It gives nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The org that is meant when a request names none; the caller must be known there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<OrgId>,
    /// When it was issued, in seconds since 1970.
    pub iat: i64,
    /// When it ends, in seconds since 1970.
    pub exp: i64,
}

impl Claims {
    fn of(sub: AccountId, now: DateTime<Utc>) -> Self {
        let (iat, exp) = (now.timestamp(), (now + LIFETIME).timestamp());
        Self { sub, sid: None, client_id: None, scope: None, org: None, iat, exp }
    }
}

/// Makes and reads access tokens.
pub struct Tokens {
    /// The first signs, all verify.
    keys: Vec<Key>,
    /// What others need to verify them (RFC 7517): nothing, unless we sign with EdDSA.
    public: JwkSet,
}

struct Key {
    id: String,
    algorithm: Algorithm,
    signs: EncodingKey,
    verifies: DecodingKey,
}

impl Key {
    fn shared(id: String, secret: &[u8]) -> Self {
        let (signs, verifies) = (EncodingKey::from_secret(secret), DecodingKey::from_secret(secret));
        Self { id, algorithm: Algorithm::HS256, signs, verifies }
    }

    /// With its public half. None when the seed is not 32 bytes, as the ring gives them.
    fn ed25519(id: String, seed: &[u8]) -> Option<(Self, Jwk)> {
        let signing = SigningKey::from_bytes(seed.try_into().ok()?);
        let x = signing.verifying_key().to_bytes();
        let signs = EncodingKey::from_ed_der(signing.to_pkcs8_der().ok()?.as_bytes());
        let public = Jwk {
            common: CommonParameters {
                public_key_use: Some(PublicKeyUse::Signature),
                key_algorithm: Some(KeyAlgorithm::EdDSA),
                key_id: Some(id.clone()),
                ..CommonParameters::default()
            },
            algorithm: AlgorithmParameters::OctetKeyPair(OctetKeyPairParameters {
                key_type: OctetKeyPairType::OctetKeyPair,
                curve: EllipticCurve::Ed25519,
                x: BASE64_URL_SAFE_NO_PAD.encode(x),
            }),
        };
        Some((Self { id, algorithm: Algorithm::EdDSA, signs, verifies: DecodingKey::from_ed_der(&x) }, public))
    }
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.keys.iter().map(|key| &key.id)).finish()
    }
}

#[derive(Serialize)]
struct Issued<'a> {
    iss: &'a str,
    #[serde(flatten)]
    claims: Claims,
}

impl Tokens {
    /// With keys of both algorithms for each key of the ring; those of `algorithm` first.
    pub fn new(ring: &Keyring, algorithm: TokenAlgorithm) -> Self {
        let shared = ring.derive(SHARED).into_iter().map(|(id, key)| Key::shared(id, key.expose_secret()));
        let pairs = ring.derive(SEED).into_iter();
        let pairs = pairs.filter_map(|(id, seed)| Key::ed25519(format!("{id}-ed25519"), seed.expose_secret()));
        let (pairs, public): (Vec<_>, Vec<_>) = pairs.unzip();
        let signs_publicly = algorithm == TokenAlgorithm::EdDsa;
        let keys =
            if signs_publicly { pairs.into_iter().chain(shared).collect() } else { shared.chain(pairs).collect() };
        Self { keys, public: JwkSet { keys: if signs_publicly { public } else { vec![] } } }
    }

    /// The public keys that verify what is signed now, and what was signed before.
    pub fn public(&self) -> &JwkSet {
        &self.public
    }

    /// A token for `session`, and when it ends.
    ///
    /// # Errors
    /// Only when the library cannot sign: a mistake of ours.
    pub fn issue(
        &self,
        account: AccountId,
        session: SessionId,
        org: Option<OrgId>,
        now: DateTime<Utc>,
    ) -> Result<(String, DateTime<Utc>), jsonwebtoken::errors::Error> {
        self.sign(Claims { org, sid: Some(session), ..Claims::of(account, now) })
    }

    /// A token for a session that a program holds, on behalf of `account`.
    ///
    /// # Errors
    /// As [`Tokens::issue`].
    pub fn issue_held(
        &self,
        account: AccountId,
        session: SessionId,
        by: &Client,
        now: DateTime<Utc>,
    ) -> Result<(String, DateTime<Utc>), jsonwebtoken::errors::Error> {
        let (org, client_id) = (Some(by.org), Some(by.id));
        self.sign(Claims { org, client_id, sid: Some(session), ..Claims::of(account, now) })
    }

    /// A token for a program that acts for itself, limited to `scope` perhaps.
    ///
    /// # Errors
    /// As [`Tokens::issue`].
    pub fn issue_program(
        &self,
        program: ServiceAccountId,
        org: OrgId,
        scope: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<(String, DateTime<Utc>), jsonwebtoken::errors::Error> {
        let own = Claims::of(AccountId(program.0), now);
        self.sign(Claims { org: Some(org), client_id: Some(program), scope, ..own })
    }

    fn sign(&self, claims: Claims) -> Result<(String, DateTime<Utc>), jsonwebtoken::errors::Error> {
        let ends = DateTime::from_timestamp(claims.exp, 0).unwrap_or_default();
        let Some(key) = self.keys.first() else {
            return Err(jsonwebtoken::errors::ErrorKind::InvalidKeyFormat.into());
        };
        let header = Header { kid: Some(key.id.clone()), ..Header::new(key.algorithm) };
        Ok((jsonwebtoken::encode(&header, &Issued { iss: ISSUER, claims }, &key.signs)?, ends))
    }

    /// What a token says, if one of our keys signed it and it has not ended at `now`.
    pub fn read(&self, token: &str, now: DateTime<Utc>) -> Option<Claims> {
        let kid = jsonwebtoken::decode_header(token).ok()?.kid?;
        let key = self.keys.iter().find(|key| key.id == kid)?;
        let mut validation = Validation::new(key.algorithm);
        validation.set_issuer(&[ISSUER]);
        validation.set_required_spec_claims(&["exp", "iss", "sub"]);
        validation.validate_exp = false; // by our own clock, below
        let claims: Claims = jsonwebtoken::decode(token, &key.verifies, &validation).ok()?.claims;
        (claims.exp > now.timestamp()).then_some(claims)
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::{AccountId, SessionId};
    use secrecy::SecretString;
    use uuid::Uuid;

    use super::*;

    fn ring(line: &str) -> Keyring {
        Keyring::parse(&SecretString::from(line.to_owned())).unwrap()
    }

    fn tokens(line: &str, algorithm: TokenAlgorithm) -> Tokens {
        Tokens::new(&ring(line), algorithm)
    }

    const BOTH: [TokenAlgorithm; 2] = [TokenAlgorithm::Hs256, TokenAlgorithm::EdDsa];

    #[test]
    fn a_token_opens_until_it_ends_and_as_long_as_its_key_is_known() {
        for algorithm in BOTH {
            let (old, new) = (Keyring::generate(), Keyring::generate());
            let now = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
            let (account, session) = (AccountId(Uuid::from_u128(1)), SessionId(Uuid::from_u128(2)));
            let (token, ends) = tokens(&old, algorithm).issue(account, session, None, now).unwrap();
            assert_eq!(ends, now + LIFETIME);

            let rotated = tokens(&format!("{new},{old}"), algorithm);
            let claims = rotated.read(&token, now + TimeDelta::minutes(9)).unwrap();
            assert_eq!((claims.sub, claims.sid, claims.org), (account, Some(session), None));
            assert_eq!(rotated.read(&token, now + LIFETIME), None, "it ended");
            assert_eq!(tokens(&new, algorithm).read(&token, now), None, "its key is gone");
            let (next, _) = rotated.issue(account, session, None, now).unwrap();
            let kid = |token| jsonwebtoken::decode_header(token).unwrap().kid;
            assert_ne!(kid(&next), kid(&token), "the new key signs");

            let (head, signature) = token.rsplit_once('.').unwrap();
            let forged: String = signature.chars().rev().collect();
            assert_eq!(rotated.read(&format!("{head}.{forged}"), now), None);
            for nonsense in ["", "a.b.c", &token[1..], &format!("{token}x")] {
                assert_eq!(rotated.read(nonsense, now), None, "{nonsense}");
            }
        }
    }

    #[test]
    fn another_algorithm_takes_over_while_older_tokens_run_out() {
        let (line, now) = (Keyring::generate(), DateTime::from_timestamp(1_780_000_000, 0).unwrap());
        let (account, session) = (AccountId(Uuid::from_u128(1)), SessionId(Uuid::from_u128(2)));
        for (before, after) in [(BOTH[0], BOTH[1]), (BOTH[1], BOTH[0])] {
            let (token, _) = tokens(&line, before).issue(account, session, None, now).unwrap();
            assert!(tokens(&line, after).read(&token, now).is_some());
        }
    }

    /// The key says how it is asked: a public key is no secret that somebody may sign with.
    #[test]
    fn a_public_key_is_no_secret_to_sign_with() {
        let (line, now) = (Keyring::generate(), DateTime::from_timestamp(1_780_000_000, 0).unwrap());
        let ours = tokens(&line, TokenAlgorithm::EdDsa);
        let (token, _) = ours.issue(AccountId(Uuid::from_u128(1)), SessionId(Uuid::from_u128(2)), None, now).unwrap();
        let (_, body) = token.split_once('.').unwrap();
        let claims = BASE64_URL_SAFE_NO_PAD.decode(body.split('.').next().unwrap()).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        let AlgorithmParameters::OctetKeyPair(public) = &ours.public().keys[0].algorithm else { panic!("Ed25519") };
        let public = BASE64_URL_SAFE_NO_PAD.decode(&public.x).unwrap();
        let header = Header { kid: jsonwebtoken::decode_header(&token).unwrap().kid, ..Header::new(Algorithm::HS256) };
        let forged = jsonwebtoken::encode(&header, &claims, &EncodingKey::from_secret(&public)).unwrap();
        assert_eq!(ours.read(&forged, now), None);
    }

    /// RFC 8037, appendix A.1, A.2 and A.4: the key, its public half, a signature.
    #[test]
    fn a_seed_signs_as_the_rfc_does() {
        let seed = BASE64_URL_SAFE_NO_PAD.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").unwrap();
        let (key, public) = Key::ed25519("k".into(), &seed).unwrap();
        let public = serde_json::to_value(public).unwrap();
        let expected = serde_json::json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": "k",
                                           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
        assert_eq!(public, expected);
        let said = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        let signature = jsonwebtoken::crypto::sign(said.as_bytes(), &key.signs, key.algorithm).unwrap();
        let of_the_rfc = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        assert_eq!(signature, of_the_rfc);
        assert!(jsonwebtoken::crypto::verify(&signature, said.as_bytes(), &key.verifies, key.algorithm).unwrap());
    }

    #[test]
    fn public_keys_are_told_only_when_they_verify_something() {
        let (old, new) = (Keyring::generate(), Keyring::generate());
        let both = tokens(&format!("{new},{old}"), TokenAlgorithm::EdDsa);
        assert_eq!(both.public().keys.len(), 2, "also the one of before");
        assert!(tokens(&new, TokenAlgorithm::Hs256).public().keys.is_empty());
        let told = serde_json::to_string(both.public()).unwrap();
        assert!(!told.contains("\"d\""), "never the private half: {told}");
    }

    #[test]
    fn a_token_without_a_signature_is_nothing() {
        let keys = ring(&Keyring::generate());
        let now = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        // {"alg":"none","typ":"JWT","kid":"k"}
        let token = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIiwia2lkIjoiayJ9.eyJzdWIiOiIwIn0.";
        assert_eq!(Tokens::new(&keys, TokenAlgorithm::Hs256).read(token, now), None);
    }
}
