//! What the HTTP API has to know of its surroundings.

use std::net::IpAddr;

use ipnet::IpNet;
use secrecy::SecretString;
use url::Url;

use super::limits::RateLimits;

/// What the HTTP API has to know of its surroundings. The default is a machine of one's own, without a proxy.
#[derive(Clone, Debug, Default)]
pub struct Web {
    /// `PUBLIC_URL`: the address that browsers reach us by.
    pub public_url: Option<Url>,
    /// `TRUSTED_PROXIES`: whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// What its keys in Redis begin with; nothing unless somebody shares that Redis with others.
    pub redis_prefix: String,
    /// `TOKEN_ALGORITHM`: how access tokens are signed.
    pub token_algorithm: TokenAlgorithm,
    /// `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`: Telegram's sign-in on the web, when it knows us.
    pub oidc: Option<OidcClient>,
    /// `RATE_LIMITS`: how often one may ask.
    pub rate_limits: RateLimits,
    /// `CORS_ORIGINS`: pages of other sites that may ask, with a bearer token.
    pub cors_origins: Vec<String>,
    /// Whether letters are sent: `SMTP_URL` is set.
    pub sends_mail: bool,
    /// Where Redis is, for a connection of its own that hears what happens; without it the API asks again and again.
    pub redis_url: Option<SecretString>,
    /// What deep links of bots begin with; `https://t.me` unless Telegram is the local one of a demo.
    pub telegram_links: Option<String>,
}

/// Who we are to a provider of OpenID Connect.
#[derive(Clone, Debug)]
pub struct OidcClient {
    /// Where it is, as it says itself.
    pub issuer: Url,
    /// Our name there.
    pub client_id: String,
    /// What proves it.
    pub client_secret: SecretString,
}

/// How access tokens are signed (RFC 7518, 3.1; RFC 8037, 3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenAlgorithm {
    /// By a secret that only we have.
    #[default]
    Hs256,
    /// By Ed25519, so that others can verify them.
    EdDsa,
}

impl Web {
    /// The deep link that says `/start <start>` to a bot.
    pub fn deep_link(&self, bot_username: &str, start: &str) -> String {
        let telegram = self.telegram_links.as_deref().unwrap_or("https://t.me");
        format!("{telegram}/{bot_username}?start={start}")
    }

    /// Whether somebody at `address` is a proxy of ours.
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|net| net.contains(&address.to_canonical()))
    }
}
