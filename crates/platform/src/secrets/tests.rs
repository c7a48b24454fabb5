//! Rotation, tampering, purposes, missing keys and the key file.

use std::{fs, os::unix::fs::PermissionsExt};

use secrecy::{ExposeSecret, SecretString};

use super::{Keyring, KeyringError};

fn ring(line: &str) -> Keyring {
    Keyring::parse(&SecretString::from(line)).unwrap()
}

/// A line with the given id and a key of its own.
fn entry(id: &str) -> String {
    let line = Keyring::generate();
    format!("{id}:{}", line.split_once(':').unwrap().1)
}

fn plain(ring: &Keyring, purpose: &str, sealed: &[u8]) -> Result<Vec<u8>, KeyringError> {
    ring.open(purpose, sealed).map(|secret| secret.expose_secret().to_vec())
}

#[test]
fn what_is_sealed_opens_again() {
    let ring = ring(&Keyring::generate());
    for text in [&b""[..], b"123:token", &[0xFF; 5000]] {
        let sealed = ring.seal("bots.token", text);
        assert!(text.is_empty() || !sealed.windows(text.len()).any(|part| part == text));
        assert_eq!(plain(&ring, "bots.token", &sealed).unwrap(), text);
        assert_ne!(sealed, ring.seal("bots.token", text), "a nonce is used once");
    }
}

#[test]
fn keys_rotate() {
    let (old, new) = (entry("2025"), entry("2026"));
    let (before, after) = (ring(&old), ring(&format!("{new}, {old}")));
    let sealed = before.seal("bots.token", b"123:token");
    assert_eq!(after.key_id(&sealed).unwrap(), "2025");
    assert!(after.needs_rotation(&sealed).unwrap() && !before.needs_rotation(&sealed).unwrap());
    let again = after.seal("bots.token", &plain(&after, "bots.token", &sealed).unwrap());
    assert_eq!(after.key_id(&again).unwrap(), "2026");
    assert!(!after.needs_rotation(&again).unwrap());
    assert_eq!(plain(&ring(&new), "bots.token", &again).unwrap(), b"123:token");
}

#[test]
fn a_missing_key_is_named() {
    let sealed = ring(&entry("2025")).seal("bots.token", b"123:token");
    let error = ring(&entry("2026")).open("bots.token", &sealed).unwrap_err();
    assert!(matches!(&error, KeyringError::UnknownKey { id } if id == "2025"));
    assert!(error.to_string().contains("`2025`"), "{error}");
}

#[test]
fn any_changed_byte_is_refused() {
    let ring = ring(&entry("a"));
    let sealed = ring.seal("bots.token", b"123:token");
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(ring.open("bots.token", &changed).is_err(), "byte {at}");
        assert!(ring.open("bots.token", &sealed[..at]).is_err(), "cut at {at}");
    }
    assert!(matches!(ring.open("bots.token", b""), Err(KeyringError::Malformed)));
}

#[test]
fn another_purpose_or_the_same_id_with_another_key_is_refused() {
    let own = ring(&entry("a"));
    let sealed = own.seal("bots.token/1", b"123:token");
    assert!(matches!(own.open("bots.token/2", &sealed), Err(KeyringError::Refused)));
    assert!(matches!(ring(&entry("a")).open("bots.token/1", &sealed), Err(KeyringError::Refused)));
}

#[test]
fn text_is_checked() {
    let ring = ring(&entry("a"));
    assert_eq!(ring.open_text("x", &ring.seal("x", "ключ".as_bytes())).unwrap().expose_secret(), "ключ");
    assert!(matches!(ring.open_text("x", &ring.seal("x", &[0xFF])), Err(KeyringError::NotText)));
}

#[test]
fn a_bad_line_is_told_without_its_text() {
    let good = entry("a");
    let short = "a:aHVudGVyMg==";
    for bad in ["", "hunter2", "a:hunter2!", short, "hunter two:AAAA", &format!("{good},{good}"), &format!("{good},")] {
        let error = Keyring::parse(&SecretString::from(bad)).map(|_| ()).unwrap_err();
        assert!(matches!(error, KeyringError::Line { .. }), "{bad}");
        let text = format!("{error} {error:?}");
        assert!(!text.contains("hunter") && !text.contains(good.split_once(':').unwrap().1), "{text}");
    }
    assert_eq!(format!("{:?}", ring(&good)), r#"Keyring(["a"])"#);
}

#[test]
fn the_file_is_made_once_and_kept() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path().join("new");
    let sealed = Keyring::load_or_create(&data).unwrap().seal("x", b"kept");
    let mode = fs::metadata(data.join("secret.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(plain(&Keyring::load_or_create(&data).unwrap(), "x", &sealed).unwrap(), b"kept");
    assert_eq!(fs::read_dir(&data).unwrap().count(), 1, "nothing is left aside");
}

#[test]
fn two_that_start_at_once_take_the_same_key() {
    let data = tempfile::tempdir().unwrap();
    let rings: Vec<_> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..8).map(|_| scope.spawn(|| Keyring::load_or_create(data.path()).unwrap())).collect();
        starting.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let sealed = rings[0].seal("x", b"shared");
    assert!(rings.iter().all(|ring| plain(ring, "x", &sealed).is_ok()));
}

#[test]
fn a_file_for_all_eyes_or_with_rubbish_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("secret.key");
    Keyring::load_or_create(data.path()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let error = Keyring::load_or_create(data.path()).unwrap_err().to_string();
    assert!(error.contains("chmod 600") && error.contains("secret.key"), "{error}");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(&path, "rubbish").unwrap();
    assert!(matches!(Keyring::load_or_create(data.path()), Err(KeyringError::File { .. })));
}

#[test]
fn a_derived_key_belongs_to_its_purpose_and_its_key() {
    let (one, two) = (Keyring::generate(), Keyring::generate());
    let ring = Keyring::parse(&SecretString::from(format!("{one},{two}"))).unwrap();
    let keys = |ring: &Keyring, purpose: &str| -> Vec<(String, Vec<u8>)> {
        ring.derive(purpose).iter().map(|(id, key)| (id.clone(), key.expose_secret().to_vec())).collect()
    };
    let tokens = keys(&ring, "tokens");
    assert_eq!(tokens.len(), 2);
    assert_eq!(tokens, keys(&ring, "tokens"), "the same each time");
    assert_ne!(tokens[0].1, tokens[1].1);
    assert_ne!(tokens, keys(&ring, "cookies"));
    assert_eq!(
        keys(&Keyring::parse(&SecretString::from(two)).unwrap(), "tokens"),
        tokens[1..],
        "whatever is beside it"
    );
}
