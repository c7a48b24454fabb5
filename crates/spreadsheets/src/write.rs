//! A table as a file.

use rust_xlsxwriter::{Format as Look, Workbook};

use crate::{Error, cell::guarded};

/// As what a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One sheet, the head bold and held in place.
    Xlsx,
    /// `;`, UTF-8 with a mark, CRLF: what Excel opens with a double click.
    Csv,
}

impl Format {
    /// How names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// Writes a table. Every cell is a text, whatever it looks like: `=1+1` is shown and never run.
pub fn write<H, R>(format: Format, head: &[H], rows: impl IntoIterator<Item = Vec<R>>) -> Result<Vec<u8>, Error>
where
    H: AsRef<str>,
    R: AsRef<str>,
{
    match format {
        Format::Xlsx => xlsx(head, rows).map_err(|error| Error::Broken(error.to_string())),
        Format::Csv => text(head, rows).map_err(|error| Error::Broken(error.to_string())),
    }
}

fn xlsx<H: AsRef<str>, R: AsRef<str>>(
    head: &[H],
    rows: impl IntoIterator<Item = Vec<R>>,
) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Look::new().set_bold();
    for (column, name) in (0..).zip(head) {
        sheet.set_column_width(column, 22)?;
        sheet.write_string_with_format(0, column, name.as_ref(), &bold)?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, value) in (0..).zip(&row) {
            sheet.write_string(line, column, value.as_ref())?;
        }
    }
    book.save_to_buffer()
}

fn text<H: AsRef<str>, R: AsRef<str>>(
    head: &[H],
    rows: impl IntoIterator<Item = Vec<R>>,
) -> Result<Vec<u8>, csv::Error> {
    let mut out = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    out.write_record(head.iter().map(|name| guarded(name.as_ref())))?;
    for row in rows {
        out.write_record(row.iter().map(|value| guarded(value.as_ref())))?;
    }
    out.into_inner().map_err(|error| error.into_error().into())
}
