//! An import and where it stands.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{fields::Field, parse::Fault};
use crate::{
    Error, OrgId,
    ids::{BotId, ImportId, PersonId},
};

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ImportState {
    /// Nobody knows yet what its columns hold.
    Unmapped,
    /// Its rows are being looked at.
    Checking,
    /// They were: it waits for a word.
    Checked,
    /// It is being loaded.
    Loading,
    /// It is in the register, and can be undone for a day.
    Loaded,
    /// It was, and was taken back.
    Undone,
    /// Nobody wanted it.
    Discarded,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Who sent it; none for a program.
    pub person: Option<PersonId>,
    /// What the file was called.
    pub file_name: String,
    /// Where it stands.
    pub state: ImportState,
    /// The row that names the columns; 0 when none does.
    pub head: i32,
    /// What the columns are called.
    pub columns: Vec<String>,
    /// What they hold.
    pub mapping: Vec<Option<Field>>,
    /// How many rows there are below the head.
    pub rows: i32,
    /// The number of the last one.
    pub last_row: i32,
    /// Up to which row they have been looked at.
    pub checked: i32,
    /// How many are right.
    pub ok: i32,
    /// How many are not.
    pub wrong: i32,
    /// What loading it made and changed, and what undoing it took back.
    pub outcome: Option<Outcome>,
    /// The message in a chat that shows it.
    pub card: Option<Card>,
    /// Grows with each change.
    pub version: i32,
    /// When it was sent.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// When it was loaded.
    pub loaded_at: Option<DateTime<Utc>>,
}

/// The message in a chat that shows an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// Through which bot.
    pub bot: BotId,
    /// Where.
    pub chat_id: i64,
    /// Which; none before it was sent.
    pub message_id: Option<i64>,
}

/// What loading made and changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outcome {
    /// Complexes that are new.
    pub complexes: i64,
    /// Buildings that are new.
    pub buildings: i64,
    /// Entrances that are new.
    pub entrances: i64,
    /// Units that are new.
    pub units: i64,
    /// People that are new.
    pub people: i64,
    /// Units and people of whom something else is known now.
    pub changed: i64,
    /// What undoing it came to.
    pub undone: Option<Undone>,
}

/// What undoing took back, and what it left alone since somebody has gone on with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Undone {
    /// What the import had made and is gone.
    pub removed: i64,
    /// What it had changed and is as before.
    pub restored: i64,
    /// What stays, since somebody lives there, asks for something there, or something was added to it.
    pub kept_used: i64,
    /// What stays, since somebody has changed it after the import.
    pub kept_changed: i64,
}

/// A row of a file, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, from 1.
    pub number: i32,
    /// Its cells.
    pub cells: Vec<String>,
}

/// What is wrong in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem(pub Field, pub Fault);

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// More bytes than allowed, as it is or unpacked.
    TooLarge,
    /// More rows than allowed.
    TooManyRows,
    /// More columns, or longer cells, than allowed.
    TooWide,
    /// A workbook of the old kind, or one with a password.
    OldOrEncrypted,
    /// No table at all.
    NotATable,
    /// It is damaged.
    Broken,
    /// There is nothing in it.
    Empty,
}

impl From<Unread> for Error {
    fn from(unread: Unread) -> Self {
        let field = "file";
        match unread {
            Unread::TooLarge => Error::Invalid { field, code: "file_too_large" },
            Unread::TooManyRows => Error::Invalid { field, code: "file_too_many_rows" },
            Unread::TooWide => Error::Invalid { field, code: "file_too_wide" },
            Unread::OldOrEncrypted => Error::Invalid { field, code: "file_old_or_encrypted" },
            Unread::NotATable => Error::Invalid { field, code: "file_not_a_table" },
            Unread::Broken => Error::Invalid { field, code: "file_broken" },
            Unread::Empty => Error::Invalid { field, code: "file_empty" },
        }
    }
}

/// A row that is not right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongRow {
    /// Its number in the file.
    pub number: i32,
    /// Its cells.
    pub cells: Vec<String>,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// The job that looks at rows, or loads them. Its runner is `bot/src/jobs/import.rs`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Work {
    /// Whose; written by the database.
    pub org_id: OrgId,
    /// Which.
    pub import: ImportId,
}

impl Work {
    /// Its name in the queue.
    pub const TASK: &'static str = "import";
}
