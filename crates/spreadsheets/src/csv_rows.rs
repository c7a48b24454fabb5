//! Rows of a text with separators.

use std::io::{BufRead, BufReader, Read, Seek};

use encoding_rs_io::DecodeReaderBytesBuilder;

use crate::{Each, Error, Row, encoding, lines::Lines};

/// What separates cells, the likelier first: Excel writes `;` where a comma is the decimal mark.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];

pub(crate) fn read<R: Read + Seek>(mut source: R, each: &mut Each<'_>) -> Result<(), Error> {
    let encoding = encoding::of(&mut source)?;
    let decoded = DecodeReaderBytesBuilder::new().encoding(Some(encoding)).bom_override(true).build(source);
    let mut text = BufReader::with_capacity(64 << 10, decoded);
    let beginning = text.fill_buf()?;
    if beginning.contains(&0) {
        return Err(Error::NotATable);
    }
    let (separator, named) = separator(beginning);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(Lines::new(text));
    let mut record = csv::StringRecord::new();
    let mut within = 0; // line breaks in cells: a spreadsheet program shows such a row as one
    while reader.read_record(&mut record).map_err(broken)? {
        within += record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        let number = u32::try_from(reader.position().line() - 1 - within).unwrap_or(u32::MAX);
        if named && number == 1 {
            continue;
        }
        let row = Row { number, cells: record.iter().map(str::to_owned).collect() };
        if each(row)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// The separator, and whether the first line does nothing but name it (`sep=;`, an invention of Excel's).
fn separator(beginning: &[u8]) -> (u8, bool) {
    let text = beginning.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(beginning);
    if let [b's', b'e', b'p', b'=', separator, b'\r' | b'\n', ..] = text {
        return (*separator, true);
    }
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut quoted = false;
    for byte in text.iter().take(16 << 10) {
        match byte {
            b'"' => quoted = !quoted,
            byte if !quoted => {
                if let Some(which) = SEPARATORS.iter().position(|separator| separator == byte) {
                    counts[which] += 1;
                }
            }
            _ => {}
        }
        // The head has no commas in its words, so it decides when it can.
        if *byte == b'\n' && !quoted && counts.iter().any(|count| *count > 0) {
            break;
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let which = counts.iter().position(|count| *count == most).unwrap_or_default();
    (SEPARATORS[which], false)
}

fn broken(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Error::Io(error),
        kind => Error::Broken(format!("{kind:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::separator;

    #[test]
    fn the_head_says_what_separates() {
        for (text, expected) in [
            ("Дом;Квартира;Телефон\nБахор, 5;42;", b';'),
            ("building,unit\n\"5;6;7\",42", b','),
            ("дом\tкв\nа, б, в\t1", b'\t'),
            ("\"Дом, адрес\";Кв\n", b';'),
            ("один столбец\nещё строка", b';'),
        ] {
            assert_eq!(separator(text.as_bytes()), (expected, false), "{text}");
        }
        assert_eq!(separator(b"sep=,\r\na;b,c"), (b',', true));
    }
}
