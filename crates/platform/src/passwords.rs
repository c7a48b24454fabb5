//! Passwords: argon2id, off the async threads, a few at a time.
//!
//! One hash takes 19 MiB and some 20 ms of a core (OWASP's first choice: m = 19 MiB, t = 2, p = 1), so a flood of
//! attempts waits here and not in the memory of the machine. The threads are ours: the allocator keeps for each thread
//! what its last hash took, and the runtime has hundreds of them.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, LazyLock, Mutex, PoisonError, mpsc},
    thread,
};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::oneshot;

/// How many are hashed at a time by one process, at most; no more than there are cores.
const AT_ONCE: usize = 4;

type Work = Box<dyn FnOnce() + Send>;

/// Where work is left for the threads.
static THREADS: LazyLock<mpsc::Sender<Work>> = LazyLock::new(|| {
    let (leave, take) = mpsc::channel::<Work>();
    let take = Arc::new(Mutex::new(take));
    for _ in 0..thread::available_parallelism().map_or(1, usize::from).min(AT_ONCE) {
        let take = Arc::clone(&take);
        let next = move || take.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let work = move || {
            while let Ok(work) = next() {
                let _ = catch_unwind(AssertUnwindSafe(work)); // whoever waits for it is told that nothing came
            }
        };
        if let Err(error) = thread::Builder::new().name("passwords".to_owned()).spawn(work) {
            tracing::error!(%error, "a thread for passwords did not start");
        }
    }
    leave
});

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
    let (done, result) = oneshot::channel();
    let work = move || {
        // Whoever no longer waits is not worked for.
        if !done.is_closed() {
            let _ = done.send(work());
        }
    };
    THREADS.send(Box::new(work)).map_err(|_| PasswordError)?;
    result.await.map_err(|_| PasswordError)
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

    /// The figures are those of Linux.
    #[tokio::test]
    async fn a_flood_of_attempts_leaves_little_memory_behind() {
        let kept = hash("верный пароль".into()).await.unwrap();
        let attempts: tokio::task::JoinSet<_> =
            (0..64).map(|_| matches("неверный".into(), Some(kept.clone()))).collect();
        attempts.join_all().await;
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kib: u32 = peak.trim().trim_end_matches(" kB").parse().unwrap();
        assert!(kib < 250 * 1024, "{kib} KiB");
    }
}
