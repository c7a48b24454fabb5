//! The folders of the services, and the lock that keeps a second process out.
//!
//! `services/` in the data folder holds the cluster, Redis's files, the logs, the lock and `run/` with the sockets.
//! Two things move: as root all of it, when the children's user cannot reach the data folder; and `run/` alone, when
//! its path is too long for a Unix socket.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io::{ErrorKind, Read, Seek, Write},
    os::unix::{
        ffi::OsStrExt,
        fs::{DirBuilderExt, MetadataExt, PermissionsExt},
    },
    path::{Path, PathBuf},
    time::Duration,
};

use sha2::{Digest, Sha256};

use super::{EmbeddedError, account::Account, shared};

/// Where services live that the children's user could not reach otherwise.
const FALLBACK: &str = "/var/lib/kontora";
/// The longest path of a Unix socket, in bytes (unix(7): 108 with the final zero).
const SOCKET_PATH: usize = 107;
/// The file that is locked. It holds the pid of the last one who did.
pub(super) const LOCK: &str = "lock";
/// How often the lock is tried: somebody may be looking whether it is held, which takes a moment.
const TRIES: usize = 5;

/// Folders taken by this process, until dropped.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) home: PathBuf,
    pub(super) run: PathBuf,
    pub(super) account: Option<Account>,
    _lock: File,
}

impl Place {
    pub(super) fn take(data: &Path, account: Option<Account>) -> Result<Self, EmbeddedError> {
        Self::take_or(data, account, Path::new(FALLBACK))
    }

    fn take_or(data: &Path, account: Option<Account>, fallback: &Path) -> Result<Self, EmbeddedError> {
        fs::create_dir_all(data).map_err(EmbeddedError::folder(data))?;
        let data = data.canonicalize().map_err(EmbeddedError::folder(data))?;
        let home = home(&data, account, fallback)?;
        private(&home, account)?;
        let lock = lock(&home)?;
        // A killed process may have left it, and says where services are that no longer run.
        shared::remove(&home);
        let run = run(&home, account);
        private(&run, account)?;
        Ok(Self { home, run, account, _lock: lock })
    }

    /// A folder of a service's own, closed to others.
    pub(super) fn folder(&self, name: &str) -> Result<PathBuf, EmbeddedError> {
        let folder = self.home.join(name);
        private(&folder, self.account)?;
        Ok(folder)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // Before the lock is free: after that the file may be somebody else's.
        shared::remove(&self.home);
    }
}

/// The home of the services of `data`, where one was made already. It asks less than [`Place::take`]: whoever only
/// wants to use services need not be able to run them.
pub(super) fn find(data: &Path) -> Option<PathBuf> {
    find_or(data, Path::new(FALLBACK))
}

fn find_or(data: &Path, fallback: &Path) -> Option<PathBuf> {
    let data = data.canonicalize().ok()?;
    let (usual, other) = (data.join("services"), fallback.join(name_of(&data)));
    // In the order of `home`, where only root ever chooses the other one.
    let is_root = rustix::process::geteuid().is_root();
    if is_root && other.exists() {
        return Some(other);
    }
    usual.exists().then_some(usual)
}

fn home(data: &Path, account: Option<Account>, fallback: &Path) -> Result<PathBuf, EmbeddedError> {
    let usual = data.join("services");
    let Some(account) = account else {
        return Ok(usual);
    };
    let other = fallback.join(name_of(data));
    // Once chosen, a place is kept: data that seems lost because a permission changed would be worse than an error.
    if other.exists() {
        return Ok(other);
    }
    if account.reaches(data) {
        return Ok(usual);
    }
    if usual.exists() {
        let wrong = "the user `postgres` cannot reach this folder any more. Run `chmod o+x` on the folders above it";
        return Err(EmbeddedError::Folder { path: usual, wrong: wrong.to_owned() });
    }
    tracing::info!(data = %data.display(), home = %other.display(), "the user `postgres` cannot reach the data folder, the services live elsewhere");
    fs::create_dir_all(fallback).map_err(EmbeddedError::folder(fallback))?;
    fs::set_permissions(fallback, fs::Permissions::from_mode(0o755)).map_err(EmbeddedError::folder(fallback))?;
    Ok(other)
}

/// The folder of the sockets: in `home`, unless the longest socket path there would be too long.
fn run(home: &Path, account: Option<Account>) -> PathBuf {
    let usual = home.join("run");
    if usual.join(super::postgres::SOCKET).as_os_str().len() <= SOCKET_PATH {
        return usual;
    }
    // Another user's children could not pass our runtime folder.
    let own = std::env::var_os("XDG_RUNTIME_DIR").filter(|folder| account.is_none() && Path::new(folder).is_dir());
    PathBuf::from(own.unwrap_or_else(|| "/tmp".into())).join(format!("kontora-{}", name_of(home)))
}

