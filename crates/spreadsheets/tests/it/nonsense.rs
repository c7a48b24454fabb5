use std::io::{Cursor, Write};

use rust_xlsxwriter::Workbook;
use spreadsheets::{Error, Limits};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{read, read_within};

fn small() -> Limits {
    Limits { bytes: 1 << 20, unpacked: 4 << 20, rows: 10, columns: 5, cell: 20 }
}

fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

#[test]
fn what_is_no_table_is_said_to_be_none() {
    assert!(matches!(read(b"%PDF-1.7\n1 0 obj"), Err(Error::NotATable)));
    assert!(matches!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Error::NotATable)));
    assert!(matches!(read(b"<html><table>"), Err(Error::NotATable)));
    assert!(matches!(read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Err(Error::OldOrEncrypted)));
    assert!(matches!(read(b""), Err(Error::Empty)));
    assert!(matches!(read(b"\r\n ; ;\r\n"), Err(Error::Empty)));
    assert!(matches!(read(&workbook(|_| ())), Err(Error::Empty)));
    let mut other = ZipWriter::new(Cursor::new(vec![]));
    other.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    other.write_all(b"<w:document/>").unwrap();
    let other = other.finish().unwrap().into_inner();
    assert!(matches!(read(&other), Err(Error::NotATable)), "{:?}", read(&other));
}

#[test]
fn a_workbook_that_is_not_whole_is_broken() {
    let whole = workbook(|sheet| {
        for row in 0..2000 {
            sheet.write(row, 0, format!("кв. {row}")).unwrap();
        }
    });
    for length in [10, 100, whole.len() / 2, whole.len() - 30] {
        assert!(matches!(read(&whole[..length]), Err(Error::Broken(_))), "{length}: {:?}", read(&whole[..length]));
    }
    let mut bent = whole.clone();
    let middle = bent.len() / 3;
    bent[middle..middle + 40].fill(0x55);
    assert!(read(&bent).is_err());
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut bomb = ZipWriter::new(Cursor::new(vec![]));
    bomb.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
    for _ in 0..64 {
        bomb.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(read_within(&bomb, &small()), Err(Error::UnpacksTooLarge(_))));
}

#[test]
fn a_bomb_that_lies_about_its_size_is_not_unpacked_either() {
    let mut bomb = ZipWriter::new(Cursor::new(vec![]));
    bomb.start_file("a", SimpleFileOptions::default()).unwrap();
    bomb.write_all(&vec![b' '; 16 << 20]).unwrap();
    let mut bomb = bomb.finish().unwrap().into_inner();
    // Both places where the unpacked size stands: the header of the part and the directory.
    let size = (16_u32 << 20).to_le_bytes();
    for at in 0..bomb.len() - 4 {
        if bomb[at..at + 4] == size {
            bomb[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    assert!(matches!(read_within(&bomb, &small()), Err(Error::UnpacksTooLarge(_) | Error::Broken(_))));
}

#[test]
fn every_limit_is_held_in_both_kinds() {
    let limits = small();
    let rows = "x\n".repeat(11);
    assert!(matches!(read_within(rows.as_bytes(), &limits), Err(Error::TooManyRows(10))));
    assert!(matches!(read_within(b"1;2;3;4;5;6", &limits), Err(Error::TooManyColumns { row: 1, most: 5 })));
    assert!(read_within(b"1;2;3;4;5;;;", &limits).is_ok(), "empty ones do not count");
    let long = format!("a;{}", "ж".repeat(21));
    assert!(matches!(read_within(long.as_bytes(), &limits), Err(Error::CellTooLong { row: 1, column: 2, most: 20 })));
    assert!(read_within("ж".repeat(20).as_bytes(), &limits).is_ok());
    assert!(matches!(read_within(&vec![b'a'; (1 << 20) + 1], &limits), Err(Error::TooLarge(_))));

    let rows = workbook(|sheet| (0..11).for_each(|row| drop(sheet.write(row, 0, "x"))));
    assert!(matches!(read_within(&rows, &limits), Err(Error::TooManyRows(10))));
    let wide = workbook(|sheet| drop(sheet.write(0, 5, "x")));
    assert!(matches!(read_within(&wide, &limits), Err(Error::TooManyColumns { row: 1, most: 5 })));
    let long = workbook(|sheet| drop(sheet.write(2, 1, "ж".repeat(21))));
    assert!(matches!(read_within(&long, &limits), Err(Error::CellTooLong { row: 3, column: 2, most: 20 })));
}

#[test]
fn a_quote_that_is_never_closed_ends_with_the_limit_of_a_cell() {
    let text = format!("a;\"{}", "b;c\n".repeat(1000));
    assert!(matches!(read_within(text.as_bytes(), &small()), Err(Error::CellTooLong { .. })));
}
