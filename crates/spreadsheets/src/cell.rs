//! The text of a cell, and what a row may hold.

use calamine::{DataRef, ExcelDateTime};

use crate::{Error, Limits, Row};

/// What a spreadsheet program takes for the beginning of a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r'];

/// Trims the cells, drops empty ones at the end, and holds the limits.
pub(crate) fn check(row: &mut Row, limits: &Limits) -> Result<(), Error> {
    for text in &mut row.cells {
        // As many spaces of other kinds come from copying out of pages.
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\0'));
        if trimmed.len() != text.len() {
            *text = trimmed.to_owned();
        }
        if let Some(guarded) = text.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)) {
            *text = guarded.to_owned();
        }
    }
    while row.cells.last().is_some_and(String::is_empty) {
        row.cells.pop();
    }
    if row.cells.len() > limits.columns {
        return Err(Error::TooManyColumns { row: row.number, most: limits.columns });
    }
    match row.cells.iter().position(|text| text.chars().nth(limits.cell).is_some()) {
        Some(column) => Err(Error::CellTooLong { row: row.number, column: column + 1, most: limits.cell }),
        None => Ok(()),
    }
}

/// A text that no program takes for a formula: the guard is the apostrophe that people type themselves.
pub(crate) fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// What a person sees in the cell.
pub(crate) fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Fifteen digits, as Excel keeps them: 45.1 and not 45.100000000000001; a phone in a number is never `9.98901E+11`.
fn number_text(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    if hour == 0 && minute == 0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_seen() {
        for (number, seen) in [(42.0, "42"), (0.1 + 0.2, "0.3"), (998_901_234_567.0, "998901234567"), (45.1, "45.1")] {
            assert_eq!(number_text(number), seen);
        }
    }

    #[test]
    fn a_guarded_text_is_read_as_it_was() {
        for text in ["=1+1", "+998901234567", "-5", "@me", "plain", "'quoted'"] {
            let mut row = Row { number: 1, cells: vec![guarded(text)] };
            check(&mut row, &Limits::default()).unwrap();
            assert_eq!(row.cells, [text]);
        }
    }
}
