//! `Kontora-Signature: t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256 of `<t>.<body>` under the webhook's secret. While a
//! secret is being changed there are two of `v1`; one that fits is enough.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::Sha256;

/// The value of the header.
pub fn sign(secrets: &[SecretString], at: i64, body: &str) -> String {
    let mut header = format!("t={at}");
    for secret in secrets {
        // HMAC takes a key of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes()) else { continue };
        mac.update(at.to_string().as_bytes());
        mac.update(b".");
        mac.update(body.as_bytes());
        header.push_str(",v1=");
        for byte in mac.finalize().into_bytes() {
            let _ = write!(header, "{byte:02x}"); // a string takes everything
        }
    }
    header
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_what_the_documents_example_computes() {
        // printf '1780000000.{"name":"ping"}' | openssl dgst -sha256 -hmac whsec_test
        let header = sign(&["whsec_test".to_owned().into()], 1_780_000_000, r#"{"name":"ping"}"#);
        assert_eq!(header, "t=1780000000,v1=25b2ff69d89f19ec62ac0fbc44bd1442f31b126fd16c3b1b1d3fdd0b4ace2adb");
        let two = sign(&["a".to_owned().into(), "b".to_owned().into()], 1, "");
        assert_eq!(two.matches("v1=").count(), 2);
    }
}
