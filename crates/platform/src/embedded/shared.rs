//! Services lent to other processes of the machine: the file that says where they are.
//!
//! The file lives beside the lock and counts only while the process that wrote it holds that lock, so what a killed
//! process left behind misleads nobody.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{EmbeddedError, place};

const FILE: &str = "shared.json";

/// The services of another process, which keeps them running: there is nothing to stop here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// As [`Embedded::database_url`](super::Embedded::database_url).
    pub database_url: Option<String>,
    /// As [`Embedded::redis_url`](super::Embedded::redis_url).
    pub redis_url: Option<String>,
    /// The process that keeps them.
    pub pid: u32,
}

/// Writes the file, for its owner only. Must be called by the holder of the lock.
pub(super) fn write(home: &Path, shared: &Attached) -> Result<(), EmbeddedError> {
    let path = home.join(FILE);
    let failed = || EmbeddedError::folder(&path);
    let text = serde_json::to_vec(shared).map_err(|error| failed()(error.into()))?;
    // Written aside and moved, so that nobody reads half of it. A new file: the folder may belong to another user,
    // and a link that they put here must not be followed.
    let aside = home.join(format!("{FILE}.new"));
    let _ = fs::remove_file(&aside);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&aside).map_err(failed())?;
    file.write_all(&text).map_err(failed())?;
    fs::rename(&aside, &path).map_err(failed())
}

/// Takes the file away. Must be called by the holder of the lock.
pub(super) fn remove(home: &Path) {
    // What stays is worth nothing once the lock is free.
    let _ = fs::remove_file(home.join(FILE));
}

/// What the present holder of the lock of `home` shares.
pub(super) fn read(home: &Path) -> Result<Option<Attached>, EmbeddedError> {
    let path = home.join(FILE);
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return Err(someone_elses(home)),
        Err(error) => return Err(EmbeddedError::folder(&path)(error)),
    };
    let Ok(shared) = serde_json::from_slice::<Attached>(&text) else {
        return Ok(None); // of another version
    };
    Ok((holder(home)? == Some(shared.pid)).then_some(shared))
}

/// The process that holds the lock of `home`, if any does.
fn holder(home: &Path) -> Result<Option<u32>, EmbeddedError> {
    let path = home.join(place::LOCK);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return Err(someone_elses(home)),
        Err(error) => return Err(EmbeddedError::folder(&path)(error)),
    };
    // Shared, so that two who look do not take each other for the holder; whoever takes the lock in earnest tries
    // more than once. It is given back with the file.
    match file.try_lock_shared() {
        Ok(()) => Ok(None),
        Err(TryLockError::WouldBlock) => Ok(place::pid_in(&file)),
        Err(TryLockError::Error(error)) => Err(EmbeddedError::folder(&path)(error)),
    }
}

fn someone_elses(home: &Path) -> EmbeddedError {
    EmbeddedError::Folder {
        path: PathBuf::from(home),
        wrong: "belongs to another user. Run this as root, or as the user that Kontora runs as".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::{super::place::Place, *};

    fn shared(pid: u32) -> Attached {
        Attached { database_url: Some("postgres://x".to_owned()), redis_url: None, pid }
    }

    #[test]
    fn it_counts_while_its_writer_holds_the_lock() {
        let data = tempfile::tempdir().unwrap();
        let place = Place::take(data.path(), None).unwrap();
        let home = place.home.clone();
        assert_eq!(read(&home).unwrap(), None);
        let ours = shared(std::process::id());
        write(&home, &ours).unwrap();
        write(&home, &ours).unwrap();
        assert_eq!(fs::metadata(home.join(FILE)).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(read(&home).unwrap(), Some(ours.clone()));
        // Of a holder before this one, who was killed and whose file nobody has taken away yet.
        write(&home, &shared(1)).unwrap();
        assert_eq!(read(&home).unwrap(), None);
        drop(place);
        assert!(!home.join(FILE).exists(), "it goes with the lock");
        write(&home, &ours).unwrap();
        assert_eq!(read(&home).unwrap(), None, "nobody holds the lock");
        let _place = Place::take(data.path(), None).unwrap();
        assert!(!home.join(FILE).exists(), "a new holder begins without it");
    }

    #[test]
    fn a_planted_link_is_not_followed() {
        let data = tempfile::tempdir().unwrap();
        let place = Place::take(data.path(), None).unwrap();
        let victim = data.path().join("victim");
        fs::write(&victim, "untouched").unwrap();
        for name in [FILE.to_owned(), format!("{FILE}.new")] {
            std::os::unix::fs::symlink(&victim, place.home.join(name)).unwrap();
        }
        write(&place.home, &shared(std::process::id())).unwrap();
        assert_eq!(fs::read_to_string(&victim).unwrap(), "untouched");
        assert!(!fs::symlink_metadata(place.home.join(FILE)).unwrap().is_symlink());
    }
}
