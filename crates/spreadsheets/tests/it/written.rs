use spreadsheets::{Format, write};

use crate::{cells, read};

const HEAD: [&str; 2] = ["Строка", "Что делать"];

fn rows() -> Vec<Vec<&'static str>> {
    vec![vec!["=HYPERLINK(\"http://x\")", "+998901234567"], vec!["-1", "@a;\"b\"\nc"]]
}

#[test]
fn what_was_written_is_read_again() {
    for format in [Format::Xlsx, Format::Csv] {
        let (_, read) = read(&write(format, &HEAD, rows()).unwrap()).unwrap();
        let mut expected = vec![HEAD.to_vec()];
        expected.extend(rows());
        assert_eq!(cells(&read), expected, "{format:?}");
    }
}

#[test]
fn nothing_in_a_written_file_is_run() {
    let csv = String::from_utf8(write(Format::Csv, &HEAD, rows()).unwrap()).unwrap();
    for cell in ["\"'=HYPERLINK", ";'+998901234567", "\r\n'-1", "\"'@a"] {
        assert!(csv.contains(cell), "{cell} in {csv}");
    }
    let xlsx = write(Format::Xlsx, &HEAD, rows()).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(xlsx)).unwrap();
    let sheet = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(sheet.contains("HYPERLINK") && !sheet.contains("<f>"), "a text, not a formula: {sheet}");
}
