//! How letters are sent.

use secrecy::SecretString;
use url::{Host, Url};

use super::read::Wrong;

/// How letters are sent.
#[derive(Clone, Debug)]
pub struct Mail {
    /// `SMTP_URL`: the mail server, with a password perhaps.
    pub server: SecretString,
    /// `MAIL_FROM`: whom they are from, as `Kontora <no-reply@example.com>`.
    pub from: String,
}

/// The address of a mail server. A password travels sealed, or stays on this machine.
pub(super) fn server(value: &str) -> Result<SecretString, Wrong> {
    const INSTEAD: &str = "smtps://user:password@mail.example.com, or smtp://user:password@mail.example.com?tls=required \
                           (with anything but letters and digits in the password percent-encoded)";
    let wrong = |what: &str| Err((what.to_owned(), INSTEAD));
    let Ok(url) = Url::parse(value) else { return wrong("is not the address of a mail server") };
    let tls = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, how)| how.into_owned());
    let sealed = match (url.scheme(), tls.as_deref()) {
        ("smtps", None) | ("smtp", Some("required")) => true,
        ("smtp", None | Some("opportunistic")) => false,
        _ => return wrong("is not the address of a mail server"),
    };
    let here = match url.host() {
        // `smtp` is no scheme that the URL standard knows, so that an address of numbers is read as a name.
        Some(Host::Domain(name)) => name == "localhost" || name.starts_with("127."),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return wrong("names no mail server"),
    };
    if url.password().is_some() && !sealed && !here {
        return wrong("sends its password in the clear");
    }
    Ok(value.into())
}

/// Whom letters are from: an address, with a name before it perhaps.
pub(super) fn from(value: &str) -> Result<String, Wrong> {
    let address = match value.rsplit_once('<') {
        Some((_, rest)) => rest.strip_suffix('>').unwrap_or_default(),
        None => value,
    };
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c);
    match address.split_once('@') {
        Some((name, host)) if !name.is_empty() && !host.is_empty() && !host.contains('@') && !address.contains(odd) => {
            Ok(value.to_owned())
        }
        _ => Err((format!("`{value}` is not an address"), "for example Kontora <no-reply@example.com>")),
    }
}
