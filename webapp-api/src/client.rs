//! The client of a request: where it is, and what it calls itself.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, header, request::Parts},
};
use platform::config::Web;

use crate::{Api, limits::Counted};

/// The header in which a proxy says whom it speaks for.
const FORWARDED: &str = "x-forwarded-for";

/// The client of a request.
#[derive(Clone, Debug, Default)]
pub struct Client {
    /// Its address, as far as the proxies of the deployment can be believed; none when the server does not tell.
    pub address: Option<IpAddr>,
    /// What it calls itself: `User-Agent`. Not to be believed, and at most 200 characters.
    pub device: String,
    /// How it stands with the limits of this request.
    pub(crate) counted: Counted,
}

impl FromRequestParts<Api> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let counted = parts.extensions.get::<Counted>().cloned().unwrap_or_default();
        Ok(Self { address: address(peer, &parts.headers, &api.web), device: device(&parts.headers), counted })
    }
}

/// The nearest address that is no proxy of ours: what stands further left was written by whoever it is.
fn address(peer: Option<IpAddr>, headers: &HeaderMap, web: &Web) -> Option<IpAddr> {
    let mut nearest = peer?.to_canonical();
    let said: Vec<_> = headers.get_all(FORWARDED).iter().filter_map(|value| value.to_str().ok()).collect();
    for hop in said.join(",").rsplit(',') {
        if !web.trusts(nearest) {
            break;
        }
        let Ok(before) = hop.trim().parse::<IpAddr>() else { break };
        nearest = before.to_canonical();
    }
    Some(nearest)
}

fn device(headers: &HeaderMap) -> String {
    let said = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.chars().filter(|c| !c.is_control()).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &[&str], proxies: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED, value.parse().unwrap());
        }
        let trusted_proxies = proxies.iter().map(|net| net.parse().unwrap()).collect();
        let web = Web { trusted_proxies, ..Web::default() };
        address(Some(peer.parse().unwrap()), &headers, &web).unwrap().to_string()
    }

    #[test]
    fn a_forwarded_address_counts_only_from_a_proxy_of_ours() {
        assert_eq!(seen("203.0.113.9", &["198.51.100.1"], &[]), "203.0.113.9", "anybody can write a header");
        assert_eq!(seen("10.0.0.2", &["198.51.100.1"], &["10.0.0.0/8"]), "198.51.100.1");
        assert_eq!(seen("10.0.0.2", &["1.1.1.1, 198.51.100.1"], &["10.0.0.0/8"]), "198.51.100.1", "the left is a lie");
        assert_eq!(seen("10.0.0.2", &["198.51.100.1", "10.0.0.3"], &["10.0.0.0/8"]), "198.51.100.1", "two proxies");
        assert_eq!(seen("10.0.0.2", &["nonsense"], &["10.0.0.0/8"]), "10.0.0.2");
        assert_eq!(seen("::ffff:10.0.0.2", &["2001:db8::1"], &["10.0.0.0/8"]), "2001:db8::1");
    }
}
