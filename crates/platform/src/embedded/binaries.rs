//! Finding the installed programs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::EmbeddedError;

/// Where to look.
#[derive(Clone, Debug)]
pub(super) struct Search {
    /// Debian's folder with a folder per major version.
    pub(super) versions: PathBuf,
    /// Folders with programs, in order.
    pub(super) path: Vec<PathBuf>,
}

/// An installed PostgreSQL.
#[derive(Clone, Debug)]
struct Found {
    major: u32,
    bin: PathBuf,
}

impl Search {
    /// What this machine has: Debian's versions first, then `PATH`.
    pub(super) fn system() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let mut path: Vec<_> = std::env::split_paths(&path).collect();
        path.extend(["/usr/bin", "/usr/local/bin"].map(PathBuf::from));
        Self { versions: "/usr/lib/postgresql".into(), path }
    }

    /// The folder with `postgres` and `initdb`: of the cluster's own major version, or the newest when `cluster`
    /// does not exist yet.
    pub(super) fn postgres(&self, cluster: &Path) -> Result<PathBuf, EmbeddedError> {
        let mut found: Vec<_> = self.candidates().filter_map(Found::look).collect();
        if found.is_empty() {
            let (program, package) = ("PostgreSQL", "postgresql");
            return Err(EmbeddedError::Missing { program, package, variable: "DATABASE_URL" });
        }
        found.sort_by_key(|found| std::cmp::Reverse(found.major));
        let chosen = match fs::read_to_string(cluster.join("PG_VERSION")) {
            Err(_) => found.first(),
            Ok(have) => match found.iter().find(|found| found.major.to_string() == have.trim()) {
                Some(found) => Some(found),
                None => {
                    let installed: Vec<_> = found.iter().map(|found| found.major.to_string()).collect();
                    let (have, installed) = (have.trim().to_owned(), installed.join(", "));
                    return Err(EmbeddedError::OtherMajor { folder: cluster.to_owned(), have, installed });
                }
            },
        };
        Ok(chosen.map(|found| found.bin.clone()).unwrap_or_default())
    }

    /// `redis-server`, or its fork `valkey-server`.
    pub(super) fn redis(&self) -> Result<PathBuf, EmbeddedError> {
        let names = ["redis-server", "valkey-server"];
        let mut programs = names.iter().flat_map(|name| self.path.iter().map(move |folder| folder.join(name)));
        let (program, package) = ("Redis", "redis-server");
        let missing = EmbeddedError::Missing { program, package, variable: "REDIS_URL" };
        programs.find(|program| program.is_file()).ok_or(missing)
    }

    fn candidates(&self) -> impl Iterator<Item = PathBuf> {
        let versions = fs::read_dir(&self.versions).into_iter().flatten().flatten();
        versions.map(|version| version.path().join("bin")).chain(self.path.iter().cloned())
    }
}

impl Found {
    fn look(bin: PathBuf) -> Option<Self> {
        if !bin.join("initdb").is_file() {
            return None;
        }
        let told = Command::new(bin.join("postgres")).arg("--version").output().ok()?;
        Some(Self { major: major(&String::from_utf8_lossy(&told.stdout))?, bin })
    }
}

/// The major version in the text of `postgres --version`, as `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`
/// or `postgres (PostgreSQL) 19beta1`.
fn major(told: &str) -> Option<u32> {
    let version = told.split_once("(PostgreSQL) ")?.1;
    let digits = version.find(|c: char| !c.is_ascii_digit()).unwrap_or(version.len());
    version[..digits].parse().ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{EmbeddedError, Search, major};

    #[test]
    fn a_missing_program_names_its_package() {
        let empty = tempfile::tempdir().unwrap();
        let search = Search { versions: empty.path().join("none"), path: vec![empty.path().to_owned()] };
        let text = search.postgres(empty.path()).unwrap_err().to_string();
        assert!(text.contains("apt install postgresql`") && text.contains("DATABASE_URL"), "{text}");
        let text = search.redis().unwrap_err().to_string();
        assert!(text.contains("apt install redis-server`") && text.contains("REDIS_URL"), "{text}");
    }

    #[test]
    fn a_cluster_of_another_major_is_refused() {
        let cluster = tempfile::tempdir().unwrap();
        fs::write(cluster.path().join("PG_VERSION"), "8\n").unwrap();
        let error = Search::system().postgres(cluster.path()).unwrap_err();
        assert!(matches!(&error, EmbeddedError::OtherMajor { have, .. } if have == "8"), "{error}");
        assert!(error.to_string().contains("apt install postgresql-8"), "{error}");
    }

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major("postgres (PostgreSQL) 19beta1"), Some(19));
        assert_eq!(major("something else"), None);
    }
}
