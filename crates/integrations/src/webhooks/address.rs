//! Which addresses are of the public internet.
//!
//! Source: IANA's registries of special-purpose addresses (RFC 6890). What embeds an IPv4 address (mapped, NAT64,
//! 6to4, Teredo) is refused as a whole, but for the mapped, which is looked at as the address that it is.

use std::{net::IpAddr, sync::LazyLock};

use ipnet::IpNet;

const PRIVATE: &[&str] = &[
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16", // link-local, and where clouds keep their metadata
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "2001::/23",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
];

/// Global unicast: everything else of IPv6 is special.
const GLOBAL: &str = "2000::/3";

static PRIVATE_NETS: LazyLock<Vec<IpNet>> =
    LazyLock::new(|| PRIVATE.iter().filter_map(|net| net.parse().ok()).collect());
static GLOBAL_NET: LazyLock<Option<IpNet>> = LazyLock::new(|| GLOBAL.parse().ok());

/// Whether an address is of the public internet.
pub fn is_public(address: IpAddr) -> bool {
    let address = address.to_canonical();
    let special = PRIVATE_NETS.iter().any(|net| net.contains(&address));
    let global = address.is_ipv4() || GLOBAL_NET.is_some_and(|net| net.contains(&address));
    global && !special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_inside_is_public_however_it_is_written() {
        assert_eq!(PRIVATE_NETS.len(), PRIVATE.len(), "a network that does not parse would let everything through");
        for inside in [
            "127.0.0.1",
            "127.8.8.8",
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "169.254.169.254",
            "172.31.255.255",
            "192.168.1.1",
            "198.19.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:0a00:0001",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "2002:7f00:1::",
            "2001:0:7f00:1::",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "::127.0.0.1",
            "100::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "::ffff:1.1.1.1"] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }
}
