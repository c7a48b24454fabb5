//! `docs/contract-status.md` is whole, counts right, and names no test that is not there.

use std::{collections::BTreeSet, fs};

use crate::tree;

/// How many rows each of the five systems has.
const SYSTEMS: [usize; 5] = [187, 170, 83, 112, 77];

/// The capabilities in the order of the contract, and how many rows each has.
const CAPABILITIES: [(&str, usize); 35] = [
    ("ORG", 13),
    ("AUTH", 32),
    ("RBAC", 38),
    ("AUD", 19),
    ("CLI", 24),
    ("DEAL", 22),
    ("TASK", 23),
    ("PROJ", 17),
    ("REQ", 12),
    ("PROP", 12),
    ("METER", 4),
    ("PAY", 10),
    ("FIN", 10),
    ("DOC", 20),
    ("CAT", 6),
    ("INBOX", 8),
    ("NOTIF", 30),
    ("BCAST", 2),
    ("AUTO", 9),
    ("DASH", 25),
    ("REP", 13),
    ("PART", 11),
    ("NUM", 37),
    ("XFER", 16),
    ("TEL", 8),
    ("VOICE", 6),
    ("GEO", 3),
    ("INTG", 12),
    ("COMP", 18),
    ("API", 40),
    ("SEARCH", 7),
    ("BOT", 15),
    ("MINI", 10),
    ("WEB", 12),
    ("OPS", 85),
];

const STATUSES: [&str; 3] = ["proven", "partly", "not yet"];

/// A row of the document.
#[derive(Debug)]
struct Row {
    id: String,
    asked: String,
    capability: String,
    status: String,
    where_: String,
}

impl Row {
    /// What is named as a test: in backticks, by path or by a file of the pages' tests.
    fn tests(&self) -> impl Iterator<Item = &str> {
        let spans = self.where_.split('`').skip(1).step_by(2);
        spans.filter(|span| span.contains("::") || span.contains(".test.mjs: ") || span.contains(".test.ts: "))
    }
}

/// The ids of the contract, in order.
fn ids() -> Vec<String> {
    let systems = SYSTEMS.iter().enumerate();
    systems.flat_map(|(system, count)| (1..=*count).map(move |row| format!("S{system}-{row}"))).collect()
}

/// Every line that begins with the id of a row.
fn rows(document: &str) -> Vec<Row> {
    let lines = document.lines().filter(|line| {
        let id = line.strip_prefix("| S").unwrap_or_default();
        id.starts_with(|c: char| c.is_ascii_digit()) && id.chars().nth(1) == Some('-')
    });
    lines
        .map(|line| {
            let mut cells = line.trim_matches('|').splitn(5, '|').map(|cell| cell.trim().to_owned());
            let mut next = || cells.next().unwrap_or_default();
            Row { id: next(), asked: next(), capability: next(), status: next(), where_: next() }
        })
        .collect()
}

/// The tables of counts, as they should be.
fn counts(rows: &[Row]) -> String {
    let systems = (0..SYSTEMS.len()).map(|system| format!("S{system}")).chain(["All".to_owned()]);
    let systems = systems.map(|name| {
        let of: Vec<&Row> =
            rows.iter().filter(|row| name == "All" || row.id.starts_with(&format!("{name}-"))).collect();
        (name, of)
    });
    let capabilities = CAPABILITIES.iter().map(|(name, _)| {
        let of: Vec<&Row> = rows.iter().filter(|row| row.capability == *name).collect();
        ((*name).to_owned(), of)
    });
    format!("{}\n{}", table("System", systems), table("Capability", capabilities))
}

fn table<'a>(first: &str, lines: impl Iterator<Item = (String, Vec<&'a Row>)>) -> String {
    let mut table = format!("| {first} | Rows | Proven | Partly | Not yet |\n|---|---|---|---|---|\n");
    for (name, rows) in lines {
        let [proven, partly, not_yet] = STATUSES.map(|status| rows.iter().filter(|row| row.status == status).count());
        table.push_str(&format!("| {name} | {} | {proven} | {partly} | {not_yet} |\n", rows.len()));
    }
    table
}

