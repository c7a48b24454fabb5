//! An import as it is sent.

use chrono::{DateTime, Utc};
use domain::imports::{Field, Import, ImportState, Outcome};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// A file that was read, and where its way into the register stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Import)]
pub(super) struct ImportBody {
    /// Its id.
    id: Uuid,
    /// What the file was called.
    file_name: String,
    /// `unmapped`: say what the columns hold; `checking`; `checked`: load it or discard it; `loading`; `loaded`: it can
    /// be undone for a day; `undone`; `discarded`.
    #[schema(value_type = String, example = "checked")]
    state: ImportState,
    /// Who sent it; none for a program.
    person_id: Option<Uuid>,
    /// Its columns, in order.
    columns: Vec<ColumnBody>,
    /// How many rows there are below the head.
    rows: i32,
    /// How much of it has been looked at, in percent.
    progress: i32,
    /// How many rows are right.
    ok: i32,
    /// How many are not.
    wrong: i32,
    /// What loading it made, once it is loaded.
    outcome: Option<OutcomeBody>,
    /// Grows with each change.
    version: i32,
    /// When it was sent.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    /// When it was loaded.
    loaded_at: Option<DateTime<Utc>>,
}

/// A column of a file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportColumn)]
pub(super) struct ColumnBody {
    /// What the file calls it, or its letter.
    name: String,
    /// What it holds; none when nothing of ours.
    #[schema(value_type = Option<String>, example = "phone")]
    holds: Option<Field>,
}

/// What loading made, and what undoing took back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportOutcome)]
pub(super) struct OutcomeBody {
    /// Complexes that are new.
    complexes: i64,
    /// Buildings that are new.
    buildings: i64,
    /// Entrances that are new.
    entrances: i64,
    /// Units that are new.
    units: i64,
    /// People that are new.
    people: i64,
    /// Units and people of whom something else is known now.
    changed: i64,
    /// How undoing it ended; none before.
    undone: Option<UndoneBody>,
}

/// How undoing an import ended.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportUndone)]
pub(super) struct UndoneBody {
    /// What the import had made and is gone.
    removed: i64,
    /// What it had changed and is as before.
    restored: i64,
    /// What stays, since it is in use.
    kept_used: i64,
    /// What stays, since somebody has changed it after the import.
    kept_changed: i64,
}

impl From<Outcome> for OutcomeBody {
    fn from(made: Outcome) -> Self {
        Self {
            complexes: made.complexes,
            buildings: made.buildings,
            entrances: made.entrances,
            units: made.units,
            people: made.people,
            changed: made.changed,
            undone: made.undone.map(|undone| UndoneBody {
                removed: undone.removed,
                restored: undone.restored,
                kept_used: undone.kept_used,
                kept_changed: undone.kept_changed,
            }),
        }
    }
}

impl From<Import> for ImportBody {
    fn from(import: Import) -> Self {
        let progress = match import.state {
            ImportState::Unmapped => 0,
            ImportState::Checking => (i64::from(import.checked) * 100 / i64::from(import.last_row.max(1))) as i32,
            _ => 100,
        };
        let columns = import.columns.into_iter().zip(import.mapping);
        Self {
            id: import.id.0,
            file_name: import.file_name,
            state: import.state,
            person_id: import.person.map(|person| person.0),
            columns: columns.map(|(name, holds)| ColumnBody { name, holds }).collect(),
            rows: import.rows,
            progress,
            ok: import.ok,
            wrong: import.wrong,
            outcome: import.outcome.map(OutcomeBody::from),
            version: import.version,
            created_at: import.created_at,
            updated_at: import.updated_at,
            loaded_at: import.loaded_at,
        }
    }
}

impl From<Import> for Tagged<ImportBody> {
    fn from(import: Import) -> Self {
        Tagged(import.version, import.into())
    }
}
