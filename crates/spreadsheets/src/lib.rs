//! Tables in and out: XLSX and CSV.
//!
//! [`read`] hands on one row after the other and keeps none, so a file of any allowed length needs the same memory
//! (beside the texts that an XLSX shares between its cells). What people upload is not trusted: everything is bounded by
//! [`Limits`]. [`write`] makes a file that a spreadsheet program opens without running what is in it.

mod cell;
mod csv_rows;
mod encoding;
mod kind;
mod lines;
mod write;
mod xlsx_rows;

use std::{
    io::{Read, Seek},
    ops::ControlFlow,
};

pub use kind::Kind;
pub use write::{Format, write};

/// What is read at most. Beyond it, reading ends with an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of everything in an XLSX, unpacked.
    pub unpacked: u64,
    /// Rows that have something in them.
    pub rows: u32,
    /// Columns.
    pub columns: usize,
    /// Characters of a cell.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20 << 20, unpacked: 256 << 20, rows: 200_000, columns: 100, cell: 2_000 }
    }
}

/// A row that has something in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1, as a spreadsheet program shows it.
    pub number: u32,
    /// Its cells as they are read on the screen, trimmed; an empty one is an empty text. None at the end is empty.
    pub cells: Vec<String>,
}

/// Why a file is not read. The variant says what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// More bytes than allowed.
    #[error("the file is larger than {0} bytes")]
    TooLarge(u64),
    /// It unpacks to more than allowed.
    #[error("the file unpacks to more than {0} bytes")]
    UnpacksTooLarge(u64),
    /// More rows than allowed.
    #[error("more than {0} rows")]
    TooManyRows(u32),
    /// More columns than allowed.
    #[error("row {row}: more than {most} columns")]
    TooManyColumns {
        /// In this row.
        row: u32,
        /// So many are allowed.
        most: usize,
    },
    /// A cell is longer than allowed.
    #[error("row {row}, column {column}: more than {most} characters")]
    CellTooLong {
        /// In this row, from 1.
        row: u32,
        /// In this column, from 1.
        column: usize,
        /// So many are allowed.
        most: usize,
    },
    /// A workbook of the old kind, or one with a password: both look the same from outside.
    #[error("an old or encrypted workbook")]
    OldOrEncrypted,
    /// Neither XLSX nor text.
    #[error("not a table")]
    NotATable,
    /// It says that it is an XLSX and is not, or not whole.
    #[error("broken: {0}")]
    Broken(String),
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It could not be read from where it is.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What the file was.
    pub kind: Kind,
    /// How many rows had something in them.
    pub rows: u32,
}

/// Reads the first sheet that has something in it, row by row, until `each` breaks. Blocks: call it off the async threads.
pub fn read<R: Read + Seek>(
    mut source: R,
    limits: &Limits,
    mut each: impl FnMut(Row) -> ControlFlow<()>,
) -> Result<Outcome, Error> {
    let length = source.seek(std::io::SeekFrom::End(0))?;
    if length > limits.bytes {
        return Err(Error::TooLarge(limits.bytes));
    }
    source.rewind()?;
    let kind = kind::of(&mut source)?;
    let mut rows = 0;
    let mut each = |mut row: Row| {
        cell::check(&mut row, limits)?;
        if row.cells.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        rows += 1;
        if rows > limits.rows {
            return Err(Error::TooManyRows(limits.rows));
        }
        Ok(each(row))
    };
    match kind {
        Kind::Xlsx => xlsx_rows::read(source, limits, &mut each)?,
        Kind::Csv => csv_rows::read(source, &mut each)?,
    }
    if rows == 0 { Err(Error::Empty) } else { Ok(Outcome { kind, rows }) }
}

/// Whoever takes rows, with the limits already held.
type Each<'a> = dyn FnMut(Row) -> Result<ControlFlow<()>, Error> + 'a;