/// What is wrong with the document, in words.
fn mistakes(document: &str, tests: &BTreeSet<String>) -> Vec<String> {
    let rows = rows(document);
    let mut wrong = vec![];
    let expected = ids();
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    if ids != expected {
        let missing = expected.iter().filter(|id| !ids.contains(&id.as_str()));
        wrong.extend(missing.map(|id| format!("{id} is missing")));
        wrong.push(format!("{} rows instead of {}, or not each once and in order", ids.len(), expected.len()));
    }
    for (capability, count) in CAPABILITIES {
        let found = rows.iter().filter(|row| row.capability == capability).count();
        if found != count {
            wrong.push(format!("{capability} has {found} rows instead of {count}"));
        }
    }
    for row in &rows {
        let id = &row.id;
        let named = row.tests().count();
        let says_what_is_missing = row.where_.contains("Missing: ");
        match row.status.as_str() {
            "proven" if named == 0 => wrong.push(format!("{id} is proven by no test")),
            "proven" if says_what_is_missing => wrong.push(format!("{id} is proven, and something is missing")),
            "partly" if !says_what_is_missing => wrong.push(format!("{id} does not say what is missing")),
            "not yet" if named > 0 => wrong.push(format!("{id} is not yet there, and a test proves it")),
            status if !STATUSES.contains(&status) => wrong.push(format!("{id} has the status «{status}»")),
            _ => {}
        }
        if row.asked.is_empty() {
            wrong.push(format!("{id} does not say what is asked"));
        }
        for test in row.tests().filter(|test| !tests.contains(*test)) {
            let name = test.rsplit("::").next().unwrap_or_default();
            let namesakes: Vec<&str> =
                tests.iter().filter(|other| other.ends_with(&format!("::{name}"))).map(String::as_str).collect();
            wrong.push(match namesakes.as_slice() {
                [] => format!("{id} names `{test}`, and there is no such test"),
                others => format!("{id} names `{test}`, which is now `{}`", others.join("` or `")),
            });
        }
    }
    let counts = counts(&rows);
    if !document.contains(&format!("\n{counts}\n")) {
        wrong.push(format!("the counts are wrong; they are:\n\n{counts}"));
    }
    wrong
}

#[test]
fn every_row_is_there_and_what_it_names_exists() {
    let document = fs::read_to_string(tree::root().join("docs/contract-status.md")).unwrap();
    let wrong = mistakes(&document, &tree::tests());
    assert!(wrong.is_empty(), "docs/contract-status.md:\n{}", wrong.join("\n"));
}

/// A document of a contract of which nothing is there yet, but for one row.
fn sound() -> String {
    let capabilities = CAPABILITIES.iter().flat_map(|(name, count)| std::iter::repeat_n(*name, *count));
    let mut table = String::new();
    for (id, capability) in ids().into_iter().zip(capabilities) {
        let rest = if id == "S0-1" { "proven | `domain::it::requests::one`" } else { "not yet |" };
        table.push_str(&format!("| {id} | asked | {capability} | {rest} |\n"));
    }
    format!("# Contract\n\n{}\n{table}", counts(&rows(&table)))
}

#[test]
fn each_kind_of_mistake_is_noticed() {
    let tests = BTreeSet::from(["domain::it::requests::one".to_owned()]);
    let sound = sound();
    assert_eq!(mistakes(&sound, &tests), [""; 0]);
    for (from, to, told) in [
        ("| S1-5 | asked |", "", "S1-5 is missing"),
        ("| S1-5 |", "| S1-4 |", "not each once"),
        ("| ORG | not yet |", "| ORG | done |", "has the status «done»"),
        ("| ORG | not yet |", "| ORG | proven |", "is proven by no test"),
        ("| ORG | not yet |", "| ORG | partly |", "does not say what is missing"),
        ("| ORG | not yet |", "| API | not yet |", "ORG has 12 rows instead of 13"),
        ("proven | `", "not yet | `", "and a test proves it"),
        ("::one`", "::one`. Missing: two", "is proven, and something is missing"),
        ("::one`", "::two`", "and there is no such test"),
        ("::requests::one`", "::one`", "which is now `domain::it::requests::one`"),
        ("| All | 629 |", "| All | 630 |", "the counts are wrong"),
    ] {
        assert!(sound.contains(from), "nothing to spoil: {from}");
        let wrong = mistakes(&sound.replacen(from, to, 1), &tests).join("\n");
        assert!(wrong.contains(told), "{from} → {to}: {wrong}");
    }
}
