//! Reading the register from a file: houses, flats and the people who live there.
//!
//! Rows come in as they are read ([`receive`, `stage`]), are looked at by a job ([`run`]) and wait for a word. Loading is one
//! transaction over all rows that are right; what it made and changed is noted, so that it can be undone for a day.
//! The file itself is not kept.

mod fields;
mod headers;
mod model;
mod parse;
mod service;
mod store;
mod undo;

pub use fields::Field;
pub use model::{Card, Import, ImportState, Outcome, Problem, SheetRow, Undone, Unread, Work, WrongRow};
pub use parse::Fault;
pub use service::{
    CHECKED_AT_ONCE, ErrorsAfter, NewImport, card_sent, discard, forget_old, get, list, list_columns, load, map, may,
    receive, run, stage, wrong_rows,
};
pub use undo::{KEPT, undo};
