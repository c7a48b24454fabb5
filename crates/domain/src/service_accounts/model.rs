//! The facts about a service account, where it may come from, and where its answers may be sent.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use ipnet::IpNet;

use crate::{Error, Result, access::Grants, ids::ServiceAccountId};

/// For so long the secret of before is good too, after a rotation.
pub const OLD_SECRET_LASTS: TimeDelta = TimeDelta::hours(24);

/// For so long a code can be turned into tokens (RFC 6749, 4.1.2, says ten minutes at most).
pub const CODE_LASTS: TimeDelta = TimeDelta::seconds(60);

/// The most service accounts of an org that are in force.
pub(super) const PER_ORG: usize = 50;

/// The most networks that one may come from.
const NETWORKS_MAX: usize = 50;

/// The most addresses that a code may be sent to.
pub const REDIRECTS_MAX: usize = 10;

/// The most scopes of one.
pub const SCOPES_MAX: usize = 200;

/// A program. Its secret is shown once, when it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceAccount {
    /// Its id, which is its `client_id` too.
    pub id: ServiceAccountId,
    /// What it is called.
    pub name: String,
    /// What it may do: `requests.read:all` and so on.
    pub scopes: Vec<String>,
    /// The networks that it may come from; from anywhere when there is none.
    pub allowed_from: Vec<String>,
    /// Where the code of a member's approval may be sent; without any it acts on nobody's behalf.
    pub redirect_uris: Vec<String>,
    /// Until when the secret of before is good too.
    pub previous_until: Option<DateTime<Utc>>,
    /// When it was last given a token; tokens last ten minutes.
    pub last_used_at: Option<DateTime<Utc>>,
    /// Grows with each change.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Since when it may do nothing.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// A service account to be made.
#[derive(Clone, Debug)]
pub struct NewServiceAccount<'a> {
    /// What to call it: 1 to 100 characters.
    pub name: &'a str,
    /// What it may do; nothing that its maker may not.
    pub scopes: &'a [String],
    /// Networks as `203.0.113.0/24`, or single addresses.
    pub allowed_from: &'a [String],
    /// Where codes may be sent: `https`, or `http` on the person's own machine.
    pub redirect_uris: &'a [String],
}

/// What is to be changed; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct Edit<'a> {
    /// A new name.
    pub name: Option<&'a str>,
    /// What it may do from now on.
    pub scopes: Option<&'a [String]>,
    /// Where it may come from, from now on.
    pub allowed_from: Option<&'a [String]>,
    /// Where codes may be sent, from now on.
    pub redirect_uris: Option<&'a [String]>,
}

pub(super) fn name_of(name: &str) -> Result<String> {
    let name = name.trim();
    let fits = (1..=100).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if fits { Ok(name.to_owned()) } else { Err(Error::Invalid { field: "name", code: "title_invalid" }) }
}

/// Scopes as they are kept: without repetitions and patterns, and at least one.
pub(super) fn scopes_of<S: AsRef<str>>(written: impl IntoIterator<Item = S>) -> Result<Grants> {
    let grants = Grants::parse(written).unwrap_or(Grants::NONE);
    if grants == Grants::NONE {
        return Err(Error::Invalid { field: "scopes", code: "grant_invalid" });
    }
    Ok(grants)
}

/// What is asked for with blanks between, of what somebody has; all of it when nothing is named.
pub(super) fn wanted(has: &[String], scope: &str) -> Result<Grants> {
    let has = Grants::stored(has);
    match scope.trim() {
        "" => Ok(has),
        scope => scopes_of(scope.split_ascii_whitespace())
            .ok()
            .filter(|wanted| has.covers(wanted))
            .ok_or(Error::Invalid { field: "scope", code: "grant_invalid" }),
    }
}

/// Networks as they are kept.
pub(super) fn networks_of(written: &[String]) -> Result<Vec<String>> {
    let wrong = || Error::Invalid { field: "allowed_from", code: "network_invalid" };
    if written.len() > NETWORKS_MAX {
        return Err(wrong());
    }
    let one = |net: &str| net.parse().or_else(|_| net.parse::<IpAddr>().map(IpNet::from)).map_err(|_| wrong());
    written.iter().map(|net| one(net.trim()).map(|net| net.trunc().to_string())).collect()
}

