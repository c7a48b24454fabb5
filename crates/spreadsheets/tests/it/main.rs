//! Files as people have them, and files that nobody should send.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod nonsense;
mod tables;
mod written;

use std::{io::Cursor, ops::ControlFlow};

use spreadsheets::{Error, Limits, Outcome, Row};

/// Reads the bytes of a file to its end.
fn read(bytes: &[u8]) -> Result<(Outcome, Vec<Row>), Error> {
    read_within(bytes, &Limits::default())
}

fn read_within(bytes: &[u8], limits: &Limits) -> Result<(Outcome, Vec<Row>), Error> {
    let mut rows = vec![];
    let outcome = spreadsheets::read(Cursor::new(bytes), limits, |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    Ok((outcome, rows))
}

/// Only the texts.
fn cells(rows: &[Row]) -> Vec<Vec<&str>> {
    rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}
