//! Why services cannot run, told to an operator: what is wrong and what to do.

use std::{
    io,
    path::{Path, PathBuf},
};

/// Why embedded services cannot run.
#[derive(Clone, Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// A program is not installed.
    #[error("{program} is not installed. Run `apt install {package}`, or set {variable} to use one of your own")]
    Missing {
        /// What was looked for.
        program: &'static str,
        /// The Debian package that brings it.
        package: &'static str,
        /// The variable that makes it unnecessary.
        variable: &'static str,
    },
    /// This process is root, and the user that the children should run as does not exist.
    #[error(
        "running as root needs the user `postgres` for the services, and there is none. Run `apt install postgresql`, \
         or start as another user"
    )]
    NoAccount,
    /// Another process keeps services in the same folder.
    #[error("the services in {home} are in use by another process ({holder}). Stop it, or choose another data folder")]
    Busy {
        /// The folder of the services.
        home: PathBuf,
        /// Who holds it, as far as is known.
        holder: String,
    },
    /// The cluster was made by a PostgreSQL of another major version than those installed.
    #[error(
        "{folder} was made by PostgreSQL {have}, and installed is {installed}. Run `apt install postgresql-{have}`, or \
         move the data with pg_dump or pg_upgrade"
    )]
    OtherMajor {
        /// The cluster's folder.
        folder: PathBuf,
        /// Its major version.
        have: String,
        /// The major versions at hand.
        installed: String,
    },
    /// A folder or file cannot be used.
    #[error("{path}: {wrong}")]
    Folder {
        /// Which one.
        path: PathBuf,
        /// What is wrong, and what to do.
        wrong: String,
    },
    /// A program cannot be run.
    #[error("{program} cannot be run: {wrong}")]
    Program {
        /// Its path.
        program: PathBuf,
        /// What the system said.
        wrong: String,
    },
    /// A service ended that nobody asked to.
    #[error("{service} ended ({how}). It said last:\n{said}")]
    Ended {
        /// Its name.
        service: &'static str,
        /// The exit code or signal.
        how: String,
        /// The end of its log.
        said: String,
    },
    /// A service runs but does not answer, or not as it should.
    #[error("{service} does not answer: {wrong}")]
    Silent {
        /// Its name.
        service: &'static str,
        /// What came instead.
        wrong: String,
    },
}

impl EmbeddedError {
    /// For `map_err` on the file system.
    pub(super) fn folder(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |error| Self::Folder { path, wrong: error.to_string() }
    }
}