/// A short name for a folder, stable over time.
fn name_of(folder: &Path) -> String {
    Sha256::digest(folder.as_os_str().as_bytes())[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Makes a folder that only its owner may enter, or checks that it is one: under `/tmp` somebody else may have been
/// there first.
fn private(folder: &Path, account: Option<Account>) -> Result<(), EmbeddedError> {
    let failed = || EmbeddedError::folder(folder);
    let owner = account.map_or(rustix::process::geteuid().as_raw(), |account| account.uid);
    match DirBuilder::new().mode(0o700).create(folder) {
        Ok(()) => {
            if let Some(Account { uid, gid }) = account {
                std::os::unix::fs::chown(folder, Some(uid), Some(gid)).map_err(failed())?;
            }
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(failed()(error)),
    }
    let found = fs::symlink_metadata(folder).map_err(failed())?;
    if !found.is_dir() || found.uid() != owner {
        let wrong = format!("is not a folder of the user {owner}, as which the services run. Move it away");
        return Err(EmbeddedError::Folder { path: folder.to_owned(), wrong });
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(failed())
}

/// Takes the lock of `home`; the kernel gives it back when this process ends, however it ends.
fn lock(home: &Path) -> Result<File, EmbeddedError> {
    let path = home.join(LOCK);
    let failed = || EmbeddedError::folder(&path);
    let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let mut file = open.map_err(failed())?;
    let mut taken = file.try_lock();
    for _ in 1..TRIES {
        if !matches!(taken, Err(TryLockError::WouldBlock)) {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
        taken = file.try_lock();
    }
    match taken {
        Ok(()) => {}
        Err(TryLockError::Error(error)) => return Err(failed()(error)),
        Err(TryLockError::WouldBlock) => {
            let holder = match pid_in(&file) {
                Some(pid) => format!("pid {pid}"),
                None => "pid unknown".to_owned(),
            };
            return Err(EmbeddedError::Busy { home: home.to_owned(), holder });
        }
    }
    let written = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{}", std::process::id()));
    written.map_err(failed())?;
    Ok(file)
}

/// The pid in a lock.
pub(super) fn pid_in(mut lock: &File) -> Option<u32> {
    let mut pid = String::new();
    lock.read_to_string(&mut pid).ok()?;
    pid.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Us, told as another user, so that the test runs as root and as anyone.
    fn ourselves() -> Account {
        Account { uid: rustix::process::geteuid().as_raw(), gid: rustix::process::getegid().as_raw() }
    }

    #[test]
    fn services_live_in_the_data_folder() {
        let data = tempfile::tempdir().unwrap();
        let place = Place::take(data.path(), None).unwrap();
        assert_eq!(place.home, data.path().canonicalize().unwrap().join("services"));
        assert_eq!(place.run, place.home.join("run"));
        assert_eq!(fs::metadata(&place.home).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn a_second_taker_is_told_who_was_first() {
        let data = tempfile::tempdir().unwrap();
        let first = Place::take(data.path(), None).unwrap();
        let error = Place::take(data.path(), None).unwrap_err();
        assert!(matches!(error, EmbeddedError::Busy { .. }), "{error}");
        assert!(error.to_string().contains(&format!("pid {}", std::process::id())), "{error}");
        drop(first);
        Place::take(data.path(), None).unwrap();
    }

    #[test]
    fn a_closed_data_folder_moves_the_services_for_good() {
        let top = tempfile::tempdir().unwrap();
        let (data, fallback) = (top.path().join("data"), top.path().join("lib"));
        fs::create_dir(&data).unwrap();
        fs::set_permissions(&data, fs::Permissions::from_mode(0o600)).unwrap();
        // Only root passes a folder without the x bit to take the place; others cannot meet this case.
        if !rustix::process::geteuid().is_root() {
            return;
        }
        let moved = Place::take_or(&data, Some(ourselves()), &fallback).unwrap().home.clone();
        assert_eq!(moved.parent(), Some(fallback.as_path()));
        fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).unwrap();
        fs::set_permissions(top.path(), fs::Permissions::from_mode(0o711)).unwrap();
        assert_eq!(Place::take_or(&data, Some(ourselves()), &fallback).unwrap().home, moved);
    }

    #[test]
    fn a_data_folder_that_was_closed_later_is_an_error() {
        let top = tempfile::tempdir().unwrap();
        let (data, stranger) = (top.path().join("data"), Account { uid: 54321, gid: 54321 });
        fs::create_dir_all(data.join("services")).unwrap();
        fs::set_permissions(top.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let error = home(&data, Some(stranger), &top.path().join("lib")).unwrap_err().to_string();
        assert!(error.contains("chmod o+x"), "{error}");
    }

    #[test]
    fn a_long_path_moves_the_sockets() {
        let short = Path::new("/srv").join("a".repeat(SOCKET_PATH - 23));
        assert_eq!(short.join("run").join(super::super::postgres::SOCKET).as_os_str().len(), SOCKET_PATH);
        assert_eq!(run(&short, Some(ourselves())), short.join("run"));
        let long = Path::new("/srv").join("a".repeat(SOCKET_PATH - 22));
        let moved = run(&long, Some(ourselves()));
        assert!(moved.starts_with("/tmp") && moved.as_os_str().len() < 40, "{moved:?}");
    }

    #[test]
    fn a_folder_of_somebody_else_is_refused() {
        let top = tempfile::tempdir().unwrap();
        let stranger = Account { uid: 54321, gid: 54321 };
        assert!(matches!(private(top.path(), Some(stranger)), Err(EmbeddedError::Folder { .. })));
        let link = top.path().join("link");
        std::os::unix::fs::symlink("/tmp", &link).unwrap();
        assert!(matches!(private(&link, None), Err(EmbeddedError::Folder { .. })));
    }
}
