//! One function per shape of value. Each answers with the typed value, or with what is wrong and what to write.
//!
//! Addresses of services may carry passwords, so their values are never repeated in a message.

use std::net::SocketAddr;

use ipnet::IpNet;
use secrecy::SecretString;
use url::{Host, Url};

use super::{
    errors::Problem,
    files::{self, S3},
    limits::{RateLimits, SendLimits},
    web::{OidcClient, TokenAlgorithm},
};
use crate::{secrets::Keyring, telemetry::LogFormat};

/// Telegram's sign-in on the web.
const TELEGRAM: &str = "https://oauth.telegram.org";

/// What is wrong, and what to write instead.
pub(super) type Wrong = (String, &'static str);

/// Looks variables up and gathers what is wrong with them.
pub(super) struct Reader<L> {
    lookup: L,
    pub(super) problems: Vec<Problem>,
}

impl<L: Fn(&str) -> Option<String>> Reader<L> {
    pub(super) fn new(lookup: L) -> Self {
        Self { lookup, problems: Vec::new() }
    }

    /// The variable if it is set; `None` also when it is wrong, which is then noted.
    pub(super) fn optional<T>(
        &mut self,
        variable: &'static str,
        parse: impl Fn(&str) -> Result<T, Wrong>,
    ) -> Option<T> {
        let value = (self.lookup)(variable)?;
        let value = value.trim();
        if value.is_empty() {
            return None;
        }
        parse(value)
            .map_err(|(wrong, instead)| self.problems.push(Problem { variable, wrong, instead: instead.to_owned() }))
            .ok()
    }

    /// The three variables of OpenID Connect: both halves of who we are, or neither.
    pub(super) fn oidc(&mut self) -> Option<OidcClient> {
        let issuer = self.or("OIDC_ISSUER", TELEGRAM, oidc_issuer);
        let client_id = self.optional("OIDC_CLIENT_ID", |id| Ok(id.to_owned()));
        let client_secret = self.optional("OIDC_CLIENT_SECRET", |secret| Ok(SecretString::from(secret)));
        if client_id.is_some() != client_secret.is_some() {
            let variable = if client_id.is_some() { "OIDC_CLIENT_SECRET" } else { "OIDC_CLIENT_ID" };
            let (wrong, instead) = ("is missing".to_owned(), "what BotFather gave, or neither of the two".to_owned());
            self.problems.push(Problem { variable, wrong, instead });
        }
        Some(OidcClient { issuer: issuer?, client_id: client_id?, client_secret: client_secret? })
    }

    /// The variables of an S3: all of them, or none.
    pub(super) fn files(&mut self) -> Option<S3> {
        let bucket = self.optional("S3_URL", files::bucket);
        let region = self.or("S3_REGION", "us-east-1", files::region);
        let key_id = self.optional("S3_KEY_ID", |id| Ok(id.to_owned()));
        let secret = self.optional("S3_SECRET", |secret| Ok(SecretString::from(secret)));
        let all = [("S3_URL", bucket.is_some()), ("S3_KEY_ID", key_id.is_some()), ("S3_SECRET", secret.is_some())];
        if all.iter().any(|(_, set)| *set) {
            for (variable, _) in all.iter().filter(|(_, set)| !set) {
                self.miss(variable, "S3_URL, S3_KEY_ID and S3_SECRET together, or none of them");
            }
        }
        let (endpoint, bucket) = bucket?;
        Some(S3 { endpoint, bucket, region: region?, key_id: key_id?, secret: secret? })
    }

    /// The variable is not set and has to be, for what `instead` says. A wrong one was noted already.
    pub(super) fn miss(&mut self, variable: &'static str, instead: &str) {
        if !self.problems.iter().any(|problem| problem.variable == variable) {
            self.problems.push(Problem { variable, wrong: "is not set".to_owned(), instead: instead.to_owned() });
        }
    }

    /// The variable, or what `default` says; `None` when it is wrong, which is then noted.
    pub(super) fn or<T>(
        &mut self,
        variable: &'static str,
        default: &str,
        parse: impl Fn(&str) -> Result<T, Wrong>,
    ) -> Option<T> {
        let known = self.problems.len();
        let found = self.optional(variable, &parse);
        if found.is_some() || self.problems.len() > known {
            return found;
        }
        parse(default)
            .map_err(|(wrong, instead)| self.problems.push(Problem { variable, wrong, instead: instead.to_owned() }))
            .ok()
    }
}

pub(super) fn database_url(value: &str) -> Result<SecretString, Wrong> {
    let scheme = Url::parse(value).is_ok_and(|url| matches!(url.scheme(), "postgres" | "postgresql"));
    if scheme && value.parse::<sqlx::postgres::PgConnectOptions>().is_ok() {
        return Ok(value.into());
    }
    let instead = "postgres://user:password@host:5432/database, with anything but letters and digits in the \
                   password percent-encoded, or leave it empty to run a private PostgreSQL";
    Err(("is not the address of a PostgreSQL database".to_owned(), instead))
}

pub(super) fn redis_url(value: &str) -> Result<SecretString, Wrong> {
    if redis::Client::open(value).is_ok() {
        return Ok(value.into());
    }
    let instead = "redis://:password@host:6379/0 (rediss:// with TLS, redis+unix:///path for a socket), or leave it \
                   empty to run a private Redis";
    Err(("is not the address of a Redis".to_owned(), instead))
}

pub(super) fn address(value: &str) -> Result<SocketAddr, Wrong> {
    value
        .parse()
        .map_err(|_| (format!("`{value}` is not an IP address and a port"), "for example 0.0.0.0:8080 or [::1]:8080"))
}

pub(super) fn public_url(value: &str) -> Result<Url, Wrong> {
    const INSTEAD: &str = "for example https://crm.example.com (http:// is accepted for localhost only)";
    let url = web_url(value).map_err(|wrong| (wrong, INSTEAD))?;
    let local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    if url.scheme() == "http" && !local {
        return Err(("is plain http, and Telegram opens only https".to_owned(), INSTEAD));
    }
    Ok(url)
}

pub(super) fn oidc_issuer(value: &str) -> Result<Url, Wrong> {
    public_url(value)
        .map_err(|(wrong, _)| (wrong, "https://oauth.telegram.org (http:// is accepted for localhost only)"))
}

pub(super) fn api_url(value: &str) -> Result<Url, Wrong> {
    web_url(value).map_err(|wrong| (wrong, "https://api.telegram.org, or the address of your own Bot API server"))
}

fn web_url(value: &str) -> Result<Url, String> {
    let url = Url::parse(value).map_err(|error| format!("is not a web address ({error})"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err("does not start with https://".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("carries a user name or a password".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("has something after `?` or `#`".to_owned());
    }
    Ok(url)
}

pub(super) fn secret_key(value: &str) -> Result<SecretString, Wrong> {
    let line = SecretString::from(value);
    match Keyring::parse(&line) {
        Ok(_) => Ok(line),
        Err(error) => Err((error.to_string(), "id:key[,old_id:old_key], each key 32 bytes in base64")),
    }
}

pub(super) fn log_format(value: &str) -> Result<LogFormat, Wrong> {
    value.parse().map_err(|()| (format!("`{value}` is not a format"), "human or json"))
}

pub(super) fn log_filter(value: &str) -> Result<String, Wrong> {
    match tracing_subscriber::EnvFilter::try_new(value) {
        Ok(_) => Ok(value.to_owned()),
        Err(error) => Err((format!("`{value}` is not a filter ({error})"), "for example info or info,sqlx=warn")),
    }
}

pub(super) fn limits(value: &str) -> Result<SendLimits, Wrong> {
    value.parse().map_err(|wrong| (wrong, "for example bot=30/s,chat=1/s,group=20/min"))
}

pub(super) fn months(value: &str) -> Result<u32, Wrong> {
    match value.parse() {
        Ok(months @ 1..=1200) => Ok(months),
        _ => Err((
            format!("`{value}` is not a number of months from 1 to 1200"),
            "for example 60, or nothing to keep all",
        )),
    }
}

pub(super) fn networks(value: &str) -> Result<Vec<IpNet>, Wrong> {
    let one = |net: &str| net.parse().or_else(|_| net.parse::<std::net::IpAddr>().map(IpNet::from));
    let all: Result<Vec<_>, _> = value.split(',').map(|net| one(net.trim())).collect();
    all.map_err(|_| (format!("`{value}` is not a list of networks"), "for example 10.0.0.0/8,127.0.0.1"))
}

pub(super) fn token_algorithm(value: &str) -> Result<TokenAlgorithm, Wrong> {
    match value {
        "HS256" => Ok(TokenAlgorithm::Hs256),
        "EdDSA" => Ok(TokenAlgorithm::EdDsa),
        _ => Err((format!("`{value}` is not an algorithm"), "HS256 or EdDSA")),
    }
}

pub(super) fn rate_limits(value: &str) -> Result<RateLimits, Wrong> {
    value.parse().map_err(|wrong| (wrong, "for example auth=5/min,api=100/min,webhook=1000/min"))
}

pub(super) fn origins(value: &str) -> Result<Vec<String>, Wrong> {
    let origin = |text: &str| {
        let url = web_url(text)?;
        let origin = url.origin().ascii_serialization();
        let bare = url.path() == "/" && text.trim_end_matches('/') == origin;
        if bare { Ok(origin) } else { Err(format!("`{text}` is not an origin")) }
    };
    let read = value.split(',').map(|text| origin(text.trim())).collect::<Result<_, _>>();
    read.map_err(|wrong| (wrong, "for example https://app.example.com,https://other.example.com"))
}
