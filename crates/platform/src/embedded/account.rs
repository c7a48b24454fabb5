//! The user that the children run as. PostgreSQL refuses to run as root.

use std::{fs, os::unix::fs::MetadataExt, path::Path};

use super::{EmbeddedError, Wanted};

/// A user other than ourselves, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) uid: u32,
    pub(super) gid: u32,
}

impl Account {
    /// `None` when the children run as we do, which is right for everyone but root.
    pub(super) fn for_children(wanted: Wanted) -> Result<Option<Self>, EmbeddedError> {
        if !rustix::process::geteuid().is_root() {
            return Ok(None);
        }
        let users = fs::read_to_string("/etc/passwd").map_err(EmbeddedError::folder(Path::new("/etc/passwd")))?;
        let names: &[&str] = if wanted.postgres { &["postgres"] } else { &["postgres", "redis"] };
        let account = names.iter().find_map(|name| Self::named(name, &users));
        account.map(Some).ok_or(EmbeddedError::NoAccount)
    }

    /// The numbers of a user in the text of `/etc/passwd` (passwd(5)).
    fn named(name: &str, users: &str) -> Option<Self> {
        let mut fields = users.lines().map(|line| line.split(':')).find(|line| line.clone().next() == Some(name))?;
        Some(Self { uid: fields.nth(2)?.parse().ok()?, gid: fields.next()?.parse().ok()? })
    }

    /// Whether this user may pass through `folder` and all the folders above it. Only the classic permission bits
    /// are asked, so a folder opened by an ACL counts as closed.
    pub(super) fn reaches(self, folder: &Path) -> bool {
        folder.ancestors().all(|folder| {
            fs::metadata(folder).is_ok_and(|found| {
                let bit = match () {
                    () if found.uid() == self.uid => 0o100,
                    () if found.gid() == self.gid => 0o010,
                    () => 0o001,
                };
                found.mode() & bit != 0
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt};

    use super::Account;

    #[test]
    fn a_user_is_found_by_name() {
        let users =
            "root:x:0:0::/root:/bin/sh\npostgresql:x:7:7::/:\npostgres:x:101:104:,,,:/var/lib/postgresql:/bin/sh\n";
        assert_eq!(Account::named("postgres", users), Some(Account { uid: 101, gid: 104 }));
        assert_eq!(Account::named("redis", users), None);
    }

    #[test]
    fn a_closed_folder_is_out_of_reach_for_others() {
        let top = tempfile::tempdir().unwrap();
        let inner = top.path().join("inner");
        fs::create_dir(&inner).unwrap();
        fs::set_permissions(top.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let stranger = Account { uid: 54321, gid: 54321 };
        assert!(!stranger.reaches(&inner));
        fs::set_permissions(top.path(), fs::Permissions::from_mode(0o711)).unwrap();
        assert!(stranger.reaches(&inner));
    }
}
