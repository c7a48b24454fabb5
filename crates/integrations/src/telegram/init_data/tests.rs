//! Against what Telegram signed in production, published with throw-away tokens (tests of tma.js, MIT; docs of
//! init-data-golang, MIT), and against what we sign ourselves.

use ed25519_dalek::{Signer as _, SigningKey};
use proptest::prelude::*;

use super::*;

/// Before there was a `signature`.
const OLD_TOKEN: &str = "5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8";
const OLD: &str = "query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2";

/// With both proofs.
const TOKEN: &str = "7342037359:AAHI25ES9xCOMPokpYoz-p8XVrZUdygo2J4";
const BOT: i64 = 7_342_037_359;
const BOTH: &str = r"user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%5C%2F%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%2C%22allows_write_to_pm%22%3Atrue%2C%22photo_url%22%3A%22https%3A%5C%2F%5C%2Ft.me%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2F4FPEE4tmP3ATHa57u6MqTDih13LTOiMoKoLDRG4PnSA.svg%22%7D&chat_instance=8134722200314281151&chat_type=private&auth_date=1733509682&signature=TYJxVcisqbWjtodPepiJ6ghziUL94-KNpG8Pau-X7oNNLNBM72APCpi_RKiUlBvcqo5L-LAxIc3dnTzcZX_PDg&hash=a433d8f9847bd6addcc563bff7cc82c89e97ea0d90c11fe5729cae6796a36d73";

const HOUR: TimeDelta = TimeDelta::hours(1);

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

fn by_token(raw: &str, token: &str, now: i64) -> Result<InitData, Refused> {
    verify(raw, Proof::Token(&SecretString::from(token)), at(now), HOUR)
}

fn by_telegram(raw: &str, bot: i64, now: i64) -> Result<InitData, Refused> {
    verify(raw, Proof::Telegram { bot, key: &PRODUCTION_KEY }, at(now), HOUR)
}

#[test]
fn what_telegram_signed_proves_its_user() {
    let old = by_token(OLD, OLD_TOKEN, 1_662_771_700).unwrap();
    assert_eq!((old.user.id, old.user.username.as_deref()), (279_058_397, Some("vdkfrost")));
    assert_eq!(by_telegram(OLD, 5_768_337_691, 1_662_771_700), Err(Refused::Malformed), "it has no signature");

    let ours = by_token(BOTH, TOKEN, 1_733_509_700).unwrap();
    let theirs = by_telegram(BOTH, BOT, 1_733_509_700).unwrap();
    assert_eq!(ours, theirs, "both proofs tell the same");
    assert_eq!(ours.user.first_name, "Vladislav + - ? /");
    assert_eq!(ours.signed_at, at(1_733_509_682));
}

#[test]
fn it_proves_nothing_for_another_bot_or_by_another_key() {
    let now = 1_733_509_700;
    assert_eq!(by_token(BOTH, OLD_TOKEN, now), Err(Refused::Signature));
    assert_eq!(by_telegram(BOTH, BOT + 1, now), Err(Refused::Signature));
    let test = Proof::Telegram { bot: BOT, key: &TEST_KEY };
    assert_eq!(verify(BOTH, test, at(now), HOUR), Err(Refused::Signature));
}

#[test]
fn it_is_good_for_an_hour() {
    let signed = 1_733_509_682;
    assert!(by_token(BOTH, TOKEN, signed + 3600).is_ok());
    assert_eq!(by_token(BOTH, TOKEN, signed + 3601), Err(Refused::Stale));
    assert!(by_token(BOTH, TOKEN, signed - 60).is_ok(), "clocks differ a little");
    assert_eq!(by_token(BOTH, TOKEN, signed - 61), Err(Refused::Stale), "it is from the future");
}

#[test]
fn order_and_escapes_do_not_make_another_opening_of_it() {
    let one = by_token(BOTH, TOKEN, 1_733_509_700).unwrap();
    let mut parts: Vec<_> = BOTH.split('&').collect();
    parts.reverse();
    let shuffled = parts.join("&").replace("Vladislav%20%2B", "%56ladislav+%2b");
    assert_eq!(by_token(&shuffled, TOKEN, 1_733_509_700).unwrap().digest, one.digest);
    let twice = format!("{BOTH}&auth_date=1733509682");
    assert_eq!(by_token(&twice, TOKEN, 1_733_509_700), Err(Refused::Malformed), "which of them was meant?");
}

#[test]
fn nonsense_is_refused_without_a_word() {
    let long = "a=".to_owned() + &"x".repeat(LENGTH_MAX);
    for raw in ["", "hash", "hash=", "hash=00", "user=%FF&hash=zz", "&&&===", long.as_str()] {
        assert_eq!(by_token(raw, TOKEN, 0), Err(Refused::Malformed), "{raw}");
        assert_eq!(by_telegram(raw, BOT, 0), Err(Refused::Malformed), "{raw}");
    }
    let upper = BOTH.replace("hash=a433d8", "hash=A433D8");
    assert_eq!(by_token(&upper, TOKEN, 1_733_509_700), Err(Refused::Malformed));
}

/// What a bot's mini-app would get, with a field that we do not know, signed by `token` and by `key`.
fn signed(user: &str, unknown: &str, token: &str, key: &SigningKey) -> String {
    let bot = token.split(':').next().unwrap();
    let mut fields = Fields::from([
        ("auth_date".to_owned(), "1700000000".to_owned()),
        ("user".to_owned(), user.to_owned()),
        ("unknown".to_owned(), unknown.to_owned()),
    ]);
    let said = format!("{bot}:WebAppData\n{}", check_string(&fields, &[]));
    fields.insert("signature".to_owned(), BASE64_URL_SAFE_NO_PAD.encode(key.sign(said.as_bytes()).to_bytes()));
    let secret = hmac(b"WebAppData", token.as_bytes()).unwrap().finalize().into_bytes();
    let hash = hmac(&secret, check_string(&fields, &[]).as_bytes()).unwrap().finalize().into_bytes();
    fields.insert("hash".to_owned(), hash.iter().map(|byte| format!("{byte:02x}")).collect());
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish()
}

proptest! {
    #[test]
    fn any_field_may_come_and_none_may_change(unknown in "\\PC{0,20}", at_byte in any::<prop::sample::Index>(), flip in 1u8..=255) {
        let key = SigningKey::from_bytes(&[7; 32]);
        let token = SecretString::from("123:test");
        let raw = signed(r#"{"id":42,"first_name":"Анна"}"#, &unknown, "123:test", &key);
        let public = key.verifying_key().to_bytes();
        let proofs = [Proof::Token(&token), Proof::Telegram { bot: 123, key: &public }];
        for proof in proofs {
            prop_assert!(verify(&raw, proof, at(1_700_000_000), HOUR).is_ok());
        }

        let mut bytes = raw.clone().into_bytes();
        let place = at_byte.index(bytes.len());
        bytes[place] ^= flip;
        let changed = String::from_utf8_lossy(&bytes);
        let (before, after) = (fields(&raw).unwrap(), fields(&changed));
        // Another way to write the same fields is the same thing; `hash` is no part of what Telegram's own key signs.
        let same = |without: &[&str]| {
            after.as_ref().is_ok_and(|after| check_string(after, without) == check_string(&before, without))
        };
        if !same(&[]) {
            prop_assert!(verify(&changed, proofs[0], at(1_700_000_000), HOUR).is_err());
        }
        if !same(&["hash"]) {
            prop_assert!(verify(&changed, proofs[1], at(1_700_000_000), HOUR).is_err());
        }
    }
}
