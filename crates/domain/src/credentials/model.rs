//! The facts and rules of credentials.

use secrecy::{ExposeSecret as _, SecretString};

use crate::{Error, Result, ids::AccountId, orgs::NewOrg};

/// The shortest password, in characters.
pub const PASSWORD_MIN: usize = 10;
/// The longest, in characters: hashing is paid for by us.
pub const PASSWORD_MAX: usize = 128;

/// Passwords of ten characters and more that everybody tries first, in lower case.
const COMMON: &[&str] = &[
    "1234567890",
    "0123456789",
    "0987654321",
    "12345678910",
    "123456789a",
    "1234567891",
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "qwertyuiop",
    "qwerty12345",
    "qwerty123456",
    "qwerty1234",
    "asdfghjkl1",
    "zxcvbnm123",
    "password12",
    "password123",
    "password1234",
    "passw0rd123",
    "iloveyou12",
    "administrator",
    "admin12345",
    "welcome123",
    "letmein123",
    "football123",
    "1qaz2wsx3edc",
    "zaq12wsxcde",
    "q1w2e3r4t5",
    "qazwsxedcr",
    "abcdefghij",
    "abc1234567",
    "superman123",
    "changeme123",
    "йцукенгшщз",
    "йцукен12345",
    "пароль1234",
    "пароль12345",
    "qwertyqwerty",
    "ташкент2024",
    "toshkent123",
    "tashkent123",
    "uzbekistan",
    "uzbekistan1",
    "o'zbekiston",
    "samarkand123",
    "kontora123",
    "kontora2026",
    "1234512345",
    "9876543210",
];

/// Whoever registers, with the org that they found.
#[derive(Debug)]
pub struct Registration<'a> {
    /// What to call them.
    pub name: &'a str,
    /// Their address.
    pub email: &'a str,
    /// Their password.
    pub password: SecretString,
    /// The org. Its owner is whoever registers.
    pub org: NewOrg<'a>,
}

/// The address that somebody signs in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address.
    pub email: String,
    /// Whether whoever reads what arrives there has said so.
    pub confirmed: bool,
}

/// What came of an e-mail and a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// They fit.
    Yes {
        /// Whose they are.
        account: AccountId,
        /// Whether a code is needed too.
        second_factor: bool,
    },
    /// They do not. Whoever is told must not learn which of the two was wrong.
    No {
        /// Whose address it is, if anybody's.
        account: Option<AccountId>,
    },
}

/// A second factor that has been begun.
#[derive(Debug)]
pub struct Enrolment {
    /// To type into an authenticator: base32.
    pub secret: SecretString,
    /// `otpauth://…`: the same for a phone to read.
    pub uri: SecretString,
    /// The same as a picture: PNG, in base64.
    pub qr: SecretString,
}

/// An address as it is kept: trimmed and in lower case; or [`Error::Invalid`] `email_invalid`.
pub fn email_of(email: &str) -> Result<String> {
    let email = email.trim().to_lowercase();
    let odd = |c: char| c.is_whitespace() || c.is_control() || ",;:<>()[]\\\"".contains(c);
    let good = match email.rsplit_once('@') {
        Some((name, host)) => {
            let labels = host.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
            !name.is_empty() && !name.contains('@') && host.contains('.') && labels
        }
        None => false,
    };
    if good && email.len() <= 254 && !email.contains(odd) {
        Ok(email)
    } else {
        Err(Error::Invalid { field: "email", code: "email_invalid" })
    }
}

/// Refuses a password that is too short, too long, or that whoever guesses tries first.
pub(super) fn good_password(password: &SecretString, email: Option<&str>) -> Result<()> {
    let password = password.expose_secret();
    let weak = Error::Invalid { field: "password", code: "password_weak" };
    if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&password.chars().count()) {
        return Err(Error::Invalid { field: "password", code: "password_length" });
    }
    let lower = password.to_lowercase();
    let mut different: Vec<char> = lower.chars().collect();
    different.sort_unstable();
    different.dedup();
    let name = email.and_then(|email| email.split('@').next());
    let own = email.is_some_and(|email| lower == email) || name.is_some_and(|name| lower == name);
    if different.len() < 4 || own || COMMON.contains(&lower.as_str()) { Err(weak) } else { Ok(()) }
}

/// Ten digits and letters of a recovery code, however they were typed.
pub(super) fn tidy_code(code: &str) -> String {
    code.chars().filter(|c| c.is_ascii_alphanumeric()).take(32).collect::<String>().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_in_one_way_or_refused() {
        for (typed, kept) in [
            (" Anna@Example.COM ", Some("anna@example.com")),
            ("a.b+c@mail.example.uz", Some("a.b+c@mail.example.uz")),
            ("анна@почта.рф", Some("анна@почта.рф")),
            ("anna", None),
            ("anna@", None),
            ("@example.com", None),
            ("anna@example", None),
            ("a@b@example.com", None),
            ("anna@example..com", None),
            ("an na@example.com", None),
            ("anna@example.com,other@example.com", None),
            ("anna@example.com\r\nBcc: x@y.z", None),
        ] {
            assert_eq!(email_of(typed).ok().as_deref(), kept, "{typed}");
        }
    }

    #[test]
    fn a_password_is_long_and_not_what_everybody_tries_first() {
        let verdict = |password: &str| {
            good_password(&password.into(), Some("anna.kim2024@example.com")).map_err(|error| error.code())
        };
        assert_eq!(verdict("зелёный чайник"), Ok(()));
        assert_eq!(verdict(&"длинный".repeat(18)), Ok(()), "126 characters");
        assert_eq!(verdict("короткий!"), Err("password_length"));
        assert_eq!(verdict(&"abcde".repeat(26)), Err("password_length"));
        for weak in
            ["1234567890", "QwertyUIOP", "aaaaaaaaaaaa", "abababababab", "anna.kim2024", "Anna.Kim2024@example.com"]
        {
            assert_eq!(verdict(weak), Err("password_weak"), "{weak}");
        }
    }
}
