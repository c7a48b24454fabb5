//! Calling the webhooks of orgs: signed, and never an address inside our own network.
//!
//! An org chooses the address, so it is not to be trusted: only `https`, only addresses of the public internet, looked
//! up by us and connected to as looked up (a name that changes between a check and the call gains nothing), no
//! redirects, no proxy, little time, and of the answer no more than its beginning.

mod address;
mod signature;

use std::{
    error::Error as _,
    net::IpAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use reqwest::{
    Client, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect,
};
use secrecy::SecretString;
use url::Host;

pub use address::is_public;
pub use signature::sign;

/// How long a call may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// How much of an answer is kept, in bytes.
pub const BEGINNING: usize = 1024;

/// The header with the signature.
pub const SIGNATURE: &str = "kontora-signature";

/// Which addresses may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those of the public internet, by `https`: the only one that the product uses.
    Public,
    /// This machine as well, also by `http`: for tests, whose receiver is beside them.
    ThisMachine,
}

/// A call to be made.
#[derive(Clone, Debug)]
pub struct Call<'a> {
    /// Where.
    pub url: &'a str,
    /// Its id, the same for every attempt.
    pub delivery: String,
    /// What it tells of.
    pub name: &'a str,
    /// JSON.
    pub body: &'a str,
    /// What signs it; more than one while a secret is being changed.
    pub secrets: &'a [SecretString],
    /// When, for the signature.
    pub at: DateTime<Utc>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The answer, or why there was none: a code.
    pub answer: Result<Answer, &'static str>,
    /// How long it took.
    pub took: Duration,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its HTTP status.
    pub status: u16,
    /// Its beginning, as far as it is text.
    pub beginning: String,
}

/// Calls webhooks. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Caller {
    client: Client,
    reach: Reach,
}

impl Caller {
    /// One per process: its connections are kept alive.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(reach: Reach) -> reqwest::Result<Self> {
        let client = Client::builder()
            .user_agent(concat!("kontora-webhooks/", env!("CARGO_PKG_VERSION")))
            .dns_resolver(Arc::new(Names(reach)))
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .connect_timeout(Duration::from_secs(5))
            .timeout(PATIENCE)
            .pool_max_idle_per_host(1)
            .build()?;
        Ok(Self { client, reach })
    }

    /// Makes a call.
    pub async fn call(&self, call: &Call<'_>) -> Called {
        let began = Instant::now();
        let answer = self.answer(call).await;
        Called { answer, took: began.elapsed() }
    }

    async fn answer(&self, call: &Call<'_>) -> Result<Answer, &'static str> {
        let url = self.checked(call.url)?;
        let request = self
            .client
            .post(url)
            .header("content-type", "application/json")
            .header(SIGNATURE, sign(call.secrets, call.at.timestamp(), call.body))
            .header("kontora-event", call.name)
            .header("kontora-delivery", &call.delivery)
            .body(call.body.to_owned());
        let mut response = request.send().await.map_err(|error| why(&error))?;
        let status = response.status().as_u16();
        let mut beginning = vec![];
        while beginning.len() < BEGINNING {
            match response.chunk().await {
                Ok(Some(chunk)) => beginning.extend_from_slice(&chunk[..chunk.len().min(BEGINNING - beginning.len())]),
                _ => break,
            }
        }
        Ok(Answer { status, beginning: text(&beginning) })
    }

    /// The address, when it may be called. One that is a number is looked at here, a name when it is looked up.
    fn checked(&self, url: &str) -> Result<Url, &'static str> {
        let url = Url::parse(url).map_err(|_| "url_invalid")?;
        if url.scheme() != "https" && !(self.reach == Reach::ThisMachine && url.scheme() == "http") {
            return Err("not_https");
        }
        let number: Option<IpAddr> = match url.host().ok_or("url_invalid")? {
            Host::Ipv4(address) => Some(address.into()),
            Host::Ipv6(address) => Some(address.into()),
            Host::Domain(_) => None,
        };
        match number {
            Some(address) if !may(self.reach, address) => Err("address_not_public"),
            _ => Ok(url),
        }
    }
}

fn may(reach: Reach, address: IpAddr) -> bool {
    is_public(address) || (reach == Reach::ThisMachine && address.is_loopback())
}

/// Looks names up; one that leads anywhere inside is refused as a whole.
struct Names(Reach);

/// A name leads to an address that is not of the public internet.
#[derive(Debug, thiserror::Error)]
#[error("the name leads to an address that is not public")]
struct NotPublic;

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            let found: Vec<_> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if found.iter().any(|address| !may(reach, address.ip())) {
                return Err(NotPublic.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// Why there was no answer, in a word that tells an org what it needs and nothing of our network.
fn why(error: &reqwest::Error) -> &'static str {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if inner.is::<NotPublic>() {
            return "address_not_public";
        }
        cause = inner.source();
    }
    match error {
        error if error.is_timeout() => "timed_out",
        error if error.is_connect() => "not_reached",
        _ => "broken_off",
    }
}

/// What of an answer can be kept as text: no zero bytes, nothing half.
fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.chars().filter(|c| *c != '\0').take(BEGINNING).collect()
}