/// Addresses as they are kept, byte for byte: they are compared so (RFC 9700, 2.1). A fragment has no place in one
/// (RFC 6749, 3.1.2), and only the person's own machine is reached without TLS (RFC 8252, 7.3).
pub(super) fn redirects_of(written: &[String]) -> Result<Vec<String>> {
    let fits = |uri: &String| {
        let rest = uri.strip_prefix("https://").or_else(|| {
            let rest = uri.strip_prefix("http://")?;
            let host = rest.split(['/', '?', ':']).next()?;
            (["127.0.0.1", "localhost"].contains(&host) || rest.starts_with("[::1]")).then_some(rest)
        });
        let host = rest.and_then(|rest| rest.split(['/', '?']).next()).unwrap_or_default();
        uri.len() <= 1000
            && !host.is_empty()
            && !host.contains(['@', '*', '\\'])
            && uri.bytes().all(|byte| byte.is_ascii_graphic())
            && !uri.contains(['#', '"', '<', '>'])
    };
    if written.len() <= REDIRECTS_MAX && written.iter().all(fits) {
        Ok(written.to_vec())
    } else {
        Err(Error::Invalid { field: "redirect_uris", code: "redirect_uri_invalid" })
    }
}

/// Whether somebody at `address` may come in. An address that is not known may only when nothing is said of any.
pub(super) fn may_come(allowed_from: &[String], address: Option<IpAddr>) -> bool {
    allowed_from.is_empty()
        || address.is_some_and(|address| {
            let address = address.to_canonical();
            allowed_from.iter().filter_map(|net| net.parse::<IpNet>().ok()).any(|net| net.contains(&address))
        })
}

/// The challenge that a verifier answers: `S256` of RFC 7636, 4.2. None for what is no verifier (4.1).
pub fn challenge_of(verifier: &str) -> Option<String> {
    use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let fits = (43..=128).contains(&verifier.len()) && verifier.bytes().all(unreserved);
    fits.then(|| BASE64_URL_SAFE_NO_PAD.encode(platform::secrets::fingerprint(verifier)))
}

/// Whether it is what [`challenge_of`] gives.
pub(super) fn is_challenge(challenge: &str) -> bool {
    challenge.len() == 43 && challenge.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn it_comes_from_where_it_may() {
        let from = |nets: &[&str], address: &str| may_come(&networks_of(&owned(nets)).unwrap(), address.parse().ok());
        assert!(from(&[], "198.51.100.1") && from(&[], "?"));
        assert!(from(&["203.0.113.0/24", "2001:db8::/32"], "203.0.113.200"));
        assert!(from(&["203.0.113.7"], "::ffff:203.0.113.7"));
        assert!(from(&["203.0.113.77/24"], "203.0.113.1"), "the rest of a network is cut off");
        assert!(!from(&["203.0.113.0/24"], "203.0.114.1"));
        assert!(!from(&["203.0.113.0/24"], "?"), "nobody knows from where");
        assert!(networks_of(&owned(&["anywhere"])).is_err());
        assert!(networks_of(&owned(&["10.0.0.0/8"; 51])).is_err());
    }

    #[test]
    fn a_code_is_sent_to_a_plain_address_with_tls_or_to_this_machine() {
        for uri in
            ["https://a.uz/cb", "https://a.uz", "http://127.0.0.1:8000/cb?x=1", "http://localhost/", "http://[::1]:1/"]
        {
            assert!(redirects_of(&owned(&[uri])).is_ok(), "{uri}");
        }
        for uri in [
            "",
            "https://",
            "http://a.uz/cb",
            "http://localhost.evil.uz/",
            "http://127.0.0.1@evil.uz/",
            "https://a@evil.uz/",
            "https://*.a.uz/",
            "https://a.uz/#x",
            "https://a.uz/ x",
            "javascript:alert(1)",
            "app:/cb",
        ] {
            assert!(redirects_of(&owned(&[uri])).is_err(), "{uri}");
        }
    }

    /// The example of RFC 7636, appendix B.
    #[test]
    fn a_verifier_answers_its_challenge() {
        let challenge = challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert_eq!(challenge.as_deref(), Some("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        assert!(is_challenge(&challenge.unwrap()));
        assert_eq!(challenge_of(&"a".repeat(42)), None);
        assert_eq!(challenge_of(&"a".repeat(129)), None);
        assert_eq!(challenge_of(&"ы".repeat(30)), None);
    }
}
