//! Rows of an XLSX: cell by cell, never a sheet as a whole.

use std::{
    io::{self, Read, Seek},
    ops::ControlFlow,
};

use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxError};
use zip::{ZipArchive, result::ZipError};

use crate::{Each, Error, Limits, Row, cell};

pub(crate) fn read<R: Read + Seek>(mut source: R, limits: &Limits, each: &mut Each<'_>) -> Result<(), Error> {
    weigh(&mut source, limits)?;
    source.rewind()?;
    let mut book = Xlsx::new(source).map_err(broken)?;
    let sheets: Vec<_> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|s| s.name.clone())
        .collect();
    for name in sheets {
        if sheet(&mut book, &name, limits, each)? {
            return Ok(());
        }
    }
    Ok(())
}

/// Unpacks everything into nothing, and counts: what an archive says of its sizes need not be true.
fn weigh(source: &mut (impl Read + Seek), limits: &Limits) -> Result<(), Error> {
    let mut archive = ZipArchive::new(source).map_err(unzip)?;
    let mut left = limits.unpacked;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(unzip)?;
        let read =
            io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| Error::Broken(error.to_string()))?;
        left = left.checked_sub(read).ok_or(Error::UnpacksTooLarge(limits.unpacked))?;
    }
    Ok(())
}

/// Hands on the rows of a sheet; says whether there were any.
fn sheet<R: Read + Seek>(book: &mut Xlsx<R>, name: &str, limits: &Limits, each: &mut Each<'_>) -> Result<bool, Error> {
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    let (mut row, mut any) = (Row::default(), false);
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let value = cell.get_value();
        if matches!(value, DataRef::Empty) {
            continue;
        }
        let text = cell::text(value);
        let (line, column) = cell.get_position();
        let (number, column) = (line + 1, column as usize);
        if number != row.number {
            let done = std::mem::replace(&mut row, Row { number, cells: vec![] });
            if !done.cells.is_empty() && each(done)?.is_break() {
                return Ok(true);
            }
        }
        if column >= limits.columns {
            if text.trim().is_empty() {
                continue;
            }
            return Err(Error::TooManyColumns { row: number, most: limits.columns });
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        any |= !text.trim().is_empty();
        row.cells[column] = text;
    }
    if !row.cells.is_empty() {
        let _: ControlFlow<()> = each(row)?;
    }
    Ok(any)
}

fn unzip(error: ZipError) -> Error {
    match error {
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => Error::Io(error),
        error => Error::Broken(error.to_string()),
    }
}

fn broken(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Error::OldOrEncrypted,
        // A text document or an archive is a zip, too.
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => Error::NotATable,
        error => Error::Broken(error.to_string()),
    }
}
