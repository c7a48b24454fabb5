//! Passwords: argon2id, off the async threads, a few at a time.
//!
//! One hash takes 19 MiB and some 20 ms of a core (OWASP's first choice: m = 19 MiB, t = 2, p = 1), so a flood of
//! attempts waits here and not in the memory of the machine.

use std::sync::LazyLock;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::Semaphore;

/// How many are hashed at a time by one process.
static ROOM: Semaphore = Semaphore::const_new(4);

/// What the password of nobody is compared with, so that it takes as long as somebody's.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| hashed(&SecretString::from("nobody has this one")).ok());

/// The library or the runtime could not do it: a mistake of ours.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a password could not be hashed")]
pub struct PasswordError;

/// The PHC string to keep of a password.
///
/// # Errors
/// [`PasswordError`].
pub async fn hash(password: SecretString) -> Result<String, PasswordError> {
    work(move || hashed(&password)).await?
}

/// Whether it is the password that was kept. With nothing kept it is not, and takes as long.
///
/// # Errors
/// [`PasswordError`].
pub async fn matches(password: SecretString, kept: Option<String>) -> Result<bool, PasswordError> {
    work(move || {
        let known = kept.is_some();
        let phc = kept.or_else(|| NOBODY.clone()).ok_or(PasswordError)?;
        let phc = PasswordHash::new(&phc).map_err(|_| PasswordError)?;
        Ok(Argon2::default().verify_password(password.expose_secret().as_bytes(), &phc).is_ok() && known)
    })
    .await?
}

async fn work<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, PasswordError> {
    let _room = ROOM.acquire().await.map_err(|_| PasswordError)?;
    tokio::task::spawn_blocking(work).await.map_err(|_| PasswordError)
}

fn hashed(password: &SecretString) -> Result<String, PasswordError> {
    let hash = Argon2::default().hash_password(password.expose_secret().as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|_| PasswordError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_itself_matches_what_was_kept_of_it() {
        let kept = hash("верный пароль".into()).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(matches("верный пароль".into(), Some(kept.clone())).await.unwrap());
        assert!(!matches("верный парол".into(), Some(kept)).await.unwrap());
        assert!(!matches("nobody has this one".into(), None).await.unwrap());
    }
}
