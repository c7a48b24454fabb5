//! The second factor: six digits of an authenticator (TOTP, RFC 6238), or one of ten recovery codes.

use platform::secrets::Keyring;
use secrecy::{ExposeSecret as _, SecretString};
use totp_rs::{Builder, Totp};

use super::{
    model::{Enrolment, tidy_code},
    service::{announce, password_fits},
    store,
};
use crate::{
    Db, Error, Result,
    events::Event,
    ids::AccountId,
    sessions::{self, EndedWhy},
};

/// What the secret is sealed for.
const PURPOSE: &str = "totp";
/// How many recovery codes somebody gets.
const CODES: usize = 10;

/// Begins a second factor. It counts when a code of it is confirmed. [`Error::Refused`] `second_factor_on` when there
/// is one.
pub async fn begin_second_factor(db: &Db, keys: &Keyring, account: AccountId) -> Result<Enrolment> {
    let mut tx = db.system().await?;
    let known = store::by_account(&mut tx, account).await?.ok_or(Error::NotFound("account"))?;
    let secret = SecretString::from(tx.source().token(20));
    if !store::begin_totp(&mut tx, account, &keys.seal(PURPOSE, secret.expose_secret().as_bytes())).await? {
        return Err(Error::Refused("second_factor_on"));
    }
    tx.commit().await?;
    let totp = totp(&secret, known.email.as_deref())?;
    let broken = |error: totp_rs::TotpError| Error::Internal(error.to_string().into());
    Ok(Enrolment {
        secret: totp_rs::Secret::from(secret.expose_secret().as_bytes()).to_base32().into(),
        uri: totp.to_url().map_err(broken)?.into(),
        qr: totp.to_qr_base64().map_err(broken)?.into(),
    })
}

/// The second factor counts from now on, when `code` is of it. Returns the recovery codes, which nobody sees again.
/// Every other session ends.
pub async fn confirm_second_factor(
    db: &Db,
    keys: &Keyring,
    account: AccountId,
    from: crate::ids::SessionId,
    code: &str,
) -> Result<Vec<SecretString>> {
    let mut tx = db.system().await?;
    match store::totp(&mut tx, account).await? {
        None => return Err(Error::Refused("second_factor_off")),
        Some((_, true)) => return Err(Error::Refused("second_factor_on")),
        Some((sealed, false)) => {
            let step = step_of(keys, &sealed, code, tx.source().now().timestamp())?;
            let fits = match step {
                Some(step) => store::use_step(&mut tx, account, step).await?,
                None => false,
            };
            if !fits {
                return Err(Error::Invalid { field: "code", code: "code_wrong" });
            }
        }
    }
    let codes: Vec<String> = (0..CODES)
        .map(|_| {
            let drawn = tx.source().token(24);
            let letters = drawn.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
            letters.take(12).collect()
        })
        .collect();
    store::confirm_totp(&mut tx, account, &codes).await?;
    sessions::end_all(&mut tx, account, Some(from), EndedWhy::CredentialsChanged).await?;
    tx.commit().await?;
    announce(db, account, |person| Event::SecondFactorChanged { person, on: true }).await?;
    let shown = |drawn: String| SecretString::from(format!("{}-{}-{}", &drawn[..4], &drawn[4..8], &drawn[8..]));
    Ok(codes.into_iter().map(shown).collect())
}

/// Whether `code` is the second factor of this moment, or a recovery code; it is used up by this.
pub async fn second_factor(db: &Db, keys: &Keyring, account: AccountId, code: &str) -> Result<bool> {
    let mut tx = db.system().await?;
    let Some((sealed, true)) = store::totp(&mut tx, account).await? else { return Ok(false) };
    let code = tidy_code(code);
    let fits = if code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()) {
        match step_of(keys, &sealed, &code, tx.source().now().timestamp())? {
            Some(step) => store::use_step(&mut tx, account, step).await?,
            None => false,
        }
    } else {
        store::use_recovery_code(&mut tx, account, &code).await?
    };
    tx.commit().await?;
    Ok(fits)
}

/// Takes the second factor away: with the password and a code. [`Error::Refused`] `credentials_wrong`.
pub async fn drop_second_factor(
    db: &Db,
    keys: &Keyring,
    account: AccountId,
    password: SecretString,
    code: &str,
) -> Result<()> {
    if !password_fits(db, account, password).await? || !second_factor(db, keys, account, code).await? {
        return Err(Error::Refused("credentials_wrong"));
    }
    let mut tx = db.system().await?;
    store::drop_totp(&mut tx, account).await?;
    tx.commit().await?;
    announce(db, account, |person| Event::SecondFactorChanged { person, on: false }).await
}

/// Seals again, with the newest key, what an older key sealed. Returns how many were touched.
pub async fn rotate_keys(db: &Db, keys: &Keyring) -> Result<u64> {
    let mut tx = db.system().await?;
    let mut rotated = 0;
    for (account, sealed) in store::sealed(&mut tx).await? {
        if keys.needs_rotation(&sealed)? {
            let secret = keys.open(PURPOSE, &sealed)?;
            store::reseal(&mut tx, account, &keys.seal(PURPOSE, secret.expose_secret())).await?;
            rotated += 1;
        }
    }
    tx.commit().await?;
    Ok(rotated)
}

fn step_of(keys: &Keyring, sealed: &[u8], code: &str, now: i64) -> Result<Option<i64>> {
    let totp = totp(&keys.open_text(PURPOSE, sealed)?, None)?;
    let step = totp.check(code.trim(), u64::try_from(now).unwrap_or(0));
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

fn totp(secret: &SecretString, email: Option<&str>) -> Result<Totp> {
    let builder = Builder::new()
        .with_secret(totp_rs::Secret::from(secret.expose_secret().as_bytes()))
        .with_account_name(email.unwrap_or("Telegram").replace(':', ""))
        .with_issuer(Some("Kontora"));
    builder.build().map_err(|error| Error::Internal(error.to_string().into()))
}
