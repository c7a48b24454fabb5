//! Mistakes in the configuration, told so that they can be mended without reading the source.

use std::fmt;

/// One variable that cannot be used. No text in it repeats a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The variable's name, or `.env` when the file itself cannot be read.
    pub variable: &'static str,
    /// What is wrong with the value.
    pub wrong: String,
    /// What to write instead.
    pub instead: String,
}

/// Every mistake found in one reading of the configuration; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigErrors(pub Vec<Problem>);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}. Write {}", self.variable, self.wrong, self.instead)
    }
}

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the configuration cannot be used:")?;
        self.0.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl std::error::Error for ConfigErrors {}

/// A `.env` that cannot be read. The line itself is left out, because it may hold a secret.
pub(super) fn broken_file(error: &dotenvy::Error) -> Problem {
    let wrong = match error {
        dotenvy::Error::LineParse(_, at) => format!("a line cannot be read (character {at} of it)"),
        dotenvy::Error::Io(error) => format!("cannot be read: {error}"),
        _ => "cannot be read".to_owned(),
    };
    Problem {
        variable: ".env",
        wrong,
        instead: "lines like NAME=value, with quotes around a value with blanks".to_owned(),
    }
}
