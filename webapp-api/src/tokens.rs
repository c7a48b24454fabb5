//! Access tokens: JWTs of ten minutes that name an account and a session, and carry no right.
//!
//! Signed with HS256 under a key that is derived from the deployment's keyring; `kid` names the key of the ring, so
//! that a new key in front takes over while tokens of the old one run out. What a person may do is read afresh in
//! each request ([`crate::caller`]): nothing but the two ids and the org to begin with is taken from a token.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    OrgId,
    ids::{AccountId, ServiceAccountId, SessionId},
    service_accounts::Client,
};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use platform::secrets::Keyring;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

/// How long an access token lasts.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);

/// Who issues them, and for whom.
const ISSUER: &str = "kontora";

/// What the signing keys are derived for; another purpose gives other keys.
const PURPOSE: &str = "access-token/hs256";

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
    keys: Vec<(String, EncodingKey, DecodingKey)>,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.keys.iter().map(|(id, ..)| id)).finish()
    }
}

#[derive(Serialize)]
struct Issued<'a> {
    iss: &'a str,
    #[serde(flatten)]
    claims: Claims,
}

impl Tokens {
    /// With a signing key for each key of the ring.
    pub fn new(keys: &Keyring) -> Self {
        let derived = keys.derive(PURPOSE).into_iter().map(|(id, key)| {
            let key = key.expose_secret();
            (id, EncodingKey::from_secret(key), DecodingKey::from_secret(key))
        });
        Self { keys: derived.collect() }
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
        let Some((id, key, _)) = self.keys.first() else {
            return Err(jsonwebtoken::errors::ErrorKind::InvalidKeyFormat.into());
        };
        let header = Header { kid: Some(id.clone()), ..Header::new(Algorithm::HS256) };
        Ok((jsonwebtoken::encode(&header, &Issued { iss: ISSUER, claims }, key)?, ends))
    }

    /// What a token says, if one of our keys signed it and it has not ended at `now`.
    pub fn read(&self, token: &str, now: DateTime<Utc>) -> Option<Claims> {
        let kid = jsonwebtoken::decode_header(token).ok()?.kid?;
        let (.., key) = self.keys.iter().find(|(id, ..)| *id == kid)?;
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_required_spec_claims(&["exp", "iss", "sub"]);
        validation.validate_exp = false; // by our own clock, below
        let claims: Claims = jsonwebtoken::decode(token, key, &validation).ok()?.claims;
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

    #[test]
    fn a_token_opens_until_it_ends_and_as_long_as_its_key_is_known() {
        let (old, new) = (Keyring::generate(), Keyring::generate());
        let now = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        let (account, session) = (AccountId(Uuid::from_u128(1)), SessionId(Uuid::from_u128(2)));
        let (token, ends) = Tokens::new(&ring(&old)).issue(account, session, None, now).unwrap();
        assert_eq!(ends, now + LIFETIME);

        let rotated = Tokens::new(&ring(&format!("{new},{old}")));
        let claims = rotated.read(&token, now + TimeDelta::minutes(9)).unwrap();
        assert_eq!((claims.sub, claims.sid, claims.org), (account, Some(session), None));
        assert_eq!(rotated.read(&token, now + LIFETIME), None, "it ended");
        assert_eq!(Tokens::new(&ring(&new)).read(&token, now), None, "its key is gone");

        let (head, signature) = token.rsplit_once('.').unwrap();
        let forged: String = signature.chars().rev().collect();
        assert_eq!(rotated.read(&format!("{head}.{forged}"), now), None);
        for nonsense in ["", "a.b.c", &token[1..], &format!("{token}x")] {
            assert_eq!(rotated.read(nonsense, now), None, "{nonsense}");
        }
    }

    #[test]
    fn a_token_without_a_signature_is_nothing() {
        let keys = ring(&Keyring::generate());
        let now = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        // {"alg":"none","typ":"JWT","kid":"k"}
        let token = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIiwia2lkIjoiayJ9.eyJzdWIiOiIwIn0.";
        assert_eq!(Tokens::new(&keys).read(token, now), None);
    }
}
