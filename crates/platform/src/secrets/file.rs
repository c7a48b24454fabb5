//! `secret.key`: the keyring of whoever sets no `KONTORA_SECRET_KEY`.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

use secrecy::{SecretString, zeroize::Zeroizing};

use super::{Keyring, KeyringError};
use crate::source::Source;

pub(super) fn load_or_create(data: &Path) -> Result<Keyring, KeyringError> {
    let path = data.join("secret.key");
    let failed = |error: io::Error| refused(&path, error.to_string());
    if !path.try_exists().map_err(failed)? {
        create(data, &path).map_err(failed)?;
    }
    let mode = fs::metadata(&path).map_err(failed)?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(refused(&path, format!("others may read it (mode {:03o}); run chmod 600 on it", mode & 0o777)));
    }
    let text = Zeroizing::new(fs::read_to_string(&path).map_err(failed)?);
    Keyring::parse(&SecretString::from(text.trim())).map_err(|error| refused(&path, error.to_string()))
}

/// Writes the whole file aside and links it into place, so that no crash leaves half a key and of two processes that
/// start at once both take the same one.
fn create(data: &Path, path: &Path) -> io::Result<()> {
    fs::create_dir_all(data)?;
    let aside = data.join(format!(".secret.key.{}", Source::system().short_token()));
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&aside)?;
    file.write_all(Zeroizing::new(Keyring::generate() + "\n").as_bytes())?;
    file.sync_all()?;
    let linked = fs::hard_link(&aside, path);
    fs::remove_file(&aside)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => fs::File::open(data)?.sync_all()?,
    }
    tracing::info!(path = %path.display(), "made a key for secrets; keep a copy of it apart from the database");
    Ok(())
}

fn refused(path: &Path, wrong: String) -> KeyringError {
    KeyringError::File { path: path.display().to_string(), wrong }
}
