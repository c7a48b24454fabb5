use std::ops::ControlFlow;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use spreadsheets::{Kind, Limits};

use crate::{cells, read};

const TEXT: &str = "Дом;Квартира;Телефон\r\nБаҳор, 5;42;+998 90 123-45-67\r\n\r\n\"Навои; 1\";7;\r\n";

fn expected() -> Vec<Vec<&'static str>> {
    vec![vec!["Дом", "Квартира", "Телефон"], vec!["Баҳор, 5", "42", "+998 90 123-45-67"], vec!["Навои; 1", "7"]]
}

#[test]
fn a_text_is_read_in_every_encoding_that_excel_writes() {
    let with_mark = format!("\u{FEFF}{TEXT}");
    let utf16: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [TEXT.as_bytes(), with_mark.as_bytes(), &utf16] {
        let (outcome, rows) = read(bytes).unwrap();
        assert_eq!((outcome.kind, outcome.rows), (Kind::Csv, 3));
        assert_eq!(cells(&rows), expected());
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 4], "as a spreadsheet program counts");
    }
    // Windows-1251 has no Uzbek Cyrillic.
    let russian = TEXT.replace('ҳ', "х");
    let (old, _, lost) = encoding_rs::WINDOWS_1251.encode(&russian);
    assert!(!lost);
    let (_, rows) = read(&old).unwrap();
    assert_eq!(rows[1].cells[0], "Бахор, 5");
}

#[test]
fn the_first_letters_of_a_long_utf8_file_do_not_decide_alone() {
    // An ASCII beginning longer than any buffer, then Cyrillic: in UTF-8, and in the old encoding.
    let mut text = String::from("unit;name\n");
    for number in 0..40_000 {
        text.push_str(&format!("{number};plain\n"));
    }
    text.push_str("1;Анна Каримова\n");
    let (_, rows) = read(text.as_bytes()).unwrap();
    assert_eq!(rows.last().unwrap().cells[1], "Анна Каримова");
    let (old, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    let (_, rows) = read(&old).unwrap();
    assert_eq!(rows.last().unwrap().cells[1], "Анна Каримова");
}

#[test]
fn a_workbook_is_read_as_it_is_seen() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Пусто").unwrap();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Дом").unwrap();
    sheet.write(0, 2, "Площадь").unwrap();
    sheet.write(4, 0, "Баҳор, 5").unwrap();
    sheet.write(4, 1, 998_901_234_567.0).unwrap();
    sheet.write(4, 2, 45.1).unwrap();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write_with_format(4, 3, ExcelDateTime::from_ymd(2026, 11, 21).unwrap(), &day).unwrap();
    sheet.write(4, 4, true).unwrap();
    sheet.write(4, 5, Formula::new("=C5*2").set_result("90.2")).unwrap();
    let (outcome, rows) = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!((outcome.kind, outcome.rows), (Kind::Xlsx, 2));
    assert_eq!(rows[0].cells, ["Дом", "", "Площадь"]);
    assert_eq!(rows[1].cells, ["Баҳор, 5", "998901234567", "45.1", "2026-11-21", "TRUE", "90.2"]);
    assert_eq!(rows[1].number, 5);
}

#[test]
fn a_cell_with_several_lines_is_one_row() {
    let (_, rows) = read(b"a;b\n\"1\n2\n3\";x\n\n\"4\r\n5\";y").unwrap();
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 4]);
    assert_eq!(rows[2].cells, ["4\n5", "y"]);
}

#[test]
fn whoever_has_enough_says_so() {
    let mut seen = 0;
    let outcome = spreadsheets::read(std::io::Cursor::new(TEXT.as_bytes()), &Limits::default(), |_| {
        seen += 1;
        ControlFlow::Break(())
    });
    assert_eq!((seen, outcome.unwrap().rows), (1, 1));
}
